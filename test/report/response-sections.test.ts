import { describe, expect, test } from 'vitest';
import type { BarsDrawing, GridDrawing, IntervalsDrawing, LinesDrawing, ProcessDrawing } from '../../src/report/model.ts';
import { responsePage } from '../../src/report/response.ts';
import type { Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const HOUR = 3_600_000;
const after = (from: string, hours: number) => new Date(Date.parse(`${from.replace(' ', 'T')}Z`) + hours * HOUR).toISOString().slice(0, 16).replace('T', ' ');
const sectionOf = (page: ReturnType<typeof responsePage>, wanted: string) => page.sections.find(({ id }) => id === wanted);

/** Tickets opened at one time and answered so many hours later. */
const answered = (key: string, opened: string, hours: readonly number[], more: Row = {}): readonly Row[] =>
  hours.map((wait, at) => ({ ticket_id: `${key}${at}`, client: 'Pell', opened_at: opened, first_response_at: after(opened, wait), ...more }));

test('gives the further sections on the demo firm, in their order', async () => {
  const page = responsePage(await demo());
  expectRules(page);
  expectOwnIds([page]);
  const ids = page.sections.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('unanswered') + 1)).toEqual(['hours', 'consistency', 'backlog', 'silence', 'updates', 'came-back']);
});

describe('first response by hour', () => {
  const calm = answered(
    'c',
    '2026-03-02 10:00',
    many(40, () => 1),
  );

  test('gives the median of each three hours of the week, and names one only beyond chance', () => {
    const evening = answered(
      'e',
      '2026-03-06 18:30',
      many(12, (at) => 60 + at),
    );
    const few = answered(
      'f',
      '2026-03-07 02:59',
      many(9, () => 5),
    );
    const page = responsePage(small({ tickets: [...calm, ...evening, ...few] }));
    expectRules(page);
    const chart = chartOf(page, 'first-response-by-hour');
    const { rows, columns } = chart.drawing as GridDrawing;
    expect(columns.map(({ head }) => head)).toEqual(['0 to 3', '3 to 6', '6 to 9', '9 to 12', '12 to 15', '15 to 18', '18 to 21', '21 to 24']);
    const cell = (day: number, band: number) => rows[day]!.cells[band]!;
    expect(cell(0, 3)).toEqual({ level: 1, lines: ['1\u00a0h', 'of 40'], short: ['1', 'h'], singled: false });
    expect(cell(4, 6)).toMatchObject({ level: 4, short: ['2.7', 'd'], singled: true });
    expect(cell(5, 0)).toEqual({ level: 0, lines: ['of 9'], short: ['of 9'], singled: false });
    expect(cell(6, 7)).toEqual({ level: 0, lines: [], short: [], singled: false });
    expect(plain(chart.title)).toBe('Opened Friday 18 to 21, half wait over 2 d 18 h; overall 1 h');
    expect(chart.table.rows.map((row) => row.map(({ value }) => value))).toEqual([
      ['Monday', '9 to 12', 40, 60, 60],
      ['Friday', '18 to 21', 12, 65.5 * 60, expect.closeTo(69.9 * 60, 6)],
      ['Saturday', '0 to 3', 9, null, null],
    ]);
  });

  test('says where nothing stands apart, and where no cell has enough', () => {
    const title = (tickets: readonly Row[]) => chartOf(responsePage(small({ tickets })), 'first-response-by-hour').title;
    expect(
      title([
        ...calm,
        ...answered(
          'd',
          '2026-03-03 10:00',
          many(40, () => 1),
        ),
      ]),
    ).toBe('No three hours of the week can be told apart from the whole');
    expect(title(answered('d', '2026-03-03 10:00', [1, 2]))).toBe('No three hours of the week have 10 tickets');
  });

  test('goes by the clock of the firm', () => {
    const raw = { firm: { name: 'Larkfield IT', zone: 'America/New_York' } };
    const chart = chartOf(responsePage(small({ tickets: answered('n', '2026-03-03 02:00', [1]) }, raw)), 'first-response-by-hour');
    expect(chart.table.rows.map((row) => row.slice(0, 2).map(({ value }) => value))).toEqual([['Monday', '21 to 24']]);
  });
});

