import { BAD, type Builder } from './builders.ts';

const POWER = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Whether a spreadsheet wrote a long number in powers of ten, such as 1.23E+15: its last digits are gone, and different ids look the same. */
export function isPower(cell: string): boolean {
  const { length } = cell;
  return length > 4 && length < 24 && cell.includes('+') && POWER.test(cell.trim());
}

/** The builder of a column of ids that refuses numbers in powers of ten. */
export function withoutPowers<Built>(builder: Builder<Built>): Builder<Built> {
  return {
    set(row, cell) {
      if (!isPower(cell)) return builder.set(row, cell);
      builder.set(row, '');
      return BAD;
    },
    finish: builder.finish,
  };
}
