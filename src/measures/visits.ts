import { codes, flags } from '../facts/table.ts';
import { arrivals } from './arrivals.ts';
import type { Context, Measure, Population } from './measure.ts';
import { onSite } from './on-site.ts';
import { populationOf, type Rule } from './population.ts';
import { leaves, NO_CHANNEL, NO_WINDOW, NOT_CANCELLED, UNRECORDED } from './reasons.ts';
import { AGREED, agreedVisits, visitsOf, type Visits } from './visits-columns.ts';
import { windows } from './windows.ts';

interface Choice {
  readonly leftOut: readonly Rule[];
  readonly value: (row: number) => number;
}

/** The appointments cancelled up to the as-of day, by the day they were; null where nothing says when. */
function cancellations(context: Context, choose: (visits: Visits) => Choice | null): Population | null {
  const visits = visitsOf(context);
  const choice = visits && choose(visits);
  if (visits === null || choice === null || visits.table.data.column('cancelled_at') === undefined) return null;
  const { cancelledAt, table, client } = visits;
  const kept: Rule = [NOT_CANCELLED, (row) => Number.isNaN(cancelledAt[row])];
  return populationOf(context, table, { leftOut: [kept, ...choice.leftOut], at: cancelledAt, client, value: choice.value });
}

const byPhone: Measure = {
  id: 'B18',
  title: 'Cancellations by a call',
  question: 'When a visit falls through, does somebody pick up the phone?',
  definition: 'Of the visits cancelled in the period, the share cancelled by phone. Those of which nothing says how are left out.',
  formula: 'visits cancelled by phone ÷ visits cancelled of which the channel is known',
  unit: 'share',
  inputs: ['appointments.cancelled_at', 'appointments.cancel_channel'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_CANCELLED, NO_CHANNEL),
  version: 1,
  population: (context) =>
    cancellations(context, ({ table }) => {
      const channel = codes(table, 'cancel_channel');
      const phone = channel?.dictionary.indexOf('phone') ?? -1;
      return channel && { leftOut: [[NO_CHANNEL, (row) => channel.codes[row]! < 0]], value: (row) => (channel.codes[row] === phone ? 1 : 0) };
    }),
};

const notice: Measure = {
  id: 'B18-notice',
  title: 'Notice of a cancellation',
  question: 'How early does a client learn that a visit falls through?',
  definition: 'Time from cancelling a visit to the start of its window. One cancelled after that start gave no notice and counts as none.',
  formula: 'median and 90th percentile of (start of window − cancelling), at least 0',
  unit: 'duration',
  inputs: ['appointments.cancelled_at', 'appointments.window_start'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(NOT_CANCELLED, NO_WINDOW),
  version: 1,
  population: (context) =>
    cancellations(context, ({ from, cancelledAt }) => {
      return from && { leftOut: [[NO_WINDOW, (row) => Number.isNaN(from[row])]], value: (row) => Math.max(0, from[row]! - cancelledAt[row]!) };
    }),
};

const preferred: Measure = {
  id: 'B19',
  title: 'Visits at the client’s preferred time',
  question: 'Do we come when it suits them?',
  definition: 'Of the visits agreed for the period, the share at a time that the client prefers.',
  formula: 'visits at a preferred time ÷ visits of which that is recorded',
  unit: 'share',
  inputs: ['appointments.in_preferred_time', 'appointments.window_start', 'appointments.scheduled_on'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...AGREED, UNRECORDED),
  version: 1,
  population: (context) =>
    agreedVisits(context, ({ table }) => {
      const suits = flags(table, 'in_preferred_time');
      return suits && { leftOut: [[UNRECORDED, (row) => suits[row] === -1]], value: (row) => suits[row]! };
    }),
};

const MOVERS = [
  ['us', 'us'],
  ['client', 'the client'],
] as const;

const moved = MOVERS.map(([mover, words]): Measure => ({
  ...preferred,
  id: `B19-moved-${mover}`,
  title: `Visits moved by ${words}`,
  question: `How often is a visit moved by ${words}?`,
  definition: `Of the visits agreed for the period, the share moved by ${words}. One of which nothing says so was not moved.`,
  formula: `visits moved by ${words} ÷ visits agreed`,
  inputs: ['appointments.moved_by', 'appointments.window_start', 'appointments.scheduled_on'],
  exclusions: leaves(...AGREED),
  population: (context) =>
    agreedVisits(context, ({ table }) => {
      const by = codes(table, 'moved_by');
      const code = by?.dictionary.indexOf(mover) ?? -1;
      return by && { value: (row) => (code >= 0 && by.codes[row] === code ? 1 : 0) };
    }),
}));

/** Visits: the windows given, arrivals, cancellations, whose time they suit, and the wait for a technician. */
export const visits: readonly Measure[] = [...windows, ...arrivals, byPhone, notice, preferred, ...moved, ...onSite];
