import type { InstantParts } from '../common-instants.ts';
import { dateText, type DateForm } from '../date-forms.ts';
import { readInstant } from '../instants.ts';
import { readClock, readFlag, readNumber } from '../values.ts';

/** What the cells of one column look like. Shares are of the cells that hold something. */
export interface ColumnLook {
  /** The column's name as the file writes it, trimmed. */
  readonly name: string;
  readonly filled: number;
  readonly rows: number;
  /** Different cells with how often each stands, most often first. */
  readonly words: ReadonlyMap<string, number>;
  readonly samples: readonly string[];
  readonly dates: number;
  readonly numbers: number;
  readonly clocks: number;
  readonly flags: number;
  /** Lowest and highest number, NaN without any. */
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** Dates readable day first alone, month first alone, and both ways. */
  readonly order: Readonly<Record<'day-first' | 'month-first' | 'either', number>>;
  /** The form of dates that are bare numbers, null where there is none. */
  readonly numberForm: DateForm | null;
}

/** Cells that tools write where there is nothing. */
export const NOTHING: readonly string[] = ['-', '--', '–', '—', '?', 'n/a', 'na', 'none', 'null', 'nil', '(none)', '(blank)'];

const isNothing = (cell: string) => cell === '' || NOTHING.includes(cell.toLowerCase());

const FORMS: readonly (readonly [DateForm, number, number])[] = [
  ['excel', 36_526, 58_000],
  ['unix', 946_684_800, 2_500_000_000],
  ['unix-ms', 946_684_800_000, 2_500_000_000_000],
];

function formOf(numbers: readonly number[]): DateForm | null {
  if (numbers.length === 0) return null;
  return FORMS.find(([, low, high]) => numbers.every((one) => one >= low && one <= high))?.[0] ?? null;
}

/** What a column's cells look like; `cells` are those of all rows looked at. */
export function columnLook(name: string, cells: readonly string[]): ColumnLook {
  const held = cells.map((cell) => cell.trim()).filter((cell) => !isNothing(cell));
  const counts = new Map<string, number>();
  for (const cell of held) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const order = { fixed: 0, 'day-first': 0, 'month-first': 0, either: 0 };
  const parts: InstantParts = { wall: NaN, prefer: 'day-first', absolute: false, offset: 0, hasTime: false, order: 'fixed' };
  let [dates, clocks, flags] = [0, 0, 0];
  const numbers: number[] = [];
  for (const [cell, times] of counts) {
    const number = readNumber(cell, '.');
    const value = Number.isNaN(number) ? readNumber(cell, ',') : number;
    if (!Number.isNaN(value)) numbers.push(value);
    else if (readInstant(dateText('words', cell), parts)) {
      dates += times;
      order[parts.order] += times;
    } else if (!Number.isNaN(readClock(cell))) clocks += times;
    if (readFlag(cell) !== -1) flags += times;
  }
  const share = (count: number) => (held.length === 0 ? 0 : count / held.length);
  const numeric = [...counts].reduce((sum, [cell, times]) => sum + (Number.isNaN(readNumber(cell, '.')) && Number.isNaN(readNumber(cell, ',')) ? 0 : times), 0);
  return {
    name,
    filled: held.length,
    rows: cells.length,
    words: new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    samples: [...counts.keys()].slice(0, 3),
    dates: share(dates),
    numbers: share(numeric),
    clocks: share(clocks),
    flags: share(flags),
    low: numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? NaN),
    high: numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? NaN),
    whole: numbers.every(Number.isInteger),
    order,
    numberForm: share(numeric) > 0.9 ? formOf(numbers) : null,
  };
}
