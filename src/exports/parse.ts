import type { Column } from '../facts/columns.ts';
import type { ToldByRows } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { EMPTY, GIVEN } from './builders.ts';
import type { ByteSurvey } from './bytes.ts';
import { cellIssue } from './cell-issue.ts';
import { columnsNear } from './columns-near.ts';
import { columnsTwice } from './columns-twice.ts';
import type { ExportFile } from './file.ts';
import { hashInto, type RowHash } from './hash.ts';
import type { Late } from './latest.ts';
import { isOfOne, planOf, type TablePlan } from './plan.ts';
import { faultIssue, isBlank, isNoData, raggedIssue } from './judge.ts';
import { recordsOf, type Batch } from './read.ts';
import { normalHeader } from './formats/format.ts';
import { dropTest, unusedNote } from './not-data.ts';
import { numberMarks } from './number-marks.ts';
import type { Recognised } from './recognise.ts';
import { withZone, zoneSaidIn } from './zone-said.ts';
import { severalQuestions } from './several-questions.ts';
import { settle, type Settled, type ZoneRules } from './settle.ts';

/** The rows of one table as one file gives them, before other files are known. */
export interface ParsedTable {
  readonly table: TableName;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Header of each field, for messages. */
  readonly names: ReadonlyMap<string, string>;
  /** Line on which the source row begins; no two rows begin on one. */
  readonly line: Int32Array;
  /** 64-bit hash of the cells of the source row that the columns do not hold, or of all where rows complete one another, the row has no id or it gives facts to several tables. */
  readonly hashLow: Int32Array;
  readonly hashHigh: Int32Array;
  /** Changes counted by the tool, NaN without such a column. */
  readonly sequence: Float64Array | null;
  readonly combine: boolean;
}

/** One file as columns, with everything that its reading assumed. */
export interface ParsedFile {
  readonly file: string;
  readonly found: Recognised;
  readonly encoding: string;
  readonly dateOrder: string;
  readonly toldByRows: readonly ToldByRows[];
  readonly zone: string;
  readonly tables: readonly ParsedTable[];
  /** Lines of the file. */
  readonly lines: number;
  /** Source rows below the header. */
  readonly read: number;
  readonly rejected: number;
  readonly notData: number;
  /** Newest instant in the file, NaN without any. */
  readonly newest: number;
  readonly latest: readonly Late[];
  readonly issues: readonly Issue[];
}

interface TableRows {
  readonly plan: TablePlan;
  rows: number;
  /** The last row has an id of its own. */
  named: boolean;
  readonly line: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly sequence: Float64Array | null;
}

/** Writes one record as the next row of a table; false where the record cannot be a fact of it. */
function writeRow(rows: TableRows, record: readonly string[], where: { file: string; line: number }, issues: Issue[]): boolean {
  const row = rows.rows;
  let id = '';
  let kept = true;
  rows.named = false;
  for (const field of rows.plan.fields) {
    const cell = field.cell(record);
    const outcome = field.builder.set(row, cell);
    if (field.spec.kind === 'id' && id === '') id = cell;
    if (outcome === GIVEN) {
      if (field.spec.kind === 'id') rows.named = true;
      continue;
    }
    if (outcome === EMPTY) {
      if (!field.spec.required || !kept) continue;
      issues.push(issue(field.spec.kind === 'id' ? 'row-id-missing' : 'row-required-missing', { ...where, column: field.column, id }));
      kept = false;
    } else {
      issues.push(cellIssue(field, outcome, { ...where, text: cell, id }));
      if (field.spec.required) kept = false;
    }
  }
  return kept;
}

/** Takes out of the issues from one position on those that name a cell for the same fault again: several tables read it. */
function tellOnce(issues: Issue[], from: number): void {
  if (issues.length - from < 2) return;
  const told = new Map(issues.splice(from).map((one) => [`${one.code} ${one.column}`, one] as const));
  issues.push(...told.values());
}

function emptyRows(plan: TablePlan, capacity: number): TableRows {
  const ints = () => new Int32Array(capacity);
  return { plan, rows: 0, named: false, line: ints(), low: ints(), high: ints(), sequence: plan.sequence === -1 ? null : new Float64Array(capacity) };
}

/** What counts for every file: zones, and the words in a ticket's subject that make it a complaint. */
export interface ParseRules extends ZoneRules {
  readonly subjects?: readonly string[];
}

