import { segments, type Segment, type Signal } from '../measures/xmr.ts';
import { phrase, say, translated } from '../language/language.ts';
import { dayText } from '../time/weeks.ts';
import type { History } from './material.ts';
import type { Band, Chart, EventMark, ProcessDrawing, Regime, Scale, SignalMark, Table } from './model.ts';
import { columnsOf, inMinutes, type Named } from './plain-cells.ts';
import { countScale, durationScale, shareScale } from './scales.ts';
import { turnOf } from './turn.ts';
import { count, date, duration, inWords, label, percent, shortDate } from './words.ts';

export type Reading = 'share' | 'duration' | 'count' | 'rate';

/** A dated event at which limits are set anew. */
export interface Break {
  readonly day: number;
  readonly text: string;
  readonly short: readonly string[];
}

/** A weekly figure as a process: what is drawn, and the regimes with their signals. */
export interface Process {
  readonly reading: Reading;
  readonly starts: readonly number[];
  /** null = no value, or too few rows for a share or a duration. */
  readonly values: readonly (number | null)[];
  readonly history: History;
  readonly breaks: readonly Break[];
  readonly segments: readonly Segment[];
  readonly total: number;
}

/** Signals that a chart marks, newest first. */
const MOST_MARKS = 6;

/** Rows from which a week of shares or durations is drawn, and from which it enters the limits. */
const DRAWN = 10;
const LIMITING = 20;

/** How one value of a reading is written; `n` decides the decimals of a share. */
export function written(reading: Reading, value: number, n = 0): string {
  if (reading === 'share') return `${percent(value, n)}\u00a0%`;
  if (reading === 'duration') return duration(value);
  return label(value);
}

/** The process of a weekly figure, its limits set anew at every break that lies within it. */
export function processOf(reading: Reading, history: History, breaks: readonly Break[]): Process {
  const few = reading === 'share' || reading === 'duration';
  const values = history.cells.map((cell) => (Number.isNaN(cell.value) || (few && cell.n < DRAWN) ? null : cell.value));
  const within = breaks.filter(({ day }) => history.starts.length > 0 && day > history.starts[0]! && day <= history.starts.at(-1)!);
  const at = within.map(({ day }) => history.starts.findIndex((start) => start >= day));
  const options = { floor: 0, ...(reading === 'share' ? { ceiling: 1 } : {}), ...(few ? { usable: history.cells.map((cell) => cell.n >= LIMITING) } : {}) };
  const total = history.cells.reduce((sum, cell) => sum + (cell.n || 0), 0);
  return { reading, starts: history.starts, values, history, breaks: within, segments: values.length === 0 ? [] : segments(values, at, options), total };
}

/** The signals that the newest regime shows: against the one before where there was one, else its own. */
export function signalsNow({ segments: all }: Process): readonly Signal[] {
  const last = all.at(-1);
  return last === undefined ? [] : (last.againstPrevious ?? last.chart.signals);
}

/** The signal that reaches furthest; undefined where there is none. */
export const newestSignal = (process: Process): Signal | undefined => signalsNow(process).toSorted((a, b) => b.to - a.to)[0];

const isLast = (process: Process, at: number) => at === process.segments.length - 1;

function limitsText(lower: string | null, upper: string | null, now: boolean): string {
  if (lower !== null && upper !== null) return now ? say`limits now ${lower} to ${upper}` : say`limits ${lower} to ${upper}`;
  const only = upper ?? lower;
  if (only === null) return '';
  return now ? say`limit now ${only}` : say`limit ${only}`;
}

function regime(process: Process, segment: Segment, at: number): Regime {
  const { mean, lower, upper } = segment.chart;
  const told = (value: number) => written(process.reading, value);
  const now = isLast(process, at) && process.segments.length > 1;
  const alone = process.segments.length === 1;
  return {
    from: segment.from,
    to: segment.to,
    mean,
    lower,
    upper,
    now: now || alone,
    meanText: mean === null ? '' : alone ? say`mean ${told(mean)}` : now ? say`mean now ${told(mean)}` : say`mean before ${told(mean)}`,
    meanShort: mean === null ? '' : alone ? say`mean ${told(mean)}` : now ? say`now ${told(mean)}` : say`was ${told(mean)}`,
    limitText: limitsText(lower === null ? null : told(lower), upper === null ? null : told(upper), now),
    limitShort: upper === null ? '' : say`limit ${told(upper)}`,
  };
}

/** Weeks of a run that make it a signal. */
const RUN = 8;

/** The weeks of a run with a value, so far as they make the signal. */
export const weeksOfRun = ({ values }: Process, { from, to }: Signal): number =>
  Math.min(RUN, values.slice(from, to + 1).filter((value) => value !== null).length);

