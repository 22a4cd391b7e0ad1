import { codes, texts } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import { rowsById, rowsNamed } from '../facts/joins.ts';
import { CLOCK_INPUTS } from './calendars.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf } from './population.ts';
import { otherKinds, promisesOf, type Promises } from './promises-columns.ts';
import { AFTER, leaves, NOT_CALLED, NOT_MADE, OTHER_KIND } from './reasons.ts';

/** First call of ours that names each promise, from the time it was made up to the as-of day; NaN without one. */
function firstCalls(context: Context, { table }: Promises, made: Float64Array): Float64Array {
  const calls = new Float64Array(table.rows).fill(NaN);
  const contacts = contactsOf(context);
  const ids = texts(table, 'promise_id');
  const [direction, channel] = ['direction', 'channel'].map((field) => contacts && codes(contacts.table, field));
  if (contacts === null || ids === null || !direction || !channel) return calls;
  const promise = rowsNamed(codes(contacts.table, 'promise_id'), contacts.table.rows, rowsById(ids));
  const [out, phone] = [direction.dictionary.indexOf('out'), channel.dictionary.indexOf('phone')];
  if (out < 0 || phone < 0) return calls;
  for (let row = 0; row < contacts.table.rows; row++) {
    const [named, at] = [promise[row]!, contacts.at[row]!];
    if (named < 0 || direction.codes[row] !== out || channel.codes[row] !== phone) continue;
    if (at < context.end && at >= made[named]! && !(calls[named]! <= at)) calls[named] = at;
  }
  return calls;
}

function calledBack(context: Context, between: (from: number, to: number, client: number) => number): Population | null {
  const promises = promisesOf(context);
  const others = promises && otherKinds(promises, 'callback');
  if (promises === null || promises.made === null || others === null) return null;
  const { table, client, made, kept } = promises;
  const calls = firstCalls(context, promises, made);
  const called = calls.map((call, row) => {
    const done = kept?.[row] ?? NaN;
    return call <= done || Number.isNaN(done) ? call : done;
  });
  return populationOf(context, table, {
    leftOut: [
      ...others,
      [NOT_MADE, (row) => Number.isNaN(made[row])],
      [AFTER, (row) => made[row]! >= context.end],
      [NOT_CALLED, (row) => !(called[row]! >= made[row]!)],
    ],
    at: made,
    client,
    value: (row) => between(made[row]!, called[row]!, client[row]!),
  });
}

const elapsed: Measure = {
  id: 'E7',
  title: 'Time to the call back',
  question: 'How fast do we call back?',
  definition: 'Time from promising a call back to the call. The call is the promise kept or a call of ours that names it, the first of both.',
  formula: 'median and 90th percentile of (call − promise)',
  unit: 'duration',
  inputs: ['promises.kind', 'promises.made_at', 'promises.kept_at', 'contacts.promise_id', 'contacts.direction', 'contacts.channel'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(OTHER_KIND, NOT_MADE, AFTER, NOT_CALLED),
  version: 1,
  population: (context) => calledBack(context, (from, to) => to - from),
};

const working: Measure = {
  ...elapsed,
  id: 'E7-working',
  title: 'Time to the call back, in opening hours',
  question: 'How fast do we call back while we are open?',
  definition: 'Opening hours from promising a call back to the call. The call is the promise kept or a call of ours that names it, the first of both.',
  inputs: [...elapsed.inputs, ...CLOCK_INPUTS],
  clock: 'working',
  population: (context) => calledBack(context, (from, to, client) => context.working(client).between(from, to)),
};

/** How fast calls are returned, on both clocks. */
export const callbacks: readonly Measure[] = [elapsed, working];
