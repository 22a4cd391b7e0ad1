import { flags, numbers } from '../facts/table.ts';
import { callbacks } from './callbacks.ts';
import { leadTimes } from './lead-times.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf } from './population.ts';
import { duePromises, promisesOf, type PromiseKind } from './promises-columns.ts';
import { AFTER, IN_TIME, leaves, NOT_DUE, NOT_KEPT, NOT_MADE, OTHER_KIND, UNRECORDED } from './reasons.ts';

const INPUTS = ['promises.due_at', 'promises.kept_at'];
const FIRST = 'The first time given counts, whatever was agreed later.';

const keptShare = (context: Context, kind: PromiseKind | null): Population | null =>
  duePromises(context, kind, ({ due }, kept) => ({ value: (row) => (kept[row]! <= due[row]! ? 1 : 0) }));

const slips = (context: Context, kind: PromiseKind | null): Population | null =>
  duePromises(context, kind, ({ due }, kept) => ({
    leftOut: [
      [NOT_KEPT, (row) => Number.isNaN(kept[row])],
      [IN_TIME, (row) => kept[row]! <= due[row]!],
    ],
    value: (row) => kept[row]! - due[row]!,
  }));

const kept: Measure = {
  id: 'B21',
  title: 'Promises kept',
  question: 'Do we do what we said, by when we said it?',
  definition: `Of the promises that fell due in the period, the share kept by then. ${FIRST}`,
  formula: 'promises kept by the time first given ÷ promises due',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_DUE),
  version: 1,
  population: (context) => keptShare(context, null),
};

const slip: Measure = {
  id: 'B21-slip',
  title: 'Time that late promises slip',
  question: 'When we are late, how late are we?',
  definition: `Of the promises kept late, the time from falling due to being kept. A promise counts when it fell due. ${FIRST}`,
  formula: 'median and 90th percentile of (keeping − due time)',
  unit: 'duration',
  inputs: INPUTS,
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(NOT_DUE, NOT_KEPT, IN_TIME),
  version: 1,
  population: (context) => slips(context, null),
};

const overdue: Measure = {
  id: 'B21-overdue',
  title: 'Promises overdue',
  question: 'Which part of what we promised is still owed?',
  definition: `Of the promises that fell due in the period, the share still not kept at the as-of day. ${FIRST}`,
  formula: 'promises due and not kept ÷ promises due',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_DUE),
  version: 1,
  population: (context) => duePromises(context, null, (_, done) => ({ value: (row) => (Number.isNaN(done[row]) ? 1 : 0) })),
};

const disclosed: Measure = {
  id: 'B16',
  title: 'Slips told beforehand',
  question: 'When we cannot keep a promise, do we say so before it is due?',
  definition: `Of the promises not kept when they fell due, the share of which the client was told before that. ${FIRST}`,
  formula: 'slips told before the due time ÷ promises not kept by the due time',
  unit: 'share',
  inputs: [...INPUTS, 'promises.told_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_DUE, IN_TIME),
  version: 1,
  population: (context) =>
    duePromises(context, null, ({ table, due }, done) => {
      const told = numbers(table, 'told_at');
      return told && { leftOut: [[IN_TIME, (row) => done[row]! <= due[row]!]], value: (row) => (told[row]! < due[row]! ? 1 : 0) };
    }),
};

const specific: Measure = {
  id: 'C3',
  title: 'Promises that name an hour',
  question: 'Do we say exactly by when?',
  definition: 'Of the promises made in the period, the share whose due time names an hour and not only a day.',
  formula: 'promises due at an hour ÷ promises made',
  unit: 'share',
  inputs: ['promises.made_at', 'promises.due_has_time'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_MADE, AFTER, UNRECORDED),
  version: 1,
  population: (context) => {
    const promises = promisesOf(context);
    const exact = promises && flags(promises.table, 'due_has_time');
    if (promises === null || promises.made === null || exact === null) return null;
    const { made, table, client } = promises;
    return populationOf(context, table, {
      leftOut: [
        [NOT_MADE, (row) => Number.isNaN(made[row])],
        [AFTER, (row) => made[row]! >= context.end],
        [UNRECORDED, (row) => exact[row] === -1],
      ],
      at: made,
      client,
      value: (row) => exact[row]!,
    });
  },
};

const quotes: Measure = {
  ...kept,
  id: 'E9',
  title: 'Quotes there when promised',
  question: 'Is the quote on the desk when we said it would be?',
  definition: `Of the quotes promised for the period, the share delivered by the time given. ${FIRST}`,
  formula: 'quotes delivered by the time first given ÷ quotes due',
  inputs: [...INPUTS, 'promises.kind'],
  exclusions: leaves(OTHER_KIND, NOT_DUE),
  population: (context) => keptShare(context, 'quote'),
};

const quoteSlip: Measure = {
  ...slip,
  id: 'E9-slip',
  title: 'Time that late quotes slip',
  question: 'When a quote is late, how late is it?',
  definition: `Of the quotes delivered late, the time from falling due to being delivered. A quote counts when it fell due. ${FIRST}`,
  formula: 'median and 90th percentile of (delivery − due time)',
  inputs: [...INPUTS, 'promises.kind'],
  exclusions: leaves(OTHER_KIND, NOT_DUE, NOT_KEPT, IN_TIME),
  population: (context) => slips(context, 'quote'),
};

/** Whether we do what we said: kept, slipped, told beforehand, and how the time promised fits the time taken. */
export const promises: readonly Measure[] = [kept, slip, overdue, disclosed, specific, ...leadTimes, ...callbacks, quotes, quoteSlip];
