/** A measure's id and the query of its cells: grain, start, client, value, n, hits, exposure, low, high, p90. */
export interface Proof {
  readonly id: string;
  readonly cells: string;
}

/** The normal quantile of a two-sided interval of 95 %. */
export const Z = 1.959963984540054;

/** Rows, each once in the firm's cell and once in its client's, of every period that holds its day. */
function placed(rows: string): string {
  return `SELECT period.grain, period.start, cell.client, cell.* EXCLUDE (client, day) FROM (
      WITH counted AS MATERIALIZED (${rows}) SELECT * REPLACE (-1 AS client) FROM counted UNION ALL SELECT * FROM counted WHERE client >= 0
    ) AS cell JOIN period ON cell.day BETWEEN period.start AND period.finish WHERE cell.day >= oldest()`;
}

function perCell(rows: string, sums: string, figures: string): string {
  return `WITH summed AS (SELECT grain, start, client, ${sums} FROM (${placed(rows)}) GROUP BY grain, start, client)
    SELECT grain, start, client, ${figures} FROM frame LEFT JOIN summed USING (grain, start, client)`;
}

const kept = (table: string) => `finish >= (SELECT first_day FROM kept WHERE name = '${table}')`;

/** Where no rows mean none: the table is kept, and the client is under contract or has rows all the same. */
const observed = (table: string, rows = 'n') => `${kept(table)} AND (inside OR coalesce(${rows}, 0) > 0)`;

/** Columns of a cell; those that are not given have no value. */
function columns(given: Partial<Record<'value' | 'n' | 'hits' | 'exposure' | 'low' | 'high' | 'p90', string>>): string {
  return ['value', 'n', 'hits', 'exposure', 'low', 'high', 'p90'].map((name) => `${given[name as 'value'] ?? 'NULL'} AS ${name}`).join(', ');
}

/** Bounds of the Wilson score interval of `hits` of `n`. */
export const wilson = {
  low: `CASE WHEN hits = 0 THEN 0 ELSE (hits + ${Z} * ${Z} / 2 - ${Z} * sqrt(hits * (n - hits) / n + ${Z} * ${Z} / 4)) / (n + ${Z} * ${Z}) END`,
  high: `CASE WHEN hits = n THEN 1 ELSE (hits + ${Z} * ${Z} / 2 + ${Z} * sqrt(hits * (n - hits) / n + ${Z} * ${Z} / 4)) / (n + ${Z} * ${Z}) END`,
};

/** Rows with `client`, `day` and the boolean `hit`. */
export function share(id: string, rows: string): Proof {
  const figures = columns({ value: 'hits / n', n: 'coalesce(n, 0)', hits: 'hits', ...wilson });
  return { id, cells: perCell(rows, 'count(*) AS n, count(*) FILTER (hit) AS hits', figures) };
}

/** Rows with `client`, `day` and `ms`. */
export function duration(id: string, rows: string): Proof {
  const sums = 'count(*) AS n, quantile_cont(CAST(ms AS DOUBLE), 0.5) AS half, quantile_cont(CAST(ms AS DOUBLE), 0.9) AS most';
  return { id, cells: perCell(rows, sums, columns({ value: 'half', n: 'coalesce(n, 0)', p90: 'most' })) };
}

/** Rows with `client` and `day`, of a table. */
export function count(id: string, table: string, rows: string): Proof {
  const value = `CASE WHEN ${observed(table)} THEN coalesce(n, 0) END`;
  return { id, cells: perCell(rows, 'count(*) AS n', columns({ value, n: 'coalesce(n, 0)' })) };
}

/** Rows and what they are counted against, each with `client` and `day`, and of which table; rows from before the other table is kept count nowhere. */
export function rate(id: string, per: number, [table, rows]: readonly [string, string], [against, exposed]: readonly [string, string]): Proof {
  const known = `${observed(table, 'n + exposed')} AND ${kept(against)}`;
  const since = `day >= coalesce((SELECT first_day FROM kept WHERE name = '${against}'), day)`;
  const both = `SELECT client, day, 1 AS counted FROM (${rows}) WHERE ${since} UNION ALL SELECT client, day, 0 FROM (${exposed})`;
  const figures = columns({
    value: `CASE WHEN ${known} AND exposed > 0 THEN ${per} * n / exposed END`,
    n: 'coalesce(n, 0)',
    hits: `CASE WHEN ${known} THEN coalesce(n, 0) END`,
    exposure: `CASE WHEN ${known} THEN coalesce(exposed, 0) END`,
  });
  return { id, cells: perCell(both, 'count(*) FILTER (counted = 1) AS n, count(*) FILTER (counted = 0) AS exposed', figures) };
}

/** Rows with `client`, `day`, `minutes` (NULL = none logged) and the boolean `logged`, of a table. */
export function hours(id: string, table: string, rows: string): Proof {
  const value = `CASE WHEN ${observed(table)} THEN CASE WHEN coalesce(n, 0) = 0 THEN 0 ELSE minutes / 60 END END`;
  const figures = columns({ value, n: 'coalesce(n, 0)', hits: 'coalesce(hits, 0)' });
  return { id, cells: perCell(rows, 'count(*) AS n, sum(minutes) AS minutes, count(*) FILTER (logged) AS hits', figures) };
}

/** Rows with `client`, `day`, `amount` and `scale`; amounts of two scales have no mean. */
export function mean(id: string, rows: string): Proof {
  const sums = 'count(*) AS n, sum(amount) AS amount, count(DISTINCT scale) AS scales';
  return { id, cells: perCell(rows, sums, columns({ value: 'CASE WHEN scales = 1 THEN amount / n END', n: 'coalesce(n, 0)' })) };
}

/** Rows with `grain`, `start`, `client`, `n` and `hits`, one a client and period; the firm's share is that of its clients' sums. */
export function ofClients(id: string, rows: string): Proof {
  const figures = columns({ value: 'hits / n', n: 'coalesce(n, 0)', hits: 'hits', ...wilson });
  return {
    id,
    cells: `WITH each AS MATERIALIZED (${rows}),
      summed AS (SELECT grain, start, client, n, hits FROM each UNION ALL SELECT grain, start, -1, sum(n), sum(hits) FROM each GROUP BY grain, start)
      SELECT grain, start, client, ${figures} FROM frame LEFT JOIN summed USING (grain, start, client)`,
  };
}

/** Figures of one cell from those of others, which stand in `cell` under their ids. */
export function derived(id: string, inputs: readonly string[], given: { readonly value: string; readonly n?: string; readonly hits?: string }): Proof {
  const joins = inputs.map((input, at) => `LEFT JOIN (FROM cell WHERE measure = '${input}') AS i${at} USING (grain, start, client)`);
  const { value, n = '0', hits = 'NULL' } = given;
  const known = (figure: string, otherwise: string) => `CASE WHEN (${value}) IS NOT NULL THEN ${figure} ELSE ${otherwise} END`;
  return { id, cells: `SELECT grain, start, client, ${columns({ value, n: known(n, '0'), hits: known(hits, 'NULL') })} FROM frame ${joins.join(' ')}` };
}
