import { isTextColumn, type TextColumn } from '../facts/columns.ts';
import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import { hashRow } from './hash.ts';
import { idsOf } from './ids.ts';
import type { ParsedFile } from './parse.ts';
import { thousands } from './thousands.ts';

/** A drop is worth a word from a tenth of the rows on, and from 20 rows on. */
const DROP_SHARE = 0.1;
const DROP_ROWS = 20;
/** Share of the earlier file's ids that the later one has where each export holds the whole of it. */
const WHOLE = 0.9;

const MONTH = /(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])/g;

/** A name with what changes from week to week taken out: folder and words stay, numbers and dates go. */
export function nameFamily(name: string): string {
  return name
    .toLowerCase()
    .replace(/(\.(csv|tsv|txt|gz))+$/, '')
    .replace(MONTH, '#')
    .replace(/\d+/g, '#')
    .replace(/#(?:[^a-z#/]*#)*/g, '#');
}

/** The day that a name carries, year first, as a number such as 20261109; NaN where it carries none. */
function dayInName(name: string): number {
  const found = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return found === null ? NaN : Number(found.slice(1).join(''));
}

/** Oldest first: by the days in the names where all carry one, else by the newest instants, else by the names. */
function inOrder(family: readonly ParsedFile[]): readonly ParsedFile[] {
  const dated = family.every(({ file }) => !Number.isNaN(dayInName(file)));
  const at = (file: ParsedFile) => (dated ? dayInName(file.file) : Number.isNaN(file.newest) ? -Infinity : file.newest);
  const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...family].sort((a, b) => order(at(a), at(b)) || (a.file < b.file ? -1 : 1));
}

/** Files of one format by their names without what changes from week to week; each of them is alone in its own, or not. */
function byNames(files: readonly ParsedFile[]): readonly (readonly ParsedFile[])[] {
  const given = files.filter(({ tables: some }) => some.length > 0);
  return [...Map.groupBy(given, ({ file, found }) => `${found.format.id} ${nameFamily(file)}`).values()];
}

/** Files that are one export run again and again, by their names and their format, oldest first. */
export function namedFamilies(files: readonly ParsedFile[]): readonly (readonly ParsedFile[])[] {
  return byNames(files)
    .filter((family) => family.length > 1)
    .map(inOrder);
}

/** Families of files, oldest first; files that stand alone in theirs are one family more. */
function familiesOf(files: readonly ParsedFile[]): readonly (readonly ParsedFile[])[] {
  const alone = byNames(files).flatMap((family) => (family.length === 1 ? family : []));
  return [...namedFamilies(files), ...[...Map.groupBy(alone, ({ found }) => found.format.id).values()].map(inOrder)];
}

/** The ids of a file's first table as 32-bit hashes of their bytes: shares of them are right to a thousandth. */
function idsIn(file: ParsedFile): ReadonlySet<number> {
  const [table] = file.tables;
  const ids = idsOf(tables[table!.table], table!) as TextColumn;
  const found = new Set<number>();
  if (!isTextColumn(ids)) return found;
  for (let row = 0; row < ids.length; row++) found.add(hashRow(ids, row));
  return found;
}

/** Part of the ids of one file that another has too. */
function shareIn(ids: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const id of ids) if (other.has(id)) shared++;
  return ids.size === 0 ? 0 : shared / ids.size;
}

/**
 * Whether the newest file of a family ought to hold what the one before it held. Files that each hold the whole were so
 * before: nine in ten ids of the last but two stand in the last but one. With two files alone the newest tells: it is a
 * part of the whole where nine in ten of its ids stood in the one before. Weekly slices share few ids, and lists of what
 * is open lose what was closed, so that neither is taken for a whole once there are three of them.
 */
function oughtToHoldAll(newest: ParsedFile, before: ParsedFile, earlier: ParsedFile | undefined): boolean {
  const held = idsIn(before);
  return (earlier === undefined ? shareIn(idsIn(newest), held) : shareIn(idsIn(earlier), held)) >= WHOLE;
}

/**
 * A warning where the newest of several exports of one kind has fewer rows than the one before it, by a tenth and 20 rows
 * at least, although each export holds the whole: the sign of a filter left on, or of an export that was cut.
 */
export function smallerThanBefore(files: readonly ParsedFile[]): readonly Issue[] {
  return familiesOf(files).flatMap((family) => {
    const [newest, before, earlier] = family.toReversed();
    if (newest === undefined || before === undefined) return [];
    const drop = before.read - newest.read;
    if (drop < DROP_ROWS || drop < before.read * DROP_SHARE || !oughtToHoldAll(newest, before, earlier)) return [];
    return [issue('export-smaller', { file: newest.file, detail: `${thousands(newest.read)} rows after ${thousands(before.read)} in ${before.file}` })];
  });
}
