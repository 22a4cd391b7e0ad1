import { say } from '../language/language.ts';
import type { SharedPromise } from '../report/share-model.ts';
import { count, hitsOf, inWords, NONE, shortDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type PromiseLine, type Row, type Section } from './content.ts';
import { beside, brief, inTable, promised } from './phrases.ts';

const SHOWN = 5;

/** "late; we told you on 18 Feb": what became of a promise, in words. */
function outcomeOf({ inTime, done, told }: SharedPromise): string {
  if (inTime) return say`kept`;
  const became = done === null ? say`still open` : say`late`;
  return told === null ? became : `${became}; ${say`we told you on ${shortDate(told)}`}`;
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
  if (hits === n)
    return n === 1
      ? say`The one promise was kept by the time we gave`
      : n === 2
        ? say`Both promises were kept by the time we gave`
        : say`All ${count(n)} promises were kept by the time we gave`;
  if (n === 1) return say`The one promise was not kept by the time we gave`;
  return hits === 1 ? say`${hitsOf(hits, n)} promises was kept by the time we gave` : say`${hitsOf(hits, n)} promises were kept by the time we gave`;
}

/** The latest promises that fell due. */
export function promiseSection({ record: { promises } }: Slice): readonly Section[] {
  if (promises === null || promises.n === 0) return [];
  const shown = promises.list.slice(-SHOWN);
  const isCut = shown.length < promises.n;
  const subtitle = isCut ? say`The ${inWords(SHOWN, false)} latest of ${count(promises.n)}.` : null;
  const onScreen = isCut ? inTable() : null;
  return [section({ id: 'promises', head: say`What we promised and kept`, title: promisesTitle(promises), subtitle, onScreen, promises: shown.map(lineOf) })];
}

export function promiseHeadline({ record: { promises } }: Slice): readonly Headline[] {
  if (promises === null || promises.n === 0) return [];
  const { hits, n } = promises;
  const told = n === 1 ? say`promise kept by the time we gave` : say`promises kept by the time we gave`;
  return [{ value: count(hits), unit: say`of ${count(n)}`, text: `${told}${beside(promises)}` }];
}

/** Promises that were not kept by their first time, by day. */
export function promiseFaults({ record: { promises } }: Slice): readonly { readonly day: string; readonly what: string }[] {
  return (promises?.list ?? [])
    .filter(({ inTime }) => !inTime)
    .map((one) => {
      const done = one.done === null ? say`It is still open.` : say`It was done on ${shortDate(one.done)}.`;
      const told = one.told === null ? say`We did not tell you before.` : say`We told you on ${shortDate(one.told)}, before it was due.`;
      return { day: one.due, what: `${say`“${brief(promised(one))}” was due.`} ${done} ${told}` };
    });
}

export function promiseRows({ record: { promises } }: Slice): readonly Row[] {
  if (promises === null) return [];
  const { hits, n, before, firm, list, owed } = promises;
  const part = say`promises`;
  const outcome = (one: SharedPromise) => (one.done === null ? outcomeOf(one) : `${outcomeOf(one)}; ${say`done ${one.done}`}`);
  return [
    ...(n === 0 ? [] : [row(part, say`kept by the time given`, { value: hits, of: n })]),
    ...(before === null ? [] : [row(part, say`kept by the time given, period before`, { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row(part, say`kept by the time given, all clients`, { value: firm.hits, of: firm.n })]),
    ...list.map((one) => row(say`promise`, promised(one), { day: one.due, outcome: outcome(one) })),
    ...owed.map((one) =>
      row(say`open promise`, promised(one), { day: one.due, outcome: one.revised === null ? say`open` : say`open; new day ${one.revised}` }),
    ),
  ];
}
