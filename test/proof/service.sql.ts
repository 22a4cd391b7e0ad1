import { count, derived, share, type Proof } from './kinds.sql.ts';
import { due } from './response.sql.ts';

const outcome = (met: boolean, liked: boolean) => `SELECT answer.client, answer.day
  FROM answer JOIN (SELECT *, ${due.solution} AS due FROM ticket AS asked) AS solved USING (ticket_id)
  WHERE solved_at IS NOT NULL AND due IS NOT NULL AND (solved_at <= due) = ${met} AND class = '${liked ? 'positive' : 'negative'}'`;

export const service: readonly Proof[] = [
  count('C10-met-good', 'surveys', outcome(true, true)),
  count('C10-met-bad', 'surveys', outcome(true, false)),
  count('C10-missed-good', 'surveys', outcome(false, true)),
  count('C10-missed-bad', 'surveys', outcome(false, false)),
  share(
    'B8-unresolved',
    `SELECT client, day_of(shut_at) AS day, status = 'unresolved' AS hit FROM ticket
    WHERE NOT coalesce(machine_made, false) AND shut_at IS NOT NULL AND status IS NOT NULL`,
  ),
  share('A6', `SELECT client, day_of(held_at) AS day, record_ref IS NOT NULL AS hit FROM meetings WHERE kind = 'review' AND held_at < end_ms()`),
  derived('B4', ['F1-elapsed'], { value: 'i0.p90 / nullif(i0.value, 0)', n: 'i0.n' }),
  share(
    'E12',
    `SELECT client, day_of(replaced_at) + 40 AS day, coalesce(day_of(followed_up_at) - day_of(replaced_at) BETWEEN 25 AND 40, false) AS hit
    FROM replacements WHERE day_of(replaced_at) + 40 <= as_of()`,
  ),
  share(
    'E13',
    `SELECT client, day_of(failed_again_at) AS day, failure_found_by = 'us' AS hit FROM replacements
    WHERE failed_again_at < end_ms() AND day_of(failed_again_at) - day_of(replaced_at) <= 60 AND failure_found_by IS NOT NULL`,
  ),
];
