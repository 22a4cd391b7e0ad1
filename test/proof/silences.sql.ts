import { contactsKept } from './expectations.sql.ts';
import { duration, mean, share, type Proof } from './kinds.sql.ts';
import { opened } from './working.sql.ts';

/** Tickets resolved, from opening to resolution, and what the client heard from us in between. */
const solved = `SELECT ticket_id, client, answered_at, opened_at AS since, solved_at AS until FROM asked WHERE solved_at >= opened_at AND ${contactsKept}`;
const updates = `SELECT solved.ticket_id, contacts."at", contacts.channel FROM solved JOIN contacts USING (ticket_id)
  WHERE contacts.direction = 'out' AND contacts."at" BETWEEN since AND until`;
const words = `SELECT ticket_id, since AS heard FROM solved UNION ALL SELECT ticket_id, until FROM solved
  UNION ALL SELECT ticket_id, answered_at FROM solved WHERE answered_at BETWEEN since AND until UNION ALL SELECT ticket_id, "at" FROM updates`;
const stretches = `SELECT ticket_id, solved.client, lag(heard) OVER (PARTITION BY ticket_id ORDER BY heard) AS since, heard AS until
  FROM words JOIN solved USING (ticket_id)`;

/** One row a ticket: business days open, updates, whether by phone and by mail, and the longest silence, in ms and in business days. */
export const silences: readonly string[] = [
  `CREATE TABLE silence AS
    WITH solved AS (${solved}), updates AS (${updates}), words AS (${words}),
    spans AS (${opened(solved)}),
    gaps AS (${opened(`SELECT * FROM (${stretches}) WHERE since IS NOT NULL`)}),
    longest AS (SELECT ticket_id, max(open_ms) AS silent_ms FROM gaps GROUP BY ticket_id),
    heard AS (
      SELECT ticket_id, count(*) AS updates, bool_or(channel IS NOT DISTINCT FROM 'phone') AS phoned, bool_or(channel IS NOT DISTINCT FROM 'mail') AS mailed
      FROM updates GROUP BY ticket_id
    )
    SELECT client, day_of(until) AS day, open_ms / day_ms AS days, coalesce(updates, 0) AS updates, coalesce(phoned AND mailed, false) AS both_ways,
      silent_ms, silent_ms / day_ms AS silent_days
    FROM spans JOIN longest USING (ticket_id) LEFT JOIN heard USING (ticket_id) JOIN business_day ON whose = greatest(client, -1)`,
];

/** Whether a client hears from us while a ticket is open. */
export const updated: readonly Proof[] = [
  duration('B3', 'SELECT client, day, silent_ms AS ms FROM silence'),
  share('B11', 'SELECT client, day, updates > 0 AS hit FROM silence WHERE days > 1'),
  share('B11-both', 'SELECT client, day, both_ways AS hit FROM silence WHERE days > 1'),
  mean('C6', 'SELECT client, day, updates / days AS amount, 0 AS scale FROM silence WHERE days > 2'),
  share('C6-gap', 'SELECT client, day, silent_days > 1 AS hit FROM silence WHERE days > 2'),
];
