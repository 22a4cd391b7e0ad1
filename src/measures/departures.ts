import { codes, numbers, texts } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { complaintsOf, notCounted } from './complaints-columns.ts';
import { REPEAT_DAYS } from './follow-up.ts';
import type { Context, DerivedCell, Measure } from './measure.ts';
import { once } from './once.ts';

const YEAR = 364;
const REPEAT = REPEAT_DAYS * 86_400_000;

/** A client that left with something unsettled. For internal pages only. */
export interface Departure {
  readonly client: number;
  /** Local day on which its contract ended. */
  readonly end: number;
  /** Ids of the formal complaints that were open then, in order. */
  readonly complaints: readonly string[];
  /** What had failed again within 60 days and was not replaced after that, in order; null = not named. */
  readonly failures: readonly (string | null)[];
}

const byText = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0);

/** Ids of the formal complaints of a client that were open at an instant; null where nothing says when complaints were closed. */
function openComplaints(context: Context): ((client: number, at: number) => readonly string[]) | null {
  const complaints = complaintsOf(context);
  const ids = complaints && texts(complaints.table, 'complaint_id');
  if (complaints === null || ids === null || numbers(complaints.table, 'closed_at') === null) return null;
  const { table, received, closed } = complaints;
  const rules = notCounted(context, complaints);
  return (client, at) => {
    const open = (row: number): boolean =>
      table.client[row] === client && received[row]! <= at && !(closed[row]! <= at) && !rules.some(([, holds]) => holds(row));
    return [...received.keys()]
      .filter(open)
      .map((row) => ids.at(row)!)
      .toSorted(byText);
  };
}

/** What had failed again at a client by an instant, within 60 days, and was not replaced once more by then; null where no failures are recorded. */
function openFailures(context: Context): ((client: number, at: number) => readonly (string | null)[]) | null {
  const table = context.facts.tables.replacements;
  const [replaced, failed] = ['replaced_at', 'failed_again_at'].map((field) => (table === undefined ? null : numbers(table, field)));
  if (table === undefined || !replaced || !failed) return null;
  const asset = codes(table, 'asset');
  return (client, at) => {
    const own = [...replaced.keys()].filter((row) => table.client[row] === client);
    const nameOf = (row: number): string | null => asset?.at(row) ?? null;
    const again = (row: number): boolean =>
      own.some((other) => nameOf(other) !== null && nameOf(other) === nameOf(row) && replaced[other]! >= failed[row]! && replaced[other]! <= at);
    return own
      .filter((row) => failed[row]! <= at && failed[row]! - replaced[row]! <= REPEAT && !again(row))
      .map(nameOf)
      .toSorted(byText);
  };
}

/** What every client left behind whose contract ended up to the as-of day; null where neither complaints' closings nor failures are recorded. */
const leavings: (context: Context) => ReadonlyMap<number, Departure> | null = once((context) => {
  const [complaints, failures] = [openComplaints(context), openFailures(context)];
  if (complaints === null && failures === null) return null;
  const ended = context.facts.clients.list.flatMap(({ end }, client): [number, Departure][] => {
    if (!(end < context.end)) return [];
    return [[client, { client, end: dayOf(end, context.zone), complaints: complaints?.(client, end) ?? [], failures: failures?.(client, end) ?? [] }]];
  });
  return new Map(ended);
});

const unsettled = ({ complaints, failures }: Departure): boolean => complaints.length + failures.length > 0;

/** The clients whose contract ended in the 52 weeks up to the as-of day with a complaint open or a repeated failure not settled (E18), the newest first. */
export function departures(context: Context): readonly Departure[] | null {
  const found = leavings(context);
  if (found === null) return null;
  const lately = [...found.values()].filter((one) => one.end > context.asOf - YEAR && unsettled(one));
  return lately.toSorted((a, b) => b.end - a.end || a.client - b.client);
}

const left: Measure = {
  id: 'E18',
  title: 'Clients that left with something unsettled',
  question: 'Do clients leave with a story to tell?',
  definition:
    'Of the clients whose contract ended in the 52 weeks up to the end of the period, the share that left with something unsettled. That is a formal complaint still open, or a failure that had repeated. A failure repeats within 60 days, and is settled when the same thing is replaced once more.',
  formula: 'clients ended with an open complaint or repeated failure ÷ clients ended',
  unit: 'share',
  inputs: ['A11-count', 'E13', 'complaints.closed_at', 'replacements.failed_again_at', 'replacements.asset', 'clients.end'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: ({ client, to }, context): DerivedCell | null => {
    const one = leavings(context)?.get(client);
    if (one === undefined || one.end > to || one.end <= to - YEAR) return null;
    const hits = unsettled(one) ? 1 : 0;
    return { value: hits, n: 1, hits };
  },
};

/** What clients take with them when they leave. */
export const leaving: readonly Measure[] = [left];
