import { severityOf, type Issue } from '../../issue.ts';
import type { Settings } from '../../settings.ts';
import { surveyBytes } from '../bytes.ts';
import { choose, encodingOf, entriesNaming } from '../choose.ts';
import { exportsAmong, leftUnread } from '../exports.ts';
import type { ExportFile } from '../file.ts';
import { recordsOf, sample } from '../read.ts';
import { unreadableIssue } from '../read-all.ts';
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

/** A file by its name and header where something recognises it, else with its first rows; an issue where it can be neither. */
async function sortFile(file: ExportFile, settings: Settings): Promise<Omit<Table, 'rows'> | Table | Issue> {
  const entries = entriesNaming(file, settings);
  const survey = await surveyBytes(file, encodingOf(entries));
  const chosen = choose(file.name, await sample(file, survey), entries);
  if (!('code' in chosen)) return { name: file.name, header: chosen.found.header };
  return chosen.code === 'file-unrecognised' ? firstRows(file) : chosen;
}

/** Reads the beginnings of all exports and sorts them: those that the settings or a known format recognise, and those that nothing does. */
export async function sortFiles(files: readonly ExportFile[], settings: Settings): Promise<Sorted> {
  const known: { name: string; header: readonly string[] }[] = [];
  const groups = new Map<string, Table[]>();
  const issues: Issue[] = [...leftUnread(files, settings)];
  for (const file of exportsAmong(files, settings)) {
    const sorted = await sortFile(file, settings).catch((error: unknown) => unreadableIssue(file.name, error));
    if ('code' in sorted) issues.push(sorted);
    else if (!('rows' in sorted)) known.push(sorted);
    else groups.set(JSON.stringify(sorted.header), [...(groups.get(JSON.stringify(sorted.header)) ?? []), sorted]);
  }
  return { known, unknown: [...groups.values()].map(together), issues: issues.filter((one) => severityOf(one) !== 'note') };
}
