import { say } from '../language/language.ts';
import type { Scale } from './model.ts';
import { duration } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEP = 4;
const TICKS = [HOUR / 4, HOUR, 4 * HOUR, DAY, 4 * DAY, 16 * DAY, 64 * DAY, 256 * DAY];
const [LEAST] = TICKS as [number];

/** Where a lead time in ms stands: logarithms, since call-backs take hours and tasks take weeks. All up to the first tick stand on it. */
export const leadPlace = (ms: number): number => Math.log(Math.max(ms, LEAST));

/** "15 min or less", the first tick of all. */
export const orLess = (time: string): string => say`${time} or less`;

/** The scale of lead times in ms; each tick is four to six times the one before. `least` says the first tick of all. */
export function leadScale(values: readonly number[], least: (time: string) => string): Scale {
  const tickText = (ms: number) => (ms === DAY ? '1\u00a0d' : ms === LEAST ? least(duration(ms)) : duration(ms));
  const [shortest, longest] = values.length === 0 ? [HOUR, 16 * DAY] : [Math.min(...values), Math.max(...values)];
  const low = TICKS.findLast((tick) => tick <= shortest) ?? LEAST;
  const high = TICKS.find((tick) => tick >= longest && tick > low) ?? Math.max(longest, STEP * low);
  const shown = TICKS.filter((tick) => tick >= low && tick <= high);
  return { low: leadPlace(low), high: leadPlace(high), ticks: shown.map((tick) => ({ value: leadPlace(tick), text: tickText(tick) })) };
}
