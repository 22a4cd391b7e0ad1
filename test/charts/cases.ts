import type {
  BalanceDrawing,
  BarsDrawing,
  CalendarDrawing,
  DistributionDrawing,
  Drawing,
  GridCell,
  GridDrawing,
  IntervalsDrawing,
  LinesDrawing,
  ProcessDrawing,
  RangesDrawing,
  Regime,
  Scale,
  ScatterDrawing,
  SlopesDrawing,
  SpansDrawing,
  StripDrawing,
  TimePoint,
  VisitsDrawing,
} from '../../src/report/model.ts';

const DAY = 86_400_000;

/** Points from a first day in equal steps; `open` marks the last as the running period. */
export function periods(first: string, days: number, values: readonly (number | null)[], open = false): TimePoint[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return values.map((value, index) => ({
    start: new Date(start + index * days * DAY).toISOString().slice(0, 10),
    value,
    open: open && index === values.length - 1,
  }));
}

/** Points at the first of each month. */
function months(year: number, values: readonly (number | null)[], open = false): TimePoint[] {
  return values.map((value, index) => ({
    start: new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 10),
    value,
    open: open && index === values.length - 1,
  }));
}

export function scale(low: number, high: number, ...ticks: readonly [number, string][]): Scale {
  return { low, high, ticks: ticks.map(([value, text]) => ({ value, text })) };
}

const FIFTEEN = scale(0, 15, [0, '0'], [5, '5'], [10, '10'], [15, '15']);
export const SHARES = scale(0.5, 1, [0.5, '50 %'], [0.6, '60'], [0.85, '85'], [0.95, '95'], [1, '100']);
const BAND = { low: 0.85, high: 0.95, text: '85 to 95' };
const BASELINE = [7, 9, 6, 8, 5, 10, 7, 6, 9, 8, 7, 5, 8, 11, 6, 7, 9, 8, 6, 7, 10, 8, 7, 9, 8];
const AFTER = [8, 9, 6, 5, 6, 4, 5, 3, 4, 5, 4, 2, 4, 1, 3, 5, 4, 6, 3, 4, 2, 5, 4, 3, 4, 2, 4, 3];

/** Repeatable numbers from 0 to 1, without an order. */
export function wave(count: number, seed = 1): number[] {
  return Array.from({ length: count }, (_, index) => {
    const value = Math.sin((index + 1) * 12.9898 * seed) * 43_758.5453;
    return Math.round((value - Math.floor(value)) * 1_000) / 1_000;
  });
}

export function regime(from: number, to: number, mean: number | null, more: Partial<Regime> = {}): Regime {
  const text = mean === null ? '' : `mean ${mean}`;
  const words = { meanText: text, meanShort: text, limitText: '', limitShort: '' };
  return { from, to, mean, lower: null, upper: null, now: false, ...words, ...more };
}

const BEFORE = regime(0, 24, 7.6, {
  lower: 1.8,
  upper: 13.5,
  meanText: 'mean before 7.6',
  meanShort: 'was 7.6',
  limitText: 'limits 1.8 to 13.5',
  limitShort: '1.8 to 13.5',
});
const SINCE = regime(25, 52, 4.2, {
  upper: 8.6,
  now: true,
  meanText: 'mean now 4.2',
  meanShort: 'now 4.2',
  limitText: 'limit now 8.6',
  limitShort: 'limit 8.6',
});
const PROGRAMME = {
  day: '2025-09-01',
  text: 'Courtesy programme starts, 1 Sep 2025',
  short: ['Programme starts,', '1 Sep 2025'],
};

export const COMPLAINTS: ProcessDrawing = {
  shape: 'process',
  scale: FIFTEEN,
  points: periods('2025-03-10', 7, [...BASELINE, ...AFTER]),
  regimes: [BEFORE, SINCE],
  events: [PROGRAMME],
  signals: [{ from: 27, to: 34, text: 'eight weeks in a row under the old mean: a signal by 3 Nov' }],
  band: null,
};

