import { count, derived, hours, type Proof } from './kinds.sql.ts';

/** Contacts that courtesy is counted for. */
export const courtesyContacts = `FROM contacts WHERE channel IN (SELECT channel FROM courtesy_channel) AND "at" < end_ms()`;

const seconds = 'coalesce(courtesy_seconds, (SELECT seconds FROM courtesy))';

export const contact: readonly Proof[] = [
  count('A9', 'contacts', `SELECT client, day_of("at") AS day ${courtesyContacts}`),
  hours('A10', 'contacts', `SELECT client, day_of("at") AS day, ${seconds} / 60 AS minutes, courtesy_seconds IS NOT NULL AS logged ${courtesyContacts}`),
  derived('A8', ['A9', 'A10'], { value: 'CASE WHEN i0.value > 0 THEN 3600 * i1.value / i0.value END', n: 'i1.n', hits: 'i1.hits' }),
];
