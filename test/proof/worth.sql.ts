import { Z, type Proof } from './kinds.sql.ts';

/** One row: avoided, hours a complaint takes, courtesy hours, all a week since the programme began; NULL = cannot be said. */
const programme = `
  WITH began AS (
    SELECT coalesce((SELECT start FROM courtesy), (SELECT min(day_of(date)) FROM events WHERE kind = 'programme-start' AND client = -1)) AS day
  ),
  week AS (
    SELECT start, n, exposure, value, start + 6 < (SELECT day FROM began) AS before, start >= coalesce((SELECT day FROM began), as_of() - 90) AS now
    FROM cell WHERE exposure IS NOT NULL AND grain = 'week' AND client = -1
      AND measure = (SELECT CASE WHEN count(*) > 0 THEN 'A11-rate' ELSE 'D1-rate' END FROM kept WHERE name = 'contacts')
  ),
  base AS (SELECT *, abs(value - lag(value) OVER (ORDER BY start)) AS moved FROM (FROM week WHERE before ORDER BY start DESC LIMIT 53)),
  since AS (SELECT count(*) AS weeks, min(start) AS first, sum(n) AS complaints, sum(exposure) AS contacts FROM week WHERE now),
  change AS (
    SELECT rate - complaints / contacts AS fall, ${Z} * sqrt(spread + complaints / contacts ** 2) AS half, centre, reach
    FROM since, (
      SELECT sum(n) / sum(exposure) AS rate, sum(n) / sum(exposure) ** 2 AS spread, avg(value) AS centre, 2.66 * avg(moved) AS reach
      FROM base HAVING count(*) >= 12 AND count(value) >= 12
    )
  ),
  after AS (
    SELECT departed, departed > reach AS outside, sum(CASE WHEN departed > 0 THEN 0 ELSE 1 END) OVER (ORDER BY start) AS run
    FROM (SELECT start, (centre - value) * sign(fall) AS departed, reach FROM week, change WHERE now AND value IS NOT NULL)
  ),
  claim AS (
    SELECT ((SELECT bool_or(outside) FROM after) OR (SELECT max(long) >= 8 FROM (SELECT count(*) FILTER (departed > 0) AS long FROM after GROUP BY run)))
      AND (SELECT abs(fall) > half FROM change) AND NOT (SELECT bool_or(ended) FROM kept WHERE name IN ('complaints', 'contacts', 'tickets')) AS made
  ),
  spent AS (
    SELECT coalesce(sum(minutes) / 60 / count(minutes), (SELECT assumed FROM complaint_hours)) AS each FROM handled WHERE day >= (SELECT first FROM since)
  ),
  courtesy_hours AS (
    SELECT sum(value) / (SELECT weeks FROM since) AS a_week
    FROM cell WHERE measure = 'A10' AND grain = 'week' AND client = -1 AND start >= (SELECT first FROM since)
  )
  SELECT CASE WHEN made THEN (SELECT fall FROM change) * contacts / weeks END AS avoided, each, a_week, complaints FROM since, spent, courtesy_hours, claim`;

function once(id: string, value: string): Proof {
  return {
    id,
    cells: `WITH worth AS (SELECT 'window' AS grain, -1 AS client, ${value} AS value, complaints FROM (${programme}))
      SELECT grain, start, client, value, CASE WHEN value IS NULL THEN 0 ELSE complaints END AS n,
        NULL AS hits, NULL AS exposure, NULL AS low, NULL AS high, NULL AS p90 FROM frame LEFT JOIN worth USING (grain, client)`,
  };
}

export const worth: readonly Proof[] = [
  once('A13-avoided', 'avoided'),
  once('A13-returned', 'avoided * each'),
  once('A13-net', 'avoided * each - a_week'),
  once('A13-ratio', 'avoided * each / a_week'),
  once('A13-break-even', 'a_week / each'),
];