test('the spread by week has no value for weeks with fewer than ten tickets', () => {
  const wide = answered('a', '2026-03-02 09:00', [...many(8, () => 1), 10, 10]);
  const few = answered('b', '2026-03-09 09:00', [1, 2]);
  const page = responsePage(small({ tickets: [...wide, ...few] }));
  expectRules(page);
  const chart = chartOf(page, 'first-response-spread-by-week');
  expect((chart.drawing as ProcessDrawing).points.map(({ value }) => value)).toEqual([10, null]);
  expect(chart.table.columns.map(({ name }) => name)).toEqual(['Week of', '9 in 10 ÷ median', 'Tickets']);
  expect(chart.table.rows[1]!.map(({ value }) => value)).toEqual(['2026-03-09', null, 2]);
});

describe('what waits', () => {
  const open = (ticket_id: string, opened_at: string, more: Row = {}): Row => ({
    ticket_id,
    client: 'Pell',
    opened_at,
    status: 'open',
    resolved_at: null,
    ...more,
  });

  test('puts open tickets into eight ages, and lists those left alone', () => {
    const tickets = [
      open('fresh', '2026-03-15 12:00', { updated_at: '2026-03-15 12:00' }),
      open('old', '2026-02-01 09:00', { updated_at: '2026-02-10 09:00' }),
      open('older', '2025-06-01 09:00', { updated_at: '2026-03-14 09:00' }),
      open('done', '2026-03-01 09:00', { resolved_at: '2026-03-02 09:00' }),
    ];
    const page = responsePage(small({ tickets }));
    expectRules(page);
    const chart = chartOf(page, 'backlog-age');
    expect((chart.drawing as BarsDrawing).rows.map(({ value }) => value)).toEqual([1, 0, 0, 0, 0, 0, 1, 1]);
    expect(plain(chart.title)).toBe('3 tickets are open, the oldest for 288 d');
    expect(tableOf(page, 'tickets-abandoned').rows.map((row) => row.slice(0, 3).map(({ value }) => value))).toEqual([['old', 'Pell', '2026-02-01']]);
    expect(ofKind(page, 'heading').map(({ text }) => text)).toContain('1 of 3 open tickets is abandoned');
  });

  test('does not count those whose only change on record came after the as-of day, and says how many', () => {
    const later = { updated_at: '2026-03-16 09:00' };
    const left = { updated_at: '2026-02-10 09:00' };
    const one = responsePage(
      small({ tickets: [open('left', '2026-02-01 09:00', left), open('a', '2026-02-01 09:00', later), open('b', '2026-02-01 09:00', later)] }),
    );
    const heading = ofKind(one, 'heading').find(({ text }) => text.includes('abandoned'))!;
    expect(heading.text).toBe('1 of 1 open ticket is abandoned');
    expect(plain(heading.subtitle)).toContain('not counted: 2 changed after 15 Mar 2026, so that the change before is not known');
    const none = responsePage(small({ tickets: [open('a', '2026-02-01 09:00', later)] }));
    expect(ofKind(none, 'heading').map(({ text }) => text)).toContain('Nothing tells whether an open ticket is abandoned');
    expectRules(none);
  });

  test('calls nothing abandoned where nothing records what is done in between', () => {
    const page = responsePage(small({ tickets: [open('old', '2026-01-01 09:00')] }));
    expectRules(page);
    expect(JSON.stringify(sectionOf(page, 'backlog'))).toContain('no ticket can be called abandoned');
    expect(ofKind(page, 'table').map(({ id }) => id)).not.toContain('tickets-abandoned');
  });

  test('says so where no ticket is open', () => {
    const page = responsePage(
      small({ tickets: [open('done', '2026-03-01 09:00', { resolved_at: '2026-03-02 09:00', first_response_at: '2026-03-01 10:00' })] }),
    );
    expectRules(page);
    expect(sectionOf(page, 'backlog')!.blocks[0]).toMatchObject({ kind: 'heading', text: 'No ticket is open' });
    expect(ofKind(page, 'chart').map(({ chart }) => chart.id)).not.toContain('backlog-age');
  });
});

