import { WINDOW_DAYS } from './axis.ts';
import { ranked } from './durations.ts';
import type { Context, Measure, Population } from './measure.ts';
import { once } from './once.ts';

type ValuesOf = (client: number) => readonly number[];
type Rows = Pick<Population, 'day' | 'client' | 'value'>;

const rowsKept = once(() => new Map<string, Rows>());
const valuesKept = once(() => new Map<string, ValuesOf | null>());

const firstDay = ({ asOf }: Context): number => asOf - WINDOW_DAYS + 1;

/** Keeps the rows of a duration that lie in the window, so that its population need not be made once more for `windowValues`. */
export function keepWindow({ id }: Measure, { day, client, value }: Population, context: Context): void {
  const from = firstDay(context);
  const rows = new Int32Array(day.length);
  let found = 0;
  for (let row = 0; row < day.length; row++) if (day[row]! >= from) rows[found++] = row;
  const inWindow = rows.subarray(0, found);
  rowsKept(context).set(id, {
    day: inWindow.map((row) => day[row]!),
    client: inWindow.map((row) => client[row]!),
    value: Float64Array.from(inWindow, (row) => value![row]!),
  });
}

/**
 * The values of a duration in the 13-week window, ascending, in ms: of a client by its index, of the firm by -1. Null
 * where the measure has no population.
 */
export function windowValues(measure: Measure, context: Context): ValuesOf | null {
  const known = valuesKept(context);
  if (!known.has(measure.id)) {
    const rows = rowsKept(context).get(measure.id) ?? measure.population?.(context) ?? null;
    known.set(measure.id, rows && valuesOf(rows, context));
  }
  return known.get(measure.id)!;
}

function valuesOf(rows: Rows, context: Context): ValuesOf {
  const { client, value } = ranked(rows, firstDay(context));
  const found = new Map<number, number[]>([[-1, []]]);
  for (let i = 0; i < value.length; i++) {
    found.get(-1)!.push(value[i]!);
    if (client[i]! < 0) continue;
    const own = found.get(client[i]!);
    if (own === undefined) found.set(client[i]!, [value[i]!]);
    else own.push(value[i]!);
  }
  return (of) => found.get(of) ?? [];
}
