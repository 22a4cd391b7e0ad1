import type { Measure } from './measure.ts';
import { leaves } from './reasons.ts';
import { WINDOWED, windowedVisits } from './visits-columns.ts';

const MINUTE = 60_000;
const INPUTS = ['appointments.window_start', 'appointments.window_end'];
const COUNTED = 'An appointment counts on the day of its window.';

const width: Measure = {
  id: 'B12',
  title: 'Width of the window',
  question: 'How long do we make clients wait for us?',
  definition: `Time from the start to the end of the window that we gave for a visit. ${COUNTED}`,
  formula: 'median and 90th percentile of (end of window − start of window)',
  unit: 'duration',
  inputs: INPUTS,
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...WINDOWED),
  version: 1,
  population: (context) => windowedVisits(context, (_, from, to) => ({ value: (row) => to[row]! - from[row]! })),
};

/** Ranges of the width in minutes: id, words, and which widths lie in it. */
const RANGES = [
  ['B12-60', 'of an hour at most', (minutes: number) => minutes <= 60],
  ['B12-120', 'of more than one and up to two hours', (minutes: number) => minutes > 60 && minutes <= 120],
  ['B12-wide', 'of more than two hours', (minutes: number) => minutes > 120],
  ['B12-240', 'of four hours or more', (minutes: number) => minutes >= 240],
] as const;

function rangeOf([id, words, within]: (typeof RANGES)[number]): Measure {
  return {
    ...width,
    id,
    title: `Windows ${words}`,
    question: `How many of our windows are ${words}?`,
    definition: `Of the windows that we gave for visits, the share ${words}. ${COUNTED}`,
    formula: `windows ${words} ÷ windows given`,
    unit: 'share',
    kind: 'share',
    clock: 'none',
    population: (context) => windowedVisits(context, (_, from, to) => ({ value: (row) => (within((to[row]! - from[row]!) / MINUTE) ? 1 : 0) })),
  };
}

/** How narrow the windows are that we give for visits. */
export const windows: readonly Measure[] = [width, ...RANGES.map(rangeOf)];
