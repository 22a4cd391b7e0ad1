import type { ToldByRows } from '../facts/facts.ts';
import { issue, type Issue } from '../issue.ts';
import { BAD, EMPTY, GIVEN, SMALL, type Builder } from './builders.ts';
import { COMMA_DECIMAL, DOT_DECIMAL, OPEN_COMMA, OPEN_DOT, readClock, readMarked, type DecimalMark, type MarkedNumber } from './values.ts';

/** What the numbers of one column say of their decimal mark. */
interface ColumnMarks {
  readonly name: string;
  readonly whole: boolean;
  dots: number;
  commas: number;
  /** Rows whose only mark may group thousands or begin decimals: twice the row, and one more where that mark is a comma. */
  readonly open: number[];
}

/** The decimal marks of the number columns of one file. */
export interface NumberMarks {
  /** A column by its header; `whole` where its numbers cannot have decimals. */
  readonly column: (name: string, whole: boolean) => ColumnMarks;
  /** Divides the open numbers among these values by 1,000 where their mark begins decimals. Once for each column, when all cells are read. */
  readonly settle: (column: ColumnMarks, values: Float64Array) => void;
  /** Columns with open numbers that are read as rows tell, which may be any client's, once all are settled; none where the settings or the format say it. */
  readonly fromRows: () => readonly ToldByRows[];
  /** What was ruled without evidence, once all columns are settled. */
  readonly issues: (file: string) => readonly Issue[];
}

const told = ({ dots, commas }: ColumnMarks): DecimalMark | 'mixed' | null => (dots > 0 && commas > 0 ? 'mixed' : dots > 0 ? '.' : commas > 0 ? ',' : null);

/**
 * The decimal mark of each column: as the settings say (`given`), whatever its numbers show; else as they show, as the format
 * says (`usual`), as the file's other columns show. Where nothing tells, the mark before three digits groups thousands and
 * an issue says so; where a column shows both, its open numbers are left out. A number that tells is read as it tells always.
 */
export function numberMarks(given: DecimalMark | undefined, usual: DecimalMark | undefined): NumberMarks {
  const columns: ColumnMarks[] = [];
  const shown = new Map<string, ToldByRows>();
  const ruled: { readonly code: 'number-mark-unknown' | 'number-mark-mixed' | 'number-mark-against-setting'; readonly name: string; readonly cells: number }[] =
    [];
  const others = (): DecimalMark | null => {
    const marks = new Set(columns.map(told).filter((mark) => mark === '.' || mark === ','));
    return marks.size === 1 ? [...marks][0]! : null;
  };
  return {
    column(name, whole) {
      const marks: ColumnMarks = { name, whole, dots: 0, commas: 0, open: [] };
      columns.push(marks);
      return marks;
    },
    settle(column, values) {
      const { name, whole, open } = column;
      const rows = open.filter((one) => one >> 1 < values.length);
      const against = given === undefined ? 0 : given === '.' ? column.commas : column.dots;
      if (against > 0 && !whole) ruled.push({ code: 'number-mark-against-setting', name, cells: against });
      if (rows.length === 0 || whole) return;
      const mark = given ?? told(column) ?? usual ?? others();
      if (given === undefined && (told(column) !== null || usual === undefined) && (mark === '.' || mark === ','))
        shown.set(name, { column: name, says: { decimal: mark } });
      if (mark === 'mixed' || mark === null) ruled.push({ code: mark === null ? 'number-mark-unknown' : 'number-mark-mixed', name, cells: rows.length });
      for (const one of rows) {
        if (mark === 'mixed') values[one >> 1] = NaN;
        else if ((one & 1 ? ',' : '.') === mark) values[one >> 1]! /= 1000;
      }
    },
    fromRows: () => [...shown.values()],
    issues: (file) => ruled.map(({ code, name, cells }) => issue(code, { file, column: name, detail: `${cells} ${cells === 1 ? 'cell' : 'cells'}` })),
  };
}

/** How the numbers of a column are read. */
export interface NumberReading {
  /** Factor from a bare number to the unit of the facts. */
  readonly factor: number;
  /** Factor from minutes to the unit of the facts where a cell such as 1:30 is a duration; null where it is none. */
  readonly perMinute: number | null;
  readonly least: number;
}

/** Numbers through `meaning`, '' = missing; the decimal mark of the column is settled when it is finished. */
export function numberBuilder(
  capacity: number,
  meaning: (word: string) => string,
  { factor, perMinute, least }: NumberReading,
  marks: NumberMarks,
  column: ColumnMarks,
): Builder<Float64Array> {
  const values = new Float64Array(capacity);
  const number: MarkedNumber = { value: NaN, form: 0 };
  function note(row: number): void {
    if (number.form === DOT_DECIMAL) column.dots++;
    else if (number.form === COMMA_DECIMAL) column.commas++;
    else if (number.form === OPEN_DOT || number.form === OPEN_COMMA) column.open.push(row * 2 + (number.form === OPEN_COMMA ? 1 : 0));
  }
  return {
    set(row, cell) {
      values[row] = NaN;
      const { open } = column;
      if (open.length > 0 && open[open.length - 1]! >> 1 === row) open.pop();
      const text = cell === '' ? '' : meaning(cell);
      if (text === '') return EMPTY;
      readMarked(text, number);
      let value = number.value * factor;
      if (Number.isNaN(value) && perMinute !== null) value = readClock(text) * perMinute;
      if (Number.isNaN(value)) return BAD;
      if (value < least) return SMALL;
      note(row);
      values[row] = value;
      return GIVEN;
    },
    finish(rows) {
      const built = values.subarray(0, rows);
      marks.settle(column, built);
      return built;
    },
  };
}
