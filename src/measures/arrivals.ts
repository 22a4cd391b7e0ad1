import type { Context, Measure, Population } from './measure.ts';
import { leaves, NO_ARRIVAL, OTHER_SIDE } from './reasons.ts';
import { DECIDED, decidedVisits } from './visits-columns.ts';

const INPUTS = ['appointments.window_start', 'appointments.window_end', 'appointments.arrived_at', 'appointments.status', 'appointments.cancelled_at'];
const COUNTED = 'A visit counts on the day of its window, once that is over. Cancelled ones are left out.';

type Place = 'early' | 'kept' | 'late' | 'missed';

function placeOf(from: number, to: number, arrived: number): Place {
  if (Number.isNaN(arrived)) return 'missed';
  if (arrived < from) return 'early';
  return arrived <= to ? 'kept' : 'late';
}

const placed = (context: Context, place: Place): Population | null =>
  decidedVisits(context, (from, to, arrived) => ({ value: (row) => (placeOf(from[row]!, to[row]!, arrived[row]!) === place ? 1 : 0) }));

const kept: Measure = {
  id: 'C13',
  title: 'Arrivals within the window',
  question: 'Do we show up when we said?',
  definition: `Of the visits whose window is over, the share in which we arrived within it. ${COUNTED}`,
  formula: 'visits with start of window ≤ arrival ≤ end of window ÷ visits',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...DECIDED),
  version: 1,
  population: (context) => placed(context, 'kept'),
};

const OTHERS = [
  ['early', 'Arrivals before the window', 'arrived before it began', 'How often do we come too early?'],
  ['late', 'Arrivals after the window', 'arrived after it ended', 'How often do we come too late?'],
  ['missed', 'Visits missed', 'did not arrive', 'How often do we not come at all?'],
] as const;

const others = OTHERS.map(([place, title, words, question]): Measure => ({
  ...kept,
  id: `C13-${place}`,
  title,
  question,
  definition: `Of the visits whose window is over, the share in which we ${words}. ${COUNTED}`,
  formula: `visits in which we ${words} ÷ visits`,
  population: (context) => placed(context, place),
}));

/** Milliseconds outside the window on one side of it. */
function distance(context: Context, side: 'early' | 'late'): Population | null {
  return decidedVisits(context, (from, to, arrived) => ({
    leftOut: [
      [NO_ARRIVAL, (row) => Number.isNaN(arrived[row])],
      [OTHER_SIDE, (row) => placeOf(from[row]!, to[row]!, arrived[row]!) !== side],
    ],
    value: (row) => (side === 'late' ? arrived[row]! - to[row]! : from[row]! - arrived[row]!),
  }));
}

const lateness: Measure = {
  ...kept,
  id: 'C13-lateness',
  title: 'Lateness on arrival',
  question: 'When we come late, how late is it?',
  definition: `Of the visits in which we came after the window, the time from its end to our arrival. ${COUNTED}`,
  formula: 'median and 90th percentile of (arrival − end of window)',
  unit: 'duration',
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...DECIDED, NO_ARRIVAL, OTHER_SIDE),
  population: (context) => distance(context, 'late'),
};

const earliness: Measure = {
  ...lateness,
  id: 'C13-earliness',
  title: 'Earliness on arrival',
  question: 'When we come early, how early is it?',
  definition: `Of the visits in which we came before the window, the time from our arrival to its start. ${COUNTED}`,
  formula: 'median and 90th percentile of (start of window − arrival)',
  population: (context) => distance(context, 'early'),
};

/** Whether we come when we said: within the window, early, late or not at all, and by how much. */
export const arrivals: readonly Measure[] = [kept, ...others, lateness, earliness];
