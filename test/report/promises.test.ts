import { describe, expect, test } from 'vitest';
import type {
  BarsDrawing,
  IntervalsDrawing,
  LinesDrawing,
  RangesDrawing,
  ScatterDrawing,
  SlopesDrawing,
  SpansDrawing,
  StripDrawing,
} from '../../src/report/model.ts';
import { promisesPage } from '../../src/report/promises.ts';
import { thisWeek } from '../../src/report/this-week.ts';
import type { Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const idsOf = (page: ReturnType<typeof promisesPage>) => page.sections.map(({ id }) => id);

/** So many promises of Ash due at noon of a day, kept an hour before or after, or not at all. */
function promised(count: number, kept: 'before' | 'after' | null, more: Row = {}): readonly Row[] {
  const hour = { before: '11', after: '13' };
  return Array.from({ length: count }, (_, at) => ({
    promise_id: `${kept}${more.told_at ?? ''}${more.kind ?? ''}${more.client ?? ''}${at}`,
    client: 'Ash',
    kind: 'task',
    made_at: '2026-03-01 12:00',
    due_at: '2026-03-03 12:00',
    kept_at: kept === null ? null : `2026-03-03 ${hour[kept]}:00`,
    told_at: null,
    ...more,
  }));
}

/** So many visits of one window's width in hours, from 8:00, with arrivals so many minutes after its start. */
function visited(width: number, arrivals: readonly (number | null)[], more: Row = {}): readonly Row[] {
  const clock = (minutes: number) => new Date(Date.UTC(2026, 2, 3, 8, minutes)).toISOString().slice(0, 16).replace('T', ' ');
  return arrivals.map((after, at) => ({
    appointment_id: `${width}-${more.client ?? ''}-${at}`,
    client: 'Ash',
    window_start: clock(0),
    window_end: clock(width * 60),
    arrived_at: after === null ? null : clock(after),
    ...more,
  }));
}

const rowsOf = ({ rows }: IntervalsDrawing) => rows.map(({ label, text }) => [label, plain(text)]);

describe('promisesPage', () => {
  test('keeps the rules of pages and gives every section on the demo firm', async () => {
    const page = promisesPage(await demo());
    expectRules(page);
    expectOwnIds([page]);
    expect(idsOf(page)).toEqual('board trend overdue clients pairs kinds lead promising arrivals runs widths lateness changed on-site follow-ups'.split(' '));
    expect(plain(page.title)).toBe('75 of 88 promises kept in time, too close to 85 % to tell');
    expect(page.intro).toContain('Of 13 that slipped, five were told before and eight came in silence.');
    expect(rowsOf(chartOf(page, 'promise-board').drawing as IntervalsDrawing)).toEqual([
      ['Kept in time', '85 %, 75 of 88'],
      ['Slipped, told before', '6 %, 5 of 88'],
      ['Slipped in silence', '9 %, 8 of 88'],
      ['Slipped and still open', '2 %, 2 of 88'],
    ]);
    expect(tableOf(page, 'promises-overdue').rows).toHaveLength(9);
    expect(tableOf(page, 'follow-ups-due').rows).toHaveLength(3);
    expect((chartOf(page, 'promise-lead-times').drawing as RangesDrawing).rows[0]!.text).toBe('n\u00a0=\u00a040');
    const bins = (chartOf(page, 'lateness').drawing as StripDrawing).bins;
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(70);
    const widths = chartOf(page, 'window-widths').table.rows;
    expect(widths.reduce((sum, row) => sum + Number(row[2]!.value), 0)).toBe(70);
  });

  test('tells slips apart by whether the client was told before the due time', () => {
    const told = promised(2, 'after', { told_at: '2026-03-03 09:00' });
    const silent = promised(3, 'after', { told_at: '2026-03-03 12:30' });
    const rows = [...promised(15, 'before'), ...told, ...silent, ...promised(1, null)];
    const page = promisesPage(small({ promises: rows }));
    const chart = chartOf(page, 'promise-board');
    expect(chart.title).toBe('4 of 6 slips came in silence');
    expect(chart.table.rows.map((row) => row.slice(1, 3).map(({ value }) => value))).toEqual([
      [15, 21],
      [2, 21],
      [4, 21],
      [1, 21],
    ]);
    expectRules(page);
  });

  test('does not call a slip silent where nothing records who was told', () => {
    const rows = [...promised(15, 'before'), ...promised(3, 'after')].map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'told_at')),
    );
    const page = promisesPage(small({ promises: rows }));
    expect(rowsOf(chartOf(page, 'promise-board').drawing as IntervalsDrawing).map(([label]) => label)).toEqual([
      'Kept in time',
      'Slipped',
      'Slipped and still open',
    ]);
    expect(JSON.stringify(page)).not.toContain('silence');
    expectRules(page);
  });

  test('lists what is overdue, the oldest first, with its ticket and client', () => {
    const rows = [
      ...promised(1, null, { due_at: '2026-02-03 12:00', ticket_id: '77', client: 'Elm', kind: 'quote' }),
      ...promised(1, null, { due_at: '2026-03-10 12:00', ticket_id: null }),
      ...promised(1, null, { promise_id: 'later', due_at: '2026-03-20 12:00', ticket_id: null }),
    ];
    const page = promisesPage(small({ promises: rows }));
    expect(tableOf(page, 'promises-overdue').rows.map((row) => row.slice(1).map(({ text }) => plain(text)))).toEqual([
      ['77', 'Elm', 'quote', '3 Feb 2026', '40'],
      ['–', 'Ash', 'task', '10 Mar 2026', '5'],
    ]);
    expect(ofKind(page, 'heading')[0]!.text).toBe('2 promises are overdue, the oldest by 40 days');
    expectRules(page);
  });

  test('names only the client that stands apart, and gives few promises as counts', () => {
    const rows = [
      ...promised(40, 'before'),
      ...promised(20, 'after', { client: 'Elm' }),
      ...promised(4, 'before', { client: 'Oak' }),
      ...promised(1, 'after', { client: 'Oak' }),
    ];
    const chart = chartOf(promisesPage(small({ promises: rows })), 'promises-by-client');
    expect(chart.title).toBe('Elm has fewer promises kept than the other clients');
    const { rows: drawn } = chart.drawing as IntervalsDrawing;
    expect(drawn.map(({ label, text, value, singled }) => [label, plain(text), value, singled])).toEqual([
      ['Elm', '0 to 16 %, 0 of 20', 0, true],
      ['Ash', '100 %, 40 of 40', 1, false],
      ['Oak', '4 of 5', null, false],
    ]);
  });

  test('compares three months with the three before only where chance does not explain it', () => {
    const month = (on: string, kept: number, late: number): readonly Row[] =>
      Array.from({ length: kept + late }, (_, at) => ({
        promise_id: `${on}${at}`,
        client: 'Ash',
        due_at: `${on}-10 12:00`,
        kept_at: `${on}-${at < kept ? '10 11:00' : '11 11:00'}`,
      }));
    const title = (late: number) => {
      const earlier = ['2025-09', '2025-10', '2025-11'].flatMap((on) => month(on, 18, 2));
      const last = ['2025-12', '2026-01', '2026-02'].flatMap((on) => month(on, 20 - late, late));
      const page = promisesPage(small({ promises: [...earlier, ...last, ...month('2026-03', 4, 0)] }));
      expectRules(page);
      return chartOf(page, 'promises-kept-by-month');
    };
    expect(title(3).title).toBe('The last three months cannot be told apart from the three before');
    expect(title(12).title).toBe('Fewer promises were kept in time in the last three months than before');
    const { series } = title(3).drawing as LinesDrawing;
    expect(series[0]!.points.at(-1)).toEqual({ start: '2026-03-01', value: null, open: true });
    expect(series[0]!.points).toHaveLength(7);
  });

  test('goes by week where the weeks have ten promises', () => {
    const day = (week: number) => new Date(Date.UTC(2025, 8, 3 + week * 7)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 28 * 20 }, (_, at) => {
      const on = day(Math.floor(at / 20));
      return { promise_id: String(at), client: 'Ash', due_at: `${on} 12:00`, kept_at: `${on} ${at % 10 === 0 ? '13' : '11'}:00` };
    });
    const page = promisesPage(small({ promises: rows }));
    expect(chartOf(page, 'promises-kept-by-week').title).toBe('No week differs from the others by more than chance');
    expectRules(page);
  });

  test('sets targets met beside promises kept, and says at whom they part', () => {
    const tickets = Array.from({ length: 40 }, (_, at) => ({
      ticket_id: String(at),
      client: 'Ash',
      opened_at: '2026-03-02 09:00',
      resolved_at: '2026-03-02 10:00',
      due_at: '2026-03-02 11:00',
    }));
    const chart = chartOf(
      promisesPage(small({ tickets, promises: [...promised(12, 'before'), ...promised(12, 'after', { kind: 'quote' })] })),
      'sla-and-promises',
    );
    expect(chart.title).toBe('Ash: the target is met more often than the promise');
    expect((chart.drawing as SlopesDrawing).rows.map(({ label, left, right, singled }) => [label, left, right, singled])).toEqual([
      ['Whole firm', 1, 0.5, false],
      ['Ash', 1, 0.5, true],
    ]);
  });

  test('gives lead times by kind, none under ten promises', () => {
    const wish = { requested_at: '2026-03-02 12:00' };
    const rows = [...promised(12, 'before', wish), ...promised(3, 'before', { ...wish, kind: 'quote' })];
    const chart = chartOf(promisesPage(small({ promises: rows })), 'promise-lead-times');
    expect(plain(chart.title)).toBe('Clients ask for 24 h, we agree 2 d and take 47 h');
    expect(chart.table.rows.map((row) => row.map(({ value }) => value))).toEqual([
      ['All promises', 24, 48, 47, 15],
      ['Tasks', 24, 48, 47, 12],
      ['Quotes', null, null, null, 3],
    ]);
  });
});

