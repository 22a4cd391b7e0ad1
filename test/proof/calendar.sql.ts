/**
 * Days, periods and opening hours of the firm, from the settings and the facts alone.
 * `day_of(ms)` is the local day of an instant and `instant_of(timestamp)` the instant of a local time, both by the
 * database's own time zones. `period` holds every week, month, quarter and the window, `frame` each of them for the
 * firm (-1) and every client, `kept` the first day of each
 * table, and whether it ended: silent for more than three weeks, in which more than ten facts were to be expected.
 */
export const calendar: readonly string[] = [
  `SET VARIABLE zone = (SELECT zone FROM firm)`,
  `SET VARIABLE as_of = (SELECT as_of FROM firm)`,
  `CREATE MACRO day_of(ms) AS CAST(timezone(getvariable('zone'), timezone('UTC', epoch_ms(ms))) AS DATE)`,
  `CREATE MACRO instant_of(local) AS epoch_ms(timezone(getvariable('zone'), CAST(local AS TIMESTAMP)))`,
  `SET VARIABLE end_ms = instant_of(CAST(getvariable('as_of') AS DATE) + 1)`,
  `CREATE MACRO as_of() AS CAST(getvariable('as_of') AS DATE)`,
  `CREATE MACRO end_ms() AS CAST(getvariable('end_ms') AS BIGINT)`,
  `CREATE MACRO by_then(ms) AS (CASE WHEN ms < end_ms() THEN ms END)`,
  `CREATE MACRO oldest() AS CAST(as_of() - INTERVAL 10 YEAR AS DATE)`,
  `CREATE TABLE kept AS
    WITH dated AS (
      SELECT 'tickets' AS name, rowid AS fact, unnest([opened_at, resolved_at, closed_at]) AS ms FROM tickets
      UNION ALL SELECT 'surveys', rowid, unnest([sent_at, answered_at]) FROM surveys
      UNION ALL SELECT 'complaints', rowid, received_at FROM complaints
      UNION ALL SELECT 'contacts', rowid, "at" FROM contacts
      UNION ALL SELECT 'time_entries', rowid, started_at FROM time_entries
    ),
    span AS (
      SELECT name, day_of(min(ms)) AS first_day, day_of(max(ms)) AS last_day, count(DISTINCT fact) AS facts
      FROM dated WHERE ms < end_ms() AND ms >= instant_of(oldest()) GROUP BY name
    )
    SELECT name, first_day, facts >= 30 AND as_of() - last_day > 21 AND facts / (last_day - first_day + 1) * (as_of() - last_day) > 10 AS ended FROM span`,
  `CREATE TABLE day AS
    SELECT CAST(unnest(generate_series((SELECT min(first_day) FROM kept), as_of(), INTERVAL 1 DAY)) AS DATE) AS day`,
  `CREATE TABLE period AS
    WITH whole AS (
      SELECT DISTINCT 'week' AS grain, CAST(date_trunc('week', day) AS DATE) AS start, CAST(date_trunc('week', day) + INTERVAL 6 DAY AS DATE) AS finish FROM day
      UNION SELECT DISTINCT 'month', CAST(date_trunc('month', day) AS DATE), last_day(day) FROM day
      UNION SELECT DISTINCT 'quarter', CAST(date_trunc('quarter', day) AS DATE), CAST(date_trunc('quarter', day) + INTERVAL 3 MONTH - INTERVAL 1 DAY AS DATE) FROM day
      UNION SELECT 'window', as_of() - 90, as_of()
    )
    SELECT grain, start, least(finish, as_of()) AS finish FROM whole WHERE grain <> 'week' OR finish <= as_of()`,
  `CREATE TABLE frame AS
    SELECT period.*, who.client FROM period, (SELECT -1 AS client UNION ALL SELECT client FROM client_list) AS who`,
  `CREATE TABLE open_time AS
    WITH everyday AS (
      SELECT CAST(unnest(generate_series(least((SELECT min(first_day) FROM kept), as_of() - 731), as_of(), INTERVAL 1 DAY)) AS DATE) AS day
    )
    SELECT instant_of(day + CAST(opens || ':00' AS INTERVAL)) AS opens, instant_of(day + CAST(closes || ':00' AS INTERVAL)) AS closes
    FROM everyday JOIN opening ON weekday = isodow(day) WHERE day NOT IN (SELECT day FROM holiday)`,
];
