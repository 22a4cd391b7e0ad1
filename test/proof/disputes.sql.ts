import { gravity } from './gravity.sql.ts';
import { duration, share, type Proof } from './kinds.sql.ts';
import { opened } from './working.sql.ts';

const known = `finding IN ('upheld', 'partly', 'not-upheld') AND day >= (SELECT first_day FROM kept WHERE name = 'contacts')`;

/** A contact that is about no complaint on record. */
const free = `(contacts.complaint_id IS NULL OR contacts.complaint_id NOT IN (SELECT complaint_id FROM complaints))`;

/** Contacts over a complaint from its receipt until it was closed. */
const exchanges = `SELECT count(*) FROM contacts
  WHERE (contacts.complaint_id = formal.complaint_id OR (contacts.ticket_id = formal.ticket_id AND ${free})) AND "at" >= received_at AND "at" < closed_at AND "at" < end_ms()`;

/** The first talk with a senior person of the client once an unjustified complaint was received, none of another complaint. */
const talks = `SELECT client, day, day_ms, received_at AS since, coalesce(talked, end_ms()) AS until, talked
  FROM (
    SELECT formal.*, day_ms, (
      SELECT min("at") FROM contacts
      WHERE contacts.client = formal.client AND kind = 'senior' AND "at" >= received_at AND "at" < end_ms()
        AND (${free} OR contacts.complaint_id = formal.complaint_id)
    ) AS talked
    FROM formal JOIN business_day ON whose = formal.client WHERE formal.client >= 0 AND finding = 'not-upheld' AND ${known}
  )`;

/** Complaints that were not justified, and the gravest first. */
export const disputes: readonly Proof[] = [
  share('A18', `SELECT client, day, finding = 'not-upheld' AND (${exchanges}) > 2 AS hit FROM formal WHERE closed_at < end_ms() AND ${known}`),
  share(
    'A20',
    `SELECT client, day, talked IS NOT NULL AND open_ms <= 10 * day_ms AS hit FROM (${opened(talks)}) WHERE talked IS NOT NULL OR open_ms > 10 * day_ms`,
  ),
  ...Object.entries({ high: '1 AND 2', medium: '3 AND 3', low: '4 AND 5' }).map(([one, places]) =>
    duration(
      `D19-${one}`,
      `SELECT client, day, responded_at - received_at AS ms FROM formal WHERE ${gravity('severity')} BETWEEN ${places} AND responded_at < end_ms()`,
    ),
  ),
];
