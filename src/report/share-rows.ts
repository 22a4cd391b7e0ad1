import { once } from '../measures/once.ts';
import { LEFT_OUT, type Measure, type Population } from '../measures/measure.ts';
import { quantile } from '../measures/statistics.ts';
import { dayFromText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { Hits, Median, Span } from './share-model.ts';

/** The rows that a measure counts, by client. */
export interface Counted {
  readonly population: Population;
  /** Rows of a client by its index, in the order of their table. */
  readonly rowsOf: (client: number) => readonly number[];
}

const NO_ROWS: readonly number[] = [];

/** Rows of a table by client, those that `wanted` refuses left out. */
export function rowsByClient(clients: Int32Array, wanted: (row: number) => boolean): (client: number) => readonly number[] {
  const found = new Map<number, number[]>();
  clients.forEach((client, row) => {
    if (client < 0 || !wanted(row)) return;
    const own = found.get(client);
    if (own === undefined) found.set(client, [row]);
    else own.push(row);
  });
  return (client) => found.get(client) ?? NO_ROWS;
}

const kept = once(() => new Map<string, Counted | null>());

/** The rows that a measure of the report counts; null where it has no population. */
export function counted({ measures, context }: Material, id: string): Counted | null {
  const known = kept(context);
  const found = known.get(id);
  if (found !== undefined) return found;
  const population = measures.find((one: Measure) => one.id === id)?.population?.(context) ?? null;
  const made = population && { population, rowsOf: rowsByClient(population.client, (row) => population.day[row] !== LEFT_OUT) };
  known.set(id, made);
  return made;
}

/** Whether a local day lies in a span. */
export function inside({ from, to }: Span): (day: number) => boolean {
  const [first, last] = [dayFromText(from)!, dayFromText(to)!];
  return (day) => day >= first && day <= last;
}

/** The rows of a client that count in a span. */
export function rowsIn({ population, rowsOf }: Counted, client: number, span: Span): readonly number[] {
  const holds = inside(span);
  return rowsOf(client).filter((row) => holds(population.day[row]!));
}

/** How many of the rows of a share are hits; null without any row. */
export function hitsIn(of: Counted, rows: readonly number[]): Hits | null {
  return rows.length === 0 ? null : { hits: rows.filter((row) => of.population.value![row] === 1).length, n: rows.length };
}

/** The values of rows, ascending. */
export function timesIn({ population }: Counted, rows: readonly number[]): readonly number[] {
  return rows.map((row) => population.value![row]!).toSorted((a, b) => a - b);
}

export function medianOf(times: readonly number[]): Median | null {
  return times.length === 0 ? null : { median: quantile(times, 0.5), n: times.length };
}

/** Clients besides the reader's own that a figure of the firm needs, and the most that one of them may make up of it. */
const LEAST_OTHERS = 5;
const MOST_OF_ONE = 0.5;

const pooled = once(() => new Map<string, { readonly rows: readonly number[]; readonly byClient: ReadonlyMap<number, number> }>());

/**
 * The rows of all clients in a span for a figure of the firm; null where the settings do not allow one, where fewer than
 * five clients besides this one have rows, or where one client has more than half of all.
 */
export function firmRows({ context, clients }: Material, id: string, of: Counted, client: number, span: Span): readonly number[] | null {
  if (context.settings.share?.firm_figures !== true) return null;
  const key = `${id} ${span.from} ${span.to}`;
  const known = pooled(context);
  if (!known.has(key)) {
    const each = clients.map((_, at) => rowsIn(of, at, span));
    known.set(key, { rows: each.flat(), byClient: new Map(each.flatMap((rows, at) => (rows.length === 0 ? [] : [[at, rows.length] as const]))) });
  }
  const { rows, byClient } = known.get(key)!;
  const others = byClient.size - (byClient.has(client) ? 1 : 0);
  return others < LEAST_OTHERS || Math.max(...byClient.values()) > rows.length * MOST_OF_ONE ? null : rows;
}
