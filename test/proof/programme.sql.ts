import { count, duration, rate, share, wilson, type Proof } from './kinds.sql.ts';

const sent = 'FROM csat WHERE sent_at < end_ms()';
const active = `SELECT tickets.grain, tickets.start, tickets.client, surveys.value > 0 AS hit
  FROM cell AS tickets JOIN cell AS surveys USING (grain, start, client)
  WHERE tickets.measure = 'A1-tickets' AND surveys.measure = 'A2-sent' AND client >= 0 AND tickets.value > 0 AND surveys.value IS NOT NULL`;

export const programme: readonly Proof[] = [
  count('A2-sent', 'surveys', `SELECT client, day_of(sent_at) AS day ${sent}`),
  {
    id: 'A1',
    cells: `WITH active AS (${active}),
      each AS (SELECT * FROM active UNION ALL SELECT grain, start, -1, hit FROM active),
      summed AS (SELECT grain, start, client, count(*) AS n, count(*) FILTER (hit) AS hits FROM each GROUP BY grain, start, client)
      SELECT grain, start, client, hits / n AS value, coalesce(n, 0) AS n, hits, NULL AS exposure, ${wilson.low} AS low, ${wilson.high} AS high, NULL AS p90
      FROM frame LEFT JOIN summed USING (grain, start, client)`,
  },
  share('A2', `SELECT client, day_of(sent_at) AS day, answer IS NOT NULL AND (answered_at IS NULL OR answered_at < end_ms()) AS hit ${sent}`),
  rate('A3-rate', 100, ['surveys', `SELECT client, day_of(sent_at) AS day ${sent}`], ['tickets', 'SELECT client, day FROM closed']),
  duration(
    'A3-delay',
    `SELECT csat.client, day_of(sent_at) AS day, sent_at - shut_at AS ms FROM csat JOIN ticket USING (ticket_id) WHERE sent_at < end_ms() AND sent_at >= shut_at`,
  ),
];
