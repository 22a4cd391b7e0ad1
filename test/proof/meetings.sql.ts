import { duration, ofClients, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;

/** Reviews due: each after the first, and one more where it is overdue and the contract was not over. */
const due = `SELECT client, CAST(before + CAST(review_days AS INTEGER) AS DATE) AS due, day - before <= review_days + 2 AS kept
    FROM review JOIN client_list USING (client) WHERE before IS NOT NULL AND review_days IS NOT NULL
  UNION ALL
  SELECT client, due, false FROM (
    SELECT client, end_at, CAST(day + CAST(review_days AS INTEGER) AS DATE) AS due FROM review JOIN client_list USING (client)
    WHERE after IS NULL AND review_days IS NOT NULL
  ) WHERE due + 2 < as_of() AND coalesce(end_at >= instant_of(due), true)`;

/** Months of clients under contract at their end whose report is due by the as-of day. */
const months = `WITH month AS (
    SELECT CAST(unnest(generate_series((SELECT min(month) FROM report), as_of(), INTERVAL 1 MONTH)) AS DATE) AS month
  )
  SELECT client, month, last_day(month) AS day, EXISTS (
      FROM report WHERE report.client = list.client AND report.month = month.month AND day_of(sent_at) <= last_day(month.month) + 5
    ) AS sent
  FROM month, client_list AS list
  WHERE last_day(month) + 5 <= as_of() AND coalesce(start_at < instant_of(last_day(month) + 1), true)
    AND coalesce(end_at >= instant_of(last_day(month) + 1) - 1, true)`;

const counted = (rows: string, day: string, hit: string) => `SELECT grain, start, client, count(*) AS n, count(*) FILTER (${hit}) AS hits
  FROM relation JOIN (${rows}) USING (client) WHERE ${day} BETWEEN start AND finish GROUP BY grain, start, client`;

/** Whether we meet as agreed, and report every month. */
export const meetings: readonly Proof[] = [
  duration('A4-gap', `SELECT client, day, (day - before) * ${DAY} AS ms FROM review WHERE before IS NOT NULL`),
  ofClients('A4', counted(due, 'due', 'kept')),
  ofClients(
    'A5',
    `SELECT grain, start, client, 1 AS n, CAST(review_days IS NOT NULL AS INTEGER) AS hits FROM relation
    WHERE active AND (SELECT count(review_days) FROM client_list) > 0`,
  ),
  duration('B14-delay', 'SELECT client, day_of(sent_at) AS day, sent_at - instant_of(following) AS ms FROM report WHERE sent_at >= instant_of(following)'),
  ofClients('B14', counted(months, 'day', 'sent')),
];
