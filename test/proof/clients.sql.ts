import { ofClients, share, type Proof } from './kinds.sql.ts';

const YEAR = 364;
const keptFor = (days: number) => `finish - (SELECT first_day FROM kept WHERE name = 'contacts') >= ${days}`;

/** Clients without a word from us for over some days. Without one on record the silence begins with the contract at the earliest. */
function quiet(days: number): Proof {
  return ofClients(
    `B1-${days}`,
    `SELECT grain, start, client, 1 AS n, CAST(CASE WHEN last IS NULL THEN coalesce(finish - first_day > ${days}, true) ELSE finish - last > ${days} END AS INTEGER) AS hits
    FROM (
      SELECT relation.*, (SELECT max(day) FROM begun WHERE apart AND begun.client = relation.client AND begun.day <= relation.finish) AS last FROM relation
    ) WHERE ${keptFor(days)} AND CASE WHEN listed THEN contracted ELSE active END`,
  );
}

const welcome = `WITH lately AS (
    SELECT grain, start, client, bool_or(welcome) AS welcome, bool_or(told) AS told FROM (
      SELECT relation.grain, relation.start, client, welcome, told, rank() OVER (PARTITION BY relation.grain, relation.start, client ORDER BY "at" DESC) AS place
      FROM relation JOIN begun USING (client) WHERE day BETWEEN finish - 30 AND finish
    ) WHERE place = 1 GROUP BY grain, start, client
  )
  SELECT grain, start, client, 1 AS n, CAST(coalesce(welcome, false) AS INTEGER) AS hits FROM relation LEFT JOIN lately USING (grain, start, client)
  WHERE active AND ${keptFor(30)} AND told IS DISTINCT FROM false`;

const mood = `CASE WHEN kind = 'problem' OR sentiment = 'negative' THEN 'problem' WHEN sentiment = 'positive' THEN 'positive'
  WHEN coalesce(kind, sentiment) IS NOT NULL THEN 'neutral' END`;

const before = `SELECT any_value(client) AS client, any_value(day) AS day, bool_or(mood = 'positive') AS hit FROM (
    SELECT formal.complaint, formal.client, formal.day, ${mood} AS mood, rank() OVER (PARTITION BY formal.complaint ORDER BY "at" DESC) AS place
    FROM formal JOIN contacts USING (client) WHERE client >= 0 AND "at" < received_at AND "at" < end_ms()
  ) WHERE place = 1 GROUP BY complaint HAVING count(mood) > 0`;

/** Whether clients hear from us, in the way they like and before there is trouble, and whether they stay. */
export const clients: readonly Proof[] = [
  quiet(14),
  quiet(30),
  ofClients('E15', welcome),
  share('E15-complaints', before),
  share(
    'B20',
    `SELECT contacts.client, day_of("at") AS day, lower(trim(channel)) = lower(trim(contact_preference)) AS hit
    FROM contacts JOIN clients ON clients.client = contacts.client AND clients.client >= 0
    WHERE direction = 'out' AND channel IS NOT NULL AND contact_preference IS NOT NULL AND "at" < end_ms()`,
  ),
  ofClients(
    'A23',
    `WITH ended AS (
      SELECT relation.*, day_of(by_then(renewed_at)) AS renewed, last_day BETWEEN finish - ${YEAR - 1} AND finish AS over
      FROM relation LEFT JOIN (SELECT client, max(renewed_at) AS renewed_at FROM clients GROUP BY client) USING (client)
    )
    SELECT grain, start, client, 1 AS n, CAST(coalesce(kept AND NOT coalesce(over AND last_day > renewed, false), false) AS INTEGER) AS hits
    FROM (SELECT *, renewed BETWEEN finish - ${YEAR - 1} AND finish AS kept FROM ended) WHERE coalesce(over, false) OR coalesce(kept, false)`,
  ),
];
