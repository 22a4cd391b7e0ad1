import { describe, expect, test } from 'vitest';
import type { GridDrawing, IntervalsDrawing } from '../../src/report/model.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import { instant, type Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules } from './page-rules.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

interface Answers {
  readonly key: string;
  readonly good: number;
  readonly bad: number;
  readonly ticket: Row;
}

/** One ticket and one answer about it for each good and each bad mark. */
function rated(groups: readonly Answers[]): { readonly tickets: readonly Row[]; readonly surveys: readonly Row[] } {
  const each = groups.flatMap(({ key, good, bad, ticket }) => many(good + bad, (at) => ({ id: `${key}${at}`, mark: at < good ? '5' : '1', ticket })));
  return {
    tickets: each.map(({ id, ticket }) => ({ ticket_id: id, client: 'Pell', opened_at: '2026-03-02 09:00', ...ticket })),
    surveys: each.map(({ id, mark }) => ({
      response_id: id,
      ticket_id: id,
      client: 'Pell',
      answered_at: '2026-03-04 09:00',
      answer: mark,
      scale_low: 1,
      scale_high: 5,
      comment: 'Call me on 07700 900123',
    })),
  };
}

test('gives the further sections on the demo firm', async () => {
  const page = satisfactionPage(await demo());
  expectRules(page);
  expectOwnIds([page]);
  const ids = page.sections.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('moved') + 1)).toEqual(['categories', 'met', 'quality', 'tenure', 'answer-rate', 'asking']);
});

describe('by category', () => {
  test('ranks the categories of the tickets, and names only what stands apart', () => {
    const rows = rated([
      { key: 'p', good: 10, bad: 20, ticket: { category: 'Printer' } },
      { key: 'm', good: 38, bad: 2, ticket: { category: 'Mail' } },
      { key: 'f', good: 2, bad: 1, ticket: { category: 'Fax' } },
      { key: 'n', good: 12, bad: 0, ticket: { category: null } },
    ]);
    const page = satisfactionPage(small(rows));
    expectRules(page);
    const chart = chartOf(page, 'satisfaction-by-category');
    expect(chart.title).toBe('Printer is rated lower than the other tickets');
    expect((chart.drawing as IntervalsDrawing).rows.map(({ label, singled }) => [label, singled])).toEqual([
      ['Printer', true],
      ['Mail', false],
      ['No category', false],
      ['Fax', false],
    ]);
    expect(chart.table.rows.map((row) => [row[1]!.value, row[2]!.value])).toEqual([
      [10, 30],
      [38, 40],
      [12, 12],
      [2, 3],
    ]);
    expect(JSON.stringify(page)).not.toContain('07700');
  });

  test('goes by the type where there is no category, and is left out without both', () => {
    const by = (ticket: (key: string) => Row) => satisfactionPage(small(rated(['a', 'b'].map((key) => ({ key, good: 9, bad: 3, ticket: ticket(key) })))));
    const types = by((key) => ({ type: key === 'a' ? 'Incident' : 'Request' }));
    expect(chartOf(types, 'satisfaction-by-category').title).toBe('No type can be told apart from the others');
    expect(types.sections.find(({ id }) => id === 'categories')!.head).toBe('By type');
    expect(by(() => ({})).sections.map(({ id }) => id)).not.toContain('categories');
  });
});

