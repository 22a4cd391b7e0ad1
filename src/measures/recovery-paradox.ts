import { numbers } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { complaintsOf, notCounted } from './complaints-columns.ts';
import type { Context, Measure } from './measure.ts';
import { once } from './once.ts';
import { surveysOf } from './surveys-columns.ts';
import { ticketsNamed } from './tickets-columns.ts';
import { timelines } from './timelines.ts';

const PRIOR = 180 * 86_400_000;
const SPAN_DAYS = 364;
const FEWEST = 20;
const SEED = 16;

/** Ratings after complaints against ratings before them, client by client. */
export interface Paradox {
  /** Clients that have both. */
  readonly pairs: number;
  /** Mean difference as a part of the scale, and its bootstrap interval; null with fewer than 20 pairs. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Mean over clients of their mean rating of how a complaint was handled less their mean rating of service before it
 * (D16), each as a part of its scale from 0 to 1. Complaints of the 52 weeks up to the as-of day; ratings of service in
 * the 180 days before the complaint, those about a ticket that a complaint names left out. Only clients who answer both
 * are in it, and low ratings drift up by themselves. Null where no such ratings are kept.
 */
export const recoveryParadox: (context: Context) => Paradox | null = once((context) => {
  const [complaints, prior] = [complaintsOf(context), priorRatings(context)];
  const [answer, low, high] = ['recovery_answer', 'recovery_scale_low', 'recovery_scale_high'].map((field) => complaints && numbers(complaints.table, field));
  if (complaints === null || prior === null || !answer || !low || !high) return null;
  const rules = notCounted(context, complaints);
  const since = dayStart(context.asOf - SPAN_DAYS + 1, context.zone);
  const pairs = new Map<number, { after: number[]; before: number[] }>();
  for (let row = 0; row < answer.length; row++) {
    const [client, received] = [complaints.table.client[row]!, complaints.received[row]!];
    const after = (answer[row]! - low[row]!) / (high[row]! - low[row]!);
    if (client < 0 || !(after >= 0 && after <= 1) || received < since || rules.some(([, holds]) => holds(row))) continue;
    const before = prior(client, received);
    if (Number.isNaN(before)) continue;
    const own = pairs.get(client) ?? { after: [], before: [] };
    own.after.push(after);
    own.before.push(before);
    pairs.set(client, own);
  }
  const differences = [...pairs.values()].map(({ after, before }) => sorted(after) - sorted(before)).toSorted((a, b) => a - b);
  if (differences.length < FEWEST) return { pairs: differences.length, difference: null, low: null, high: null };
  const interval = bootstrapInterval(differences, mean, SEED);
  return { pairs: differences.length, difference: mean(differences), low: interval?.low ?? null, high: interval?.high ?? null };
});

/** Mean rating of a client in the 180 days before an instant, as a part of the scale; NaN without one. */
function priorRatings(context: Context): ((client: number, before: number) => number) | null {
  const surveys = surveysOf(context);
  if (surveys === null) return null;
  const { table, client, csat, at, score, ticket } = surveys;
  const [low, high] = ['scale_low', 'scale_high'].map((field) => numbers(table, field));
  if (!low || !high) return null;
  const { complaints } = context.facts.tables;
  const complained = new Set(complaints === undefined ? [] : ticketsNamed(context, complaints));
  const counts = (row: number): boolean =>
    csat[row] === 1 && at[row]! < context.end && !Number.isNaN(score[row]) && !(ticket[row]! >= 0 && complained.has(ticket[row]!));
  const lines = timelines(client, at, context.facts.clients.list.length, counts);
  return (of, before) => {
    const [times, rows] = [lines.at(of), lines.rows(of)];
    const parts = [...rows]
      .filter((_, place) => times[place]! < before && times[place]! >= before - PRIOR)
      .map((row) => (score[row]! - low[row]!) / (high[row]! - low[row]!));
    return sorted(parts);
  };
}

/** Mean of numbers added up in ascending order, so that their order changes no digit. */
const sorted = (values: readonly number[]): number => mean(values.toSorted((a, b) => a - b));

function mean(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const difference: Measure = {
  id: 'D16',
  title: 'Rating after a complaint against before',
  question: 'Is a client whose complaint was handled happier than before?',
  definition:
    'Per client, its mean rating of how complaints were handled less its mean rating of service in the 180 days before. Ratings about a ticket that a complaint names do not count as ratings of service. The figure is the mean over clients in 52 weeks, as a part of the scale. Only clients that answer both are in it, and low ratings drift up by themselves. It is given from 20 clients on.',
  formula: 'mean over clients of (mean rating of the handling − mean rating before)',
  unit: 'part of the scale',
  inputs: [
    'A11-count',
    'complaints.recovery_answer',
    'complaints.recovery_scale_low',
    'complaints.recovery_scale_high',
    'surveys.answer',
    'surveys.answered_at',
  ],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: ({ client, grain }, context) => {
    const found = client === -1 && grain === 'window' ? recoveryParadox(context) : null;
    if (found === null || found.difference === null) return null;
    return { value: found.difference, n: found.pairs, low: found.low ?? NaN, high: found.high ?? NaN };
  },
};

/** Whether a complaint well handled leaves a client happier. */
export const paradox: readonly Measure[] = [difference];
