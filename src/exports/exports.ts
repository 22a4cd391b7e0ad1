import type { Columns, FileRead } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import { issue, severityOf, type Issue } from '../issue.ts';
import type { Settings, Source } from '../settings.ts';
import { isEncoding, surveyBytes } from './bytes.ts';
import { isExportName, type ExportFile } from './file.ts';
import { aheadOf } from './latest.ts';
import { parseFile, type ParsedFile } from './parse.ts';
import { sample } from './read.ts';
import { isFormat, recognise } from './recognise.ts';
import type { ZoneRules } from './settle.ts';
import { DAY_MS, dayText } from '../time/weeks.ts';
import { validate } from './validate.ts';

/** What the exports of a workspace say: tables of columns, an account of every file, and everything that is wrong. */
export interface ExportsRead {
  readonly tables: ReadonlyMap<TableName, Columns>;
  readonly files: readonly FileRead[];
  readonly issues: readonly Issue[];
}

/** Called as each file is begun, for progress. */
export type Progress = (file: string, at: number, of: number) => void;

const byName = (a: ExportFile, b: ExportFile) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function matches(pattern: string, name: string): boolean {
  const form = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const whole = new RegExp(`^${form}$`, 'i');
  return whole.test(name) || whole.test(name.slice(name.lastIndexOf('/') + 1));
}

function sourceOf(name: string, settings: Settings): Source | null {
  return settings.sources.find((source) => matches(source.files, name)) ?? null;
}

/** One file through read, recognise and parse; an issue where it stops before. */
async function readExport(file: ExportFile, settings: Settings, rules: ZoneRules): Promise<ParsedFile | Issue> {
  try {
    return await readKnown(file, sourceOf(file.name, settings), rules);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return issue('file-unreadable', { file: file.name, detail: (error as Error).message });
  }
}

/** Whether an error is the disk's or the archive's, not ours: Node names those by a code. */
const isUnreadable = (error: unknown) => typeof (error as { code?: unknown }).code === 'string';

async function readKnown(file: ExportFile, source: Source | null, rules: ZoneRules): Promise<ParsedFile | Issue> {
  if (source?.encoding !== undefined && !isEncoding(source.encoding))
    return issue('settings-invalid', { file: 'settings.yaml', column: 'sources.encoding', text: source.encoding, detail: 'no such encoding' });
  if (source?.format !== undefined && !isFormat(source.format))
    return issue('settings-invalid', { file: 'settings.yaml', column: 'sources.format', text: source.format, detail: 'no such format' });
  const survey = await surveyBytes(file, source?.encoding);
  if (survey.bytes === 0) return issue('file-empty', { file: file.name });
  const look = await sample(file, survey);
  const found = recognise(file.name, look, source?.format);
  return 'code' in found ? found : parseFile(file, survey, found, source, rules);
}

function accountOf(
  parsed: ParsedFile,
  rows: { readonly used: number; readonly duplicate: number; readonly superseded: number; readonly rejected: number },
): FileRead {
  return {
    file: parsed.file,
    format: parsed.found.format.id,
    tables: [...new Set(parsed.tables.map((one) => one.table))],
    encoding: parsed.encoding,
    delimiter: parsed.found.delimiter === '\t' ? 'tab' : parsed.found.delimiter,
    dateOrder: parsed.dateOrder,
    zone: parsed.zone,
    read: parsed.read,
    ...rows,
    notData: parsed.notData,
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

/** Reads every export: files in the order of their names, one after the other, so that the outcome is the same in any order. */
export async function readExports(files: readonly ExportFile[], settings: Settings, rules: ZoneRules, progress?: Progress): Promise<ExportsRead> {
  const found = files.filter((file) => !settings.ignore.some((pattern) => matches(pattern, file.name))).sort(byName);
  const wanted = found.filter(({ name }) => isExportName(name));
  const issues: Issue[] = found.filter(({ name }) => !isExportName(name)).map(({ name }) => issue('file-passed-over', { file: name }));
  if (wanted.length === 0) return { tables: new Map(), files: [], issues: [...issues, issue('workspace-empty', {})] };
  const parsed: ParsedFile[] = [];
  for (const [at, file] of wanted.entries()) {
    progress?.(file.name, at, wanted.length);
    const read = await readExport(file, settings, rules);
    if ('code' in read) issues.push(read);
    else {
      parsed.push(read);
      issues.push(...read.issues);
    }
  }
  const { files: dated, issues: ahead } = withoutSlips(parsed);
  const valid = validate(dated, rules.firm);
  const all = [...issues, ...ahead, ...valid.issues].sort(byPlace);
  const nothing = parsed.length === 0 && !all.some((one) => severityOf(one) === 'error');
  return {
    tables: valid.tables,
    files: dated.map((one, at) => accountOf(one, valid.accounts[at]!)),
    issues: nothing ? [...all, issue('workspace-empty', {})] : all,
  };
}