const HOSTILE = '</text><script>alert("x")</script>&amp;\u0000\u202e\ud800\n' + "' onload='";
const LONG = 'The Amalgamated Society of Rather Longwinded Surveyors and Sons '.repeat(4).slice(0, 200);
const ARABIC = 'شركة الميناء لطب الأسنان والاستشارات الهندسية والمقاولات العامة المحدودة';
const HEBREW = 'מרפאת השיניים של רחוב הנמל';

const STEPS: BarsDrawing = {
  shape: 'bars',
  full: 114,
  rows: [
    { label: 'Answered', value: 112, text: '112', note: 'of 114 complaints', singled: false },
    { label: 'Thanked', value: 92, text: '92', note: '', singled: false },
    { label: 'Heard out', value: 100, text: '100', note: '', singled: false },
    { label: 'Repeated back', value: 52, text: '52', note: 'skipped 62 times, the most of any step', singled: true },
    { label: 'Apologised', value: 90, text: '90', note: '', singled: false },
    { label: 'Committed to a day', value: 82, text: '82', note: '', singled: false },
    { label: 'Acted', value: 106, text: '106', note: '', singled: false },
    { label: 'Confirmed with them', value: 70, text: '70', note: '', singled: false },
  ],
};

function interval(label: string, value: number | null, half: number, text: string): IntervalsDrawing['rows'][number] {
  const [low, high] = value === null ? [null, null] : [value - half, Math.min(1, value + half)];
  return { label, value, low, high, text, singled: false };
}

const CLIENTS: IntervalsDrawing = {
  shape: 'intervals',
  scale: SHARES,
  band: BAND,
  rows: [
    { ...interval('Northgate Dental Labs', 0.61, 0.16, '19 of 31'), singled: true },
    interval('Brookline Surveyors', 0.82, 0.09, '64 of 78'),
    interval('Harbour Street Dental', 0.956, 0.06, '44 of 46'),
    interval('Pell & Partners', null, 0, '7 of 9, too few'),
    interval('St Anne’s Housing', 0.9, 0.03, '341 of 379'),
  ],
};

const MINUTES = scale(0, 90, [0, '0'], [15, '15'], [30, '30 min'], [45, '45'], [60, '1 h'], [90, '1 h 30 min']);
const COUNTS = [2, 10, 8, 11, 8, 10, 4, 8, 3, 4, 4, 3, 0, 2, 3, 1, 3, 0, 3, 0, 1, 1, 0, 0, 1, 3, 0, 1, 0, 2];

function spread(counts: readonly number[], dots: boolean): DistributionDrawing {
  const size = 90 / counts.length;
  return {
    shape: 'distribution',
    scale: MINUTES,
    bins: counts.map((count, index) => ({ from: index * size, to: (index + 1) * size, count })),
    dots,
    marks: [
      { value: 18, text: 'half within 18 min', short: 'half within 18 min' },
      { value: 57, text: '9 in 10 within 57 min', short: '9 in 10: 57 min' },
    ],
  };
}

const LEVELS = scale(0, 1, [0, '0 %'], [0.5, '50'], [1, '100']);
const TEAM: LinesDrawing = {
  shape: 'lines',
  scale: SHARES,
  series: [
    { name: 'Remote desk', short: 'remote', points: months(2025, [0.8, 0.82, 0.86, 0.84, 0.88, 0.9, 0.91], false) },
    { name: 'On site', short: 'on site', points: months(2025, [0.9, 0.88, 0.89, 0.9, 0.895, 0.88, 0.9]) },
    { name: 'Projects', short: 'projects', points: months(2025, [0.7, null, 0.74, null, 0.8, 0.89, 0.9]) },
    { name: LONG, short: LONG, points: months(2025, [0.6, 0.65, 0.62, 0.7, 0.72, 0.7, 0.71]) },
  ],
  events: [],
  band: null,
};