describe('the time promised beside the time taken', () => {
  /** Promises of Ash made at noon on 2 March, kept the next days, from so many hours promised and taken each. */
  const taking = (times: readonly (readonly [promised: number, taken: number])[], more: Row = {}): readonly Row[] => {
    const at = (hours: number) => new Date(Date.UTC(2026, 2, 2, 12, hours * 60)).toISOString().slice(0, 16).replace('T', ' ');
    return times.map(([due, kept], index) => ({
      promise_id: `P${index}`,
      client: 'Ash',
      kind: 'task',
      made_at: at(0),
      due_at: at(due),
      kept_at: at(kept),
      ...more,
    }));
  };
  const leadOf = (rows: readonly Row[]) => {
    const page = promisesPage(small({ promises: rows }));
    expectRules(page);
    return { page, blocks: page.sections.find(({ id }) => id === 'lead')!.blocks };
  };
  const notesOf = (rows: readonly Row[]) => leadOf(rows).blocks.flatMap((block) => (block.kind === 'note' ? [plain(String(block.words))] : []));

  test('gives a dot to each promise kept, the newest first, as the figures count them', async () => {
    const material = await demo();
    const page = promisesPage(material);
    const chart = chartOf(page, 'promised-and-taken');
    const { points, lines, scale } = chart.drawing as ScatterDrawing;
    const figures = ofKind(page, 'figures').flatMap((block) => block.figures);
    const hitsOf = (id: string) => Number(/^(\d+) of/.exec(String(figures.find((figure) => figure.id === id)!.note))![1]);
    expect(plain(chart.title)).toBe(`${hitsOf('E10-late')} of ${points.length} promises kept late, ${hitsOf('E10-padding')} done in under half the time`);
    expect(points.filter(({ singled }) => singled)).toHaveLength(hitsOf('E10-late'));
    expect(points.filter(({ x, y }) => y < x + lines[1]!.above - 1e-9)).toHaveLength(hitsOf('E10-padding'));
    expect(points.every(({ x, y }) => x >= scale.low && x <= scale.high && y >= scale.low && y <= scale.high)).toBe(true);
    expect(chart.table.rows).toHaveLength(points.length);
    const days = chart.table.rows.map((row) => String(row[3]!.value));
    expect(days).toEqual(days.toSorted().reverse());
    expect(chart.shown).toBeUndefined();
  });

  test('singles out the late ones, and none that is half of the time or just in time', () => {
    const { page } = leadOf(taking([[48, 49], [48, 48], [48, 24], [48, 23], ...Array.from({ length: 6 }, () => [4, 3] as const)]));
    const chart = chartOf(page, 'promised-and-taken');
    expect(chart.title).toBe('1 of 10 promises kept late, 1 done in under half the time');
    expect((chart.drawing as ScatterDrawing).points.map(({ singled }) => singled)).toEqual([true, ...Array<boolean>(9).fill(false)]);
    expect(chart.table.rows.slice(0, 2).map((row) => row.map(({ text }) => plain(text)))).toEqual([
      ['P0', 'Ash', 'task', '4 Mar 2026', '2 d', '2 d 1 h'],
      ['P1', 'Ash', 'task', '4 Mar 2026', '2 d', '2 d'],
    ]);
    expect(plain(chart.summary)).toBe('Kept late 1; in time, and in half of it or more 8; in under half of it 1. Median promised 4 h, taken 3 h.');
  });

  test('of all in good time names none late', () => {
    const { page } = leadOf(taking(Array.from({ length: 10 }, () => [48, 47] as const)));
    expect(chartOf(page, 'promised-and-taken').title).toBe('None of 10 promises kept late, none done in under half the time');
  });

  test('stands up to a quarter of an hour on the first tick, which says so', () => {
    const { page } = leadOf(taking([[1 / 60, 1 / 30], ...Array.from({ length: 9 }, () => [4, 3] as const)]));
    const { points, scale } = chartOf(page, 'promised-and-taken').drawing as ScatterDrawing;
    expect(plain(scale.ticks[0]!.text)).toBe('≤ 15 min');
    expect(points.at(-1)).toEqual({ x: scale.low, y: scale.low, singled: true });
  });

  test('draws the newest 300 and says so; the CSV has all', () => {
    const { page } = leadOf(taking(Array.from({ length: 301 }, (_, at) => [48, 24 + at / 60] as const)));
    const chart = chartOf(page, 'promised-and-taken');
    expect(plain(chart.subtitle)).toMatch(/n = 301, the newest 300 drawn$/);
    expect((chart.drawing as ScatterDrawing).points).toHaveLength(300);
    expect([chart.table.rows.length, chart.shown]).toEqual([301, 300]);
    expect(chart.table.rows.at(-1)![0]!.text).toBe('P0');
  });

  test('is a sentence beside the figures under ten promises, or with none kept', () => {
    const times = Array.from({ length: 9 }, () => [48, 47] as const);
    expect(notesOf(taking(times))).toEqual(['Promises are drawn from 10 on: 9 promises kept have both times in 2 weeks.']);
    expect(notesOf(taking([[48, 47]]))).toEqual(['Promises are drawn from 10 on: 1 promise kept has both times in 2 weeks.']);
    expect(notesOf(taking(times, { made_at: null, kept_at: null }))).toEqual(['No promise kept in 12 days has both times.']);
    expect(leadOf(taking(times)).blocks.map(({ kind }) => kind)).toEqual(['figures', 'note']);
  });

  test('is left out where nothing records when promises were made', () => {
    const rows = taking(Array.from({ length: 12 }, () => [48, 47] as const)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'made_at')),
    );
    expect(promisesPage(small({ promises: rows })).sections.map(({ id }) => id)).not.toContain('lead');
  });
});

