import { describe, expect, test } from 'vitest';
import { complaintsPage } from '../../src/report/complaints.ts';
import type { BarsDrawing, IntervalsDrawing, LinesDrawing, StripDrawing } from '../../src/report/model.ts';
import { type Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const DAY = 86_400_000;
const dayAt = (first: string, days: number) => new Date(Date.parse(`${first}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const ids = (page: ReturnType<typeof complaintsPage>) => page.sections.map(({ id }) => id);

/** Complaints of so many days, one a day from a first one on. */
const daily = (first: string, count: number, more: (at: number) => Row = () => ({})): readonly Row[] =>
  many(count, (at) => ({ complaint_id: `K${first}-${at}`, client: 'Pell', received_at: `${dayAt(first, at)} 09:00`, ...more(at) }));

test('gives every section on the demo firm, the most important first', async () => {
  const page = complaintsPage(await demo());
  expectRules(page);
  expectOwnIds([page]);
  expect(ids(page).filter((id) => id !== 'moved')).toEqual([
    'count',
    'expected',
    'equation',
    'what-if',
    'hours',
    'contacts',
    'answers',
    'recovery',
    'commitments',
    'again',
    'causes',
    'comparison',
    'scope',
    'people',
    'unsaid',
  ]);
});

describe('at the old rate', () => {
  const week = (at: number) => dayAt('2025-09-01', at * 7);
  const rows = (since: number) => ({
    complaints: many(28, (at) => many(at < 14 ? 8 : since, (of) => ({ complaint_id: `${at}-${of}`, received_at: `${week(at)} 09:00` }))).flat(),
    contacts: many(28, (at) => many(20, () => ({ at: `${week(at)} 10:00`, channel: 'in-person', client: 'A' }))).flat(),
  });
  const pageOf = (since: number) => complaintsPage(small(rows(since), { courtesy: { start: week(14) } }));

  test('sets what came beside what the rate before gives, and names the difference only with a signal', () => {
    const page = pageOf(3);
    expectRules(page);
    const chart = chartOf(page, 'complaints-expected');
    const { series, reach } = chart.drawing as LinesDrawing;
    expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([many(14, () => 3), many(14, () => 8)]);
    expect(reach![0]!.high - 8).toBeCloseTo(8 - reach![0]!.low, 9);
    expect(reach![0]!.high).toBeCloseTo(8 + 1.96 * Math.sqrt(8 + 64 / 112), 9);
    expect(chart.title).toBe('About 70 fewer complaints came than at the rate before');
    expect(JSON.stringify(page.sections.find(({ id }) => id === 'expected'))).toContain('the timing, not the cause');
  });

  test('claims nothing where the weeks show no signal', () => {
    const page = pageOf(8);
    expectRules(page);
    expect(chartOf(page, 'complaints-expected').title).toBe('What came cannot be told from what the rate before gives');
    expect(JSON.stringify(page.sections.find(({ id }) => id === 'expected'))).toContain('no difference is claimed');
  });

  test('is left out without a start and without a baseline', () => {
    expect(ids(complaintsPage(small(rows(3))))).not.toContain('expected');
    expect(ids(complaintsPage(small(rows(3), { courtesy: { start: week(3) } })))).not.toContain('expected');
  });
});

describe('the hours', () => {
  const timed = (minutes: readonly number[]) => ({
    complaints: daily('2026-02-01', 14),
    time_entries: minutes.map((logged, at) => ({ complaint_id: `K2026-02-01-${at}`, started_at: `${dayAt('2026-02-01', at)} 10:00`, minutes: logged })),
  });

  test('gives mean, half and nine in ten by month, and counts the complaints without time', () => {
    const page = complaintsPage(small(timed([...many(9, () => 60), 600])));
    expectRules(page);
    const chart = chartOf(page, 'hours-per-complaint');
    const february = chart.table.rows.find((row) => row[0]!.value === '2026-02-01')!;
    expect(february.map(({ value }) => value)).toEqual(['2026-02-01', 1.9, 1, expect.closeTo(1.9, 9), 10, 4]);
    expect(plain(chart.title)).toBe('A complaint takes 1.9 h in the mean, half take 1 h or less');
    const [, untimed] = ofKind(page, 'figures')[0]!.figures;
    expect(untimed!.note).toBe('4 of 14 complaints, 43 days');
    expect(chartOf(page, 'complaint-hours-part').title).toContain('100');
  });

  test('keeps the assumption apart where no complaint has time logged', () => {
    const page = complaintsPage(small({ complaints: daily('2026-03-01', 3), time_entries: [{ started_at: '2026-03-02 10:00', minutes: 30 }] }));
    expectRules(page);
    expect(JSON.stringify(page.sections.find(({ id }) => id === 'hours'))).toContain('{"em":"assumed"}');
    expect(chartsOf(page).map(({ id }) => id)).not.toContain('hours-per-complaint');
  });

  test('is left out where no hours are logged at all', () => {
    expect(ids(complaintsPage(small({ complaints: daily('2026-03-01', 3) })))).not.toContain('hours');
  });
});

describe('the clock', () => {
  const answered = (at: number, hours: number | null): Row => ({
    responded_at:
      hours === null ? null : new Date(Date.parse(`${dayAt('2026-03-01', at)}T09:00Z`) + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
  });

  test('lists the misses with their hours, those without an answer first', () => {
    const hours = [1, 2, 30, null, 25, 24];
    const page = complaintsPage(small({ complaints: daily('2026-03-01', hours.length, (at) => answered(at, hours[at]!)) }));
    expectRules(page);
    const { rows, columns } = tableOf(page, 'complaint-misses');
    expect([columns[4], plain(rows[0]![4]!.text)]).toEqual([{ name: 'Waited', unit: 'hours', numeric: true }, '12 d']);
    expect(rows.map((row) => [row[0]!.value, row[1]!.text, row[3]!.value, row[4]!.value])).toEqual([
      ['K2026-03-01-3', 'Pell', 'not yet', 11 * 24 + 15],
      ['K2026-03-01-2', 'Pell', 'late', 30],
      ['K2026-03-01-4', 'Pell', 'late', 25],
    ]);
    const { inside, bins } = chartOf(page, 'complaint-answer-times').drawing as StripDrawing;
    expect(inside).toEqual({ from: 0, to: DAY });
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(5);
    expect(plain(chartOf(page, 'complaint-answer-times').title)).toBe('2 of 5 answers took longer than 24 h');
  });

  test('counts none that was closed without an answer among those that wait, and ends its clock', () => {
    const rows = (waiting: boolean) =>
      daily('2026-03-01', 3, (at) => ({ ...answered(at, null), closed_at: at === 0 || !waiting ? `${dayAt('2026-03-01', at + 2)} 09:00` : null }));
    const page = complaintsPage(small({ complaints: rows(true) }));
    expectRules(page);
    expect(tableOf(page, 'complaint-misses').rows.map((row) => [row[0]!.value, row[3]!.value, row[4]!.value])).toEqual([
      ['K2026-03-01-1', 'not yet', 13 * 24 + 15],
      ['K2026-03-01-2', 'not yet', 12 * 24 + 15],
      ['K2026-03-01-0', 'closed without one', 48],
    ]);
    expect(JSON.stringify(page.sections)).toContain('3 of 3 complaints missed the 24 hours, 2 without an answer yet');
    expect(JSON.stringify(complaintsPage(small({ complaints: rows(false) })).sections)).toContain('3 closed without an answer');
  });

  test('has no list where every complaint was answered in time', () => {
    const page = complaintsPage(small({ complaints: daily('2026-03-01', 4, (at) => answered(at, 2)) }));
    expectRules(page);
    expect(plain(chartOf(page, 'complaint-answer-times').title)).toBe('All 4 answers came within 24 h');
    expect(ofKind(page, 'table').map(({ id }) => id)).not.toContain('complaint-misses');
  });
});

test('commitments are dated, kept and confirmed', () => {
  const complaints = daily('2026-03-01', 4, (at) => ({
    committed_at: '2026-03-05 09:00',
    commit_due_at: at === 0 ? null : '2026-03-08 09:00',
    acted_at: at === 3 ? '2026-03-09 09:00' : '2026-03-07 09:00',
    confirmed_at: at === 1 ? '2026-03-10 09:00' : null,
  }));
  const page = complaintsPage(small({ complaints }));
  expectRules(page);
  const { blocks } = page.sections.find(({ id }) => id === 'commitments')!;
  const figures = blocks[0]!.kind === 'figures' ? blocks[0]!.figures : [];
  expect(figures.slice(0, 3).map(({ id, value, unit }) => [id, value, unit])).toEqual([
    ['D13', '3', 'of 4'],
    ['D14', '2', 'of 3'],
    ['D15', '1', 'of 4'],
  ]);
});

describe('failed twice', () => {
  test('lists the second complaint about the same within 60 days, and how many there were before', () => {
    const complaints = [
      { complaint_id: 'A', client: 'Pell', cause: 'slow', received_at: '2026-01-20 09:00' },
      { complaint_id: 'B', client: 'Pell', cause: 'slow', received_at: '2026-03-02 09:00' },
      { complaint_id: 'C', client: 'Pell', cause: 'late', received_at: '2026-03-03 09:00' },
      { complaint_id: 'D', client: 'Orr', cause: 'slow', received_at: '2026-03-04 09:00' },
    ];
    const page = complaintsPage(small({ complaints }));
    expectRules(page);
    expect(tableOf(page, 'complaints-again').rows.map((row) => row.map(({ value }) => value))).toEqual([['Pell', 'A', '2026-01-20', 'B', '2026-03-02', 41]]);
    expect(page.sections.find(({ id }) => id === 'again')!.blocks[0]).toMatchObject({ text: '1 complaint came a second time within 60 days in 55 days' });
  });
});

describe('causes', () => {
  const caused = (cause: string | null, first: string, count: number) => daily(first, count, () => ({ cause }));

  test('ranks them with the day of their fix, and says less often only beyond chance', () => {
    const complaints = [
      ...caused('invoice unclear', '2025-06-01', 60),
      ...caused('late', '2025-08-01', 4),
      ...caused('late', '2026-02-20', 2),
      ...caused(null, '2026-01-01', 3),
    ];
    const events = [
      { date: '2025-09-01', kind: 'fixed', cause: 'Invoice unclear', label: 'New form' },
      { date: '2025-12-01', kind: 'fixed', cause: 'late', label: 'Fewer visits a day' },
    ];
    const page = complaintsPage(small({ complaints, events }));
    expectRules(page);
    const pareto = chartOf(page, 'complaint-causes');
    expect((pareto.drawing as BarsDrawing).rows.map(({ label, value, note, singled }) => [label, value, plain(note), singled])).toEqual([
      ['Invoice unclear', 60, 'fixed on 1 Sep 2025', true],
      ['Late', 6, 'fixed on 1 Dec 2025', false],
      ['No cause recorded', 3, '', false],
    ]);
    expect(pareto.table.rows.map((row) => row[2]!.value)).toEqual([60 / 69, 66 / 69, 1]);
    const fixes = chartOf(page, 'complaint-fixes');
    expect(fixes.title).toBe('One of two fixed causes came back less often after the fix');
    expect((fixes.drawing as IntervalsDrawing).rows.map(({ text }) => plain(text))).toEqual([
      '58.7, 60 in 92 d',
      '0.0, 0 in 196 d',
      '2.0, 4 in 183 d',
      '1.7, 2 in 105 d',
    ]);
  });

  test('a fix whose two rates could be one is not said to have helped', () => {
    const complaints = [...caused('invoice unclear', '2025-06-01', 76), ...caused('late', '2024-09-01', 30), ...caused('late', '2025-12-20', 2)];
    const fixed = (cause: string, date: string) => ({ date, kind: 'fixed', cause, label: 'x' });
    const page = complaintsPage(small({ complaints, events: [fixed('invoice unclear', '2025-10-01'), fixed('late', '2025-12-15')] }));
    const chart = chartOf(page, 'complaint-fixes');
    expect((chart.drawing as IntervalsDrawing).rows.slice(2).map(({ text, low, high }) => [plain(text), low?.toFixed(1), high?.toFixed(1)])).toEqual([
      ['5.7, 30 in 470 d', '3.9', '8.2'],
      ['2.0, 2 in 91 d', '0.2', '7.1'],
    ]);
    expect(chart.title).toBe('One of two fixed causes came back less often after the fix');
    expectRules(page);
  });

  test('says how to date a fix where none is, and ranks nothing on a tie', () => {
    const page = complaintsPage(small({ complaints: [...caused('slow', '2026-03-01', 2), ...caused('late', '2026-03-01', 2)] }));
    expectRules(page);
    expect(chartOf(page, 'complaint-causes').title).toBe('No single cause gives the most of 4 complaints');
    expect(JSON.stringify(page.sections.find(({ id }) => id === 'causes'))).toContain('No cause has a dated fix');
  });
});

describe('after the recovery', () => {
  const both = (clients: number, after: number) => ({
    complaints: many(clients, (at) => ({
      complaint_id: `K${at}`,
      client: `C${at}`,
      received_at: '2026-02-02 09:00',
      recovery_answer: after,
      recovery_scale_low: 1,
      recovery_scale_high: 5,
    })),
    surveys: many(clients, (at) => ({
      response_id: `S${at}`,
      client: `C${at}`,
      answered_at: '2026-01-05 09:00',
      answer: String(2 + (at % 3)),
      scale_low: 1,
      scale_high: 5,
    })),
  });

  test('says nothing under 20 clients with both, and who is in it', () => {
    const page = complaintsPage(small(both(19, 5)));
    expectRules(page);
    const text = JSON.stringify(page.sections.find(({ id }) => id === 'comparison'));
    expect(text).toContain('19 clients have ratings from before and after a complaint. Under 20 nothing is said.');
    expect(chartsOf(page).map(({ id }) => id)).not.toContain('recovery-comparison');
  });

  test('gives the difference from 20 on with its interval, and its evidence', () => {
    const page = complaintsPage(small(both(21, 5)));
    expectRules(page);
    const chart = chartOf(page, 'recovery-comparison');
    expect(chart.title).toBe('Those who answered twice rate us higher after their complaint than before');
    const [row] = (chart.drawing as IntervalsDrawing).rows;
    expect(row!.value).toBeCloseTo(50, 9);
    expect(row!.low!).toBeLessThan(50);
    expect(JSON.stringify(page.sections.find(({ id }) => id === 'comparison'))).toContain('Low ratings also drift up by themselves');
  });

  test('tells no difference from chance where the interval holds zero', () => {
    const page = complaintsPage(small(both(21, 3)));
    expect(chartOf(page, 'recovery-comparison').title).toBe('Ratings after a complaint cannot be told apart from those before');
  });
});

test('names of those who complain appear nowhere', () => {
  const complaints = daily('2026-03-01', 12, (at) => ({ requester: at < 7 ? 'Gwen Ashworth' : `Other ${at}` }));
  const page = complaintsPage(small({ complaints }));
  expectRules(page);
  expect(chartOf(page, 'complaint-people').title).toBe('Three of 6 people made 9 of 12 complaints');
  expect(JSON.stringify(page)).not.toMatch(/Gwen|Ashworth|Other \d/);
});

test('negative answers stand beside complaints, without a link between them', () => {
  const surveys = many(3, (at) => ({
    response_id: String(at),
    client: 'Pell',
    answered_at: '2026-03-03 09:00',
    answer: at < 2 ? '1' : '5',
    scale_low: 1,
    scale_high: 5,
  }));
  const page = complaintsPage(small({ complaints: daily('2026-03-01', 4), surveys }));
  expectRules(page);
  expect(chartOf(page, 'negative-and-formal').title).toBe('2 negative answers beside 4 formal complaints in 15 days');
  const { blocks } = page.sections.find(({ id }) => id === 'unsaid')!;
  expect(blocks[0]).toMatchObject({ figures: [{ value: '0.50', unit: 'to 1' }] });
});
