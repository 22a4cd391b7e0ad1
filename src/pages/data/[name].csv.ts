import type { APIRoute } from 'astro';
import { readReport } from '../../load.ts';
import { tableCsv } from '../../report/csv.ts';
import { tablesOf } from '../../report/tables.ts';
import type { Table } from '../../report/model.ts';

export async function getStaticPaths() {
  const tables = tablesOf(await readReport());
  return [...tables].map(([name, table]) => ({ params: { name }, props: { table } }));
}

export const GET: APIRoute<{ table: Table }> = ({ props }) => new Response(tableCsv(props.table), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
