import { isMissing, type Column } from '../facts/columns.ts';
import type { TableName, TableSpec } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import { zoneOf, type Zone } from '../time/zone.ts';
import { COMBINED, DUPLICATE, FACT, oneStateEach, SUPERSEDED, type States } from './identity.ts';
import { compareCells, complete, hashCell, take } from './merge.ts';
import { offScale, runsBackwards, unclassed, unmappedWords } from './sense.ts';
import { stackOf, type Stack } from './stack.ts';
import type { ParsedFile } from './parse.ts';

/** The facts of one table as columns, one row a fact; `file` and `line` say where each stands. */
export interface ValidTable {
  readonly name: TableName;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly file: Int32Array;
  readonly line: Int32Array;
  /** Header of a field in the file of a row, for messages. */
  readonly nameOf: (row: number, field: string) => string;
}

/** Source rows of one file by what became of them. */
export interface RowAccount {
  readonly used: number;
  readonly duplicate: number;
  readonly superseded: number;
  readonly rejected: number;
}

export interface Validated {
  readonly tables: ReadonlyMap<TableName, ValidTable>;
  /** One account a file, in the order given. */
  readonly accounts: readonly RowAccount[];
  readonly issues: readonly Issue[];
}

/** Rows passed over for another of the same id that says otherwise, though nothing tells which is newer, each with the place of the one that counts. */
function idsTwice(spec: TableSpec, stack: Stack, undecided: States['undecided'], fileNames: readonly string[]): readonly Issue[] {
  const columns = [...stack.columns.values()];
  const differs = (a: number, b: number) => columns.some((column) => !isMissing(column, a) && !isMissing(column, b) && compareCells(column, a, b) !== 0);
  const fileOf = (row: number) => fileNames[stack.files[stack.part[row]!]!]!;
  return undecided
    .filter(({ row, counts }) => differs(row, counts))
    .map(({ row, counts }) => {
      const id = stack.ids.at(row)!;
      const place = `line ${stack.line[counts]!}${fileOf(counts) === fileOf(row) ? '' : ` of ${fileOf(counts)}`}`;
      const column = stack.parts[stack.part[row]!]!.names.get(spec.id ?? '') ?? '';
      return issue('id-twice', { file: fileOf(row), line: stack.line[row]!, column, text: id, id, detail: place });
    });
}

/** Drops facts whose required instant or number could not be read once its column's day order or decimal mark was known. */
function dropIncomplete(spec: TableSpec, stack: Stack, outcome: Uint8Array, files: readonly ParsedFile[], issues: Issue[]): void {
  for (const [field, { required, kind }] of Object.entries(spec.fields)) {
    const column = stack.columns.get(field);
    if (!required || (kind !== 'instant' && kind !== 'number') || column === undefined) continue;
    for (let row = 0; row < outcome.length; row++) {
      if (outcome[row] !== FACT || !isMissing(column, row)) continue;
      outcome[row] = 0;
      const header = stack.parts[stack.part[row]!]!.names.get(field) ?? field;
      issues.push(issue('required-refused', { file: files[stack.files[stack.part[row]!]!]!.file, line: stack.line[row]!, column: header }));
    }
  }
}

function factsOf(name: TableName, stack: Stack, outcome: Uint8Array): ValidTable {
  let rows = 0;
  for (const one of outcome) if (one === FACT) rows++;
  const header = (row: number, field: string) => stack.parts[stack.part[row]!]!.names.get(field) ?? field;
  if (rows === outcome.length)
    return { name, rows, columns: stack.columns, file: stack.part.map((part) => stack.files[part]!), line: stack.line, nameOf: header };
  const keep = new Int32Array(rows);
  for (let row = 0, at = 0; row < outcome.length; row++) if (outcome[row] === FACT) keep[at++] = row;
  return {
    name,
    rows,
    columns: new Map([...stack.columns].map(([field, column]) => [field, take(column, keep)])),
    file: keep.map((row) => stack.files[stack.part[row]!]!),
    line: keep.map((row) => stack.line[row]!),
    nameOf: (row, field) => header(keep[row]!, field),
  };
}

function accountsOf(files: readonly ParsedFile[], best: readonly Uint8Array[]): readonly RowAccount[] {
  return files.map((file, at) => {
    const counts = [0, 0, 0, 0, 0];
    for (const outcome of best[at]!) counts[outcome]!++;
    const used = counts[FACT]! + counts[COMBINED]!;
    const duplicate = counts[DUPLICATE]!;
    const superseded = counts[SUPERSEDED]!;
    return { used, duplicate, superseded, rejected: file.read - file.notData - used - duplicate - superseded };
  });
}

/**
 * Columns of all files to tables of facts: one state for each id, required cells, instants in order, answers on their
 * scale. Every source row is accounted for: read = used + duplicate + superseded + rejected + not data. `zone` is the firm's:
 * it serves where a file's times are of several zones. The columns of the files are used up: facts are made of them.
 */
export function validate(files: readonly ParsedFile[], zone: Zone): Validated {
  const best = files.map((file) => new Uint8Array(file.lines + 1));
  const issues: Issue[] = [];
  const valid = new Map<TableName, ValidTable>();
  const fileNames = files.map((file) => file.file);
  const zones = files.map((file) => zoneOf(file.zone) ?? zone);
  for (const spec of Object.values(tables)) {
    const stack = stackOf(spec, files);
    if (stack === null) continue;
    const columns = [...stack.columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column);
    const { outcome, undecided } = oneStateEach(stack, {
      compare: (a, b) => columns.reduce((order, column) => order || compareCells(column, a, b), 0),
      hash: (row) => columns.reduce((hash, column) => Math.imul(hash ^ hashCell(column, row), 0x01000193), 0),
      complete: (to, from) => columns.forEach((column) => complete(column, to, from)),
    });
    for (const one of idsTwice(spec, stack, undecided, fileNames)) issues.push(one);
    dropIncomplete(spec, stack, outcome, files, issues);
    for (let row = 0; row < outcome.length; row++) {
      const account = best[stack.files[stack.part[row]!]!]!;
      const line = stack.line[row]!;
      if (outcome[row]! > account[line]!) account[line] = outcome[row]!;
    }
    const table = factsOf(spec.name, stack, outcome);
    issues.push(
      ...runsBackwards(spec, table, fileNames, zones),
      ...offScale(table, fileNames),
      ...unmappedWords(spec, table, fileNames),
      ...(spec.name === 'surveys' ? unclassed(table, fileNames) : []),
    );
    valid.set(spec.name, table);
  }
  return { tables: valid, accounts: accountsOf(files, best), issues };
}