function pair(label: string, left: number, right: number, singled = false): SlopesDrawing['rows'][number] {
  return { label, left, right, text: `${label}, ${Math.round(left * 100)} to ${Math.round(right * 100)} %`, singled };
}

const PAIRS: SlopesDrawing = {
  shape: 'slopes',
  scale: SHARES,
  heads: ['solved within target', 'promises kept in time'],
  shortHeads: ['SLA', 'promise'],
  rows: [
    pair('Whole firm', 0.79, 0.85),
    pair('Northgate Dental Labs', 0.9, 0.61, true),
    pair('Brookline Surveyors', 0.72, 0.91),
    pair('Harbour Street Dental', 0.82, 0.92),
  ],
};

/** Hours on a logarithmic scale. */
const spot = (across: number, up: number): ScatterDrawing['points'][number] => ({ x: Math.log(across), y: Math.log(up), singled: up > across });

const TIMES: ScatterDrawing = {
  shape: 'scatter',
  scale: {
    low: Math.log(1),
    high: Math.log(384),
    ticks: [
      { value: Math.log(1), text: '1 h' },
      { value: Math.log(4), text: '4 h' },
      { value: Math.log(24), text: '1 d' },
      { value: Math.log(96), text: '4 d' },
      { value: Math.log(384), text: '16 d' },
    ],
  },
  heads: ['time promised', 'time taken'],
  lines: [
    { text: 'as promised', short: 'as promised', above: 0 },
    { text: 'half of it', short: 'half of it', above: -Math.LN2 },
  ],
  sides: [
    { text: 'kept late', short: 'late' },
    { text: 'in under half the time', short: 'under half' },
  ],
  points: [spot(4, 1), spot(8, 7), spot(24, 24), spot(24, 30), spot(48, 20), spot(96, 60), spot(240, 300)],
};

const LEADS: RangesDrawing = {
  shape: 'ranges',
  scale: scale(0, 16, [0, '0'], [4, '4 d'], [8, '8 d'], [16, '16 d']),
  names: ['asked', 'agreed', 'taken'],
  rows: [
    { label: 'All promises', values: [5.9, 7.1, 6.3], text: 'n = 40' },
    { label: 'Tasks', values: [11, 14, 11.5], text: 'n = 18' },
    { label: 'Quotes', values: null, text: 'n = 5, too few' },
  ],
};

const WIDTHS: SpansDrawing = {
  shape: 'spans',
  scale: SHARES,
  band: { low: 0.85, high: null, text: '85 % at least' },
  columns: [
    { edge: '1 h', value: 0.8, low: 0.67, high: 0.89, text: '80 %, 41 of 51', singled: true },
    { edge: '2 h', value: 0.83, low: 0.45, high: 0.95, text: '55 to 95 %, 110 of 132', singled: false },
    { edge: '4 h', value: null, low: null, high: null, text: 'no visit', singled: false },
    { edge: '', value: null, low: null, high: null, text: '6 of 7', singled: false },
  ],
  marks: [
    { after: 1, text: '60 min: still good', short: 'still good' },
    { after: 3, text: '240 min: too wide', short: 'too wide' },
  ],
};

const ARRIVALS: StripDrawing = {
  shape: 'strip',
  scale: scale(-3, 18, [-3, '30 min early'], [14, '20 min late'], [17.5, 'missed']),
  bins: [0, 1, 2, 9, 12, 14, 8, 6, 3, 2, 4, 2, 1, 1, 0, 2, 1, 0, 0, 0, 3].map((count, at) => ({ from: at - 3, to: at - 2, count })),
  dots: true,
  inside: { from: 0, to: 12 },
  marks: [
    { value: 0, text: 'the window begins', short: 'begins' },
    { value: 12, text: 'the window ends', short: 'ends' },
  ],
};

