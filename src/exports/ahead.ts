import type { TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import { DAY_MS, dayOf, dayText } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';
import { happened } from './latest.ts';
import type { ParsedFile } from './parse.ts';
import { thousands } from './thousands.ts';

/** A column of instants that happened. */
interface Dated {
  readonly file: ParsedFile;
  /** Header in the file. */
  readonly column: string;
  readonly values: Float64Array;
  /** Cells that hold an instant. */
  readonly filled: number;
  /** Latest instants, latest first, four at most. */
  readonly top: readonly number[];
}

/** Rows that may be slips of the pen each by itself; `instant-ahead` names those. */
const SLIPS = 3;
const GAP = 31 * DAY_MS;
/** Part of a column's instants that must lie ahead, and part of its cells that a column needs to judge it by. */
const AHEAD = 0.05;
const WEIGHT = 0.1;

/** A column of instants; exports mostly end with their newest rows, so it begins there. */
function dated(file: ParsedFile, column: string, values: Float64Array): Dated {
  const top: number[] = [];
  let [filled, least] = [0, -Infinity];
  for (let row = values.length - 1; row >= 0; row--) {
    const at = values[row]!;
    if (at !== at) continue;
    filled++;
    if (at <= least) continue;
    let place = top.length;
    while (place > 0 && top[place - 1]! < at) place--;
    top.splice(place, 0, at);
    if (top.length > SLIPS + 1) top.pop();
    if (top.length > SLIPS) least = top[SLIPS]!;
  }
  return { file, column, values, filled, top };
}

/** Whether the export writes the instant itself; one that lies a duration after another follows that one. */
function isWritten(file: ParsedFile, table: TableName, field: string): boolean {
  const source = file.found.format.gives.find((gives) => gives.table === table)?.fields[field];
  return source === undefined || !('after' in source) || source.after === undefined;
}

function datedColumns(file: ParsedFile): readonly Dated[] {
  return file.tables.flatMap(({ table, columns, names }) =>
    [...columns]
      .filter(([field]) => tables[table].fields[field]?.kind === 'instant' && happened(table, field) && isWritten(file, table, field))
      .map(([field, column]) => dated(file, names.get(field) ?? field, column as Float64Array)),
  );
}

/** How far a column reaches: its latest instant, without up to three that lie a month or more after the others; -Infinity for fewer than four. */
function reach({ top }: Dated): number {
  let end = top[SLIPS] ?? -Infinity;
  for (let at = SLIPS - 1; at >= 0 && top[at]! - end <= GAP; at--) end = top[at]!;
  return end;
}

/** The day up to which everything but this column reaches, as an instant; -Infinity where the file has nothing else to judge by. */
function allElse(one: Dated, all: readonly Dated[]): number {
  const others = all.filter((other) => other !== one && (other.file !== one.file || (other.column !== one.column && other.filled >= one.filled * WEIGHT)));
  return others.some(({ file }) => file === one.file) ? others.reduce((latest, other) => Math.max(latest, reach(other)), -Infinity) : -Infinity;
}

/**
 * Columns whose instants, more than one in twenty and more than three, lie over 31 days after all that the other columns
 * of the file and the other files reach: day and month exchanged, or a wrong year. Due dates, plans and ends of contracts
 * may lie ahead and are never looked at. A file that has no other column of things that happened is taken as it is, since
 * it may simply be the newest; so are two columns of one file that are wrong together. A column that is named does not
 * decide how far its file reaches.
 */
export function columnsAhead(files: readonly ParsedFile[], zone: Zone): { readonly files: readonly ParsedFile[]; readonly issues: readonly Issue[] } {
  const all = files.flatMap(datedColumns);
  const found = all.flatMap((one) => {
    const end = allElse(one, all);
    if (end === -Infinity || reach(one) <= end + GAP) return [];
    const ahead = one.values.reduce((count, at) => (at > end + GAP ? count + 1 : count), 0);
    return ahead > SLIPS && ahead > one.filled * AHEAD ? [{ one, end, ahead }] : [];
  });
  const day = (at: number) => dayText(dayOf(at, zone));
  const issues = found.map(({ one, end, ahead }) => {
    const detail = `${thousands(ahead)} of ${thousands(one.filled)} dates, up to ${day(one.top[0]!)}; all else ends ${day(end)}`;
    return issue('column-ahead', { file: one.file.file, column: one.column, detail });
  });
  const named = new Set(found.map(({ one }) => one));
  const reachOf = (file: ParsedFile) => all.reduce((latest, one) => (one.file === file && !named.has(one) ? Math.max(latest, reach(one)) : latest), -Infinity);
  const wrong = new Set(found.map(({ one }) => one.file));
  return { files: files.map((file) => (wrong.has(file) ? { ...file, newest: reachOf(file) } : file)), issues };
}
