import { courtesyContacts } from './contact.sql.ts';
import { count, derived, rate, type Proof } from './kinds.sql.ts';

const all = 'SELECT client, day FROM formal';
const CHANNELS = ['in-person', 'phone', 'mail', 'chat', 'portal'];

export const complaints: readonly Proof[] = [
  count('A11-count', 'complaints', all),
  rate('A11-rate', 1000, ['complaints', all], ['contacts', `SELECT client, day_of("at") AS day ${courtesyContacts}`]),
  rate('D1-rate', 100, ['complaints', all], ['tickets', 'SELECT client, day FROM closed']),
  ...CHANNELS.map((channel) => count(`D1-${channel}`, 'complaints', `${all} WHERE channel = '${channel}'`)),
  count('D1-unknown', 'complaints', `${all} WHERE channel IS NULL OR channel NOT IN (${CHANNELS.map((one) => `'${one}'`).join(', ')})`),
  count('D1-negative', 'surveys', `SELECT client, day FROM answer WHERE class = 'negative'`),
  derived('D1-silent', ['D1-negative', 'A11-count'], { value: 'CASE WHEN i1.value > 0 THEN i0.value / i1.value END', n: 'i1.value', hits: 'i0.value' }),
];
