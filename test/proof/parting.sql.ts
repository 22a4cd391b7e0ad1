import { ofClients, share, type Proof } from './kinds.sql.ts';
import { opened } from './working.sql.ts';

const DAY = 24 * 3_600_000;

const promoters = `SELECT nps.client, coalesce(nps.answered_at, tickets.resolved_at) AS answered_at, lower(trim(respondent)) AS who
  FROM (
    SELECT surveys.* REPLACE (CASE client WHEN -1 THEN coalesce((SELECT client FROM tickets WHERE tickets.ticket_id = surveys.ticket_id), -1) ELSE client END AS client)
    FROM surveys WHERE kind = 'nps' AND coalesce(answer, class) IS NOT NULL
  ) AS nps LEFT JOIN tickets USING (ticket_id)
  WHERE CASE WHEN class IS NOT NULL THEN class = 'positive' 
    ELSE lower(trim(answer)) = 'good' OR (scale_low = 0 AND scale_high = 10 AND TRY_CAST(answer AS DOUBLE) BETWEEN 9 AND 10) END`;

const spares = `SELECT client, day_of(replaced_at) AS day, day_ms, by_then(spare_at) AS spare, replaced_at AS since,
    greatest(replaced_at, coalesce(by_then(spare_at), end_ms())) AS until
  FROM replacements JOIN business_day ON whose = greatest(client, -1) WHERE replaced_at < end_ms()`;

const unsettled = `EXISTS (
    FROM formal WHERE formal.client = relation.client AND received_at <= end_at AND coalesce(closed_at > end_at, true)
  ) OR EXISTS (
    FROM replacements AS part
    WHERE part.client = relation.client AND failed_again_at <= end_at AND failed_again_at <= replaced_at + ${60 * DAY} AND NOT EXISTS (
      FROM replacements AS later
      WHERE later.client = part.client AND later.asset = part.asset AND later.replaced_at >= part.failed_again_at AND later.replaced_at <= end_at
    )
  )`;

/** References, spare parts, and clients that left with a story to tell. */
export const parting: readonly Proof[] = [
  share(
    'E1',
    `SELECT client, day_of(answered_at) AS day, EXISTS (
      FROM contacts
      WHERE contacts.client = promoter.client AND kind = 'reference' AND "at" < end_ms() AND coalesce(lower(trim(requester)) = who, true)
    ) AS hit
    FROM (${promoters}) AS promoter WHERE client >= 0 AND answered_at < end_ms()`,
  ),
  share('E5', `SELECT client, day, spare IS NOT NULL AND open_ms <= day_ms AS hit FROM (${opened(spares)}) WHERE spare IS NOT NULL OR open_ms > day_ms`),
  share(
    'E5-trips',
    `SELECT client, day_of(replaced_at) AS day, coalesce(spare_at <= replaced_at, false) AS hit FROM replacements
    WHERE client >= 0 AND replaced_at < end_ms() AND EXISTS (
      FROM visit_of WHERE visit_of.client = replacements.client AND arrived_at < end_ms() AND day_of(arrived_at) = day_of(replaced_at)
    )`,
  ),
  ofClients('E18', `SELECT grain, start, client, 1 AS n, CAST(${unsettled} AS INTEGER) AS hits FROM relation WHERE last_day BETWEEN finish - 363 AND finish`),
];
