import { severityOf, type Issue } from '../../issue.ts';
import type { Settings } from '../../settings.ts';
import { surveyBytes } from '../bytes.ts';
import { choose, encodingOf, entriesNaming } from '../choose.ts';
import { isExportName, type ExportFile } from '../file.ts';
import { namesFile } from '../pattern.ts';
import { recordsOf, sample } from '../read.ts';
import { planRows } from '../rows.ts';
import { columnLook, type ColumnLook } from './column-look.ts';

/** Files that nothing recognises and that have the same columns. */
export interface UnknownFiles {
  readonly names: readonly string[];
  readonly looks: readonly ColumnLook[];
  /** Cells of every column by its name, of the rows looked at. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

/** The exports of a workspace by what is known of them: headers of those recognised, those unknown, and what cannot be read at all. */
export interface Sorted {
  readonly known: readonly { readonly name: string; readonly header: readonly string[] }[];
  readonly unknown: readonly UnknownFiles[];
  readonly issues: readonly Issue[];
}

const ROWS = 20_000;

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The header of a file and its first rows; an issue where they cannot be told. */
async function firstRows(file: ExportFile): Promise<Table | Issue> {
  const plan = await planRows(file);
  if ('code' in plan) return plan;
  const rows: (readonly string[])[] = [];
  for await (const { records, lines, faults } of recordsOf(file, plan.survey, plan.dialect)) {
    for (let at = 0; at < records.length && rows.length < ROWS; at++)
      if (lines[at]! > plan.headerLine && !faults.has(at) && records[at]!.length >= plan.header.length) rows.push(records[at]!);
    if (rows.length >= ROWS) break;
  }
  return { name: file.name, header: plan.header.map((one) => one.trim()), rows };
}

function together(tables: readonly Table[]): UnknownFiles {
  const { header } = tables[0]!;
  const rows = tables.flatMap((table) => table.rows);
  const cells = new Map<string, readonly string[]>();
  for (const [at, name] of header.entries())
    if (name !== '' && !cells.has(name))
      cells.set(
        name,
        rows.map((row) => row[at] ?? ''),
      );
  return { names: tables.map(({ name }) => name), cells, looks: [...cells].map(([name, column]) => columnLook(name, column)) };
}

/** Reads the beginnings of all exports and sorts them: those that the settings or a known format recognise, and those that nothing does. */
export async function sortFiles(files: readonly ExportFile[], settings: Settings): Promise<Sorted> {
  const known: { name: string; header: readonly string[] }[] = [];
  const groups = new Map<string, Table[]>();
  const issues: Issue[] = [];
  for (const file of files) {
    if (file.refused !== undefined || !isExportName(file.name) || settings.ignore.some((pattern) => namesFile(pattern, file))) continue;
    const entries = entriesNaming(file, settings);
    const survey = await surveyBytes(file, encodingOf(entries));
    const chosen = choose(file.name, await sample(file, survey), entries);
    if (!('code' in chosen)) known.push({ name: file.name, header: chosen.found.header });
    else if (chosen.code !== 'file-unrecognised') issues.push(chosen);
    else {
      const table = await firstRows(file);
      if ('code' in table) issues.push(table);
      else groups.set(JSON.stringify(table.header), [...(groups.get(JSON.stringify(table.header)) ?? []), table]);
    }
  }
  return { known, unknown: [...groups.values()].map(together), issues: issues.filter((one) => severityOf(one) !== 'note') };
}
