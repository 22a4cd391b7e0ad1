import { max, min, ticks } from 'd3';
import { say } from '../language/language.ts';
import type { Band, Scale } from './model.ts';
import { count, duration, NBSP, number } from './words.ts';

const HOUR = 3_600_000;

/** The one scale of shares: 50 to 100 percent, from lower where a value lies lower. */
export function shareScale(values: readonly number[]): Scale {
  const least = min(values.filter((value) => !Number.isNaN(value))) ?? 1;
  const low = least >= 0.5 ? 0.5 : least >= 0.25 ? 0.25 : 0;
  const steps = low === 0.5 ? [0.5, 0.6, 0.7, 0.8, 0.9, 1] : low === 0.25 ? [0.25, 0.5, 0.75, 1] : [0, 0.25, 0.5, 0.75, 1];
  return { low, high: 1, ticks: steps.map((value) => ({ value, text: `${Math.round(value * 100)}${value === 1 ? ' %' : ''}` })) };
}

/** A scale from zero with three or four round ticks. */
export function countScale(values: readonly number[], format: (value: number) => string = number): Scale {
  const most = max(values.filter((value) => !Number.isNaN(value))) ?? 1;
  const steps = ticks(0, most <= 0 ? 1 : most, 3);
  const step = (steps[1] ?? 1) - (steps[0] ?? 0);
  const high = Math.max(steps.at(-1)!, Math.ceil(most / step - 1e-9) * step);
  const all = Array.from({ length: Math.round(high / step) + 1 }, (_, at) => at * step);
  return { low: 0, high, ticks: all.map((value) => ({ value, text: format(value) })) };
}

const STEPS = [1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 4, 6, 12, 24, 48, 72, 120, 240, 480, 960, 2400].map((hours) => hours * HOUR);

/** A scale of durations from zero in steps that a clock knows. */
export function durationScale(values: readonly number[], told: (ms: number) => string = duration): Scale {
  const most = max(values.filter((value) => !Number.isNaN(value))) ?? HOUR;
  const step = STEPS.find((one) => most / one <= 4) ?? Math.ceil(most / 4 / (100 * 24 * HOUR)) * 100 * 24 * HOUR;
  const all = Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
  return { low: 0, high: all.at(-1)!, ticks: all.map((value) => ({ value, text: value === 0 ? '0' : told(value) })) };
}

/** The units in which a scale of durations is written, in words: "hours and minutes". */
export function unitsOn({ ticks }: Scale, told: (ms: number) => string = duration): string {
  const written = new Set(ticks.flatMap(({ value }) => (value === 0 ? [] : told(value).split(NBSP))));
  if (written.has('d')) return written.has('h') ? say`days and hours` : say`days`;
  if (written.has('min')) return written.has('h') ? say`hours and minutes` : say`minutes`;
  return say`hours`;
}

/** A band of shares as charts show it. */
export function shareBand(low: number, high: number): Band {
  return { low, high, text: say`${count(low * 100)} to ${count(high * 100)}\u00a0%` };
}

/** A target of at least so much. */
export function atLeast(value: number, text: string): Band {
  return { low: value, high: null, text };
}
