/**
 * Everything that can be wrong, as data: a code says what, the catalogue says it in words.
 * Codes are permanent; a message may be reworded, a code never changes its meaning.
 */

export type Severity = 'error' | 'warning' | 'note';

export interface Issue {
  readonly code: IssueCode;
  /** File of the workspace, or '' where the whole workspace is meant. */
  readonly file: string;
  /** Line as an editor counts, null where the whole file is meant. */
  readonly line: number | null;
  /** Column as the file names it, '' where the whole row is meant. */
  readonly column: string;
  /** The text found, '' where there is none. */
  readonly text: string;
  /** Id of the row where it has one. */
  readonly id: string;
  /** What else the message names. */
  readonly detail: string;
}

interface Kind {
  readonly severity: Severity;
  /** What is wrong. */
  readonly wrong: string;
  /** What was done. */
  readonly done: string;
  /** What to do. */
  readonly advice: string;
}

/** Errors stop the build; warnings name rows or cells that were left out; notes say what was assumed. */
export const catalogue = {
  'file-unreadable': {
    severity: 'error',
    wrong: 'the file cannot be read',
    done: 'nothing was read from it',
    advice: 'check that the file is whole and may be read',
  },
  'file-empty': {
    severity: 'warning',
    wrong: 'the file holds no rows',
    done: 'nothing was read from it',
    advice: 'export it again, or list it under ignore in settings.yaml',
  },
  'file-passed-over': {
    severity: 'warning',
    wrong: 'the name does not end in .csv, .tsv or .txt, nor in one of these and .gz',
    done: 'the file was not read',
    advice: 'unpack it or export it as CSV, or list it under ignore in settings.yaml',
  },
  'file-not-csv': {
    severity: 'error',
    wrong: 'the file is not a CSV export',
    done: 'nothing was read from it',
    advice: 'export it again as CSV, or list it under ignore in settings.yaml',
  },
  'file-unrecognised': {
    severity: 'error',
    wrong: 'no known export has these columns',
    done: 'the build stopped',
    advice: 'add the missing columns in the tool’s export, or list the file under ignore in settings.yaml',
  },
  'file-ambiguous': {
    severity: 'error',
    wrong: 'two exports fit these columns equally well',
    done: 'the build stopped',
    advice: 'name the format of the file under sources in settings.yaml',
  },
  'workspace-empty': {
    severity: 'error',
    wrong: 'no export was found',
    done: 'the build stopped',
    advice: 'put the CSV files of your tools into the folder exports',
  },
  'workspace-undated': {
    severity: 'error',
    wrong: 'no row of any export carries a date of something that happened',
    done: 'the build stopped',
    advice: 'export a column with dates, or give as_of in settings.yaml',
  },
  'clients-alike': {
    severity: 'warning',
    wrong: 'two clients have this name',
    done: 'its rows count for the first',
    advice: 'give each its own name in the clients table, or an alias that no other has',
  },
  'as-of-too-early': {
    severity: 'error',
    wrong: 'nothing happened up to this day in any export',
    done: 'the build stopped',
    advice: 'give a later day with --as-of or as_of, or leave it out',
  },
  'table-ends': {
    severity: 'warning',
    wrong: 'this table ends here, long before the others',
    done: 'the weeks after it count what is there; no change in complaints is claimed from them',
    advice: 'export it again',
  },
  'week-incomplete': {
    severity: 'note',
    wrong: 'no complete week holds data yet',
    done: 'the report goes up to the newest row, in the middle of a week',
    advice: 'build again once the week is over',
  },
  'settings-invalid': {
    severity: 'error',
    wrong: 'the setting cannot be used',
    done: 'the build stopped',
    advice: 'correct it; data/settings.yaml is a whole example, src/settings.ts says what each setting does',
  },
  'rows-not-used': {
    severity: 'note',
    wrong: 'no figure reads the rows of this export',
    done: 'they were counted as not data',
    advice: 'nothing, or list the file under ignore in settings.yaml',
  },
  'row-ragged': {
    severity: 'warning',
    wrong: 'the row has another number of cells than the header',
    done: 'the row was left out',
    advice: 'correct the row in the tool or in the file',
  },
  'row-quote-open': {
    severity: 'warning',
    wrong: 'a quoted cell is never closed',
    done: 'the row was left out',
    advice: 'export the file again; it was cut short or a quote was lost',
  },
  'row-quote-stray': {
    severity: 'warning',
    wrong: 'a quote stands inside a quoted cell, or one was lost',
    done: 'the row was left out',
    advice: 'export the file again, or double the quote',
  },
  'row-id-missing': { severity: 'warning', wrong: 'the row has no id', done: 'the row was left out', advice: 'fill in the column' },
  'row-required-missing': { severity: 'warning', wrong: 'a cell that the row needs is empty', done: 'the row was left out', advice: 'fill in the column' },
  'cell-not-instant': { severity: 'warning', wrong: 'this is not a date that exists', done: 'the cell was left empty', advice: 'correct the date in the tool' },
  'cell-not-number': { severity: 'warning', wrong: 'this is not a number', done: 'the cell was left empty', advice: 'correct the cell in the tool' },
  'cell-not-flag': { severity: 'warning', wrong: 'this is neither yes nor no', done: 'the cell was left empty', advice: 'write yes or no' },
  'cell-too-small': {
    severity: 'warning',
    wrong: 'this number is smaller than it can be',
    done: 'the cell was left empty',
    advice: 'correct the cell in the tool',
  },
  'answer-off-scale': {
    severity: 'warning',
    wrong: 'the answer lies outside its scale',
    done: 'the answer was left out',
    advice: 'correct the answer or its scale',
  },
  'answer-unclassed': {
    severity: 'warning',
    wrong: 'nothing says whether this answer is positive, neutral or negative',
    done: 'it was left out of satisfaction',
    advice: 'map it to positive, neutral or negative under values in settings.yaml',
  },
  'instant-ahead': {
    severity: 'warning',
    wrong: 'this date lies more than 60 days after all others',
    done: 'it was kept, but does not decide how far the data reach',
    advice: 'correct the date in the tool, or give as_of in settings.yaml',
  },
  'order-backwards': {
    severity: 'warning',
    wrong: 'this instant lies before the one that it follows',
    done: 'the cell was left empty',
    advice: 'correct the row in the tool',
  },
  'required-refused': {
    severity: 'warning',
    wrong: 'a cell that the row needs cannot be used',
    done: 'the row was left out',
    advice: 'correct the cell in the tool',
  },
  'order-unknown': {
    severity: 'error',
    wrong: 'day and month cannot be told apart in any row',
    done: 'the build stopped',
    advice: 'write under sources in settings.yaml: - { files: "name of the file", date_order: day-first } or month-first',
  },
  'order-mixed': {
    severity: 'warning',
    wrong: 'some dates of this column can only be read day first and some only month first',
    done: 'the dates that can be read both ways were left empty',
    advice: 'export the file again with one date form',
  },
  'zone-gap': {
    severity: 'note',
    wrong: 'this local time does not exist, the clock was put forward',
    done: 'it was moved forward by the hour that is missing',
    advice: 'nothing, unless many rows show it',
  },
  'values-unmapped': {
    severity: 'note',
    wrong: 'this word is not one that the figures know',
    done: 'it was kept and counted as unmapped',
    advice: 'map it under values in settings.yaml',
  },
  'clients-unmapped': {
    severity: 'warning',
    wrong: 'this client is not in the client list',
    done: 'its rows count for the firm and stand under “unmapped”',
    advice: 'add it to the clients table or to another client’s aliases',
  },
  'row-nul': {
    severity: 'warning',
    wrong: 'the row holds zero bytes, which no text has',
    done: 'the row was left out',
    advice: 'export the file again; a disk or a transfer damaged it',
  },
  'row-encoding': {
    severity: 'warning',
    wrong: 'the row holds bytes that are not text in the encoding of the file',
    done: 'the row was left out',
    advice: 'export the file again, or correct the row in an editor and save it as UTF-8',
  },
  'row-long': {
    severity: 'warning',
    wrong: 'the row is longer than four million characters',
    done: 'the row was left out',
    advice: 'look for a quote that was lost, or shorten the cell in the tool',
  },
  'row-not-data': { severity: 'note', wrong: 'this line is not a row of the table', done: 'it was left out', advice: 'nothing, unless it should be one' },
  'file-dialect-unknown': {
    severity: 'error',
    wrong: 'it cannot be known how the cells of this file are divided',
    done: 'nothing was read from it',
    advice: 'export it again with commas between the cells and double quotes around text',
  },
} as const satisfies Record<string, Kind>;

export type IssueCode = keyof typeof catalogue;

/** An issue; fields not given are empty. */
export function issue(code: IssueCode, where: Partial<Omit<Issue, 'code'>>): Issue {
  return { code, file: '', line: null, column: '', text: '', id: '', detail: '', ...where };
}

export function severityOf(found: Issue): Severity {
  return catalogue[found.code].severity;
}

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** `file: line N: column "C": "text": what is wrong; what was done; what to do`, on one line. */
export function say(found: Issue): string {
  const { wrong, done, advice } = catalogue[found.code];
  const where = [
    found.file,
    found.line === null ? '' : `line ${found.line}`,
    found.column === '' ? '' : `column ${quoted(found.column)}`,
    found.text === '' ? '' : quoted(found.text),
  ].filter((part) => part !== '');
  const detail = found.detail === '' ? '' : ` (${found.detail})`;
  return `${where.join(': ')}${where.length > 0 ? ': ' : ''}${wrong}${detail}; ${done}; ${advice}`;
}
