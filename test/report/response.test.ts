import { describe, expect, test } from 'vitest';
import type { DistributionDrawing, IntervalsDrawing, LinesDrawing } from '../../src/report/model.ts';
import { responsePage } from '../../src/report/response.ts';
import type { Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

const MINUTE = 60_000;
const clock = (minutes: number) => `2026-03-02 ${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Tickets of Monday 2 March 9:00, answered after so many minutes. */
function answered(minutes: readonly number[], more: Row = {}): readonly Row[] {
  return minutes.map((after, at) => ({
    ticket_id: `${more.priority ?? ''}${at}`,
    client: 'Pell',
    opened_at: '2026-03-02 09:00',
    first_response_at: clock(after),
    ...more,
  }));
}

const TARGETS = { targets: { first_response: { default: '30 min', by_priority: { High: '10 min' } } } };

describe('responsePage', () => {
  test('keeps the rules of pages and gives every section on the demo firm', async () => {
    const page = responsePage(await demo());
    expectRules(page);
    expectOwnIds([page]);
    expect(page.sections.map(({ id }) => id)).toEqual([
      'first-response',
      'first-response-spread',
      'resolution',
      'resolution-spread',
      'within',
      'moved',
      'unanswered',
      'hours',
      'consistency',
      'backlog',
      'silence',
      'updates',
      'came-back',
    ]);
    expect(page.title).toBe('Half of 979 tickets had an answer within 41\u00a0min');
    const { bins } = chartOf(page, 'first-response-elapsed').drawing as DistributionDrawing;
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(979);
    const { series } = chartOf(page, 'first-response-both-clocks').drawing as LinesDrawing;
    expect(series.map(({ name }) => name)).toEqual(['half, opening hours', '9 in 10, opening hours']);
    expect(chartOf(page, 'answered-within-target-by-priority').table.rows.reduce((sum, row) => sum + Number(row[2]!.value), 0)).toBe(979);
    expect(ofKind(page, 'ledger')[0]!.entries).toHaveLength(5);
  });

  test('puts each value into its bin and says that the last holds all above', () => {
    const page = responsePage(small({ tickets: answered([...Array.from({ length: 39 }, (_, at) => at + 1), 600]) }));
    const { bins, scale, marks, dots } = chartOf(page, 'first-response-elapsed').drawing as DistributionDrawing;
    expect(scale.ticks.map(({ text }) => text)).toEqual(['0', '10\u00a0min', '20\u00a0min', '30\u00a0min', '40\u00a0min or more']);
    expect(scale.high).toBe(40 * MINUTE);
    expect(bins.map(({ count }) => count).reduce((sum, one) => sum + one, 0)).toBe(40);
    expect(bins.at(-1)!.count).toBe(2);
    expect(marks[0]).toMatchObject({ value: 20.5 * MINUTE });
    expect(dots).toBe(true);
    expectRules(page);
  });

  test('tells both clocks apart: a night counts for the client, not in opening hours', () => {
    const tickets = answered(Array.from({ length: 12 }, () => 0)).map((row) => ({
      ...row,
      opened_at: '2026-03-02 17:50',
      first_response_at: '2026-03-03 08:10',
    }));
    const page = responsePage(small({ tickets }));
    expect(page.title).toBe('Half of 12 tickets had an answer within 14\u00a0h\u00a020\u00a0min');
    expect(chartOf(page, 'first-response-working').title).toContain('within 20\u00a0min');
    expectRules(page);
  });

  test('says whose answer the first one is', () => {
    const note = (row: Row) => responsePage(small({ tickets: answered([5], row) })).sections[0]!.note;
    expect(note({})).toContain('first of any kind');
    expect(note({ first_human_response_at: '2026-03-02 10:00' })).toContain('automatic ones do not count');
  });

  test('counts within target by priority against the settings, and names only who stands apart', () => {
    const high = answered(
      Array.from({ length: 40 }, () => 20),
      { priority: 'High' },
    );
    const low = answered(
      Array.from({ length: 40 }, () => 20),
      { priority: 'Low' },
    );
    const chart = chartOf(responsePage(small({ tickets: [...high, ...low, ...answered([20])] }, TARGETS)), 'answered-within-target-by-priority');
    expect((chart.drawing as IntervalsDrawing).rows.map(({ label, text, singled }) => [label, text, singled])).toEqual([
      ['High', '0\u00a0%, 0 of 40', true],
      ['Low', '100\u00a0%, 40 of 40', false],
      ['No priority', '1 of 1', false],
    ]);
    expect(chart.title).toBe('High is answered within target less often than the rest');
    expect(chart.table.rows.map((row) => row.at(-1)!.text)).toEqual(['10\u00a0min', '30\u00a0min', '30\u00a0min']);
  });

  test('without a target gives only the day', () => {
    const page = responsePage(small({ tickets: answered([5]) }));
    const within = page.sections.find(({ id }) => id === 'within')!;
    expect(within.note).toContain('No target times are set for tickets');
    expect((chartOf(page, 'within-target').drawing as IntervalsDrawing).rows.map(({ label }) => label)).toEqual(['Answered within a day']);
    expectRules(page);
  });

  test('says that no ticket has a target time, not that none is set, where the settings or the export give some', () => {
    const note = (page: ReturnType<typeof responsePage>) => page.sections.find(({ id }) => id === 'within')!.note;
    const unmatched = { targets: { first_response: { by_priority: { High: '10 min' } } } };
    expect(note(responsePage(small({ tickets: answered([5]) }, unmatched)))).toBe('No ticket answered or solved in 2 weeks has a target time.');
    const due = answered([5], { first_response_due_at: null });
    expect(note(responsePage(small({ tickets: due })))).toBe('No ticket answered or solved in 2 weeks has a target time.');
  });

  test('lists open tickets without an answer, those of no client too', () => {
    const waiting: readonly Row[] = [
      { ticket_id: 'x', client: 'Pell', opened_at: '2026-03-15 12:00' },
      { ticket_id: 'y', opened_at: '2026-03-14 00:00' },
    ];
    const page = responsePage(small({ tickets: [...answered([5]), ...waiting] }));
    const section = page.sections.find(({ id }) => id === 'unanswered')!;
    expect(section.blocks[0]).toEqual({
      kind: 'prose',
      words: '2 open tickets have no first answer; the oldest has waited 2\u00a0d.',
    });
    expect(ofKind(page, 'ledger')[0]!.entries.map(({ what }) => what)).toEqual(['1 ticket, for 12\u00a0h.', '1 ticket.']);
  });

  test('where few closed tickets have an answer on record, says of no open one that it waits', () => {
    const closed = Array.from({ length: 30 }, (_, at) => ({
      ticket_id: `c${at}`,
      client: 'Pell',
      opened_at: '2026-03-02 09:00',
      closed_at: '2026-03-03 09:00',
    }));
    const open = ['x', 'y'].map((ticket_id) => ({ ticket_id, client: 'Pell', opened_at: '2026-03-14 00:00' }));
    const [known] = answered([5]);
    const page = responsePage(small({ tickets: [{ ...known!, closed_at: '2026-03-03 09:00' }, ...closed, ...open] }));
    expectRules(page);
    const { head, blocks } = page.sections.find(({ id }) => id === 'unanswered')!;
    expect([head, blocks[0]]).toEqual([
      'No answer on record',
      {
        kind: 'prose',
        words: '2 open tickets have no first answer on record. Nor have 30 of 31 closed tickets of the firm, so whether anybody waits cannot be told.',
      },
    ]);
    expect(ofKind(page, 'ledger')[0]!.entries.map(({ what }) => what)).toEqual(['2 tickets, the oldest open for 2\u00a0d.']);
    expect(page.intro).toContain('30 of 31 closed tickets have no answer on record: the times are those of the others.');
  });

  test('says which times an export does not give, and never shows them as none', () => {
    const material = small({ tickets: [{ ticket_id: '1', client: 'Pell', status: 'open' }] });
    const file = { file: 'board.csv', format: 'connectwise-board', tables: ['tickets'] } as never;
    const page = responsePage({ ...material, facts: { ...material.facts, files: [file] } });
    expect(page.title).toBe('How fast we answer cannot be told');
    expect(page.intro).toBe('Not available: board.csv (connectwise-board) gives no opening time, no time of a first answer and no time of a resolution.');
    expect(chartsOf(page)).toEqual([]);
    expect(tableOf(page, 'template-tickets').rows.length).toBeGreaterThan(10);
    expectRules(page);
  });

  test('says what to record where there is no ticket', () => {
    const page = responsePage(small({ surveys: [{ response_id: '1', answered_at: '2026-03-02 09:00', answer: 'good' }] }));
    expect(page.title).toBe('No ticket is on record');
    expectRules(page);
  });

  test('keeps the weeks where nothing was answered in the last 13', () => {
    const page = responsePage(small({ tickets: [{ ticket_id: '1', opened_at: '2025-06-02 09:00', first_response_at: '2025-06-02 10:00' }] }));
    expect(page.title).toBe('No first answer is on record in 13 weeks');
    expect(chartOf(page, 'first-response-by-week').title).toBe('No week has 10 tickets yet');
    expectRules(page);
  });
});
