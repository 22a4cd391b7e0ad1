import type { ClientRecord, ClientShare } from '../../src/report/share-model.ts';
import type { Slice } from '../../src/share/audience.ts';

/** The second quarter of 2026, and the one before it. */
const QUARTERS = { period: { from: '2026-04-01', to: '2026-06-30' }, before: { from: '2026-01-01', to: '2026-03-31' } };

type Part<Name extends keyof ClientRecord> = NonNullable<ClientRecord[Name]>;

const hitsOf = (hits: number, n: number) => ({ hits, n, before: null, firm: null });

/** Promises kept of those due, none of them listed where nothing else is given. */
export const promises = (hits: number, n: number, more: Partial<Part<'promises'>> = {}): Part<'promises'> => ({
  ...hitsOf(hits, n),
  list: [],
  owed: [],
  ...more,
});

/** Visits inside the time that was given, likewise. */
export const visits = (hits: number, n: number, more: Partial<Part<'visits'>> = {}): Part<'visits'> => ({ ...hitsOf(hits, n), list: [], run: 0, ...more });

/** Answers of clients who were satisfied, likewise; their interval says nothing. */
export const satisfied = (hits: number, n: number, more: Partial<Part<'satisfied'>> = {}): Part<'satisfied'> => ({
  ...hitsOf(hits, n),
  low: 0,
  high: 1,
  aim: { low: 0.85, high: 0.95 },
  quotes: [],
  ...more,
});

/** A complaint of which nothing but its day is on record, and what else is given. */
export const complaint = (more: Partial<ClientRecord['complaints'][number]> = {}): ClientRecord['complaints'][number] => ({
  day: '2026-05-01',
  answered: null,
  acted: null,
  confirmed: null,
  closed: null,
  isOpen: more.closed === undefined,
  ...more,
});

/** What is on record of a client: nothing but the name of who looks after them, and what else is given. */
export const recordOf = (more: Partial<ClientRecord> = {}): ClientRecord => ({
  manager: 'Miriam Stokes',
  letter: null,
  answers: null,
  satisfied: null,
  unanswered: null,
  visits: null,
  promises: null,
  complaints: [],
  begun: [],
  since: null,
  next: { review: null, planned: false, agenda: false, visits: [], requests: null },
  ...more,
});

/** How the page of a client stands: shared, without an end and without a passphrase, where nothing else is given. */
export const shareOf = (more: Partial<ClientShare> = {}): ClientShare => ({
  client: 'alder',
  name: 'Alder Works',
  state: 'shared',
  until: null,
  folder: 'f',
  locked: false,
  ...QUARTERS,
  record: recordOf(),
  ...more,
});

/** What the page of that client is made from. */
export const sliceOf = (record: Partial<ClientRecord> = {}, more: Partial<Slice> = {}): Slice => ({
  firm: { name: 'Rowan IT', locale: 'en', logo: null },
  client: 'Alder Works',
  asOf: '2026-07-12',
  ...QUARTERS,
  until: null,
  ...more,
  record: recordOf(record),
});
