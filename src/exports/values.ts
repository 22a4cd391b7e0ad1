/** One cell to one value; NaN or -1 where the cell does not say one. Cells come trimmed and not empty. */

const PLAIN = /^[+-]?\d+(\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

export type Decimal = '.' | ',' | 'either';

/**
 * A number with the given decimal mark and thousands separators in groups of three; NaN where it is none.
 * With `either` a comma is the mark where one or two digits end the number after it, else the dot is.
 */
export function readNumber(text: string, decimal: Decimal): number {
  const mark = decimal !== 'either' ? decimal : /,\d{1,2}$/.test(text) ? ',' : '.';
  const dotted =
    mark === '.'
      ? text
      : text
          .replace(/[.\u00a0\u202f ]/g, (separator) => (separator === '.' ? '\u0001' : separator))
          .replace(',', '.')
          .replaceAll('\u0001', ',');
  if (PLAIN.test(dotted)) return Number(dotted);
  if (GROUPED.test(dotted)) return Number(dotted.replaceAll(',', ''));
  return NaN;
}

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/;
const IN_MINUTES = { seconds: 1 / 60, minutes: 1, hours: 60 } as const;

/** A duration in minutes: a number in the given unit, or h:mm and h:mm:ss; NaN where it is none. */
export function readMinutes(text: string, unit: 'seconds' | 'minutes' | 'hours', decimal: Decimal): number {
  const clock = CLOCK.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
  return readNumber(text, decimal) * IN_MINUTES[unit];
}

const FLAGS = new Map<string, 0 | 1>([
  ...['yes', 'y', 'true', 't', '1', 'x'].map((word) => [word, 1] as const),
  ...['no', 'n', 'false', 'f', '0'].map((word) => [word, 0] as const),
]);

/** 1 for yes, 0 for no, -1 where the cell says neither. */
export function readFlag(text: string): -1 | 0 | 1 {
  return FLAGS.get(text.toLowerCase()) ?? -1;
}
