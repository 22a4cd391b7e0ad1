import { textColumn, type TextColumn } from '../facts/columns.ts';
import { readInstant, type InstantParts } from './instants.ts';

/** What became of a cell: it gave a value, it was empty, it cannot be used, or it is a number below the least one. */
export const GIVEN = 0;
export const EMPTY = 1;
export const BAD = 2;
export const SMALL = 3;
export type Outcome = typeof GIVEN | typeof EMPTY | typeof BAD | typeof SMALL;

/** Writes cell after cell; a row may be written again before the next one begins. '' is missing. */
export interface Builder<Built> {
  readonly set: (row: number, cell: string) => Outcome;
  readonly finish: (rows: number) => Built;
}

/** A copy that does not keep the text it was cut from alive. */
export const detached = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8'));

const encoder = new TextEncoder();
const SHORT = 32;

/** Texts packed as UTF-8. */
export function textBuilder(capacity: number, meaning: (word: string) => string): Builder<TextColumn> {
  let bytes = new Uint8Array(Math.max(64, capacity * 12));
  const offsets = new Uint32Array(capacity + 1);
  function room(from: number, length: number): void {
    if (from + length <= bytes.length) return;
    const larger = new Uint8Array(Math.max(from + length, Math.ceil(bytes.length * 1.5)));
    larger.set(bytes.subarray(0, from));
    bytes = larger;
  }
  return {
    set(row, cell) {
      const text = meaning(cell);
      const from = offsets[row]!;
      room(from, text.length * 3);
      let at = from;
      if (text.length > SHORT) at += encoder.encodeInto(text, bytes.subarray(from)).written;
      else
        for (let i = 0; i < text.length; i++) {
          const c = text.charCodeAt(i);
          if (c > 127) {
            at = from + encoder.encodeInto(text, bytes.subarray(from)).written;
            break;
          }
          bytes[at++] = c;
        }
      offsets[row + 1] = at;
      return at === from ? EMPTY : GIVEN;
    },
    finish: (rows) => textColumn(bytes.subarray(0, offsets[rows]!), offsets.subarray(0, rows + 1)),
  };
}

/** Flags through `meaning`, '' = missing, and `read`, which gives -1 for a text that says neither. */
export function flagBuilder(capacity: number, meaning: (word: string) => string, read: (text: string) => number): Builder<Int8Array> {
  const values = new Int8Array(capacity);
  let last = '';
  let lastText = '';
  let lastValue = -1;
  return {
    set(row, cell) {
      if (cell !== last) {
        last = cell;
        lastText = cell === '' ? '' : meaning(cell);
        lastValue = lastText === '' ? -1 : read(lastText);
      }
      values[row] = lastValue;
      return lastText === '' ? EMPTY : lastValue === -1 ? BAD : GIVEN;
    },
    finish: (rows) => values.subarray(0, rows),
  };
}

export const ABSOLUTE = 1;
export const DAY_ONLY = 2;
export const EITHER_ORDER = 4;
export const READ_MONTH_FIRST = 8;
/** The cell can be read day first only, or month first only. */
export const TELLS = { 'day-first': 16, 'month-first': 32 } as const;

export type DayOrder = keyof typeof TELLS;

/** A cell that can be read one way only. */
export interface Telling {
  readonly row: number;
  readonly cell: string;
}

/** Instants before their column's day order and zone are settled. */
export interface RawInstants {
  /** Wall clock as epoch ms in UTC, the instant itself where ABSOLUTE; NaN = missing. */
  readonly wall: Float64Array;
  /** ABSOLUTE, DAY_ONLY, EITHER_ORDER, READ_MONTH_FIRST and what the cell TELLS, added. */
  readonly marks: Uint8Array;
  /** By row, how far ahead of UTC the clock of a cell is that is ABSOLUTE and can be read both ways, in ms. */
  readonly offsets: ReadonlyMap<number, number>;
  /** First cell of the rows that tells each order, null without any. */
  readonly first: Readonly<Record<DayOrder, Telling | null>>;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
}

/** Instants as they stand in the cells; a date that can be read both ways is read like the last one that cannot. */
export function instantBuilder(capacity: number): Builder<RawInstants> {
  const wall = new Float64Array(capacity);
  const marks = new Uint8Array(capacity);
  const parts: InstantParts = { wall: NaN, prefer: 'day-first', absolute: false, offset: 0, hasTime: false, order: 'fixed' };
  const seen = { fixed: 0, 'day-first': 0, 'month-first': 0, either: 0 };
  const offsets = new Map<number, number>();
  const first: Record<DayOrder, Telling | null> = { 'day-first': null, 'month-first': null };
  const stands = (order: DayOrder, rows: number): boolean => {
    const at = first[order]?.row ?? rows;
    return at < rows && (marks[at]! & TELLS[order]) !== 0;
  };
  return {
    set(row, cell) {
      wall[row] = NaN;
      marks[row] = 0;
      if (cell === '') return EMPTY;
      if (!readInstant(cell, parts)) return BAD;
      const { order } = parts;
      wall[row] = parts.wall;
      seen[order]++;
      let mark = (parts.absolute ? ABSOLUTE : 0) | (parts.hasTime ? 0 : DAY_ONLY);
      if (order === 'either') {
        mark |= EITHER_ORDER | (parts.prefer === 'month-first' ? READ_MONTH_FIRST : 0);
        if (parts.absolute) offsets.set(row, parts.offset);
      } else if (order !== 'fixed') {
        parts.prefer = order;
        mark |= TELLS[order];
        if (!stands(order, row)) first[order] = { row, cell: detached(cell) };
      }
      marks[row] = mark;
      return GIVEN;
    },
    finish: (rows) => ({
      wall: wall.subarray(0, rows),
      marks: marks.subarray(0, rows),
      offsets,
      first: { 'day-first': stands('day-first', rows) ? first['day-first'] : null, 'month-first': stands('month-first', rows) ? first['month-first'] : null },
      dayFirst: seen['day-first'],
      monthFirst: seen['month-first'],
      either: seen.either,
    }),
  };
}
