import { textWidth } from './lettering.ts';
import type { Theme } from './theme.ts';

export interface MonthTick {
  readonly ms: number;
  readonly text: string;
}

/** Months from tick to tick, and the longest span in months that each is for. */
const STEPS: readonly (readonly [step: number, longest: number])[] = [
  [1, 15],
  [3, 37],
  [6, 37],
  ...[12, 24, 60, 120, 240].map((step) => [step, Number.POSITIVE_INFINITY] as const),
];
const COARSEST = 600;
/** Two labels with a year need this much from one to the next. */
const YEARS_APART = 84;
const MONTHS_OF_YEAR = 12;

/** Midnight in UTC of a day `YYYY-MM-DD`, in milliseconds since 1970; NaN for any other text. */
export function dayMs(day: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  return parts === null ? Number.NaN : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}

function monthNumber(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * MONTHS_OF_YEAR + date.getUTCMonth();
}

function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / MONTHS_OF_YEAR), month % MONTHS_OF_YEAR, 1);
}

function tickText(month: number, step: number, shownYear: number | null, theme: Theme): string {
  const year = Math.floor(month / MONTHS_OF_YEAR);
  if (step >= MONTHS_OF_YEAR) return String(year);
  const name = theme.months[month % MONTHS_OF_YEAR] ?? '';
  return year === shownYear ? name : `${name} ${year}`;
}

/**
 * First days of months, quarters or years in [first, last], as dense as `length` units leave room for; the year is
 * written at the first tick, unless the next one has to carry it, and where it changes. Without a first day in the span: the span's own first day.
 */
export function monthTicks(first: number, last: number, length: number, theme: Theme): readonly MonthTick[] {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [];
  const from = monthNumber(first - 1) + 1;
  const to = monthNumber(last);
  const months = (last - first) / ((365.25 * 86_400_000) / MONTHS_OF_YEAR);
  const apart = (step: number): number => (length * step) / Math.max(months, 1);
  const fitting = STEPS.find(([one, longest]) => months <= longest && apart(one) >= theme.monthStep);
  const step = fitting?.[0] ?? COARSEST;
  const ticks: MonthTick[] = [];
  const start = Math.ceil(from / step) * step;
  const crowded = apart(step) < YEARS_APART && (start + step) % MONTHS_OF_YEAR === 0;
  let shownYear = crowded ? Math.floor(start / MONTHS_OF_YEAR) : null;
  for (let month = start; month <= to; month += step) {
    ticks.push({ ms: monthStart(month), text: tickText(month, step, shownYear, theme) });
    shownYear = Math.floor(month / MONTHS_OF_YEAR);
  }
  return ticks.length > 0 ? ticks : [{ ms: first, text: tickText(monthNumber(first), 1, null, theme) }];
}

/** Width of the widest month label, which a plot leaves half of at its right. */
export function halfMonthLabel(theme: Theme): number {
  return Math.max(...theme.months.map((name) => textWidth(name, theme.text))) / 2;
}
