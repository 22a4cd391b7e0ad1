import type { SharedPromise } from '../report/share-model.ts';
import { count, hitsOf, NONE, shortDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type PromiseLine, type Row, type Section } from './content.ts';
import { beside, brief, promised, were } from './phrases.ts';

const SHOWN = 5;
const NUMBERS: readonly string[] = ['', '', 'two', 'three', 'four', 'five'];

/** "late; we told you on 18 Feb": what became of a promise, in words. */
function outcomeOf({ inTime, done, told }: SharedPromise): string {
  const said = told === null ? '' : `; we told you on ${shortDate(told)}`;
  if (inTime) return 'kept';
  return `${done === null ? 'still open' : 'late'}${said}`;
}

function lineOf(one: SharedPromise): PromiseLine {
  return {
    what: brief(promised(one)),
    by: shortDate(one.due),
    done: one.done === null ? NONE : shortDate(one.done),
    kept: one.inTime,
    outcome: outcomeOf(one),
  };
}

/** "14 of 15 promises were kept by the time we gave". */
export function promisesTitle({ hits, n }: { readonly hits: number; readonly n: number }): string {
  const noun = n === 1 ? 'promise' : 'promises';
  if (hits === n) return n === 1 ? 'The one promise was kept by the time we gave' : `All ${count(n)} promises were kept by the time we gave`;
  return `${hitsOf(hits, n)} ${noun} ${were(n)} kept by the time we gave`;
}

/** The latest promises that fell due. */
export function promiseSection({ record: { promises } }: Slice): readonly Section[] {
  if (promises === null || promises.n === 0) return [];
  const shown = promises.list.slice(-SHOWN);
  const subtitle = shown.length < promises.n ? `The ${NUMBERS[SHOWN]} latest; all ${count(promises.n)} are in the table that comes with this page` : null;
  return [section({ id: 'promises', head: 'What we promised and kept', title: promisesTitle(promises), subtitle, promises: shown.map(lineOf) })];
}

export function promiseHeadline({ record: { promises } }: Slice): readonly Headline[] {
  if (promises === null || promises.n === 0) return [];
  const { hits, n } = promises;
  return [{ value: count(hits), unit: `of ${count(n)}`, text: `${n === 1 ? 'promise' : 'promises'} kept by the time we gave${beside(promises)}` }];
}

/** Promises that were not kept by their first time, by day. */
export function promiseFaults({ record: { promises } }: Slice): readonly { readonly day: string; readonly what: string }[] {
  return (promises?.list ?? [])
    .filter(({ inTime }) => !inTime)
    .map((one) => {
      const done = one.done === null ? 'It is still open.' : `It was done on ${shortDate(one.done)}.`;
      const told = one.told === null ? 'We did not tell you before.' : `We told you on ${shortDate(one.told)}, before it was due.`;
      return { day: one.due, what: `“${brief(promised(one))}” was due. ${done} ${told}` };
    });
}

export function promiseRows({ record: { promises } }: Slice): readonly Row[] {
  if (promises === null) return [];
  const { hits, n, before, firm, list, owed } = promises;
  return [
    ...(n === 0 ? [] : [row('promises', 'kept by the time given', { value: hits, of: n })]),
    ...(before === null ? [] : [row('promises', 'kept by the time given, period before', { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row('promises', 'kept by the time given, all clients', { value: firm.hits, of: firm.n })]),
    ...list.map((one) => row('promise', promised(one), { day: one.due, outcome: `${outcomeOf(one)}${one.done === null ? '' : `; done ${one.done}`}` })),
    ...owed.map((one) => row('open promise', promised(one), { day: one.due, outcome: one.revised === null ? 'open' : `open; new day ${one.revised}` })),
  ];
}
