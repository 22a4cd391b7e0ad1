import { complaintsOf, notCounted, type Complaints } from './complaints-columns.ts';
import type { Context, Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, MERGED, NOT_FORMAL } from './reasons.ts';

/** Why a complaint is not among the formal ones received. */
export const FORMAL = [MERGED, NOT_FORMAL, AFTER];

interface Choice {
  readonly leftOut?: readonly Rule[];
  readonly value?: (row: number) => number;
  /** The instant that anchors a complaint where it is not the time it was received. */
  readonly at?: Float64Array;
}

/**
 * The formal complaints received up to the as-of day, by the day they were received; null without complaints, and
 * where `choose` finds that a column is missing.
 */
export function formalComplaints(context: Context, choose: (complaints: Complaints) => Choice | null = () => ({})): Population | null {
  const complaints = complaintsOf(context);
  const choice = complaints && choose(complaints);
  if (complaints === null || choice === null) return null;
  const { leftOut = [], at = complaints.received, value } = choice;
  const rules = [...notCounted(context, complaints), ...leftOut];
  return populationOf(context, complaints.table, { leftOut: rules, at, ...(value && { value }) });
}
