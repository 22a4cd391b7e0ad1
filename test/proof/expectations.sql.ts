import { share, type Proof } from './kinds.sql.ts';
import { opened } from './working.sql.ts';

const HOUR = 3_600_000;

const told = opened(`SELECT client, answered_at, by_then(expectation_told_at) AS told, answered_at AS since, greatest(answered_at, told) AS until
  FROM asked WHERE answered_at >= opened_at`);

/** Tickets opened before contacts were kept may have had some that nobody recorded. */
export const contactsKept = `opened_at >= (SELECT instant_of(first_day) FROM kept WHERE name = 'contacts')`;

/** Whether clients are told what to expect, whether it comes true, and whether we say that it did. */
export const expectations: readonly Proof[] = [
  share('C1', `SELECT client, day_of(answered_at) AS day, coalesce(told IS NOT NULL AND open_ms <= ${HOUR}, false) AS hit FROM (${told})`),
  share(
    'C2',
    `SELECT client, day_of(expectation_due_at) AS day, coalesce(solved_at <= expectation_due_at, false) AS hit FROM ticket
    WHERE NOT coalesce(machine_made, false) AND expectation_due_at < end_ms() AND (solved_at IS NOT NULL OR shut_at IS NULL)`,
  ),
  share(
    'C8',
    `SELECT client, day_of(solved_at) AS day, EXISTS (
      SELECT 1 FROM contacts
      WHERE contacts.ticket_id = asked.ticket_id AND contacts.direction = 'out' AND contacts.kind = 'closing' AND contacts."at" < end_ms()
    ) AS hit
    FROM asked WHERE solved_at BETWEEN opened_at AND expectation_due_at AND ${contactsKept}`,
  ),
];