describe('in time, and liked', () => {
  const time = (resolved_at: string): Row => ({ resolved_at, due_at: '2026-03-03 12:00' });
  const pageOf = (met: readonly [number, number], late: readonly [number, number]) =>
    satisfactionPage(
      small(
        rated([
          { key: 'm', good: met[0], bad: met[1], ticket: time('2026-03-03 09:00') },
          { key: 'l', good: late[0], bad: late[1], ticket: time('2026-03-03 18:00') },
        ]),
      ),
    );

  test('counts the four outcomes, and compares only beyond chance', () => {
    const page = pageOf([30, 4], [5, 15]);
    expectRules(page);
    const chart = chartOf(page, 'met-and-liked');
    expect((chart.drawing as GridDrawing).rows.map(({ label, cells }) => [label, ...cells.map(({ lines }) => lines.map(plain))])).toEqual([
      ['Solved in time', ['30', '88 % of 34'], ['4', '12 % of 34']],
      ['Solved late', ['5', '25 % of 20'], ['15', '75 % of 20']],
    ]);
    expect(chart.title).toBe('Late work is rated badly more often; 4 of 34 in time were too');
    expect(chartOf(pageOf([30, 4], [18, 2]), 'met-and-liked').title).toBe('4 of 34 rated badly though solved in time; late work cannot be told apart');
    expect(chartOf(pageOf([30, 4], [1, 1]), 'met-and-liked').title).toBe('4 of 34 rated badly though solved in time; too few to compare');
    expect(plain((chartOf(pageOf([30, 4], [1, 1]), 'met-and-liked').drawing as GridDrawing).rows[1]!.cells[0]!.lines[1]!)).toBe('1 of 2');
  });

  test('says so where nothing was solved in time, and is left out without targets', () => {
    const none = pageOf([0, 0], [3, 1]);
    expectRules(none);
    expect(chartOf(none, 'met-and-liked').title).toBe('4 answers, none about work in time');
    const page = satisfactionPage(small(rated([{ key: 'a', good: 3, bad: 1, ticket: { resolved_at: '2026-03-03 09:00' } }])));
    expect(page.sections.map(({ id }) => id)).not.toContain('met');
  });
});

test('work that holds, is in time and is needed stands in three rows, never in one index', () => {
  const tickets = many(12, (at) => ({
    ticket_id: String(at),
    client: 'Pell',
    opened_at: '2026-02-02 09:00',
    resolved_at: '2026-02-03 09:00',
    closed_at: '2026-02-03 09:00',
    reopened_count: at < 2 ? 1 : 0,
    due_at: at < 3 ? '2026-02-02 12:00' : '2026-02-04 12:00',
  }));
  const surveys = many(11, (at) => ({
    response_id: String(at),
    client: 'Pell',
    answered_at: '2026-03-03 09:00',
    answer: '5',
    scale_low: 1,
    scale_high: 5,
    item_need: at < 8 ? 5 : 1,
  }));
  const page = satisfactionPage(small({ tickets, surveys }));
  expectRules(page);
  const chart = chartOf(page, 'work-quality');
  expect(chart.table.rows.map((row) => row.slice(0, 3).map(({ value }) => value))).toEqual([
    ['Not reopened in 14 days', 10, 12],
    ['Solved within target', 9, 12],
    ['Met the need', 8, 11],
  ]);
  expect(chart.title).toBe('10 of 12 tickets held for 14 days, 9 of 12 came in time');
});

describe('by time with us', () => {
  const surveys = (client: string, marks: readonly string[]) =>
    marks.map((answer, at) => ({ response_id: `${client}${at}`, client, answered_at: '2026-03-03 09:00', answer, scale_low: 1, scale_high: 5 }));
  const marks = (good: number, bad: number) => [...many(good, () => '5'), ...many(bad, () => '1')];

  test('puts answers into the stretch since the contract began', () => {
    const rows = { surveys: [...surveys('New', marks(5, 15)), ...surveys('Old', marks(28, 2))] };
    const clients = [
      { name: 'New', start: instant('2026-01-20') },
      { name: 'Old', start: instant('2020-01-01') },
    ];
    const page = satisfactionPage(small(rows, {}, clients));
    expectRules(page);
    const chart = chartOf(page, 'satisfaction-by-tenure');
    expect((chart.drawing as IntervalsDrawing).rows.map(({ label, text }) => [label, plain(text)])).toEqual([
      ['Up to 3 months', '11 to 47 %, 5 of 20'],
      ['3 to 6 months', 'none'],
      ['6 to 12 months', 'none'],
      ['1 to 2 years', 'none'],
      ['2 years and more', '93 %, 28 of 30'],
    ]);
    expect(chart.title).toBe('Up to 3 months is less satisfied than the other stretches');
  });

  test('is left out where no client has a start', () => {
    expect(chartsOf(satisfactionPage(small({ surveys: surveys('New', marks(5, 15)) }))).map(({ id }) => id)).not.toContain('satisfaction-by-tenure');
  });
});
