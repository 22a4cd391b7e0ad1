/** The rows with `open_ms`: opening hours of the client, else of the firm, in the span from `since` to `until`, in milliseconds. */
export function opened(rows: string): string {
  return `WITH spans AS MATERIALIZED (SELECT row_number() OVER () AS span, * FROM (${rows})),
    found AS (
      SELECT span, sum(least(closes, until) - greatest(opens, since)) AS open_ms
      FROM spans JOIN open_time ON whose = greatest(client, -1) AND opens < until AND closes > since GROUP BY span
    )
    SELECT spans.* EXCLUDE (span), coalesce(open_ms, 0) AS open_ms FROM spans LEFT JOIN found USING (span)`;
}

/**
 * Opening hours in each of the rows' spans less what was pending, in milliseconds, on the day of `since` or `until`.
 * Rows have `client`, the instants `since` and `until`, and `pending`.
 */
export function working(rows: string, anchor: 'since' | 'until'): string {
  return `SELECT client, day_of(${anchor}) AS day, greatest(0, open_ms - pending) AS ms FROM (${opened(rows)})`;
}
