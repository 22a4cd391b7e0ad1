import type { Columns, FileRead } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import { issue, severityOf, type Issue } from '../issue.ts';
import type { Settings } from '../settings.ts';
import { acrossFiles } from './across.ts';
import { isExportName, passedOver, type ExportFile } from './file.ts';
import { formats } from './formats/index.ts';
import { aheadOf, oldestIn } from './latest.ts';
import type { ParsedFile } from './parse.ts';
import { namesFile } from './pattern.ts';
import { readAll, type Effects } from './read-all.ts';
import type { ZoneRules } from './settle.ts';
import { DAY_MS, dayText } from '../time/weeks.ts';
import { unusedSettings } from './unused.ts';
import { validate } from './validate.ts';

/** What the exports of a workspace say: tables of columns, an account of every file, and everything that is wrong. */
export interface ExportsRead {
  readonly tables: ReadonlyMap<TableName, Columns>;
  readonly files: readonly FileRead[];
  readonly issues: readonly Issue[];
}

export type { Effects, Progress } from './read-all.ts';

const byName = (a: ExportFile, b: ExportFile) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** A tool fills its own columns; that of a template or of a mapping may stand in a file and never be filled in. */
const tellsPeople = ({ found, tables }: ParsedFile): boolean =>
  formats.some(({ id }) => id === found.format.id) && tables.some(({ table, columns }) => table === 'tickets' && columns.has('first_human_response_at'));

function accountOf(
  parsed: ParsedFile,
  oldest: number,
  rows: { readonly used: number; readonly duplicate: number; readonly superseded: number; readonly rejected: number },
): FileRead {
  return {
    file: parsed.file,
    format: parsed.found.format.id,
    tables: [...new Set(parsed.tables.map((one) => one.table))],
    encoding: parsed.encoding,
    delimiter: parsed.found.delimiter === '\t' ? 'tab' : parsed.found.delimiter,
    dateOrder: parsed.dateOrder,
    toldByRows: parsed.toldByRows,
    tellsPeople: tellsPeople(parsed),
    zone: parsed.zone,
    read: parsed.read,
    ...rows,
    notData: parsed.notData,
    oldest,
    newest: parsed.newest,
  };
}

/** The files with the newest instant that each really has, and an issue for each that lies far ahead of all others. */
function withoutSlips(files: readonly ParsedFile[]): { readonly files: readonly ParsedFile[]; readonly issues: readonly Issue[] } {
  const ahead = new Set(
    aheadOf(files.flatMap(({ file, latest }) => latest.map((one) => ({ ...one, file })))).map(({ file, line, column }) => `${file} ${line} ${column}`),
  );
  const slips = (file: ParsedFile) => file.latest.filter(({ line, column }) => ahead.has(`${file.file} ${line} ${column}`));
  return {
    files: files.map((file) => ({ ...file, newest: file.latest.find((one) => !slips(file).includes(one))?.at ?? NaN })),
    issues: files.flatMap((file) =>
      slips(file).map(({ line, column, at }) => issue('instant-ahead', { file: file.file, line, column, text: dayText(Math.floor(at / DAY_MS)) })),
    ),
  };
}

const byPlace = (a: Issue, b: Issue) =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0);

/** The files that are read as exports, in the order of their names. */
export const exportsAmong = (files: readonly ExportFile[], settings: Settings): readonly ExportFile[] => heeded(files, settings).filter(isWanted);

const heeded = (files: readonly ExportFile[], { ignore }: Settings) => files.filter((file) => !ignore.some((pattern) => namesFile(pattern, file))).sort(byName);
const isWanted = ({ name, refused }: ExportFile) => refused === undefined && isExportName(name);

/** Why each of the other files is not read, but for those that the settings leave alone. */
export const leftUnread = (files: readonly ExportFile[], settings: Settings): readonly Issue[] =>
  heeded(files, settings)
    .filter((file) => !isWanted(file))
    .map(({ name, refused }) => refused ?? passedOver(name));

/** Reads every export. What comes out is in the order of the files' names, so that it is the same in whatever order they were given and read. */
export async function readExports(files: readonly ExportFile[], settings: Settings, rules: ZoneRules, effects: Effects = {}): Promise<ExportsRead> {
  const wanted = exportsAmong(files, settings);
  const issues: Issue[] = [...leftUnread(files, settings)];
  if (wanted.length === 0) return { tables: new Map(), files: [], issues: [...issues, issue('workspace-empty', {})] };
  const parsed: ParsedFile[] = [];
  for (const read of await readAll(wanted, settings, rules, effects)) {
    if ('code' in read) issues.push(read);
    else {
      parsed.push(read);
      for (const one of read.issues) issues.push(one);
    }
  }
  const { files: dated, issues: ahead } = acrossFiles(withoutSlips(parsed), rules.firm);
  const oldest = dated.map(({ tables }) => oldestIn(tables));
  const valid = validate(dated, rules.firm);
  const all = [...issues, ...ahead, ...valid.issues, ...unusedSettings(settings, files, parsed)].sort(byPlace);
  const nothing = parsed.length === 0 && !all.some((one) => severityOf(one) === 'error');
  return {
    tables: valid.tables,
    files: dated.map((one, at) => accountOf(one, oldest[at]!, valid.accounts[at]!)),
    issues: nothing ? [...all, issue('workspace-empty', {})] : all,
  };
}
