import { count, share, type Proof } from './kinds.sql.ts';

const rows = (columns: string, where = '') => `SELECT client, day_of("at") AS day ${columns} FROM contacts WHERE "at" < end_ms() ${where}`;
const ours = `AND direction = 'out'`;
const mood = `CASE WHEN kind = 'problem' OR sentiment = 'negative' THEN 'problem' WHEN sentiment = 'positive' THEN 'positive'
  WHEN coalesce(kind, sentiment) IS NOT NULL THEN 'neutral' END`;

export const contactBalance: readonly Proof[] = [
  count('B1-contacts', 'contacts', rows('', `${ours} AND ticket_id IS NULL`)),
  share('E11', rows(`, kind = 'follow-up' AS hit`, `${ours} AND ticket_id IS NULL AND kind IS NOT NULL`)),
  ...['problem', 'neutral', 'positive'].map((one) => count(`E14-${one}`, 'contacts', rows('', `AND ${mood} IS NOT DISTINCT FROM '${one}'`))),
  ...['proactive', 'follow-up', 'teaching', 'tip', 'event'].map((kind) => count(`E16-${kind}`, 'contacts', rows('', `${ours} AND kind = '${kind}'`))),
  share('B7', rows(`, channel = 'in-person' AS hit`, 'AND channel IS NOT NULL')),
  share('A15', rows(`, kind = 'card' AS hit`, `AND channel = 'in-person' AND kind IS NOT NULL`)),
];
