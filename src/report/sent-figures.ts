import type { SentFigure } from '../facts/sent-page.ts';
import type { ClientRecord, Reading, SharedFigure } from './share-model.ts';
import { FEW } from './words.ts';

/** The measure that counts each figure of a client's page. */
export const FIGURES: Readonly<Record<SharedFigure, string>> = {
  promises: 'B21',
  visits: 'C13',
  answers: 'F1-working',
  satisfied: 'S1',
  complaints: 'A11-count',
};

/** The figures as a client's page shows them: hits of n, the count of complaints, and of a few requests the slowest answer instead of the median. */
export function readingsOf({ promises, visits, answers, satisfied, complaints }: ClientRecord): Readonly<Record<SharedFigure, Reading | null>> {
  const hits = (of: { readonly hits: number; readonly n: number } | null): Reading | null => (of === null || of.n === 0 ? null : { value: of.hits, n: of.n });
  const slowest = answers !== null && answers.times.length < FEW;
  return {
    promises: hits(promises),
    visits: hits(visits),
    answers: answers && { value: slowest ? answers.times.at(-1)! : answers.median, n: answers.times.length },
    satisfied: hits(satisfied),
    complaints: { value: complaints.length, n: complaints.length },
  };
}

/** What a page showed, with the version of each measure, for the archive. `versions` gives the version of a measure by its id. */
export function figuresShown(record: ClientRecord, versions: ReadonlyMap<string, number>): readonly SentFigure[] {
  const readings = readingsOf(record);
  return (Object.keys(FIGURES) as SharedFigure[]).flatMap((figure) => {
    const reading = readings[figure];
    return reading === null ? [] : [{ figure, ...reading, version: versions.get(FIGURES[figure]) ?? 0 }];
  });
}
