import { openTickets } from '../measures/backlog.ts';
import { complaintsOf } from '../measures/complaints-columns.ts';
import { comingReviews } from '../measures/reviews-coming.ts';
import { once } from '../measures/once.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import { letterFor, type Letter } from './letters.ts';
import type { Material } from './material.ts';
import type { ReviewPeriod } from './review-period.ts';
import { begunIn } from './share-begun.ts';
import { answersOf, satisfiedOf } from './share-figures.ts';
import type { ClientRecord, SharedComplaint, SharedSince } from './share-model.ts';
import { sharedPromises } from './share-promises.ts';
import { counted, rowsIn } from './share-rows.ts';
import { plannedVisits, sharedVisits } from './share-visits.ts';

/** The formal complaints of a client in the period: when each came in, was answered and was closed, and nothing else. */
function complaintsIn(material: Material, client: number, { period }: ReviewPeriod): readonly SharedComplaint[] {
  const { context } = material;
  const of = counted(material, 'A11-count');
  const complaints = complaintsOf(context);
  if (of === null || complaints === null) return [];
  const { received, answered, closed } = complaints;
  const rows = rowsIn(of, client, period).toSorted((a, b) => received[a]! - received[b]! || answered[a]! - answered[b]!);
  return rows.map((row) => ({
    day: dayText(dayOf(received[row]!, context.zone)),
    answered: answered[row]! >= received[row]! ? answered[row]! - received[row]! : null,
    closed: Number.isNaN(closed[row]) ? null : dayText(dayOf(closed[row]!, context.zone)),
  }));
}

const reviewDays = once((context) => new Map((comingReviews(context) ?? []).map(({ client, day }) => [client, day] as const)));
const ticketsByClient = once((context) => {
  const found = new Map<number, { open: number; oldest: number }>();
  for (const { client, opened } of openTickets(context) ?? []) {
    const own = found.get(client) ?? { open: 0, oldest: opened };
    found.set(client, { open: own.open + 1, oldest: Math.min(own.oldest, opened) });
  }
  return found;
});

function nextFor(material: Material, client: number): ClientRecord['next'] {
  const { context } = material;
  const review = reviewDays(context).get(client);
  const own = ticketsByClient(context).get(client);
  return {
    review: review === undefined || review <= context.asOf ? null : dayText(review),
    visits: plannedVisits(material, client),
    requests: openTickets(context) === null ? null : { open: own?.open ?? 0, oldest: own === undefined ? null : dayText(own.oldest) },
  };
}

/** What stands on a client's page beside what happened. */
interface Beside {
  readonly letters: readonly Letter[];
  readonly since: SharedSince | null;
}

/** What happened with a client in its review period, for its own page. */
export function clientRecord(material: Material, client: number, of: ReviewPeriod, { letters, since }: Beside): ClientRecord {
  const figures = {
    answers: answersOf(material, client, of),
    satisfied: satisfiedOf(material, client, of),
    visits: sharedVisits(material, client, of),
    promises: sharedPromises(material, client, of),
  };
  return {
    manager: material.facts.clients.list[client]!.accountManager,
    letter: letterFor(letters, of.period),
    ...figures,
    complaints: complaintsIn(material, client, of),
    begun: begunIn(material, figures, of.period),
    since,
    next: nextFor(material, client),
  };
}
