import { count, duration, ofClients, rate, share, type Proof } from './kinds.sql.ts';

const sent = 'FROM csat WHERE sent_at < end_ms()';
const active = `SELECT grain, start, client, 1 AS n, CAST(surveys.n > 0 AS INTEGER) AS hits
  FROM cell AS tickets JOIN cell AS surveys USING (grain, start, client)
  WHERE tickets.measure = 'A1-tickets' AND surveys.measure = 'A2-sent' AND client >= 0 AND tickets.value > 0
    AND (grain, start) IN (SELECT (grain, start) FROM cell WHERE measure = 'A2-sent' AND client = -1 AND value IS NOT NULL)`;

export const programme: readonly Proof[] = [
  count('A2-sent', 'surveys', `SELECT client, day_of(sent_at) AS day ${sent}`),
  ofClients('A1', active),
  share('A2', `SELECT client, day_of(sent_at) AS day, coalesce(answer, class) IS NOT NULL AND (answered_at IS NULL OR answered_at < end_ms()) AS hit ${sent}`),
  rate('A3-rate', 100, ['surveys', `SELECT client, day_of(sent_at) AS day ${sent}`], ['tickets', 'SELECT client, day FROM closed']),
  duration(
    'A3-delay',
    `SELECT csat.client, day_of(sent_at) AS day, sent_at - shut_at AS ms FROM csat JOIN ticket USING (ticket_id) WHERE sent_at < end_ms() AND sent_at >= shut_at`,
  ),
];
