import { expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';
import { memoryCache } from './memory-cache.ts';
import { plainFacts } from './plain-facts.ts';

const HEAD = 'ticket_id,client,subject,opened_at,resolved_at,reopened\n';
const ROWS = 140_000;

function rows(from: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const row = (id: number) =>
    `T-${id},Client ${id % 90},Subject ${id},2025-03-${two((id % 28) + 1)} 09:${two(id % 60)},2025-04-01 10:00,${id % 2 === 0 ? 'yes' : 'no'}`;
  return Array.from({ length: ROWS }, (_, at) => row(from + at)).join('\n');
}

it('files whose columns are moved, not copied, give the facts of one file that holds all their rows', { timeout: 180_000 }, async () => {
  const [first, second] = [rows(0), rows(ROWS)];
  const file = (name: string, ...parts: readonly string[]) => ({ ...fileOf(name, `${HEAD}${parts.join('\n')}\n`), hash: async () => name });
  const settings = settingsWith();
  const { cache } = memoryCache();
  const one = await exportsOf({ files: [file('all.csv', first, second)], settings });
  const files = [file('a.csv', first), file('b.csv', second)];
  const several = [await exportsOf({ files, settings }, { cache }), await exportsOf({ files, settings }, { cache })];
  const columns = ({ tables }: typeof one) =>
    (plainFacts({ tables, files: [], issues: [] }) as { tables: { rows: number; columns: unknown }[] }).tables.map((table) => [table.rows, table.columns]);
  expect(one.tables.get('tickets')!.rows).toBe(2 * ROWS);
  for (const read of several) {
    expect(read.files.map(({ used }) => used)).toEqual([ROWS, ROWS]);
    expect(columns(read)).toEqual(columns(one));
  }
});
