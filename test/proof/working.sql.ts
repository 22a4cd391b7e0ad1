/**
 * Opening hours in each of the rows' spans less what was pending, in milliseconds, on the day of `since` or `until`.
 * Rows have `client`, the instants `since` and `until`, and `pending`.
 */
export function working(rows: string, anchor: 'since' | 'until'): string {
  return `SELECT any_value(client) AS client, day_of(any_value(${anchor})) AS day,
      greatest(0, coalesce(sum(least(closes, until) - greatest(opens, since)) FILTER (opens IS NOT NULL), 0) - any_value(pending)) AS ms
    FROM (SELECT row_number() OVER () AS span, * FROM (${rows})) LEFT JOIN open_time ON opens < until AND closes > since GROUP BY span`;
}
