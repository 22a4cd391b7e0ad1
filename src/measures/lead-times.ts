import { numbers } from '../facts/table.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { promisesOf } from './promises-columns.ts';
import { leaves, NO_LEAD, NOT_ASKED, NOT_KEPT, NOT_MADE } from './reasons.ts';

const INPUTS = ['promises.made_at', 'promises.due_at', 'promises.kept_at'];
const COUNTED = 'A promise counts when it was kept.';

interface Times {
  readonly made: Float64Array;
  readonly due: Float64Array;
  readonly kept: Float64Array;
}

/** The promises kept up to the as-of day, by the day they were kept, with the time promised for them; null without either. */
function keptPromises(context: Context, value: (times: Times) => (row: number) => number, further: readonly Rule[] = []): Population | null {
  const promises = promisesOf(context);
  if (promises === null || promises.made === null || promises.kept === null) return null;
  const { table, client, made, due, kept } = promises;
  const rules: readonly Rule[] = [
    [NOT_KEPT, (row) => Number.isNaN(kept[row])],
    [NOT_MADE, (row) => !(made[row]! <= kept[row]!)],
    [NO_LEAD, (row) => due[row]! <= made[row]!],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...further], at: kept, client, value: value({ made, due, kept }) });
}

const shared = {
  unit: 'duration',
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(NOT_KEPT, NOT_MADE, NO_LEAD),
  version: 1,
} as const;

/** Lead times of the promises for which the client asked for a time, so that the three compare the same promises. */
function asked(context: Context, value: (times: Times, wish: Float64Array) => (row: number) => number): Population | null {
  const table = context.facts.tables.promises;
  const wish = table === undefined ? null : numbers(table, 'requested_at');
  return wish && keptPromises(context, (times) => value(times, wish), [[NOT_ASKED, (row) => Number.isNaN(wish[row])]]);
}

const ALIKE = `Only promises for which the client asked for a time are counted. ${COUNTED}`;
const wished = { ...shared, inputs: [...INPUTS, 'promises.requested_at'], exclusions: leaves(NOT_KEPT, NOT_MADE, NO_LEAD, NOT_ASKED) };

const wish: Measure = {
  ...wished,
  id: 'C12-asked',
  title: 'Time that clients ask for',
  question: 'How soon do clients want it?',
  definition: `Time from making a promise to the time by which the client asked for it. A time already past counts as none left. ${ALIKE}`,
  formula: 'median and 90th percentile of (time asked for − promise)',
  population: (context) =>
    asked(
      context,
      ({ made }, by) =>
        (row) =>
          Math.max(0, by[row]! - made[row]!),
    ),
};

const agreed: Measure = {
  ...wished,
  id: 'C12-agreed',
  title: 'Time that we agree on',
  question: 'How soon do we say that it will be there?',
  definition: `Time from making a promise to the time first given for it. ${ALIKE}`,
  formula: 'median and 90th percentile of (due time − promise)',
  population: (context) =>
    asked(
      context,
      ({ made, due }) =>
        (row) =>
          due[row]! - made[row]!,
    ),
};

const actual: Measure = {
  ...wished,
  id: 'C12-actual',
  title: 'Time that it takes',
  question: 'How soon is it there?',
  definition: `Time from making a promise to keeping it. ${ALIKE}`,
  formula: 'median and 90th percentile of (keeping − promise)',
  population: (context) =>
    asked(
      context,
      ({ made, kept }) =>
        (row) =>
          kept[row]! - made[row]!,
    ),
};

const padding: Measure = {
  ...shared,
  id: 'E10-padding',
  title: 'Promises padded',
  question: 'Do we ask for far more time than we need?',
  definition: `Of the promises kept, the share done in less than half of the time promised. ${COUNTED}`,
  formula: 'promises done in under half of the time promised ÷ promises kept',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  population: (context) =>
    keptPromises(
      context,
      ({ made, due, kept }) =>
        (row) =>
          kept[row]! - made[row]! < (due[row]! - made[row]!) / 2 ? 1 : 0,
    ),
};

const late: Measure = {
  ...padding,
  id: 'E10-late',
  title: 'Promises kept late',
  question: 'Do we ask for less time than we need?',
  definition: `Of the promises kept, the share kept after the time first given. ${COUNTED}`,
  formula: 'promises kept after the due time ÷ promises kept',
  population: (context) =>
    keptPromises(
      context,
      ({ due, kept }) =>
        (row) =>
          kept[row]! > due[row]! ? 1 : 0,
    ),
};

/** Time asked for, promised and taken, and whether promises are padded or too short. */
export const leadTimes: readonly Measure[] = [wish, agreed, actual, padding, late];
