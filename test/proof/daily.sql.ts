import { count, hours, ofClients, share, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;

const passedOn = (times: number): Proof =>
  share(
    `B2-${times}`,
    `SELECT client, day_of(shut_at) AS day, handoffs = ${times} AS hit
    FROM ticket WHERE NOT coalesce(machine_made, false) AND shut_at IS NOT NULL AND handoffs IS NOT NULL`,
  );

const told = (where = '') => `EXISTS (
    SELECT 1 FROM contacts
    WHERE contacts.client = work.client AND direction = 'out' AND "at" < started_at AND "at" >= started_at - ${DAY} AND "at" < end_ms() ${where}
  )`;

const onEquipment = (hit: string, where = '') => `SELECT client, day_of(started_at) AS day, ${hit} AS hit FROM time_entries AS work
  WHERE started_at < end_ms() AND lower(trim(activity)) = 'on-equipment' AND client >= 0
    AND started_at - ${DAY} >= instant_of((SELECT first_day FROM kept WHERE name = 'contacts')) ${where}`;

const redone = `SELECT time_entries.client, day_of(started_at) AS day, CASE WHEN minutes > 0 THEN minutes END AS minutes, coalesce(minutes > 0, false) AS logged
  FROM time_entries JOIN ticket USING (ticket_id)
  WHERE NOT coalesce(machine_made, false) AND lower(ticket.cause) = 'changed-request' AND reopened_at < end_ms() AND started_at < end_ms() AND started_at >= reopened_at`;

/** A figure of the tickets that wait for a first answer, in the window's cells. */
function unanswered(id: string, figure: string): Proof {
  return {
    id,
    cells: `WITH silent AS (
        SELECT client, end_ms() - opened_at AS age FROM asked
        WHERE answered_at IS NULL AND shut_at IS NULL AND solved_at IS NULL
          AND NOT (coalesce(status, '') IN ('resolved', 'closed', 'unresolved', 'merged')
            AND ticket_id IN (SELECT ticket_id FROM tickets WHERE coalesce(closed_at, resolved_at) IS NULL))
      ),
      summed AS (
        SELECT frame.grain, frame.start, frame.client, count(age) AS n, ${figure} AS figure
        FROM frame LEFT JOIN silent ON frame.client IN (-1, silent.client) WHERE grain = 'window' GROUP BY ALL
      )
      SELECT grain, start, client, figure AS value, CASE WHEN figure IS NULL THEN 0 ELSE coalesce(n, 0) END AS n,
        NULL AS hits, NULL AS exposure, NULL AS low, NULL AS high, NULL AS p90 FROM frame LEFT JOIN summed USING (grain, start, client)`,
  };
}

/** Service from day to day: handoffs, notice, work done again, teaching, and who waits for a first answer. */
export const daily: readonly Proof[] = [
  passedOn(0),
  passedOn(1),
  passedOn(2),
  hours('B9-hours', 'time_entries', redone),
  share('B10', onEquipment(told())),
  share('B10-phone', onEquipment(told(`AND channel = 'phone'`), `AND ${told()}`)),
  ofClients(
    'B20-known',
    `WITH known AS (SELECT DISTINCT client FROM clients WHERE client >= 0 AND contact_preference IS NOT NULL)
    SELECT grain, start, client, 1 AS n, CAST(client IN (FROM known) AS INTEGER) AS hits FROM relation WHERE active AND EXISTS (FROM known)`,
  ),
  count('B22', 'contacts', `SELECT client, day_of("at") AS day FROM contacts WHERE kind = 'teaching' AND "at" < end_ms()`),
  unanswered('F1-unanswered', 'count(age)'),
  unanswered('F1-oldest', 'max(age)'),
];
