import { codes, numbers, type FactTable } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { populationOf, type Rule } from './population.ts';
import { NOT_DUE, OTHER_KIND } from './reasons.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

/** What measures read of the promises. Instants in epoch ms, NaN = none; a column that no file gave is null. */
export interface Promises {
  readonly table: FactTable;
  /** Own client, else the ticket's. */
  readonly client: Int32Array;
  readonly made: Float64Array | null;
  /** The first time given. */
  readonly due: Float64Array;
  /** When it was done, up to the as-of day. */
  readonly kept: Float64Array | null;
}

/** The promises, null without any. */
export const promisesOf: (context: Context) => Promises | null = once((context) => {
  const table = context.facts.tables.promises;
  const due = table === undefined ? null : numbers(table, 'due_at');
  if (table === undefined || due === null) return null;
  const kept = numbers(table, 'kept_at');
  return {
    table,
    client: clientsByTicket(context, table, ticketsNamed(context, table)),
    made: numbers(table, 'made_at'),
    due,
    kept: kept && upTo(context, kept, table.rows),
  };
});

export type PromiseKind = 'callback' | 'quote';

/** Leaves out the promises of other kinds: nothing where every kind counts, null where nothing tells kinds. */
export function otherKinds({ table }: Promises, kind: PromiseKind | null): readonly Rule[] | null {
  if (kind === null) return [];
  const column = codes(table, 'kind');
  if (column === null) return null;
  const wanted = column.dictionary.indexOf(kind);
  return [[OTHER_KIND, (row) => wanted < 0 || column.codes[row] !== wanted]];
}

interface Choice {
  readonly leftOut?: readonly Rule[];
  readonly value: (row: number) => number;
}

/**
 * The promises, of one kind or of all (null), that fell due up to the as-of day, by the day they first fell due; null
 * where nothing records which were kept, and where `choose` finds that a column is missing.
 */
export function duePromises(context: Context, kind: PromiseKind | null, choose: (promises: Promises, kept: Float64Array) => Choice | null): Population | null {
  const promises = promisesOf(context);
  if (promises === null || promises.kept === null) return null;
  const [others, choice] = [otherKinds(promises, kind), choose(promises, promises.kept)];
  if (others === null || choice === null) return null;
  const { table, due, client } = promises;
  const notDue: Rule = [NOT_DUE, (row) => !(due[row]! < context.end)];
  return populationOf(context, table, { leftOut: [...others, notDue, ...(choice.leftOut ?? [])], at: due, client, value: choice.value });
}
