import type { Report } from '../report/model.ts';
import type { ClientRecord, Hits, Median, Reading, SharedHits, Span } from '../report/share-model.ts';

/** What one client's page is made from: one client's part of the report, and no more of it than is named below. */
export interface Slice {
  readonly firm: { readonly name: string; readonly locale: string; readonly logo: string | null };
  readonly client: string;
  readonly asOf: string;
  readonly period: Span;
  readonly before: Span;
  readonly until: string | null;
  readonly record: ClientRecord;
}

const span = ({ from, to }: Span): Span => ({ from, to });
const hits = (of: Hits | null): Hits | null => of && { hits: of.hits, n: of.n };
const median = (of: Median | null): Median | null => of && { median: of.median, n: of.n };
const sharedHits = (of: SharedHits): SharedHits => ({ hits: of.hits, n: of.n, before: hits(of.before), firm: hits(of.firm) });

const answers = (of: ClientRecord['answers']): ClientRecord['answers'] =>
  of && { times: [...of.times], median: of.median, nine: of.nine, before: median(of.before), firm: median(of.firm) };

const satisfied = (of: ClientRecord['satisfied']): ClientRecord['satisfied'] =>
  of && {
    ...sharedHits(of),
    low: of.low,
    high: of.high,
    aim: { low: of.aim.low, high: of.aim.high },
    quotes: of.quotes.map(({ day, text }) => ({ day, text })),
  };

const visits = (of: ClientRecord['visits']): ClientRecord['visits'] =>
  of && { ...sharedHits(of), run: of.run, list: of.list.map(({ day, place, outcome, off }) => ({ day, place, outcome, off })) };

const promises = (of: ClientRecord['promises']): ClientRecord['promises'] =>
  of && {
    ...sharedHits(of),
    list: of.list.map(({ wording, kind, due, done, inTime, told }) => ({ wording, kind, due, done, inTime, told })),
    owed: of.owed.map(({ wording, kind, due, revised }) => ({ wording, kind, due, revised })),
  };

const reading = (of: Reading | null): Reading | null => of && { value: of.value, n: of.n };
const since = (of: ClientRecord['since']): ClientRecord['since'] =>
  of && {
    sent: of.sent,
    period: span(of.period),
    changes: of.changes.map(({ figure, was, is, why }) => ({ figure, was: { value: was.value, n: was.n }, is: reading(is), why })),
  };

const next = ({ review, planned, agenda, visits: coming, requests }: ClientRecord['next']): ClientRecord['next'] => ({
  review,
  planned,
  agenda,
  visits: [...coming],
  requests: requests && { open: requests.open, oldest: requests.oldest },
});

function recordOf(of: ClientRecord): ClientRecord {
  return {
    manager: of.manager,
    letter: of.letter,
    answers: answers(of.answers),
    satisfied: satisfied(of.satisfied),
    unanswered: of.unanswered && { asked: of.unanswered.asked },
    visits: visits(of.visits),
    promises: promises(of.promises),
    complaints: of.complaints.map(({ day, answered, acted, confirmed, closed, isOpen }) => ({ day, answered, acted, confirmed, closed, isOpen })),
    begun: of.begun.map(({ part, day }) => ({ part, day })),
    since: since(of.since),
    next: next(of.next),
  };
}

/**
 * The slices of the clients whose pages are shared, by their folders. Every field is named one by one, so that a field
 * that comes to the report stays private until it is named here.
 */
export function slicesOf({ firm, asOf, shares = [] }: Pick<Report, 'firm' | 'asOf' | 'shares'>): ReadonlyMap<string, Slice> {
  const found = new Map<string, Slice>();
  for (const { folder, name, period, before, until, record } of shares) {
    if (folder === null || record === null) continue;
    if (found.has(folder)) throw new Error('Two clients share one folder.');
    const { locale, logo } = firm;
    found.set(folder, {
      firm: { name: firm.name, locale, logo },
      client: name,
      asOf,
      period: span(period),
      before: span(before),
      until,
      record: recordOf(record),
    });
  }
  return found;
}

/** The texts of a slice that people wrote: everything on its page that is not a number, a day or the product's own words. */
export function textsOf({ client, record }: Slice): readonly string[] {
  const { manager, letter, satisfied: answered, promises: promised } = record;
  const said = [...(promised?.list ?? []), ...(promised?.owed ?? [])].flatMap(({ wording, kind }) => [wording, kind]);
  return [client, manager, letter, ...(answered?.quotes ?? []).map(({ text }) => text), ...said].filter((text) => text !== null);
}
