import { LEFT_OUT, type Context } from './measure.ts';
import { arrivals } from './arrivals.ts';
import { visitsOf } from './visits-columns.ts';

/**
 * How many visits in a row, up to the newest one decided by the as-of day, we came within the window: of a client by its
 * index, of the firm by -1. Of visits with the same window the failed one is taken as the newer. Null where no windows
 * or arrivals are recorded.
 */
export function arrivalRuns(context: Context): ((client: number) => number) | null {
  const population = arrivals[0]!.population!(context);
  const from = visitsOf(context)?.from ?? null;
  if (population === null || from === null) return null;
  const { day, client, value } = population;
  const rows = [...day.keys()].filter((row) => day[row] !== LEFT_OUT).toSorted((a, b) => from[b]! - from[a]! || value![a]! - value![b]!);
  const runs = new Map<number, number>([[-1, 0]]);
  const broken = new Set<number>();
  for (const row of rows) {
    for (const of of client[row]! < 0 ? [-1] : [-1, client[row]!]) {
      if (value![row] === 0) broken.add(of);
      if (!broken.has(of)) runs.set(of, (runs.get(of) ?? 0) + 1);
    }
  }
  return (of) => runs.get(of) ?? 0;
}
