const CARRIED = `client, vendor_caused, received_at, responded_at, closed_at, channel, scope, cause, formal, made, severity, finding, thanked_at, heard_at, restated_at, apologised_at,
  committed_at, commit_due_at, acted_at, confirmed_at, escalated_at, recovery_answer, recovery_scale_low, recovery_scale_high`;

/** What several themes count: tickets as they stand on the as-of day, answers, formal complaints and their time. */
export const populations: readonly string[] = [
  // The export tells a person's answer from an automatic one where any of its tickets has one.
  `CREATE TABLE ticket AS
    SELECT *, by_then(first_answer_at) AS answered_at, by_then(resolved_at) AS solved_at, by_then(ended_at) AS shut_at
    FROM (
      SELECT * REPLACE (CASE WHEN reopened_at > resolved_at AND reopened_at < end_ms() THEN NULL ELSE resolved_at END AS resolved_at),
        CASE WHEN (SELECT count(first_human_response_at) FROM tickets) > 0 THEN first_human_response_at ELSE first_response_at END AS first_answer_at,
        coalesce(
          by_then(CASE WHEN reopened_at > closed_at AND reopened_at < end_ms() THEN NULL ELSE closed_at END),
          CASE WHEN reopened_at > resolved_at AND reopened_at < end_ms() THEN NULL ELSE resolved_at END
        ) AS ended_at
      FROM tickets WHERE merged_into IS NULL AND coalesce(status, '') <> 'merged'
    )`,
  // A row of no client is of its ticket's.
  ...[
    ['promise_of', 'promises'],
    ['visit_of', 'appointments'],
    ['entry_of', 'time_entries'],
    ['csat', 'surveys'],
  ].map(
    ([name, table]) => `CREATE TABLE ${name} AS
      SELECT own.* REPLACE (CASE own.client WHEN -1 THEN coalesce(tickets.client, -1) ELSE own.client END AS client), own.rowid AS entry
      FROM ${table} AS own LEFT JOIN tickets USING (ticket_id)${name === 'csat' ? ` WHERE coalesce(kind, 'csat') = 'csat'` : ''}`,
  ),
  `CREATE VIEW asked AS SELECT * FROM ticket WHERE NOT coalesce(machine_made, false) AND opened_at < end_ms()`,
  `CREATE VIEW closed AS SELECT client, day_of(shut_at) AS day FROM ticket WHERE NOT coalesce(machine_made, false) AND shut_at IS NOT NULL`,
  `CREATE TABLE answer AS
    WITH dated AS (
      SELECT csat.* REPLACE (coalesce(csat.answered_at, tickets.resolved_at) AS answered_at), TRY_CAST(answer AS DOUBLE) AS score,
        csat.answered_at IS NULL AS assumed
      FROM csat LEFT JOIN tickets USING (ticket_id) WHERE coalesce(answer, class) IS NOT NULL
    )
    SELECT client, ticket_id, answered_at, assumed, day_of(answered_at) AS day, score, scale_low, scale_high, scale_low || ' to ' || scale_high AS scale,
      CASE
        WHEN class IS NOT NULL THEN class
        WHEN lower(trim(answer)) IN ('good', 'great', 'happy', 'satisfied', 'positive') THEN 'positive'
        WHEN lower(trim(answer)) IN ('bad', 'poor', 'unhappy', 'unsatisfied', 'negative') THEN 'negative'
        WHEN score IS NULL OR NOT score BETWEEN scale_low AND scale_high THEN NULL
        WHEN (scale_low, scale_high) = (1, 5) THEN CASE WHEN score >= 4 THEN 'positive' WHEN score = 3 THEN 'neutral' ELSE 'negative' END
        WHEN (scale_low, scale_high) = (1, 3) THEN CASE WHEN score = 3 THEN 'positive' WHEN score = 2 THEN 'neutral' ELSE 'negative' END
        WHEN (scale_low, scale_high) = (0, 10) THEN CASE WHEN score >= 9 THEN 'positive' WHEN score >= 7 THEN 'neutral' ELSE 'negative' END
      END AS class
    FROM dated WHERE answered_at < end_ms()`,
  `CREATE TABLE formal AS
    WITH logged AS (SELECT *, false AS made FROM complaints WHERE NOT starts_with(complaint_id, 'ticket:')),
    ruled AS (
      SELECT * FROM ticket
      WHERE EXISTS (
        SELECT 1 FROM complaint_word
        WHERE (field = 'type' AND lower(type) = word) OR (field = 'category' AND lower(category) = word) OR (field = 'board' AND lower(team) = word)
          OR (field = 'tag' AND list_contains(regexp_split_to_array(lower(tags), '[\\s,;|]+'), word))
      ) AND ticket_id NOT IN (SELECT ticket_id FROM logged WHERE ticket_id IS NOT NULL)
    )
    SELECT row_number() OVER () AS complaint, day_of(received_at) AS day, * FROM (
      SELECT complaint_id, ticket_id, ${CARRIED} FROM logged
      UNION ALL BY NAME
      SELECT NULL AS complaint_id, ticket_id, client, NULL AS severity, NULL AS finding, opened_at AS received_at, first_answer_at AS responded_at, resolved_at AS closed_at, channel, scope, cause,
        true AS formal, true AS made FROM ruled
    ) WHERE coalesce(formal, true) AND received_at < end_ms()`,
  // Time logged on a complaint, else on the ticket that it names or is, in equal parts where several name it. No minutes say nothing.
  `CREATE TABLE complaint_entry AS
    WITH entry AS (SELECT rowid AS entry, * FROM time_entries WHERE started_at < end_ms() AND minutes IS NOT NULL)
    SELECT complaint, entry, minutes FROM entry JOIN formal USING (complaint_id)
    UNION ALL
    SELECT complaint, entry, minutes / sharing FROM entry JOIN formal USING (ticket_id)
    JOIN (SELECT ticket_id, count(*) AS sharing FROM complaints GROUP BY ticket_id) USING (ticket_id)
    WHERE entry.complaint_id IS NULL OR entry.complaint_id NOT IN (SELECT complaint_id FROM complaints)`,
  `CREATE TABLE handled AS
    SELECT formal.*, minutes FROM formal LEFT JOIN (SELECT complaint, sum(minutes) AS minutes FROM complaint_entry WHERE minutes > 0 GROUP BY complaint) USING (complaint)`,
];
