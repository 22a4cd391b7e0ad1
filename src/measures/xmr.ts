import { signalsAgainst, type Limits, type Signal } from './signals.ts';

export type { Limits, Signal } from './signals.ts';

/** What a process chart is made from, beside its values. */
export interface XmrOptions {
  /** First and last index of the points that set mean and limits; all points where absent. */
  readonly baseline?: readonly [from: number, to: number];
  /** The lowest and highest possible value: a limit beyond it is null. */
  readonly floor?: number | null;
  readonly ceiling?: number | null;
  /** Points that may set mean and limits; every point still shows and can signal. All points where absent. */
  readonly usable?: readonly boolean[];
  /** Fewest baseline points that set limits; 12 where absent. */
  readonly minBaseline?: number;
}

/**
 * A process-behaviour (XmR) chart. `mean` is null without baseline points; `limited` says whether the baseline was
 * enough for limits and signals, so that a null limit can be told from one beyond the floor or ceiling.
 */
export interface Xmr {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly baselineCount: number;
  readonly limited: boolean;
  readonly signals: readonly Signal[];
}

/** The chart of the values from..to (inclusive) between two breaks, and their signals against the segment before. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly chart: Xmr;
  /** Null for the first segment and after one without limits. */
  readonly againstPrevious: readonly Signal[] | null;
}

type Values = readonly (number | null)[];

/** Natural limits of one value from moving ranges of two: 3 / d2, d2 = 1.128 (D. J. Wheeler, Understanding Variation, 2000). */
const LIMIT_FACTOR = 2.66;
const MIN_BASELINE = 12;

/**
 * The process chart of a series, null where it has no value: mean ± 2.66 x the mean moving range of the baseline, and
 * the points and runs that cannot be told as chance. A moving range is taken between neighbours in the series only, so
 * a missing or unusable point breaks it. Fewer baseline points than minBaseline, or fewer moving ranges than half of
 * that (a series full of gaps), give neither limits nor signals. Indexes in the result are those of `values`.
 */
export function xmr(values: Values, options: XmrOptions = {}): Xmr {
  return chartOf(values, 0, values.length - 1, options);
}

/**
 * The series cut at breaks (each the index of the first point of a new segment; ones that cut nothing off are left
 * out), with a chart of its own for every segment and its signals against the mean and limits of the one before.
 */
export function segments(values: Values, breaks: readonly number[], options: Omit<XmrOptions, 'baseline'> = {}): readonly Segment[] {
  if (values.length === 0) return [];
  const inside = breaks.filter((index) => index > 0 && index < values.length);
  const starts = [...new Set([0, ...inside])].toSorted((a, b) => a - b);
  let previous: Limits | null = null;
  return starts.map((from, order) => {
    const to = (starts[order + 1] ?? values.length) - 1;
    const chart = chartOf(values, from, to, { ...options, baseline: [from, to] });
    const againstPrevious = previous === null ? null : signalsAgainst(values, previous, from, to);
    previous = limitsOf(chart);
    return { from, to, chart, againstPrevious };
  });
}

function chartOf(values: Values, from: number, to: number, options: XmrOptions): Xmr {
  const { minBaseline = MIN_BASELINE } = options;
  const baseline = baselineOf(values, options);
  const points = baseline.filter((value) => value !== null);
  const ranges = movingRanges(baseline);
  const mean = meanOf(points);
  const chart = { mean, lower: null, upper: null, baselineCount: points.length, limited: false, signals: [] };
  if (mean === null || points.length < minBaseline || ranges.length * 2 < minBaseline) return chart;
  const reach = LIMIT_FACTOR * (meanOf(ranges) ?? 0);
  const limits = {
    mean,
    lower: mean - reach < (options.floor ?? -Infinity) ? null : mean - reach,
    upper: mean + reach > (options.ceiling ?? Infinity) ? null : mean + reach,
  };
  return { ...chart, ...limits, limited: true, signals: signalsAgainst(values, limits, from, to) };
}

function limitsOf({ mean, lower, upper, limited }: Xmr): Limits | null {
  return mean === null || !limited ? null : { mean, lower, upper };
}

function baselineOf(values: Values, { baseline = [0, values.length - 1], usable }: XmrOptions): Values {
  return values.map((value, index) => {
    const enters = index >= baseline[0] && index <= baseline[1] && (usable?.[index] ?? true);
    return enters ? value : null;
  });
}

function movingRanges(values: Values): readonly number[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}

/** The mean, summed as distances from the first value so that equal values have exactly that mean; null for none. */
function meanOf(values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined) return null;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}
