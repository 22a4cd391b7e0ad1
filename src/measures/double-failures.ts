import { codes, texts } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { causesOf } from './cause-words.ts';
import { complaintsOf, notCounted } from './complaints-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Context, Measure } from './measure.ts';
import { once } from './once.ts';
import { ascending } from './order.ts';
import { FIRST_FAILURE, leaves } from './reasons.ts';

const DAYS = 60;
const REACH = DAYS * 86_400_000;

/**
 * For each complaint the row of the newest formal one before it, within 60 days, about the same ticket or of the same
 * client and cause; -1 for none. Two received at the same instant do not follow each other.
 */
const earlier: (context: Context) => Int32Array | null = once((context) => {
  const complaints = complaintsOf(context);
  if (complaints === null) return null;
  const { table, received } = complaints;
  const [ticket, cause] = [codes(table, 'ticket_id'), causesOf(table)];
  if (!ticket && !cause) return null;
  const rules = notCounted(context, complaints);
  const before = new Int32Array(table.rows).fill(-1);
  const last = new Map<string, readonly [now: number, previous: number]>();
  const follow = (key: string, row: number): void => {
    const [newest, previous] = last.get(key) ?? [-1, -1];
    const tied = newest >= 0 && received[newest] === received[row];
    const found = tied ? previous : newest;
    if (found >= 0 && received[row]! - received[found]! <= REACH && !(before[row]! >= 0 && received[before[row]!]! >= received[found]!)) before[row] = found;
    last.set(key, [row, found]);
  };
  for (const row of ascending(
    received,
    new Int32Array(table.rows).map((_, at) => at),
  )) {
    if (rules.some(([, holds]) => holds(row))) continue;
    if (ticket && ticket.codes[row]! >= 0) follow(`ticket ${ticket.codes[row]}`, row);
    if (cause && cause.codes[row]! >= 0 && table.client[row]! >= 0) follow(`${table.client[row]} ${cause.codes[row]}`, row);
  }
  return before;
});

const again: Measure = {
  id: 'D17',
  title: 'Complaints about the same again',
  question: 'How often do we fail a client twice?',
  definition: `Formal complaints received within ${DAYS} days of another about the same ticket, or of the same client and cause. Causes that differ in capitals only are one.`,
  formula: `number of formal complaints with one about the same in the ${DAYS} days before`,
  unit: 'complaints',
  inputs: ['complaints.received_at', 'complaints.ticket_id', 'complaints.cause'],
  kind: 'count',
  clock: 'elapsed',
  exclusions: leaves(...FORMAL, FIRST_FAILURE),
  version: 2,
  population: (context) =>
    formalComplaints(context, () => {
      const before = earlier(context);
      return before && { leftOut: [[FIRST_FAILURE, (row) => before[row] === -1]] };
    }),
};

export interface DoubleFailure {
  /** Index of the client, UNNAMED or UNMAPPED. */
  readonly client: number;
  /** Ids of both complaints, and the local day of each. */
  readonly first: string;
  readonly second: string;
  readonly firstDay: number;
  readonly secondDay: number;
}

/** The complaints about the same again, the newest first; null where nothing says what complaints are about. */
export function doubleFailures(context: Context): readonly DoubleFailure[] | null {
  const [complaints, before] = [complaintsOf(context), earlier(context)];
  const ids = complaints && texts(complaints.table, 'complaint_id');
  if (complaints === null || before === null || ids === null) return null;
  const { table, received } = complaints;
  const day = (row: number): number => dayOf(received[row]!, context.zone);
  const rows = [...before.keys()].filter((row) => before[row]! >= 0).toSorted((a, b) => received[b]! - received[a]!);
  return rows.map((row) => {
    const first = before[row]!;
    return { client: table.client[row]!, first: ids.at(first)!, second: ids.at(row)!, firstDay: day(first), secondDay: day(row) };
  });
}

/** Complaints that come a second time. */
export const repeated: readonly Measure[] = [again];
