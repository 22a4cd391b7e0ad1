import { numbers } from '../facts/table.ts';
import { openTickets } from '../measures/backlog.ts';
import { complaintsOf, upTo } from '../measures/complaints-columns.ts';
import { comingReviews } from '../measures/reviews-coming.ts';
import { once } from '../measures/once.ts';
import { dayFromText, dayOf, dayText } from '../time/weeks.ts';
import { letterFor, type Letter } from './letters.ts';
import type { Material } from './material.ts';
import type { ReviewPeriod } from './review-period.ts';
import { begunIn } from './share-begun.ts';
import { answersOf, satisfiedOf, unansweredIn } from './share-figures.ts';
import type { ClientRecord, SharedComplaint, SharedSince } from './share-model.ts';
import { sharedPromises } from './share-promises.ts';
import { counted, rowsIn } from './share-rows.ts';
import { plannedVisits, sharedVisits } from './share-visits.ts';

/** Whether any complaint of the firm has a day on which it was closed: without one nothing tells an open complaint. */
const closesAny = once((context) => complaintsOf(context)?.closed.some((at) => !Number.isNaN(at)) ?? false);

/** The formal complaints of a client in the period: when each came in, was answered, acted on, confirmed and closed, and nothing else. */
function complaintsIn(material: Material, client: number, { period }: ReviewPeriod): readonly SharedComplaint[] {
  const { context } = material;
  const of = counted(material, 'A11-count');
  const complaints = complaintsOf(context);
  if (of === null || complaints === null) return [];
  const { table, received, answered, closed } = complaints;
  const [acted, confirmed] = ['acted_at', 'confirmed_at'].map((field) => upTo(context, numbers(table, field), table.rows));
  const day = (at: number) => dayText(dayOf(at, context.zone));
  const since = (row: number, at: number): string | null => (at >= received[row]! ? day(at) : null);
  const rows = rowsIn(of, client, period).toSorted((a, b) => received[a]! - received[b]! || answered[a]! - answered[b]!);
  return rows.map((row) => ({
    day: day(received[row]!),
    answered: answered[row]! >= received[row]! ? answered[row]! - received[row]! : null,
    acted: since(row, acted![row]!),
    confirmed: since(row, confirmed![row]!),
    closed: Number.isNaN(closed[row]) ? null : day(closed[row]!),
    isOpen: Number.isNaN(closed[row]) && closesAny(context),
  }));
}

const coming = once((context) => new Map((comingReviews(context) ?? []).map((review) => [review.client, review] as const)));
const ticketsByClient = once((context) => {
  const found = new Map<number, { open: number; oldest: number }>();
  for (const { client, opened } of openTickets(context) ?? []) {
    const own = found.get(client) ?? { open: 0, oldest: opened };
    found.set(client, { open: own.open + 1, oldest: Math.min(own.oldest, opened) });
  }
  return found;
});

/** Whether a review, by its local day, is about a period: by then no more time has passed since than the period is long. */
function isAbout({ period }: ReviewPeriod, review: number): boolean {
  const [from, to] = [dayFromText(period.from)!, dayFromText(period.to)!];
  return review - to <= to - from + 1;
}

function nextFor(material: Material, client: number, of: ReviewPeriod): ClientRecord['next'] {
  const { context } = material;
  const next = coming(context).get(client);
  const review = next === undefined || next.days <= 0 ? null : next.day;
  const own = ticketsByClient(context).get(client);
  return {
    review: review === null ? null : dayText(review),
    planned: review !== null && next!.planned,
    agenda: review !== null && isAbout(of, review),
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
    unanswered: unansweredIn(material, client, of),
  };
  return {
    manager: material.facts.clients.list[client]!.accountManager,
    letter: letterFor(letters, of.period),
    ...figures,
    complaints: complaintsIn(material, client, of),
    begun: begunIn(material, figures, of.period),
    since,
    next: nextFor(material, client, of),
  };
}
