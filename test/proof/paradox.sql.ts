import type { Proof } from './kinds.sql.ts';

/** Ratings of service in the 180 days before a complaint, those about a ticket that a complaint names left out, and of its handling; parts of the scale. */
const pairs = `SELECT client, avg(after) - avg(before) AS gained FROM (
    SELECT formal.client, formal.complaint, any_value(rated) AS after, avg((score - scale_low) / (scale_high - scale_low)) AS before
    FROM (
      SELECT *, (recovery_answer - recovery_scale_low) / (recovery_scale_high - recovery_scale_low) AS rated FROM formal
      WHERE client >= 0 AND day > as_of() - 364
    ) AS formal JOIN answer ON answer.client = formal.client AND answered_at < received_at AND answered_at >= received_at - CAST(180 AS BIGINT) * 86400000
    WHERE rated BETWEEN 0 AND 1 AND score BETWEEN scale_low AND scale_high
      AND NOT coalesce(answer.ticket_id IN (SELECT ticket_id FROM complaints WHERE ticket_id IN (SELECT ticket_id FROM tickets)), false)
    GROUP BY formal.client, formal.complaint
  ) GROUP BY client`;

/** How much happier clients are with the handling of complaints than with service before; the point, from 20 clients on. */
export const paradox: readonly Proof[] = [
  {
    id: 'D16',
    cells: `WITH found AS (SELECT 'window' AS grain, -1 AS client, avg(gained) AS value, count(*) AS n FROM (${pairs}) HAVING count(*) >= 20)
      SELECT grain, start, client, value, coalesce(n, 0) AS n, NULL AS hits, NULL AS exposure, NULL AS low, NULL AS high, NULL AS p90
      FROM frame LEFT JOIN found USING (grain, client)`,
  },
];