/** One sentence for a signal, as a bracket says it. */
export function signalText(process: Process, signal: Signal, old: boolean): string {
  const by = shortDate(process.starts[signal.at]!);
  const under = signal.side === 'below';
  if (signal.kind === 'run') {
    const weeks = inWords(weeksOfRun(process, signal), false);
    if (old)
      return under ? say`${weeks} weeks in a row under the old mean: a signal by ${by}` : say`${weeks} weeks in a row over the old mean: a signal by ${by}`;
    return under ? say`${weeks} weeks in a row under the mean: a signal by ${by}` : say`${weeks} weeks in a row over the mean: a signal by ${by}`;
  }
  if (old) return under ? say`week of ${by}: under the old limits` : say`week of ${by}: over the old limits`;
  return under ? say`week of ${by}: under the limits` : say`week of ${by}: over the limits`;
}

function signalMarks(process: Process): readonly SignalMark[] {
  const last = process.segments.at(-1);
  if (last === undefined) return [];
  const old = last.againstPrevious !== null;
  return signalsNow(process)
    .toSorted((a, b) => b.to - a.to)
    .slice(0, MOST_MARKS)
    .toSorted((a, b) => a.from - b.from)
    .map((signal) => ({ from: signal.from, to: old && signal.kind === 'run' ? signal.at : signal.to, text: signalText(process, signal, old) }));
}

/** The scale on which a process is drawn, with its limits and the band beside it. */
export function processScale(process: Process, band: Band | null = null): Scale {
  const limits = process.segments.flatMap(({ chart }) => [chart.upper, chart.lower, chart.mean]);
  const all = [...process.values, ...limits, band?.low ?? null, band?.high ?? null].filter((value) => value !== null);
  if (process.reading === 'share') return shareScale(all);
  return process.reading === 'duration' ? durationScale(all) : countScale(all);
}

function drawingOf(process: Process, band: Band | null): ProcessDrawing {
  const events: readonly EventMark[] = process.breaks.map(({ day, text, short }) => ({ day: dayText(day), text, short }));
  return {
    shape: 'process',
    scale: processScale(process, band),
    points: process.starts.map((start, at) => ({ start: dayText(start), value: process.values[at]!, open: false })),
    regimes: process.segments.map((segment, at) => regime(process, segment, at)),
    events,
    signals: signalMarks(process),
    band,
  };
}

const VALUE_NAMES: Readonly<Record<Reading, string>> = {
  share: phrase`share`,
  duration: phrase`median`,
  count: phrase`count`,
  rate: phrase`rate`,
};

/** The column of a reading: its name, and the unit of its values. */
export function valueNamed(reading: Reading): Named {
  const name = translated(VALUE_NAMES[reading]);
  return reading === 'duration' ? inMinutes(name) : name;
}

/** The weeks as a table: every value that the drawing rests on, and its rows. */
export function weekTable(caption: string, { reading, history, values }: Process, rows: string): Table {
  return {
    caption,
    columns: columnsOf([say`Week of`, valueNamed(reading), rows]),
    rows: history.starts.map((start, at) => {
      const value = values[at]!;
      const n = reading === 'rate' ? history.cells[at]!.exposure : history.cells[at]!.n;
      const machine = value !== null && reading === 'duration' ? value / 60_000 : value;
      return [
        { text: date(start), value: dayText(start) },
        { text: value === null ? '–' : written(reading, value, n), value: machine },
        { text: Number.isNaN(n) ? '–' : count(n), value: Number.isNaN(n) ? null : n },
      ];
    }),
  };
}

function trend(process: Process): string {
  const present = process.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (present.length === 0) return say`No week has a value.`;
  const told = (one: { value: number; at: number }) => say`${written(process.reading, one.value)} in the week of ${shortDate(process.starts[one.at]!)}`;
  const low = present.reduce((a, b) => (b.value < a.value ? b : a));
  const high = present.reduce((a, b) => (b.value > a.value ? b : a));
  const means = process.segments.map((segment, at) => regime(process, segment, at).meanText).filter((text) => text !== '');
  const run = say`${count(present.length)} weeks, lowest ${told(low)}, highest ${told(high)}, last ${told(present.at(-1)!)}`;
  return `${[run, ...(means.length === 0 ? [] : [means.join(', ')])].join('; ')}.`;
}

/** The foot, and that older signals are not marked where there are more than a chart marks. */
function footOf(process: Process, foot: string): string {
  const all = signalsNow(process).length;
  return all > MOST_MARKS ? `${foot} · ${say`at most the newest ${count(MOST_MARKS)} of ${count(all)} signals are marked`}` : foot;
}

/** The process as a chart; title, subtitle and foot are the page's words. */
export function processChart(
  process: Process,
  words: {
    readonly id: string;
    /** Whose process it is; absent where no way of its is better. */
    readonly measure?: string;
    readonly title: string;
    readonly subtitle: string;
    readonly foot: string;
    readonly band?: Band | null;
    readonly rows: string;
  },
): Chart {
  const newest = newestSignal(process);
  const turn = newest === undefined || words.measure === undefined ? null : turnOf(words.measure, newest.side === 'above');
  return {
    id: words.id,
    title: words.title,
    subtitle: words.subtitle,
    foot: footOf(process, words.foot),
    summary: `${words.title}. ${trend(process)}`,
    drawing: drawingOf(process, words.band ?? null),
    table: weekTable(words.subtitle, process, words.rows),
    ...(turn !== null && { turn }),
  };
}
