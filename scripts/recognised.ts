import type { ExportsRead } from '../src/exports/exports.ts';
import { canonicalFormats } from '../src/exports/formats/canonical.ts';
import { formats } from '../src/exports/formats/index.ts';
import { isMapped, MAPPED_TITLE } from '../src/exports/mapping.ts';
import type { FileRead } from '../src/facts/facts.ts';
import { catalogue } from '../src/issue.ts';
import { dayOf, dayText } from '../src/time/weeks.ts';
import type { Zone } from '../src/time/zone.ts';
import { aligned } from './columns.ts';
import { oneLine } from './command.ts';
import { counted, grouped, rowsOf } from './summary.ts';

const WIDTH = 120;
const titles = new Map([...formats, ...canonicalFormats].map(({ id, title }) => [id, title]));
const titleOf = (id: string): string => (isMapped(id) ? MAPPED_TITLE : (titles.get(id) ?? ''));

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '|': 'bar' };
const ORDERS: Readonly<Record<string, string>> = { 'day-first': 'day', 'month-first': 'month', mixed: 'both', open: 'unknown', '': 'plain to see' };

const NONE = '-';
const said = (text: string): string => (text === '' ? NONE : text);
const orderOf = ({ dateOrder }: FileRead): string =>
  dateOrder
    .split(', ')
    .map((one) => ORDERS[one] ?? one)
    .join(', ');

function daysOf({ oldest, newest }: FileRead, zone: Zone): string {
  const [from, to] = [oldest, newest].map((at) => dayText(dayOf(at, zone)));
  return from === '' || to === '' ? NONE : `${from} to ${to}`;
}

function readTable(files: readonly FileRead[], zone: Zone): string {
  const { read, used, rejected } = rowsOf(files);
  const rows = files.map((file) => [
    file.file,
    titleOf(file.format),
    file.tables.map((table) => table.replaceAll('_', ' ')).join(', '),
    ...[file.read, file.used, file.rejected].map(grouped),
    daysOf(file, zone),
  ]);
  const total = files.length < 2 ? [] : [[counted(files.length, 'file'), '', '', ...[read, used, rejected].map(grouped), '']];
  return aligned(
    ['file', 'recognised as', 'gives', 'rows', 'used', 'refused', 'first and last day'],
    [...rows, ...total].map((row) => row.map(oneLine)),
    { right: ['rows', 'used', 'refused'], folds: ['file', 'recognised as', 'gives'], width: WIDTH },
  );
}

function assumedTable(files: readonly FileRead[]): string {
  const rows = files.map((file) => [
    file.file,
    file.encoding,
    DELIMITERS[file.delimiter] ?? file.delimiter,
    file.zone === '' ? NONE : orderOf(file),
    said(file.zone),
  ]);
  return aligned(
    ['file', 'encoding', 'between cells', 'day or month first', 'zone of its times'],
    rows.map((row) => row.map(oneLine)),
    { right: [], folds: ['file', 'zone of its times'], width: WIDTH },
  );
}

/** Files that gave nothing, each with why. */
function unreadTable(names: readonly string[], { files, issues }: ExportsRead): string {
  const rows = names
    .filter((name) => !files.some((one) => one.file === name))
    .map((name) => {
      const why = issues.find((one) => one.file === name) ?? issues.find((one) => one.file === 'settings.yaml' && one.detail.startsWith(`${name} has n`));
      return [name, why === undefined ? 'listed under ignore in settings.yaml' : catalogue[why.code].wrong].map(oneLine);
    });
  return rows.length === 0 ? '' : aligned(['not read', 'why'], rows, { right: [], folds: ['not read', 'why'], width: WIDTH });
}

/**
 * What was made of every file of a workspace, in lines of at most 120 characters: what was read, with the rows of all files
 * together below; what reading them assumed; which files gave nothing, and why. Files stand in the order of their names,
 * days are those of `zone`.
 */
export function recognisedTable(names: readonly string[], read: ExportsRead, zone: Zone): string {
  const files = read.files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const tables = [files.length === 0 ? '' : readTable(files, zone), files.length === 0 ? '' : assumedTable(files), unreadTable([...names].sort(), read)];
  return tables.filter((table) => table !== '').join('\n');
}
