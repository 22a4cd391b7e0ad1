import { mean, share, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;

/** Tickets closed that stayed closed. */
const closed = (rows: string, where = '') =>
  `SELECT client, day_of(shut_at) AS day, ${rows} FROM ticket WHERE NOT coalesce(machine_made, false) AND shut_at IS NOT NULL ${where}`;

const owners = 'AND first_agent IS NOT NULL AND agent IS NOT NULL';
const again = '(reopened_at < end_ms() OR (reopened_at IS NULL AND coalesce(reopened_count, 0) > 0))';
const reopenedFor = (cause: string) => closed(`coalesce(${again} AND lower(cause) = '${cause}', false) AS hit`);

/** Tickets closed some days before the as-of day or earlier: by the closing that holds, else by the one on record. */
const ended = (days: number, hit: string, where = '') =>
  `SELECT client, day_of(over) AS day, ${hit} AS hit
  FROM (
    SELECT tickets.*, coalesce(by_then(tickets.closed_at), tickets.resolved_at) AS recorded, coalesce(shut_at, recorded) AS over
    FROM tickets JOIN ticket USING (ticket_id) WHERE NOT coalesce(tickets.machine_made, false)
  ) AS done WHERE over + ${days * DAY} <= end_ms() ${where}`;

const reopened = (days: number) =>
  `coalesce(CASE WHEN reopened_at IS NULL THEN reopened_count > 0 ELSE reopened_at < end_ms() AND reopened_at <= recorded + ${days * DAY} END, false)`;

const returned = `EXISTS (
    SELECT 1 FROM contacts
    WHERE contacts.direction = 'in' AND contacts.client = done.client AND lower(trim(contacts.requester)) = lower(trim(done.requester))
      AND contacts."at" > over AND contacts."at" <= over + ${7 * DAY} AND contacts."at" < end_ms()
      AND (contacts.ticket_id IS NULL OR contacts.ticket_id = done.ticket_id)
  )`;

/** What is known of tickets once they are closed: whose hands they went through, and whether they came back. */
export const closings: readonly Proof[] = [
  mean('B2', closed('handoffs AS amount, 0 AS scale', 'AND handoffs IS NOT NULL')),
  share('B2-3', closed('handoffs >= 3 AS hit', 'AND handoffs IS NOT NULL')),
  share('B2-owner', closed('first_agent = agent AS hit', owners)),
  share('E4', closed('first_agent = agent AS hit', `${owners} AND vendor_caused`)),
  share('B6', reopenedFor('misunderstood')),
  share('B9', reopenedFor('changed-request')),
  share('B9-accepted', closed('rework_accepted AS hit', `AND ${again} AND lower(cause) = 'changed-request' AND rework_accepted IS NOT NULL`)),
  share('A16', ended(7, `${reopened(7)} OR ${returned}`, `AND day_of(over) >= (SELECT first_day FROM kept WHERE name = 'contacts')`)),
  share('C9-held', ended(14, `NOT ${reopened(14)}`)),
];
