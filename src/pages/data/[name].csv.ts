import type { APIRoute } from 'astro';
import { readReport } from '../../load/shown.ts';
import { tableCsv } from '../../report/csv.ts';
import { tablesOf } from '../../report/tables.ts';
import type { Table } from '../../report/model.ts';

/** Only for `npm run dev`: a build writes these files itself, since an answer of Astro for each costs more than all that is in it. */
export async function getStaticPaths() {
  if (process.env['NODE_ENV'] === 'production') return [];
  const tables = tablesOf(await readReport());
  return [...tables].map(([name, table]) => ({ params: { name }, props: { table } }));
}

export const GET: APIRoute<{ table: Table }> = ({ props }) => new Response(tableCsv(props.table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
