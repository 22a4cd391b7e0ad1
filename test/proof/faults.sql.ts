import { count, hours, share, type Proof } from './kinds.sql.ts';

const told = `EXISTS (
    SELECT 1 FROM contacts
    WHERE contacts.direction = 'out' AND contacts."at" < received_at AND (contacts.complaint_id = formal.complaint_id OR contacts.ticket_id = formal.ticket_id)
  )`;
const word = 'coalesce(formal.vendor_caused, tickets.vendor_caused)';

/** Whose fault it was: suppliers', our own, and how we behaved. */
export const faults: readonly Proof[] = [
  share(
    'E3-negative',
    `SELECT answer.client, answer.day, vendor_caused AS hit FROM answer JOIN tickets USING (ticket_id) WHERE class = 'negative' AND vendor_caused IS NOT NULL`,
  ),
  share('E3-complaints', `SELECT formal.client, formal.day, ${word} AS hit FROM formal LEFT JOIN tickets USING (ticket_id) WHERE ${word} IS NOT NULL`),
  hours(
    'E3-hours',
    'time_entries',
    `SELECT entry_of.client, day_of(started_at) AS day, minutes, minutes IS NOT NULL AS logged
    FROM entry_of JOIN tickets USING (ticket_id) WHERE vendor_caused AND started_at < end_ms()`,
  ),
  count('B5', 'complaints', `SELECT client, day FROM formal WHERE lower(cause) = 'conduct'`),
  share(
    'B17',
    `SELECT client, day, ${told} AS hit FROM formal WHERE lower(cause) = 'own-fault' AND day >= (SELECT first_day FROM kept WHERE name = 'contacts')`,
  ),
];
