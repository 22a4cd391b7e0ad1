import { count, duration, share, type Proof } from './kinds.sql.ts';

const HOUR = 3_600_000;
const committed = 'NOT made AND by_then(committed_at) IS NOT NULL';
const answered = `FROM csat WHERE coalesce(answer, class) IS NOT NULL AND answered_at < end_ms() AND answered_at >= sent_at`;

/** What follows complaints and answers: commitments, repetitions, and how soon surveys and negative answers are answered. */
export const commitments: readonly Proof[] = [
  share('D13', `SELECT client, day, commit_due_at IS NOT NULL AS hit FROM formal WHERE ${committed}`),
  share(
    'D14',
    `SELECT client, day, coalesce(by_then(acted_at) <= commit_due_at, false) AS hit FROM formal
    WHERE ${committed} AND commit_due_at IS NOT NULL AND (commit_due_at < end_ms() OR by_then(acted_at) IS NOT NULL)`,
  ),
  count(
    'D17',
    'complaints',
    `SELECT client, day FROM formal AS again WHERE EXISTS (
      SELECT 1 FROM formal AS before
      WHERE before.received_at < again.received_at
        AND again.received_at - before.received_at <= ${60 * 24 * HOUR}
        AND (before.ticket_id = again.ticket_id OR (before.client = again.client AND before.client >= 0 AND lower(before.cause) = lower(again.cause)))
    )`,
  ),
  duration('D2', `SELECT client, day_of(answered_at) AS day, answered_at - sent_at AS ms ${answered}`),
  share('D2-48h', `SELECT client, day_of(answered_at) AS day, answered_at - sent_at <= ${48 * HOUR} AS hit ${answered}`),
  share(
    'D20',
    `SELECT client, day, EXISTS (
      SELECT 1 FROM contacts
      WHERE direction = 'out' AND contacts.client = answer.client AND "at" > answered_at AND "at" <= answered_at + ${24 * HOUR} AND "at" < end_ms()
    ) AS hit
    FROM answer WHERE class = 'negative' AND client >= 0 AND NOT assumed AND answered_at >= (SELECT min("at") FROM contacts) AND end_ms() - answered_at >= ${24 * HOUR}`,
  ),
];
