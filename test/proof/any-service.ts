import fc from 'fast-check';
import type { Client } from '../../src/facts/clients.ts';
import { instant, type Row, type Rows } from '../measures/facts-of.ts';
import { anyFacts } from './any-facts.ts';

const START = Date.UTC(2025, 10, 10);
const said = (at: number): string => new Date(START + at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const minute = fc.nat(135 * 24 * 60).map(said);
/** Sixty days after the first row or some more, and sixty before the as-of day or some more. */
const midway = fc.integer({ min: 60 * 1440, max: 67 * 1440 }).map(said);
const maybe = <T>(value: fc.Arbitrary<T>, freq = 3) => fc.option(value, { freq });
const one = (...words: readonly string[]) => maybe(fc.constantFrom(...words));
const flag = maybe(fc.boolean());
const ref = maybe(fc.nat(29).map(String), 5);
/** Mostly a client of the list, else none, or one that nobody knows. */
const client = fc.constantFrom('Alder', 'Alder', 'Birch', 'Birch', 'Cedar', null, 'Dogwood');

/** Clients with contracts that begin, end and are renewed, and with reviews agreed. */
export const clientList: readonly (Partial<Client> & { readonly name: string })[] = [
  { name: 'Alder', reviewDays: 14, start: instant('2026-01-20') },
  { name: 'Birch', reviewDays: 28, end: instant('2026-03-06 23:59') },
  { name: 'Cedar', start: instant('2024-05-01'), end: instant('2026-02-10 23:59') },
];

/** Settings with a calendar that one client names, and one that names a client. */
export const calendars = {
  harbour: { hours: { mon: ['06:00-14:00'], wed: ['06:00-10:00', '11:00-15:00'], sat: ['09:00-12:00'] }, holidays: ['2026-01-07'], zone: 'America/New_York' },
  early: { hours: { tue: ['05:00-13:00'], thu: ['05:00-13:00'] }, clients: ['Birch'] },
};

type Cells = Record<string, fc.Arbitrary<string | number | boolean | null>>;
const rows = (cells: Cells, length = 30) => fc.array(fc.record(cells), { minLength: length, maxLength: length });
const numbered = (id: string, cells: Cells) => rows(cells).map((some) => some.map((row, at): Row => ({ [id]: String(at), ...row })));

const mark = maybe(fc.integer({ min: 0, max: 10 }));
const items = { item_helpful: mark, item_serious: mark, item_clear: mark, item_honest: mark, item_respect: mark, item_need: mark };

const spoken = {
  client,
  direction: one('in', 'out', 'out', 'out'),
  channel: one('in-person', 'phone', 'phone', 'mail', 'Mail'),
  kind: one('problem', 'closing', 'closing', 'proactive', 'teaching', 'tip', 'event', 'follow-up', 'follow-up', 'card', 'senior', 'reference'),
  sentiment: one('positive', 'neutral', 'negative'),
  requester: one('ann', 'Bo', 'Cy'),
  ticket_id: ref,
  complaint_id: ref,
  promise_id: ref,
};

/** What a ticket, a complaint and a contact say besides. */
const more = fc.record({
  tickets: rows({
    client,
    requester: one('Ann', 'Bo '),
    status: one('open', 'waiting', 'resolved', 'closed', 'unresolved'),
    cause: one('misunderstood', 'changed-request', 'Changed-request'),
    agent: one('Kim', 'Lee'),
    first_agent: one('Kim', 'Lee'),
    handoffs: maybe(fc.nat(4)),
    reopened_count: maybe(fc.nat(2)),
    updated_at: maybe(minute),
    expectation_told_at: maybe(minute),
    expectation_due_at: maybe(minute),
    vendor_caused: flag,
    rework_accepted: flag,
    priority: one('Critical', 'High', 'Low', '2', 'P3', 'Priority 1 - Emergency', 'blue'),
    category: one('How to', 'how to ', 'Network'),
    options_offered: flag,
    plan_noted: flag,
    onsite_extra: one('done', 'Done', 'declined', 'Declined: no key', 'later'),
  }),
  complaints: rows({
    client,
    channel: one('in-person', 'phone', 'mail', 'chat', 'portal', 'dove'),
    cause: one('conduct', 'Conduct', 'own-fault', 'Own-fault', 'Wi-Fi', 'wi-fi'),
    severity: one('High', 'very high', 'medium', 'Normal', 'low', 'Very low', 'S1', '2', '3', 'purple'),
    finding: one('upheld', 'partly', 'not-upheld', 'not-upheld', 'not-upheld', 'lost'),
    vendor_caused: flag,
    committed_at: maybe(minute),
    commit_due_at: maybe(minute),
    recovery_answer: maybe(fc.integer({ min: 1, max: 6 })),
    recovery_scale_low: fc.constant(1),
    recovery_scale_high: fc.constant(5),
  }),
  contacts: rows(spoken),
  surveys: rows({
    client,
    ticket_id: ref,
    answer: one('1', '2.5', '3', '4', '5', 'good', 'bad'),
    class: fc.constantFrom(null, null, null, null, 'positive', 'negative'),
    ...items,
  }),
  time_entries: rows({ client, ticket_id: maybe(fc.nat(6).map(String)), activity: one('on-equipment', 'on-equipment', 'On-equipment', 'travel') }),
});

const others = fc.record({
  appointments: numbered('appointment_id', {
    client,
    ticket_id: ref,
    scheduled_on: maybe(minute),
    window_start: maybe(minute),
    window_minutes: maybe(fc.constantFrom(60, 90, 120, 240)),
    arrived_at: maybe(minute),
    status: one('planned', 'done', 'missed', 'cancelled'),
    cancelled_at: maybe(minute, 2),
    cancel_channel: one('phone', 'mail'),
    moved_by: one('us', 'client'),
    in_preferred_time: flag,
  }),
  promises: numbered('promise_id', {
    client,
    ticket_id: ref,
    kind: one('task', 'callback', 'quote'),
    made_at: maybe(minute),
    due_at: minute,
    due_has_time: flag,
    requested_at: maybe(minute),
    told_at: maybe(minute),
    kept_at: maybe(minute),
  }),
  meetings: numbered('meeting_id', { client, kind: one('review', 'review', 'other'), held_at: maybe(minute), record_ref: one('minutes') }),
  replacements: numbered('replacement_id', {
    client,
    asset: one('Disk', 'Screen'),
    replaced_at: minute,
    followed_up_at: maybe(minute),
    failed_again_at: maybe(minute),
    failure_found_by: one('us', 'client'),
    spare_minutes: maybe(fc.integer({ min: -600, max: 5000 })),
  }),
  training: numbered('event_id', { client, at: fc.oneof(minute, midway), kind: one('course'), invited: maybe(fc.nat(8)), attended: maybe(fc.nat(8)) }),
  work: numbered('entry_id', { client, ticket_id: maybe(fc.nat(12).map(String)), started_at: minute, minutes: fc.nat(600), activity: one('on-equipment') }),
  calls: numbered('contact_id', { ...spoken, at: minute, courtesy_seconds: fc.constant(null) }),
  recommendations: numbered('response_id', {
    client,
    kind: fc.constant('nps'),
    respondent: one('Ann', 'Cy ', 'Di'),
    ticket_id: ref,
    answered_at: maybe(minute),
    answer: one('6', '8', '9', '10', '11', 'good'),
    class: fc.constantFrom(null, null, null, 'positive', 'negative'),
    scale_low: fc.constant(0),
    scale_high: fc.constant(10),
  }),
  reports_sent: rows({ client, period: fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02', 'May'), sent_at: minute }),
});

const clients: readonly Row[] = [
  { client: 'Alder', contact_preference: 'mail', renewed_at: '2026-02-20', calendar: 'Harbour', time_zone: null },
  { client: 'Birch', contact_preference: 'phone', renewed_at: '2026-03-07', calendar: null, time_zone: null },
  { client: 'Cedar', contact_preference: null, renewed_at: '2025-12-01', calendar: null, time_zone: 'Asia/Tokyo' },
];

const joined = (some: readonly Row[] | undefined, extra: readonly Row[]): Row[] => (some ?? []).map((row, at) => ({ ...row, ...extra[at] }));
const reach = (row: Row, from: string, to: string): Row =>
  row[from] != null && row[to] != null && String(row[to]) < String(row[from]) ? { ...row, [to]: null } : row;

/** A spare comes so many minutes after the part was replaced. */
const spared = ({ spare_minutes, ...row }: Row): Row => ({
  ...row,
  spare_at: spare_minutes == null ? null : said((instant(String(row.replaced_at)) - START) / 60_000 + Number(spare_minutes)),
});

/** Windows end after they begin, and what comes of a promise, a part or a cancellation comes after it. */
function inOrder({ appointments, promises, replacements, ...rest }: Rows): Rows {
  return {
    ...rest,
    appointments: appointments!.map(({ window_minutes, ...row }) => ({
      ...row,
      window_end:
        row.window_start == null || window_minutes == null ? null : said((instant(String(row.window_start)) - START) / 60_000 + Number(window_minutes)),
    })),
    promises: promises!.map((row) => reach(row, 'made_at', 'kept_at')),
    replacements: replacements!.map(spared).map((row) => reach(reach(row, 'replaced_at', 'followed_up_at'), 'replaced_at', 'failed_again_at')),
  };
}

const IDS = { ticket_id: 'tickets', complaint_id: 'complaints', response_id: 'surveys', contact_id: 'contacts', entry_id: 'time_entries' } as const;

/** The rows of several firms as those of one: the numbers of each follow those of the ones before. */
function together(firms: readonly Rows[]): Rows {
  const numbers = (rows: Rows, id: keyof typeof IDS) => 1 + Math.max(-1, ...rows[IDS[id]]!.map((row) => Number(row[id])));
  const before = (firm: number, id: keyof typeof IDS) => firms.slice(0, firm).reduce((sum, rows) => sum + numbers(rows, id), 0);
  const moved = (row: Row, firm: number): Row => {
    const ids = (Object.keys(IDS) as (keyof typeof IDS)[]).filter((id) => row[id] != null);
    return { ...row, ...Object.fromEntries(ids.map((id) => [id, String(Number(row[id]) + before(firm, id))])) };
  };
  return Object.fromEntries(Object.values(IDS).map((table) => [table, firms.flatMap((rows, firm) => rows[table]!.map((row) => moved(row, firm)))]));
}

/** Rows of every table that proofs read, of the clients in the list, of others and of nobody. */
export function anyService(lastDay: string): fc.Arbitrary<Rows> {
  const firms = fc.array(anyFacts(lastDay), { minLength: 6, maxLength: 6 });
  return fc.tuple(firms.map(together), more, others).map(([core, extra, { work, calls, recommendations, ...rest }]) => {
    const whole = Object.fromEntries(Object.entries(extra).map(([name, some]) => [name, joined(core[name as keyof Rows], some)]));
    const counted = new Set(whole.tickets!.flatMap((row) => (row.merged_into == null ? [row.ticket_id] : [])));
    const surveys = whole.surveys!.map((row) => (counted.has(row.ticket_id ?? null) ? row : { ...row, ticket_id: null }));
    const apart = (some: readonly Row[], id: string): Row[] => some.map((row) => ({ ...row, [id]: `apart ${row[id]}` }));
    const added = {
      surveys: [...surveys, ...apart(recommendations, 'response_id')],
      contacts: [...whole.contacts!, ...apart(calls, 'contact_id')],
      time_entries: [...whole.time_entries!, ...apart(work, 'entry_id')],
    };
    return { ...whole, ...added, ...inOrder(rest), clients };
  });
}
