/** What is known of contacts, reviews and reports client by client, and of the clients in each period. */
export const relations: readonly string[] = [
  `CREATE TABLE begun AS
    SELECT client, day_of("at") AS day, "at", ticket_id IS NULL AS apart, coalesce(kind, sentiment) IS NOT NULL AS told,
      coalesce((sentiment = 'positive' AND kind IS DISTINCT FROM 'problem') OR kind IN ('proactive', 'follow-up', 'teaching', 'tip', 'event'), false) AS welcome
    FROM contacts WHERE direction = 'out' AND "at" < end_ms() AND client >= 0`,
  `CREATE TABLE review AS
    SELECT client, day, lag(day) OVER (PARTITION BY client ORDER BY day) AS before, lead(day) OVER (PARTITION BY client ORDER BY day) AS after
    FROM (SELECT DISTINCT client, day_of(held_at) AS day FROM meetings WHERE kind = 'review' AND held_at < end_ms() AND client >= 0)`,
  `CREATE TABLE report AS
    SELECT client, sent_at, month, CAST(month + INTERVAL 1 MONTH AS DATE) AS following FROM (
      SELECT *, TRY_CAST(CASE WHEN regexp_full_match(period, '\\d{4}-\\d{2}') THEN period || '-01' END AS DATE) AS month FROM reports_sent
    ) WHERE month IS NOT NULL AND sent_at < end_ms()`,
  `CREATE VIEW relation AS
    SELECT frame.grain, frame.start, frame.finish, list.*, day_of(start_at) AS first_day, day_of(end_at) AS last_day, coalesce(cell.n, 0) > 0 AS active,
      coalesce(start_at < instant_of(finish + 1), true) AND coalesce(end_at >= instant_of(finish + 1) - 1, true) AS contracted
    FROM frame JOIN client_list AS list USING (client) LEFT JOIN (FROM cell WHERE measure = 'A1-tickets') AS cell USING (grain, start, client)`,
];
