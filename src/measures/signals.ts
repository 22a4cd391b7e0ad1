/** Mean and natural limits of a process chart; a limit is null where there is none. */
export interface Limits {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * A departure from chance: one point outside the limits, or a run on one side of the mean. `from` and `to` are the
 * first and the last point by index, `at` the point that made it a signal (the eighth of a run).
 */
export interface Signal {
  readonly kind: 'outside' | 'run';
  readonly side: 'above' | 'below';
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

type Values = readonly (number | null)[];
type Side = -1 | 0 | 1;

const RUN = 8;
const ROUNDING = 1e-12;

/**
 * The signals of the values with index from..to (inclusive) against limits, by their first point: every point outside,
 * and every run of 8 or more present points on one side. A missing point neither counts nor breaks a run; a point on
 * the mean breaks it. A point that differs from the mean or a limit by rounding only lies on it.
 */
export function signalsAgainst(values: Values, limits: Limits, from: number, to: number): readonly Signal[] {
  const outside = present(values, from, to).flatMap(([index, value]) => outsideAt(index, value, limits));
  const signals = [...outside, ...runs(values, limits.mean, from, to)];
  return signals.toSorted((a, b) => a.from - b.from);
}

function present(values: Values, from: number, to: number): readonly (readonly [index: number, value: number])[] {
  return values
    .map((value, index) => [index, value] as const)
    .filter((point): point is readonly [number, number] => point[0] >= from && point[0] <= to && point[1] !== null);
}

function outsideAt(index: number, value: number, { lower, upper }: Limits): readonly Signal[] {
  const point = { kind: 'outside', from: index, to: index, at: index } as const;
  if (upper !== null && sideOf(value, upper) > 0) return [{ ...point, side: 'above' }];
  return lower !== null && sideOf(value, lower) < 0 ? [{ ...point, side: 'below' }] : [];
}

function runs(values: Values, mean: number, from: number, to: number): readonly Signal[] {
  const found: Signal[] = [];
  let side: Side = 0;
  let run: number[] = [];
  const end = (): void => {
    if (side === 0 || run.length < RUN) return;
    const [first, at, last] = [run[0], run[RUN - 1], run.at(-1)] as [number, number, number];
    found.push({ kind: 'run', from: first, to: last, at, side: side > 0 ? 'above' : 'below' });
  };
  for (const [index, value] of present(values, from, to)) {
    const now = sideOf(value, mean);
    if (now === side) {
      run.push(index);
      continue;
    }
    end();
    side = now;
    run = [index];
  }
  end();
  return found;
}

function sideOf(value: number, line: number): Side {
  const difference = value - line;
  if (Math.abs(difference) <= ROUNDING * Math.max(Math.abs(value), Math.abs(line))) return 0;
  return difference > 0 ? 1 : -1;
}
