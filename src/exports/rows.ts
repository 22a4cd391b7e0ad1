import { issue, type Issue } from '../issue.ts';
import { surveyBytes, type ByteSurvey } from './bytes.ts';
import { sniff } from './dialect.ts';
import type { ExportFile } from './file.ts';
import { faultIssue, isBlank, isHeader, isHollow, raggedIssue } from './judge.ts';
import { dropTest } from './not-data.ts';
import { recordsOf, sample, type Dialect } from './read.ts';
import { recognise } from './recognise.ts';

/** How the rows of one file are read. */
export interface RowsPlan {
  readonly survey: ByteSurvey;
  readonly dialect: Dialect;
  readonly cells: number;
  /** Column names as found. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Whether the format of a recognised file leaves a record out as not data. */
  readonly drop: (record: readonly string[]) => boolean;
}

/** Some rows of a file: as RFC 4180 text with line feeds, and what is said of those left out. */
export interface RowsBatch {
  readonly csv: string;
  readonly accepted: number;
  readonly refused: number;
  readonly notData: number;
  readonly issues: readonly Issue[];
}

/** How a file is read, or why it is refused as a whole. */
export async function planRows(file: ExportFile): Promise<RowsPlan | Issue> {
  const survey = await surveyBytes(file, undefined);
  if (survey.bytes <= survey.mark) return issue('file-empty', { file: file.name });
  const look = await sample(file, survey);
  const found = recognise(file.name, look, undefined);
  if (!('code' in found)) {
    const { delimiter, format, cells, headerLine } = found;
    const header = look.records.get(delimiter)![found.headerRecords - 1]!;
    return { survey, dialect: { delimiter, unquoted: format.unquoted === true, padded: false, cells }, cells, header, headerLine, drop: dropTest(found) };
  }
  if (found.code === 'file-empty' || found.code === 'file-not-csv') return found;
  const sniffed = sniff(file.name, look, survey.paired ? '\r\n' : '\n');
  return 'code' in sniffed ? sniffed : { survey, ...sniffed, cells: sniffed.header.length, drop: () => false };
}

const TOTALS = /^(grand |sub-?)?totals?\b[^.]{0,20}$|^(gesamt(summe)?|zwischensumme|summe|totale?s?|total g[ée]n[ée]ral|suma|soma|totaal)\s*:?$/i;
const MOST_HELD = 50;

const cellText = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lineText = (record: readonly string[]): string => (record.length === 1 && record[0] === '' ? '""\n' : `${record.map(cellText).join(',')}\n`);

/** Whether a record may be a footer: a total, or one text below a gap. It is one if no row follows. */
function isFooter(record: readonly string[], gap: boolean): boolean {
  const [first = '', ...others] = record.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (record.length > 1 && TOTALS.test(first) && others.length < record.length - 1) return true;
  return gap && others.length === 0 && record[0]!.trim() !== '';
}

interface Held {
  readonly record: readonly string[];
  readonly line: number;
}

interface Account {
  csv: string;
  accepted: number;
  refused: number;
  notData: number;
  issues: Issue[];
}

/** A judge of the records of a file, one after the other; `done` gives what has been decided since it was last asked. */
function judgeOf(file: string, { header, headerLine, cells, drop }: RowsPlan) {
  const empty = (): Account => ({ csv: '', accepted: 0, refused: 0, notData: 0, issues: [] });
  let account = empty();
  let gap = false;
  let held: Held[] = [];
  let hollow: { from: number; to: number } | null = null;

  const refuse = (one: Issue): void => {
    account.refused++;
    account.issues.push(one);
  };
  const leaveOut = (line: number, text: string, detail: string): void => {
    account.notData++;
    account.issues.push(issue('row-not-data', { file, line, text: text.slice(0, 200), detail }));
  };
  const endHollow = (): void => {
    if (hollow === null) return;
    const { from, to } = hollow;
    account.issues.push(issue('row-not-data', { file, line: from, detail: from === to ? 'its cells are empty' : `its cells are empty, and so to line ${to}` }));
    hollow = null;
  };
  const accept = ({ record, line }: Held): void => {
    if (record.length !== cells) return refuse(raggedIssue(record, cells, { file, line }));
    account.accepted++;
    account.csv += lineText(record.slice(0, header.length));
  };
  const release = (): void => {
    for (const one of held) accept(one);
    held = [];
  };

  return {
    fault(one: Issue): void {
      endHollow();
      release();
      gap = false;
      refuse(one);
    },
    record(record: readonly string[], line: number): void {
      if (isBlank(record)) gap = true;
      else if (line === headerLine) account.csv += lineText(header);
      else if (line < headerLine) leaveOut(line, record.join(' '), 'it stands above the column names');
      else if (isHollow(record)) {
        gap = true;
        account.notData++;
        hollow = { from: hollow?.from ?? line, to: line };
      } else {
        endHollow();
        if (isHeader(record, header)) leaveOut(line, record.join(' '), 'the column names once more');
        else if (drop(record)) leaveOut(line, record.join(' '), 'the tool adds it');
        else if (isFooter(record, gap) && held.length < MOST_HELD) held.push({ record, line });
        else {
          release();
          accept({ record, line });
          gap = false;
        }
      }
    },
    end(): void {
      endHollow();
      for (const { record, line } of held) leaveOut(line, record.join(' '), 'it stands below the rows');
      held = [];
    },
    done(): RowsBatch {
      const decided = account;
      account = empty();
      return decided;
    },
  };
}

/** The rows of a file as found, in batches; what is not a row, or cannot be read as one, is said by its line. */
export async function* rowsIn(file: ExportFile, plan: RowsPlan): AsyncGenerator<RowsBatch> {
  const judge = judgeOf(file.name, plan);
  for await (const { records, lines, faults } of recordsOf(file, plan.survey, plan.dialect)) {
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const line = lines[at]!;
      const fault = faults.get(at);
      if (fault === undefined || line === plan.headerLine) judge.record(record, line);
      else judge.fault(faultIssue(fault, record, plan.header, { file: file.name, line }));
    }
    yield judge.done();
  }
  judge.end();
  yield judge.done();
}