/** Reads a recognised file into columns, record by record; nothing but columns is kept. */
export async function parseFile(file: ExportFile, survey: ByteSurvey, found: Recognised, source: Source | null, rules: ParseRules): Promise<ParsedFile> {
  const marks = numberMarks(source?.decimal, found.format.decimal);
  const plans = planOf(found, source, survey.lines, marks, rules.subjects);
  const tables = plans.map((plan) => emptyRows(plan, survey.lines));
  const issues: Issue[] = [];
  const counts = { read: 0, rejected: 0, notData: 0 };
  const drop = dropTest(found);
  const wholeHash = plans.some((plan) => plan.gives.combine === true || !plan.fields.some((field) => field.spec.kind === 'id'));
  const all = hashedColumns(found.header, []);
  const unread = hashedColumns(found.header, plans);
  const givesSeveral = (record: readonly string[]) => tables.length > 1 && tables.filter(({ plan }) => plan.applies(record)).length > 1;
  const hash: RowHash = { low: 0, high: 0 };
  let zone: string | null = null;
  const refuse = (one: Issue) => {
    counts.rejected++;
    issues.push(one);
  };

  function readRecord(record: readonly string[], line: number, batch: Batch, at: number): void {
    const where = { file: file.name, line };
    const fault = batch.faults.get(at);
    if (fault === undefined && isBlank(record)) return;
    counts.read++;
    if (fault !== undefined) return refuse(faultIssue(fault, record, found.header, where));
    if (isNoData(record, found.header) || drop(record)) {
      counts.notData++;
      zone ??= zoneSaidIn(found.format, record);
      return;
    }
    if (record.length !== found.cells) return refuse(raggedIssue(record, found.cells, where));
    const whole = wholeHash || givesSeveral(record);
    hashInto(hash, record, whole ? all : unread, whole);
    const before = issues.length;
    let gave = false;
    let applied = false;
    for (const table of tables) {
      if (!table.plan.applies(record)) continue;
      applied = true;
      if (!writeRow(table, record, where, issues)) continue;
      gave = true;
      if (!whole && !table.named) hashInto(hash, record, all, true);
      const row = table.rows++;
      table.line[row] = line;
      table.low[row] = hash.low;
      table.high[row] = hash.high;
      if (table.sequence !== null) table.sequence[row] = Number(record[table.plan.sequence]);
    }
    tellOnce(issues, before);
    if (!applied) counts.notData++;
    else if (!gave) counts.rejected++;
  }

  const dialect = { delimiter: found.delimiter, unquoted: found.format.unquoted === true, padded: false, cells: found.cells };
  for await (const batch of recordsOf(file, survey, dialect)) {
    for (let at = 0; at < batch.records.length; at++) {
      if (batch.lines[at]! <= found.headerLine) continue;
      readRecord(batch.records[at]!, batch.lines[at]!, batch, at);
    }
  }
  const settled = settle(
    file.name,
    tables.map((table) => ({ name: table.plan.table, fields: table.plan.fields, rows: table.rows, line: table.line })),
    ...withZone(found, source, zone !== null && rules.zoneOf(zone) !== null ? zone : null),
    rules,
  );
  return {
    file: file.name,
    found,
    encoding: survey.encoding,
    lines: survey.lines,
    dateOrder: settled.dateOrder,
    toldByRows: [...settled.toldByRows, ...(plans.every(isOfOne) ? [] : marks.fromRows())],
    zone: settled.zone,
    tables: tables.map((table, at) => parsedTable(table, settled.columns[at]!)),
    ...counts,
    newest: settled.latest[0]?.at ?? NaN,
    latest: settled.latest,
    issues: [
      ...issues,
      ...settled.issues,
      ...marks.issues(file.name),
      ...unusedNote(file.name, found, source, counts),
      ...columnsNear(file.name, found, source, plans),
      ...columnsTwice(file.name, found, plans),
      ...severalQuestions(file.name, found, source),
    ],
  };
}

/** Positions of the columns that a row's hash covers: those that no field is read from, in the order of their names. */
function hashedColumns(header: readonly string[], plans: readonly TablePlan[]): Int32Array {
  const read = new Set(plans.flatMap((plan) => plan.fields.map((field) => field.at)));
  const names = header.map(normalHeader);
  const positions = names.map((_, at) => at).filter((at) => !read.has(at));
  return Int32Array.from(positions.sort((a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b)));
}

function parsedTable(rows: TableRows, columns: Settled['columns'][number]): ParsedTable {
  const { plan } = rows;
  return {
    table: plan.table,
    rows: rows.rows,
    columns,
    names: new Map(plan.fields.map((field) => [field.field, field.column])),
    line: rows.line.subarray(0, rows.rows),
    hashLow: rows.low.subarray(0, rows.rows),
    hashHigh: rows.high.subarray(0, rows.rows),
    sequence: rows.sequence?.subarray(0, rows.rows) ?? null,
    combine: plan.gives.combine === true,
  };
}
