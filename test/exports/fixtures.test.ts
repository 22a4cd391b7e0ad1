import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportsRead } from '../../src/exports/exports.ts';
import { clientIssues } from '../../src/facts/client-issues.ts';
import type { Column } from '../../src/facts/columns.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { issueText } from '../../src/issue.ts';
import type { Settings } from '../../src/settings.ts';
import { expectGolden } from '../golden.ts';
import { exportsOf, factsFrom, fixtures, workspaceIn } from '../workspace.ts';

const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function cell(field: string, column: Column, row: number): string {
  const value = column.at(row);
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (column instanceof Int8Array) return value === -1 ? '' : String(value);
  return typeof value === 'number' && /(_at|_start|_end|_on|^at|^date|^start|^end|next_review|project_end)$/.test(field)
    ? new Date(value).toISOString()
    : String(value);
}

function described(read: ExportsRead): string {
  const accounts = read.files.map(
    (file) =>
      `${file.file}: ${file.format} (${file.tables.join(', ')}), ${file.encoding}, "${file.delimiter}", ${file.dateOrder || 'one date form'}, ${file.zone || 'no times'}: ` +
      `read ${file.read} = used ${file.used} + duplicate ${file.duplicate} + superseded ${file.superseded} + rejected ${file.rejected} + not data ${file.notData}`,
  );
  const facts = [...read.tables].flatMap(([name, table]) => [
    '',
    `${name}, ${table.rows} facts`,
    ...Array.from({ length: table.rows }, (_, row) =>
      [...table.columns]
        .map(([field, column]) => [field, cell(field, column, row)] as const)
        .filter(([, text]) => text !== '')
        .map(([field, text]) => `${field}=${text}`)
        .sort()
        .join(' · '),
    ).sort(),
  ]);
  return [...accounts, '', ...read.issues.map(issueText), ...facts, ''].join('\n');
}

/** What is said of the clients, and the tickets of each; nothing where nobody listed them and no two are alike. */
function clientsOf(facts: Facts, { aliases }: Settings): string {
  const issues = clientIssues(facts, aliases).map(issueText);
  if (issues.length === 0 && !facts.clients.listed) return '';
  const ids = facts.tables.tickets?.data.column('ticket_id');
  const client = facts.tables.tickets?.client ?? new Int32Array();
  const ticketsOf = (at: number) => [...client.keys()].filter((row) => client[row] === at).map((row) => ids?.at(row));
  return ['', 'clients', ...facts.clients.list.map(({ name }, at) => `${name}: ${ticketsOf(at).join(', ')}`), ...issues, ''].join('\n');
}

describe('a fixture folder gives the facts and issues of its golden', () => {
  for (const { name } of folders) {
    it(name, async () => {
      const { files, settings } = await workspaceIn(join(fixtures, name));
      const read = await exportsOf({ files, settings });
      for (const file of read.files) expect(file.used + file.duplicate + file.superseded + file.rejected + file.notData, file.file).toBe(file.read);
      expectGolden(`fixtures/${name}.txt`, `${described(read)}${clientsOf(factsFrom(read, settings), settings)}`);
    });
  }
});
