import { count, mean, ofClients, share, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;
const held = `FROM training WHERE "at" < end_ms()`;
// A row names who was invited; only 0 people say that nobody was.
const invited = 'invited IS DISTINCT FROM 0';
const asks = `lower(trim(category)) IN (SELECT category FROM how_to)`;
const since = (name: string) => `instant_of((SELECT first_day FROM kept WHERE name = '${name}'))`;

/** Tickets that ask how, of the client of a course that somebody came to, in some days around it, decided 60 days after it. */
const around = (from: string, to: string) => `SELECT client, day_of("at" + ${60 * DAY}) AS day, 0 AS scale, (
    SELECT count(*) FROM asked WHERE asked.client = training.client AND ${asks} AND opened_at >= ${from} AND opened_at < ${to}
  ) AS amount
  ${held} AND client >= 0 AND attended > 0 AND "at" - ${60 * DAY} >= ${since('tickets')} AND "at" + ${60 * DAY} <= end_ms()`;

/** Whether clients are taught, whether they come, and whether they ask less after it. */
export const training: readonly Proof[] = [
  count('A7-offers', 'training', `SELECT client, day_of("at") AS day ${held} AND ${invited}`),
  ofClients(
    'A7',
    `SELECT grain, start, client, 1 AS n, CAST(EXISTS (
        FROM training WHERE training.client = relation.client AND ${invited} AND "at" < end_ms() AND day_of("at") BETWEEN finish - 181 AND finish
      ) AS INTEGER) AS hits
    FROM relation WHERE active AND finish >= (SELECT first_day FROM kept WHERE name = 'training')`,
  ),
  share(
    'A21',
    `SELECT client, day, hit FROM (
      SELECT *, EXISTS (
        FROM training WHERE training.client = formal.client AND ${invited} AND "at" < end_ms() AND "at" BETWEEN received_at AND received_at + ${30 * DAY}
      ) AS hit FROM formal
    ) WHERE scope = 'out' AND client >= 0 AND received_at >= ${since('training')} AND (hit OR end_ms() - received_at >= ${30 * DAY})`,
  ),
  mean('A7-before', around(`"at" - ${60 * DAY}`, '"at"')),
  mean('A7-after', around('"at"', `"at" + ${60 * DAY}`)),
  count('B22-tickets', 'tickets', `SELECT client, day_of(opened_at) AS day FROM asked WHERE ${asks}`),
];

const people = `SELECT client, day_of("at") AS day, invited, least(attended, invited) AS came ${held} AND invited > 0 AND attended IS NOT NULL`;

/** People, not courses, are the share's rows. */
export const attendance: Proof = {
  id: 'A7-attendance',
  cells: `WITH summed AS (
      SELECT frame.grain, frame.start, frame.client, sum(invited) AS n, sum(came) AS hits
      FROM frame JOIN (${people}) AS course ON course.day BETWEEN frame.start AND frame.finish AND frame.client IN (-1, course.client) GROUP BY ALL
    )
    SELECT grain, start, client, hits / n AS value, coalesce(n, 0) AS n, hits, NULL AS exposure, NULL AS low, NULL AS high, NULL AS p90
    FROM frame LEFT JOIN summed USING (grain, start, client)`,
};