describe('visits', () => {
  const visits = [...visited(1, [...Array<number>(30).fill(20), 90]), ...visited(4, [...Array<number>(8).fill(250), ...Array<number>(4).fill(-5), null])];

  test('count by the width of their window, an hour and four hours among the edges', () => {
    const page = promisesPage(small({ appointments: visits }));
    const chart = chartOf(page, 'window-widths');
    expect(chart.title).toBe('Windows of 240 min or more are met less often than the rest');
    const { columns, marks } = chart.drawing as SpansDrawing;
    expect(columns.map(({ text, singled }) => [plain(text), singled])).toEqual([
      ['97 %, 30 of 31', false],
      ['no visit', false],
      ['no visit', false],
      ['0 to 23 %, 0 of 13', true],
    ]);
    expect(marks.map(({ after, text }) => [after, text])).toEqual([
      [1, '60 min: still good'],
      [3, '240 min: too wide'],
    ]);
    expectRules(page);
  });

  test('lie before, in and after the window, or are missed', () => {
    const chart = chartOf(promisesPage(small({ appointments: visits })), 'lateness');
    expect(chart.title).toBe('Of 44 visits, 4 came early, 9 late, 1 not at all');
    expect(chart.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['before the window', '0 to 10 min', '4'],
      ['in the window', '5 of 12 parts', '30'],
      ['after the window', '0 to 10 min', '8'],
      ['after the window', '20 to 30 min', '1'],
      ['missed', '', '1'],
    ]);
  });

  test('stand beside what is on record of the 13 weeks before, and say nothing of weeks without any', () => {
    const before = visited(1, Array<number>(10).fill(90)).map((row, at) => ({
      ...row,
      appointment_id: `b${at}`,
      window_start: '2025-12-02 08:00',
      window_end: '2025-12-02 09:00',
      arrived_at: '2025-12-02 08:30',
    }));
    const pastOf = (rows: readonly Row[]) =>
      ofKind(promisesPage(small({ appointments: rows })), 'figures')
        .flatMap(({ figures }) => figures)
        .find(({ id }) => id === 'C13')!.sparkText;
    expect(plain(pastOf([...visits, ...before]))).toBe('13 days before: 72 to 100 %, 10 of 10');
    expect(pastOf(visits)).toMatch(/^No line: /);
  });

  test('of clients make runs, the longest singled out unless it is shared', () => {
    const on = (client: string, arrivals: readonly (number | null)[]): readonly Row[] =>
      arrivals.map((after, at) => ({
        ...visited(1, [after], { client })[0]!,
        appointment_id: `${client}${at}`,
        window_start: `2026-03-0${at + 1} 08:00`,
        window_end: `2026-03-0${at + 1} 09:00`,
        arrived_at: after === null ? null : `2026-03-0${at + 1} 08:${after}`,
      }));
    const page = (rows: readonly Row[]) => promisesPage(small({ appointments: rows }));
    const one = page([...on('Ash', [null, 10, 10, 10]), ...on('Elm', [10, 10, null])]);
    expect(chartOf(one, 'on-time-runs').title).toBe('Ash has the longest run: 3 visits in a row');
    expect((chartOf(one, 'on-time-runs').drawing as BarsDrawing).rows.map(({ label, value, singled }) => [label, value, singled])).toEqual([
      ['Ash', 3, true],
      ['Elm', 0, false],
    ]);
    expect(ofKind(one, 'heading').map(({ text }) => text)).toContain('On-time run: 1');
    const shared = page([...on('Ash', [10, 10]), ...on('Elm', [10, 10])]);
    expect(chartOf(shared, 'on-time-runs').title).toBe('Two clients share the longest run: 2 visits in a row');
    expectRules(shared);
  });
});

