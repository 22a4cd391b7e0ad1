import { codes, numbers, texts } from '../facts/table.ts';
import { promisesOf, type Promises } from '../measures/promises-columns.ts';
import { once } from '../measures/once.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { ReviewPeriod } from './review-period.ts';
import type { ClientRecord, OwedPromise, SharedPromise } from './share-model.ts';
import { counted, firmRows, hitsIn, rowsByClient, rowsIn } from './share-rows.ts';

function wordsOf({ table }: Promises, row: number): Pick<SharedPromise, 'wording' | 'kind'> {
  return { wording: texts(table, 'wording')?.at(row)?.trim() || null, kind: codes(table, 'kind')?.at(row) ?? null };
}

function dayIn({ context }: Material, at: number | undefined): string | null {
  return at !== undefined && at < context.end ? dayText(dayOf(at, context.zone)) : null;
}

function sharedPromise(material: Material, promises: Promises, row: number): SharedPromise {
  const { due, kept, table } = promises;
  const told = numbers(table, 'told_at')?.[row] ?? NaN;
  return {
    ...wordsOf(promises, row),
    due: dayText(dayOf(due[row]!, material.context.zone)),
    done: dayIn(material, kept?.[row]),
    inTime: kept![row]! <= due[row]!,
    told: told < due[row]! ? dayIn(material, told) : null,
  };
}

const owedRows = once((context) => {
  const promises = promisesOf(context);
  if (promises === null || promises.kept === null) return null;
  const { made, kept, client } = promises;
  return rowsByClient(client, (row) => Number.isNaN(kept[row]) && !((made?.[row] ?? NaN) >= context.end));
});

function owed({ context }: Material, promises: Promises, client: number): readonly OwedPromise[] {
  const { due, table } = promises;
  const revised = numbers(table, 'revised_due_at');
  const [ids, day] = [texts(table, 'promise_id'), (at: number) => dayText(dayOf(at, context.zone))];
  const rows = (owedRows(context)?.(client) ?? []).toSorted((a, b) => due[a]! - due[b]! || ((ids?.at(a) ?? '') < (ids?.at(b) ?? '') ? -1 : 1));
  return rows.map((row) => ({ ...wordsOf(promises, row), due: day(due[row]!), revised: Number.isNaN(revised?.[row] ?? NaN) ? null : day(revised![row]!) }));
}

/** The promises to a client that are not kept at the as-of day, the first due first; null where none are recorded. */
export function owedTo(material: Material, client: number): readonly OwedPromise[] | null {
  const promises = promisesOf(material.context);
  return promises === null || promises.kept === null ? null : owed(material, promises, client);
}

/** The promises to a client that fell due in the period, in their order, and those still open; null without either. */
export function sharedPromises(material: Material, client: number, { period, before }: ReviewPeriod): ClientRecord['promises'] {
  const of = counted(material, 'B21');
  const promises = promisesOf(material.context);
  if (of === null || promises === null) return null;
  const ids = texts(promises.table, 'promise_id');
  const rows = rowsIn(of, client, period).toSorted((a, b) => promises.due[a]! - promises.due[b]! || ((ids?.at(a) ?? '') < (ids?.at(b) ?? '') ? -1 : 1));
  const open = owed(material, promises, client);
  if (rows.length + open.length === 0) return null;
  const firm = firmRows(material, 'B21', of, client, period);
  return {
    ...(hitsIn(of, rows) ?? { hits: 0, n: 0 }),
    before: hitsIn(of, rowsIn(of, client, before)),
    firm: firm && hitsIn(of, firm),
    list: rows.map((row) => sharedPromise(material, promises, row)),
    owed: open,
  };
}
