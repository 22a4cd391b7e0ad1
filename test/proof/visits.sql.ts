import { duration, share, type Proof } from './kinds.sql.ts';
import { working } from './working.sql.ts';

const MINUTE = 60_000;
const width = '(window_end - window_start)';
const given = (rows: string) => `SELECT client, day_of(window_start) AS day, ${rows} FROM visit_of WHERE window_start < end_ms() AND window_end IS NOT NULL`;

/** Visits whose window is over: not cancelled, and known to have been made or missed. */
const visit = (rows: string, where = '') =>
  given(rows) +
  ` AND window_end < end_ms() AND status IS DISTINCT FROM 'cancelled' AND by_then(cancelled_at) IS NULL
    AND (by_then(arrived_at) IS NOT NULL OR coalesce(status, 'missed') = 'missed') ${where}`;
const arrived = 'by_then(arrived_at)';

const cancelled = (rows: string, where: string) => `SELECT client, day_of(cancelled_at) AS day, ${rows} FROM visit_of WHERE cancelled_at < end_ms() ${where}`;

const agreed = (rows: string, where = '') =>
  `SELECT client, day_of(agreed_at) AS day, ${rows} FROM (SELECT *, coalesce(window_start, scheduled_on) AS agreed_at FROM visit_of)
  WHERE agreed_at < end_ms() ${where}`;

/** Tickets from opening to the first arrival on site. */
const onSite = `SELECT client, opened_at AS since, came AS until, 0 AS pending
  FROM asked JOIN (SELECT ticket_id, min(arrived_at) AS came FROM appointments WHERE arrived_at < end_ms() GROUP BY ticket_id) USING (ticket_id)
  WHERE came >= opened_at`;

export const visits: readonly Proof[] = [
  duration('B12', given(`${width} AS ms`)),
  share('B12-60', given(`${width} <= 60 * ${MINUTE} AS hit`)),
  share('B12-120', given(`${width} > 60 * ${MINUTE} AND ${width} <= 120 * ${MINUTE} AS hit`)),
  share('B12-wide', given(`${width} > 120 * ${MINUTE} AS hit`)),
  share('B12-240', given(`${width} >= 240 * ${MINUTE} AS hit`)),
  share('C13', visit(`coalesce(${arrived} BETWEEN window_start AND window_end, false) AS hit`)),
  share('C13-early', visit(`coalesce(${arrived} < window_start, false) AS hit`)),
  share('C13-late', visit(`coalesce(${arrived} > window_end, false) AS hit`)),
  share('C13-missed', visit(`${arrived} IS NULL AS hit`)),
  duration('C13-lateness', visit('arrived_at - window_end AS ms', `AND ${arrived} > window_end`)),
  duration('C13-earliness', visit('window_start - arrived_at AS ms', `AND ${arrived} < window_start`)),
  share('B18', cancelled(`cancel_channel = 'phone' AS hit`, 'AND cancel_channel IS NOT NULL')),
  duration('B18-notice', cancelled('greatest(0, window_start - cancelled_at) AS ms', 'AND window_start IS NOT NULL')),
  share('B19', agreed('in_preferred_time AS hit', 'AND in_preferred_time IS NOT NULL')),
  share('B19-moved-us', agreed(`coalesce(moved_by = 'us', false) AS hit`)),
  share('B19-moved-client', agreed(`coalesce(moved_by = 'client', false) AS hit`)),
  duration('E6', `SELECT client, day_of(until) AS day, until - since AS ms FROM (${onSite})`),
  duration('E6-working', working(onSite, 'until')),
];
