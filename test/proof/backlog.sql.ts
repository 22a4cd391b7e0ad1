import type { Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;

/** Tickets open at the as-of day with their age and the time since anything was recorded about them, in ms. */
export const backlogs: readonly string[] = [
  `CREATE TABLE waiting AS
    WITH word AS (
      SELECT ticket_id, "at" AS told FROM contacts UNION ALL SELECT ticket_id, started_at FROM time_entries
      UNION ALL SELECT ticket_id, unnest([opened_at, first_answer_at, reopened_at]) FROM ticket
      UNION ALL SELECT ticket_id, updated_at FROM tickets
    ),
    last_word AS (SELECT ticket_id, max(told) AS told FROM word WHERE told < end_ms() GROUP BY ticket_id)
    SELECT client, end_ms() - opened_at AS age, end_ms() - greatest(opened_at, told) AS untouched,
      -- What was changed after the as-of day may have been changed before it too.
      coalesce(updated_at >= end_ms(), false) AS hidden
    FROM asked LEFT JOIN last_word USING (ticket_id)
    WHERE shut_at IS NULL AND solved_at IS NULL
      AND NOT (coalesce(status, '') IN ('resolved', 'closed', 'unresolved', 'merged') AND ticket_id IN (
        SELECT ticket_id FROM tickets WHERE coalesce(closed_at, resolved_at) IS NULL
      ))`,
];

/** A figure of the tickets that wait, in the window's cells. */
function now(id: string, figure: string, n = 'count(age)'): Proof {
  return {
    id,
    cells: `WITH each AS (SELECT -1 AS client, age, untouched, hidden FROM waiting UNION ALL SELECT * FROM waiting WHERE client >= 0),
      summed AS (SELECT client, ${n} AS n, ${figure} AS value FROM (SELECT DISTINCT client FROM frame) LEFT JOIN each USING (client) GROUP BY client)
      SELECT grain, start, client, CASE WHEN grain = 'window' THEN value END AS value, CASE WHEN grain = 'window' AND value IS NOT NULL THEN n ELSE 0 END AS n,
        NULL AS hits, NULL AS exposure, NULL AS low, NULL AS high, NULL AS p90 FROM frame LEFT JOIN summed USING (client)`,
  };
}

const left = `age > ${14 * DAY} AND untouched > ${7 * DAY}`;
const known = `count(age) FILTER (NOT (${left} AND hidden))`;

export const backlog: readonly Proof[] = [
  now('B8', `CASE WHEN ${known} > 0 OR count(age) = 0 THEN count(*) FILTER (${left} AND NOT hidden) END`, known),
  now('B8-open', 'count(age)'),
  now('B8-age', 'quantile_cont(CAST(age AS DOUBLE), 0.5)'),
];