const BALANCE: BalanceDrawing = {
  shape: 'balance',
  heads: ['about a problem', 'positive'],
  rows: [
    { label: 'Northgate Dental Labs', left: 40, right: 3, leftText: '40', rightText: '3', singled: true },
    { label: 'Brookline Surveyors', left: 12, right: 9, leftText: '12', rightText: '9', singled: false },
    { label: 'Harbour Street Dental', left: 0, right: 14, leftText: '0', rightText: '14', singled: false },
  ],
};

const CALENDAR: CalendarDrawing = {
  shape: 'calendar',
  scale: scale(20_000, 20_392, [20_089, 'Jan 2025'], [20_179, 'Apr 2025'], [20_270, 'Jul 2025']),
  rows: [
    { label: 'Northgate Dental Labs', days: [19_990, 20_050, 20_200], due: 20_380, text: 'longest gap 150 d', singled: true },
    { label: 'Brookline Surveyors', days: [20_100], due: null, text: 'longest gap 264 d', singled: false },
  ],
};

const NO_DATA: ProcessDrawing = { ...COMPLAINTS, regimes: [], events: [], signals: [] };
const CLOSE_EVENTS = ['2025-05-05', '2025-08-25', '2025-09-01', '2025-09-10', '2025-12-01', '2026-03-09'];

/** One drawing a worry; each is drawn wide and narrow into test/golden/charts/. */
const figureCell = (level: GridCell['level'], value: string, unit: string, n: number, singled = false): GridCell => ({
  level,
  lines: [`${value} ${unit}`, `of ${n}`],
  short: [value, unit],
  singled,
});
const NO_FIGURE: GridCell = { level: 0, lines: ['of 3'], short: ['of 3'], singled: false };
const NO_ROW: GridCell = { level: 0, lines: [], short: [], singled: false };

/** Half the tickets answered within so long, by weekday and by three hours of opening. */
export const HOURS: GridDrawing = {
  shape: 'grid',
  columns: [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => ({ head: `${hour} to ${hour + 3}`, short: String(hour) })),
  rows: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, at) => ({
    label,
    cells: [
      NO_ROW,
      NO_FIGURE,
      figureCell(3, '1.8', 'h', 19),
      figureCell(1, '26', 'min', 59),
      figureCell(2, '44', 'min', 41),
      figureCell(at === 4 ? 4 : 2, '15', 'h', 33, at === 4),
      at > 4 ? NO_ROW : figureCell(4, '14', 'h', 12),
      NO_FIGURE,
    ],
  })),
};

/** So many visits inside the window but for those outside, by their place in the order. */
export function visitsOf(count: number, outside: Readonly<Record<number, 'above' | 'below'>>, words = 'zu spät'): VisitsDrawing {
  const drawn = Array.from({ length: count }, (_, at) => {
    const side = outside[at] ?? null;
    const day = `${at + 1}.\u00a0Jun`;
    const off = side === 'above' ? `15\u00a0min ${words}` : '1\u00a0h\u00a05\u00a0min zu früh';
    return { place: side === null ? ((at * 37) % 100) / 100 : null, side, text: side === null ? '' : `${day}: ${off}`, short: side === null ? '' : day };
  });
  return { shape: 'visits', visits: drawn, run: null, first: 'erster: 1.\u00a0Jun', last: `letzter: ${count}.\u00a0Jun` };
}

