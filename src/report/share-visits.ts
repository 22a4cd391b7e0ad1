import type { Material } from './material.ts';
import { visitsOf } from '../measures/visits-columns.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import type { ReviewPeriod } from './review-period.ts';
import type { ClientRecord, SharedVisit } from './share-model.ts';
import { counted, firmRows, hitsIn, rowsIn } from './share-rows.ts';

function outcomeOf(from: number, to: number, arrived: number): Pick<SharedVisit, 'place' | 'outcome' | 'off'> {
  if (Number.isNaN(arrived)) return { place: null, outcome: 'missed', off: null };
  if (arrived < from) return { place: null, outcome: 'early', off: from - arrived };
  if (arrived > to) return { place: null, outcome: 'late', off: arrived - to };
  return { place: to > from ? (arrived - from) / (to - from) : 0, outcome: 'inside', off: null };
}

/**
 * How many of a client's visits up to the end of the period, the newest first, came inside the window without a break; none where
 * one since did not: the page is read by someone who knows of it.
 */
function runOf(list: readonly SharedVisit[], earlier: readonly SharedVisit[], later: readonly SharedVisit[]): number {
  if (later.some(({ outcome }) => outcome !== 'inside')) return 0;
  const all = [...earlier, ...list];
  return all.length - 1 - all.findLastIndex(({ outcome }) => outcome !== 'inside');
}

/** The visits to a client whose window is over, in their order; null where none was due in the period. */
export function sharedVisits(material: Material, client: number, { period, before }: ReviewPeriod): ClientRecord['visits'] {
  const { context } = material;
  const of = counted(material, 'C13');
  const visits = visitsOf(context);
  if (of === null || visits?.from == null || visits.to === null || visits.arrived === null) return null;
  const { from, to, arrived } = visits;
  const order = (rows: readonly number[]) => rows.toSorted((a, b) => from[a]! - from[b]! || arrived[a]! - arrived[b]! || to[a]! - to[b]!);
  const told = (row: number): SharedVisit => ({ day: dayText(dayOf(from[row]!, context.zone)), ...outcomeOf(from[row]!, to[row]!, arrived[row]!) });
  const rows = order(rowsIn(of, client, period));
  const found = hitsIn(of, rows);
  if (found === null) return null;
  const list = rows.map(told);
  const first = from[rows[0]!]!;
  const earlier = order(of.rowsOf(client).filter((row) => from[row]! < first)).map(told);
  const last = from[rows.at(-1)!]!;
  const later = of
    .rowsOf(client)
    .filter((row) => from[row]! > last)
    .map(told);
  const firm = firmRows(material, 'C13', of, client, period);
  return { ...found, before: hitsIn(of, rowsIn(of, client, before)), firm: firm && hitsIn(of, firm), list, run: runOf(list, earlier, later) };
}

/** Days of the visits that are planned after the as-of day, ascending. */
export function plannedVisits({ context }: Material, client: number): readonly string[] {
  const visits = visitsOf(context);
  if (visits === null) return [];
  const days: number[] = [];
  visits.client.forEach((of, row) => {
    if (of === client && visits.agreed[row]! >= context.end && visits.cancelled[row] === 0) days.push(visits.agreed[row]!);
  });
  return [...new Set(days.toSorted((a, b) => a - b).map((at) => dayText(dayOf(at, context.zone))))];
}
