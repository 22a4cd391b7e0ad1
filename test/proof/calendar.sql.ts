/**
 * Days, periods and opening hours, from the settings and the facts alone.
 * `day_of(ms)` is the local day of an instant and `instant_of(timestamp)` the instant of a local time, both by the
 * database's own time zones. `period` holds every week, month, quarter and the window, `frame` each of them for the
 * firm (-1) and every client and whether its contract touches it, `kept` the first day of each
 * table, and whether it ended: silent for more than three weeks, in which more than ten facts were to be expected.
 * `open_time` holds the opening hours of the firm (-1) and of every client, `business_day` the mean length of their open days.
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
      UNION ALL SELECT 'appointments', rowid, unnest([coalesce(window_start, scheduled_on), arrived_at, cancelled_at]) FROM appointments
      UNION ALL SELECT 'promises', rowid, unnest([made_at, due_at, kept_at]) FROM promises
      UNION ALL SELECT 'meetings', rowid, coalesce(held_at, planned_at) FROM meetings
      UNION ALL SELECT 'replacements', rowid, replaced_at FROM replacements
      UNION ALL SELECT 'reports_sent', rowid, sent_at FROM reports_sent
      UNION ALL SELECT 'training', rowid, "at" FROM training
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
    SELECT period.*, who.client, coalesce(finish >= day_of(start_at), true) AND coalesce(start <= day_of(end_at), true) AS inside
    FROM period, (SELECT -1 AS client, NULL AS start_at, NULL AS end_at UNION ALL SELECT client, start_at, end_at FROM client_list) AS who`,
  // The calendar of the clients table, else the one whose settings name the client, else the firm's.
  `CREATE TABLE clock AS
    SELECT chosen.client, calendar.name AS calendar, coalesce(nullif(calendar.zone, ''), time_zone, firm.zone) AS zone
    FROM firm, (
      SELECT client_list.client, clients.time_zone, coalesce(own.name, calendar_client.calendar, '') AS calendar
      FROM client_list LEFT JOIN clients USING (client)
        LEFT JOIN calendar AS own ON lower(own.name) = lower(clients.calendar)
        LEFT JOIN calendar_client ON lower(named) IN (lower(client_list.id), lower(client_list.name))
      UNION ALL SELECT -1, NULL, ''
    ) AS chosen JOIN calendar ON calendar.name = chosen.calendar`,
  `CREATE TABLE open_time AS
    WITH everyday AS (
      SELECT CAST(unnest(generate_series(least((SELECT min(first_day) FROM kept), as_of() - 731), as_of() + 1, INTERVAL 1 DAY)) AS DATE) AS day
    ),
    once AS (
      SELECT DISTINCT calendar, zone, epoch_ms(timezone(zone, day + CAST(opens || ':00' AS INTERVAL))) AS opens,
        epoch_ms(timezone(zone, day + CAST(closes || ':00' AS INTERVAL))) AS closes
      FROM everyday JOIN opening ON weekday = isodow(day) JOIN (SELECT DISTINCT calendar, zone FROM clock) USING (calendar)
      WHERE (calendar, day) NOT IN (SELECT (calendar, day) FROM holiday)
    )
    SELECT client AS whose, opens, closes FROM clock JOIN once USING (calendar, zone)`,
  `CREATE TABLE business_day AS
    WITH weekly AS (
      SELECT calendar, weekday, sum(epoch(CAST(closes || ':00' AS INTERVAL)) - epoch(CAST(opens || ':00' AS INTERVAL))) * 1000 AS ms
      FROM opening GROUP BY calendar, weekday
    )
    SELECT client AS whose, avg(ms) AS day_ms FROM clock JOIN weekly USING (calendar) WHERE ms > 0 GROUP BY client`,
];