export const CASES: Readonly<Record<string, Drawing>> = {
  process: COMPLAINTS,
  'process-all-null': { ...NO_DATA, points: periods('2025-03-10', 7, Array<null>(53).fill(null)), band: null },
  'process-no-points': { ...NO_DATA, points: [], scale: SHARES, band: BAND },
  'process-one-point': { ...NO_DATA, points: periods('2026-03-09', 7, [4]) },
  'process-gaps-and-open': {
    ...NO_DATA,
    points: periods('2025-11-03', 7, [4, 6, null, 5, null, null, 7, 8, 6, null, 9, 5, 4, null, 3, 4, 2, 6], true),
    regimes: [regime(0, 17, 5.4, { upper: 13, lower: 1, now: true, meanText: 'mean 5.4', limitText: 'limits 1 to 13' })],
  },
  'process-three-regimes': {
    ...COMPLAINTS,
    points: periods('2024-06-03', 7, [...wave(40).map((one) => 9 + 5 * one), ...BASELINE, ...AFTER]),
    regimes: [
      regime(0, 39, 11.5, { upper: 14.6, lower: 8, limitText: 'limits 8 to 14.6', limitShort: '8 to 14.6' }),
      { ...BEFORE, from: 40, to: 64 },
      { ...SINCE, from: 65, to: 92 },
    ],
    events: [{ day: '2025-03-11', text: 'New telephone system', short: ['Telephones'] }, PROGRAMME],
    signals: [],
  },
  'process-many-events': {
    ...COMPLAINTS,
    events: CLOSE_EVENTS.map((day, index) => ({
      day,
      text: `Event ${index + 1} of ${day}`,
      short: [`E${index + 1}`, day],
    })),
    signals: [],
  },
  'process-many-signals': {
    ...COMPLAINTS,
    signals: [
      { from: 13, to: 13, text: 'one week over the upper limit' },
      { from: 14, to: 21, text: 'eight weeks in a row over the mean' },
      { from: 27, to: 34, text: 'eight weeks in a row under the old mean' },
      { from: 33, to: 40, text: 'eight more weeks under the old mean' },
      {
        from: 52,
        to: 52,
        text: 'the last week is under its own lower limit, for the first time since the baseline began',
      },
    ],
  },
  'process-signal-at-top': {
    ...COMPLAINTS,
    points: periods('2025-03-10', 7, [...BASELINE.slice(0, 12), 15, ...BASELINE.slice(13), ...AFTER]),
    signals: [{ from: 12, to: 12, text: 'week of 2 June: over the limit' }],
  },
  'process-ten-years': {
    ...COMPLAINTS,
    points: periods(
      '2016-03-14',
      7,
      wave(520).map((one, index) => (index % 97 > 93 ? null : Math.round((4 + 8 * one) * 10) / 10)),
    ),
    regimes: [
      { ...BEFORE, from: 0, to: 494 },
      { ...SINCE, from: 495, to: 519 },
    ],
    signals: [],
  },
  'process-outside-scale': { ...NO_DATA, points: periods('2025-03-10', 7, [4, 7, 31, 6, 5, -3, 4, 8]) },
  'process-net-hours': {
    ...NO_DATA,
    scale: scale(-10, 30, [-10, '−10 h'], [0, '0'], [10, '10'], [20, '20'], [30, '30']),
    points: periods('2025-12-29', 7, [-4, 2, 11, 17, 21, 14, -2, 8, 17, 24]),
    regimes: [regime(0, 9, 10.8, { now: true, upper: 28, lower: -6, meanText: 'mean 10.8', limitText: 'limits −6 to 28' })],
  },
  'process-hostile': {
    ...COMPLAINTS,
    events: [{ day: '2025-09-01', text: HOSTILE, short: [HOSTILE, LONG] }],
    signals: [{ from: 27, to: 34, text: HOSTILE + LONG }],
    regimes: [BEFORE, { ...SINCE, meanText: HOSTILE, meanShort: HOSTILE, limitText: ARABIC, limitShort: ARABIC }],
  },
  'process-not-finite': {
    ...COMPLAINTS,
    points: periods('2025-03-10', 7, [4, Number.NaN, Number.POSITIVE_INFINITY, 6, 5]),
    regimes: [regime(0, 4, Number.NaN, { upper: Number.POSITIVE_INFINITY, now: true })],
    signals: [
      { from: 1, to: 2, text: 'no point' },
      { from: 9, to: 12, text: 'no such points' },
    ],
    events: [{ day: 'soon', text: 'no day', short: ['no day'] }],
    band: { low: Number.NaN, high: null, text: 'no band' },
  },
  'process-band': {
    ...NO_DATA,
    scale: SHARES,
    band: BAND,
    points: periods('2025-12-29', 7, [0.88, 0.91, 0.83, 0.9, 0.97, 0.86, 0.9, 0.79, 0.92, 0.9, 0.94], true),
  },
  'lines-four': TEAM,
  'lines-meeting': {
    ...TEAM,
    series: TEAM.series.slice(0, 3).map((one) => ({ ...one, points: months(2025, [0.8, 0.82, 0.88, 0.9]) })),
    events: [{ day: '2025-03-01', text: 'Second desk opens', short: ['Second desk'] }],
    band: BAND,
  },
  'lines-open': {
    ...TEAM,
    scale: LEVELS,
    series: [
      { name: 'Median', short: 'median', points: months(2024, [...wave(20), 0.4], true) },
      { name: '9 in 10', short: '9 in 10', points: months(2024, [...wave(20, 2), 0.45], true) },
    ],
  },
  'lines-none': { ...TEAM, series: [] },
  intervals: CLIENTS,
  'intervals-empty': { ...CLIENTS, rows: [] },
  'intervals-one-sided': {
    ...CLIENTS,
    scale: scale(0, 48, [0, '0'], [20, '20'], [48, '48']),
    band: { low: null, high: 20, text: '20 at most' },
    rows: [
      { label: '', value: 18.8, low: 13.9, high: 24.8, text: '49 in 2,609', singled: true },
      { label: 'Outside', value: 60, low: 40, high: 70, text: '60', singled: false },
    ],
  },
  'intervals-names': {
    ...CLIENTS,
    rows: [interval(LONG, 0.8, 0.1, LONG), interval(ARABIC, 0.9, 0.05, HEBREW), interval(HOSTILE, 0.7, 0.1, HOSTILE)],
  },
  bars: STEPS,
  'bars-names': {
    shape: 'bars',
    full: null,
    rows: [
      { label: LONG, value: 30, text: '30', note: LONG, singled: true },
      { label: ARABIC, value: 12, text: '12', note: HEBREW, singled: false },
      { label: HEBREW, value: 8, text: '8', note: '', singled: false },
      { label: HOSTILE, value: 0, text: HOSTILE, note: HOSTILE, singled: false },
      { label: 'No number', value: Number.NaN, text: 'none', note: '', singled: false },
    ],
  },
  'bars-empty': { shape: 'bars', full: null, rows: [] },
  'bars-zero': { shape: 'bars', full: 0, rows: [{ label: 'None yet', value: 0, text: '0', note: '', singled: false }] },
  distribution: spread(COUNTS, true),
  'distribution-bars': spread(
    COUNTS.map((count) => count * 7),
    false,
  ),
  'distribution-one-stack': spread([0, 148, 1, 1, 0, 0], true),
  'distribution-near-marks': {
    ...spread(COUNTS, true),
    marks: [
      { value: 18, text: 'half within 18 min', short: 'half: 18 min' },
      { value: 21, text: 'three in four within 21 min', short: '3 in 4: 21 min' },
      { value: 88, text: '9 in 10 within 1 h 28 min', short: '9 in 10: 1 h 28 min' },
    ],
  },
  'distribution-empty': { ...spread([0, 0, 0], true), marks: [] },
  slopes: PAIRS,
  'slopes-empty': { ...PAIRS, rows: [] },
  'slopes-names': {
    ...PAIRS,
    heads: [LONG, HOSTILE],
    shortHeads: [LONG, HOSTILE],
    rows: [pair(LONG, 0.8, 0.7, true), pair(ARABIC, 0.8, 0.7), pair(HOSTILE, Number.NaN, 0.6)],
  },
  'slopes-crowded': { ...PAIRS, rows: Array.from({ length: 13 }, (_, at) => pair(`Client ${at + 1}`, 0.7 + at / 100, 0.9)) },
  scatter: TIMES,
  'scatter-empty': { ...TIMES, points: [] },
  'scatter-many': { ...TIMES, points: wave(300).map((one, at) => spot(2 * 180 ** one, 384 ** (one * 0.7 + 0.3 * (wave(300, 3)[at] ?? 0)))) },
  'scatter-off-scale': { ...TIMES, points: [spot(4, 1), spot(400, 4), spot(4, Number.NaN), spot(24, 0.5), spot(384, 384)] },
  'scatter-narrow-scale': {
    ...TIMES,
    scale: { low: Math.log(24), high: Math.log(40), ticks: [{ value: Math.log(24), text: '1 d' }] },
    points: [spot(24, 24), spot(36, 30)],
  },
  'scatter-names': {
    ...TIMES,
    heads: [LONG, HOSTILE],
    lines: [
      { text: HOSTILE, short: LONG, above: 0 },
      { text: ARABIC, short: HEBREW, above: 1 },
      { text: 'off the scale', short: 'off the scale', above: 9 },
    ],
    sides: [
      { text: LONG, short: HOSTILE },
      { text: ARABIC, short: HEBREW },
    ],
  },
  ranges: LEADS,
  'ranges-empty': { ...LEADS, rows: [] },
  'ranges-too-few': { ...LEADS, rows: LEADS.rows.slice(2) },
  'ranges-names': { ...LEADS, names: [HOSTILE, LONG, ARABIC], rows: [{ label: LONG, values: [15, 15.5, 16], text: HOSTILE }] },
  spans: WIDTHS,
  'spans-empty': { ...WIDTHS, columns: [], marks: [], band: null },
  'spans-names': {
    ...WIDTHS,
    columns: WIDTHS.columns.map((one) => ({ ...one, edge: LONG, text: HOSTILE })),
    marks: [{ after: 2, text: LONG, short: HOSTILE }],
  },
  strip: ARRIVALS,
  'strip-bars': { ...ARRIVALS, dots: false, bins: ARRIVALS.bins.map((bin) => ({ ...bin, count: bin.count * 9 })) },
  balance: BALANCE,
  'balance-empty': { ...BALANCE, rows: [] },
  'balance-names': { ...BALANCE, heads: [LONG, HOSTILE], rows: BALANCE.rows.map((row) => ({ ...row, label: LONG, leftText: HOSTILE, rightText: ARABIC })) },
  calendar: CALENDAR,
  'calendar-empty': { ...CALENDAR, rows: [] },
  'calendar-names': { ...CALENDAR, rows: CALENDAR.rows.map((row) => ({ ...row, label: HOSTILE, text: LONG })) },
  grid: HOURS,
  'grid-two': {
    shape: 'grid',
    columns: [
      { head: 'Rated well', short: 'Rated well' },
      { head: 'Rated badly', short: 'Rated badly' },
    ],
    rows: [
      {
        label: 'Solved in time',
        cells: [
          { level: 4, lines: ['195', '92 % of 211'], short: ['195', '92 % of 211'], singled: false },
          { level: 1, lines: ['16', '8 % of 211'], short: ['16', '8 % of 211'], singled: true },
        ],
      },
      {
        label: 'Solved late',
        cells: [
          { level: 3, lines: ['49', '91 % of 54'], short: ['49', '91 % of 54'], singled: false },
          { level: 1, lines: ['5', '9 % of 54'], short: ['5', '9 % of 54'], singled: false },
        ],
      },
    ],
  },
  'grid-empty': { shape: 'grid', columns: [], rows: [] },
  'grid-names': {
    ...HOURS,
    columns: HOURS.columns.map(() => ({ head: LONG, short: HOSTILE })),
    rows: HOURS.rows.map((row) => ({ label: HOSTILE, cells: row.cells.map((cell) => ({ ...cell, lines: [LONG, HOSTILE], short: [ARABIC, LONG] })) })),
  },
  'lines-reach': {
    shape: 'lines',
    scale: scale(0, 15, [0, '0'], [5, '5'], [10, '10'], [15, '15']),
    series: [
      { name: 'received', short: 'received', points: periods('2026-02-02', 7, AFTER.slice(0, 20)) },
      { name: 'expected at the old rate', short: 'expected', points: periods('2026-02-02', 7, BASELINE.slice(0, 20)) },
    ],
    reach: periods('2026-02-02', 7, BASELINE.slice(0, 20)).map(({ start, value }) => ({ start, low: Math.max(0, value! - 5), high: value! + 5 })),
    events: [],
    band: null,
  },
  'distribution-long-words': {
    ...spread([4, 9, 12, 8, 5, 3, 2, 2, 1, 1], true),
    marks: [
      { value: 18, text: 'die Hälfte binnen 5\u00a0h\u00a028\u00a0min', short: 'Hälfte: 5\u00a0h\u00a028\u00a0min' },
      { value: 52, text: '9 von 10 binnen 25\u00a0h\u00a024\u00a0min', short: '9 von 10: 25\u00a0h\u00a024\u00a0min' },
    ],
  },
  visits: { ...visitsOf(10, { 4: 'above', 9: 'below' }), run: { from: 6, text: '3 in Folge pünktlich' } },
  'visits-near': visitsOf(15, { 3: 'above', 10: 'above' }),
  'visits-at-the-end': visitsOf(10, { 2: 'above', 8: 'above', 9: 'above' }),
  'visits-four-in-a-row': visitsOf(30, { 10: 'above', 11: 'above', 12: 'above', 13: 'above', 20: 'below', 21: 'below' }),
  'visits-all-outside': visitsOf(12, Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at, 'above'] as const))),
  'visits-one': visitsOf(1, { 0: 'above' }),
  'strip-empty': { ...ARRIVALS, bins: ARRIVALS.bins.map((bin) => ({ ...bin, count: 0 })) },
  'squares-spent': { shape: 'squares', hours: 1.73, filled: true },
  'squares-not-spent': { shape: 'squares', hours: 18.9, filled: false },
  'squares-many': { shape: 'squares', hours: 412.5, filled: false },
  'squares-none': { shape: 'squares', hours: 0, filled: true },
  mark: { shape: 'mark', scale: SHARES, band: BAND, value: 0.89, low: 0.855, high: 0.918 },
  'mark-one-sided': {
    shape: 'mark',
    scale: scale(0, 45, [0, '0'], [30, '30']),
    band: { low: null, high: 30, text: '30 at most' },
    value: 26,
    low: 24,
    high: 28,
  },
  'mark-empty': { shape: 'mark', scale: SHARES, band: BAND, value: null, low: null, high: null },
  'mark-below-scale': { shape: 'mark', scale: SHARES, band: null, value: 0.4, low: 0.3, high: 0.6 },
  'mark-hostile': {
    shape: 'mark',
    scale: scale(0, 10, [0, HOSTILE], [10, LONG]),
    band: { low: 8, high: null, text: ARABIC },
    value: 9,
    low: 7,
    high: 10,
  },
  spark: {
    shape: 'spark',
    values: wave(53).map((one, index) => (index === 41 || index === 43 ? null : 0.8 + 0.15 * one)),
    band: BAND,
    mean: null,
  },
  'spark-mean': { shape: 'spark', values: wave(53, 3), band: null, mean: 0.5 },
  'spark-flat': { shape: 'spark', values: [3, 3, 3], band: null, mean: 3 },
  'spark-empty': { shape: 'spark', values: [null, null], band: BAND, mean: null },
  'spark-one-sided': {
    shape: 'spark',
    values: [20, 25, 31, 22, null, 28],
    band: { low: null, high: 30, text: '' },
    mean: null,
  },
};