describe('silence and updates', () => {
  const tickets = many(11, (at) => ({
    ticket_id: String(at),
    client: 'Pell',
    opened_at: '2026-03-02 09:00',
    resolved_at: `2026-03-${String(4 + (at % 5)).padStart(2, '0')} 09:00`,
  }));
  const contacts = [
    { at: '2026-03-01 09:00', client: 'Pell', direction: 'in', channel: 'mail', ticket_id: null },
    ...many(4, (at) => ({ at: '2026-03-03 09:00', client: 'Pell', direction: 'out', channel: at === 0 ? 'phone' : 'mail', ticket_id: String(at) })),
    { at: '2026-03-03 10:00', client: 'Pell', direction: 'out', channel: 'mail', ticket_id: '0' },
  ];

  test('lists the ten longest silences with their tickets, in opening hours', () => {
    const page = responsePage(small({ tickets, contacts }));
    expectRules(page);
    const rows = tableOf(page, 'longest-silences').rows;
    expect(rows).toHaveLength(10);
    const lengths = rows.map((row) => Number(row[3]!.value));
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(rows[0]![0]!.value).toBe('4');
    expect(chartOf(page, 'longest-silence').title).toContain('In half of 11 tickets no silence lasted over');
  });

  test('counts who heard from us, and in both ways', () => {
    const page = responsePage(small({ tickets, contacts }));
    const { blocks } = sectionOf(page, 'updates')!;
    const figures = blocks[0]!.kind === 'figures' ? blocks[0]!.figures : [];
    expect(figures.find(({ id }) => id === 'B11')!.note).toBe('4 of 11 tickets over a business day, 2 weeks');
    expect(figures.find(({ id }) => id === 'B11-both')!.note).toBe('1 of 11 tickets over a business day, 2 weeks');
  });

  test('are left out without contacts', () => {
    const page = responsePage(small({ tickets }));
    expect(page.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['silence']));
    expect(page.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['updates']));
  });
});

describe('what came back', () => {
  const closed = (key: string, count: number, back: number, category: string): readonly Row[] =>
    many(count, (at) => ({
      ticket_id: `${key}${at}`,
      client: 'Pell',
      category,
      opened_at: '2026-02-02 09:00',
      closed_at: '2026-02-03 09:00',
      reopened_count: at < back ? 1 : 0,
    }));

  test('gives the share by month, and the category that comes back beyond chance', () => {
    const page = responsePage(small({ tickets: [...closed('p', 20, 8, 'Printer'), ...closed('m', 60, 2, 'Mail')] }));
    expectRules(page);
    const { series, scale } = chartOf(page, 'came-back-by-month').drawing as LinesDrawing;
    expect(series[0]!.points.filter(({ value }) => value !== null)).toEqual([{ start: '2026-02-01', value: 0.125, open: false }]);
    expect(scale.low).toBe(0);
    const chart = chartOf(page, 'came-back-by-category');
    expect(chart.title).toBe('Printer comes back more often than the rest');
    expect((chart.drawing as IntervalsDrawing).rows.map(({ label, singled }) => [label, singled])).toEqual([
      ['Printer', true],
      ['Mail', false],
    ]);
  });

  test('names no category where chance may do it', () => {
    const page = responsePage(small({ tickets: [...closed('p', 30, 2, 'Printer'), ...closed('m', 30, 2, 'Mail')] }));
    expect(chartOf(page, 'came-back-by-category').title).toBe('No category comes back more often than the rest beyond chance');
  });
});

test('handoffs are counted where an export tells them, and left out where none does', () => {
  const tickets = (handoffs: boolean) =>
    many(12, (at) => ({
      ticket_id: String(at),
      client: 'Pell',
      opened_at: '2026-03-02 09:00',
      closed_at: '2026-03-03 09:00',
      first_agent: 'Ann',
      agent: at < 5 ? 'Ann' : 'Bob',
      ...(handoffs ? { handoffs: at % 4 } : {}),
    }));
  const page = responsePage(small({ tickets: tickets(true) }));
  expectRules(page);
  const chart = chartOf(page, 'handoffs');
  expect(chart.title).toBe('3 of 12 tickets went from hand to hand three times or more');
  expect((chart.drawing as BarsDrawing).rows.map(({ value }) => value)).toEqual([3, 3, 3, 3]);
  expect(chartsOf(responsePage(small({ tickets: tickets(false) }))).map(({ id }) => id)).not.toContain('handoffs');
  expect(JSON.stringify(sectionOf(page, 'handoffs'))).toContain('5 of 12 tickets closed');
});