describe('without some of the records', () => {
  test('says what to record where there is neither promise nor visit', () => {
    const page = promisesPage(small({ tickets: [{ ticket_id: '1', opened_at: '2026-03-02 09:00', resolved_at: '2026-03-02 10:00' }] }));
    expect(page.title).toBe('No promise and no visit is on record');
    expect(chartsOf(page)).toEqual([]);
    expect(ofKind(page, 'table').map(({ id }) => id)).toEqual(['template-promises', 'template-appointments', 'template-replacements']);
    expectRules(page);
  });

  test('with promises alone asks for visits, and the other way round', () => {
    const promises = promisesPage(small({ promises: [...promised(12, 'before'), ...promised(2, 'after')] }));
    expect(idsOf(promises)).toEqual(expect.arrayContaining(['board', 'template-appointments', 'template-replacements']));
    expect(idsOf(promises)).not.toContain('arrivals');
    expect(promises.intro).toContain('No export holds visits or replacements');
    expectRules(promises);
    const visits = promisesPage(small({ appointments: visited(1, Array<number>(12).fill(10)) }));
    expect(visits.title).toBe('12 of 12 visits came within the window, too close to 85\u00a0% to tell');
    expect(chartOf(visits, 'arrivals').title).toBe('All 12 visits came within the window');
    expect(idsOf(visits)).toEqual(expect.arrayContaining(['arrivals', 'template-promises']));
    expect(idsOf(visits)).not.toContain('board');
    expectRules(visits);
  });

  test('with promises and visits alone gives This week two figures that lead here', () => {
    const material = small({ promises: promised(12, 'before'), appointments: visited(1, Array<number>(12).fill(10)) });
    const { figures } = ofKind(thisWeek(material, { previous: null, refusals: [], files: [], settings: '', restated: [] }), 'figures')[0]!;
    expect(figures.map(({ id, href }) => [id, href])).toEqual([
      ['B21', 'promises/'],
      ['C13', 'promises/#arrivals'],
    ]);
  });

  test('says so where nothing records which promises were kept', () => {
    const page = promisesPage(
      small({ promises: [{ promise_id: '1', client: 'Ash', made_at: '2026-03-02 09:00', due_at: '2026-03-03 12:00', due_has_time: true }] }),
    );
    expect(page.title).toBe('Which promises were kept cannot be told');
    expect(idsOf(page)).toContain('promising');
    expectRules(page);
  });

  test('keeps the months where nothing fell due in the last 13 weeks', () => {
    const page = promisesPage(
      small({ promises: promised(12, 'before', { due_at: '2025-10-03 12:00', kept_at: '2025-10-03 11:00', made_at: '2025-10-01 12:00' }) }),
    );
    expect(page.title).toBe('No promise fell due in 13 weeks');
    expect(chartOf(page, 'promises-kept-by-month').title).toBe('Too few promises to compare three months with the three before');
    expectRules(page);
  });

  test('gives a handful as counts, without a percentage', () => {
    const page = promisesPage(small({ promises: [...promised(4, 'before'), ...promised(1, 'after')], appointments: visited(1, [10, 10, 70]) }));
    expect(plain(page.title)).toBe('4 of 5 promises kept in time, too few to tell');
    for (const chart of [chartOf(page, 'promise-board'), chartOf(page, 'arrivals')]) {
      const { rows } = chart.drawing as IntervalsDrawing;
      expect(rows.every(({ value, text }) => value === null && !text.includes('%'))).toBe(true);
    }
    expectRules(page);
  });
});
