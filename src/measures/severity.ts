import { codes } from '../facts/table.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import { gravityOf } from './gravity.ts';
import type { Measure } from './measure.ts';
import { leaves, NO_ANSWERS_KEPT, NO_SEVERITY, NOT_ANSWERED, OTHER_SEVERITY } from './reasons.ts';

/** Severities by their place, 1 being the gravest: part of the id, and the words. */
const SEVERITIES = [
  ['high', 'of high severity', 1, 2],
  ['medium', 'of medium severity', 3, 3],
  ['low', 'of low severity', 4, 5],
] as const;

function answerTime([severity, words, from, to]: (typeof SEVERITIES)[number]): Measure {
  return {
    id: `D19-${severity}`,
    title: `Time to the first answer, complaints ${words}`,
    question: `How long do complaints ${words} wait for a first answer?`,
    definition: `Time from receiving a formal complaint ${words} to the first answer to it. The severity is read from its word, or from its number: 1 and 2 are high, 3 is medium, 4 and 5 are low.`,
    formula: `median and 90th percentile of (first answer − receipt), complaints ${words}`,
    unit: 'duration',
    inputs: ['complaints.received_at', 'complaints.responded_at', 'complaints.severity'],
    kind: 'duration',
    clock: 'elapsed',
    exclusions: leaves(...FORMAL, NO_ANSWERS_KEPT, NOT_ANSWERED, NO_SEVERITY, OTHER_SEVERITY),
    version: 1,
    population: (context) =>
      formalComplaints(context, ({ table, received, answered, answersKept }) => {
        const column = codes(table, 'severity');
        if (column === null) return null;
        const places = column.dictionary.map(gravityOf);
        const place = (row: number): number | null => places[column.codes[row]!] ?? null;
        return {
          leftOut: [
            [NO_ANSWERS_KEPT, (row) => answersKept[row] === 0],
            [NOT_ANSWERED, (row) => !(answered[row]! >= received[row]!)],
            [NO_SEVERITY, (row) => place(row) === null],
            [OTHER_SEVERITY, (row) => place(row)! < from || place(row)! > to],
          ],
          value: (row) => answered[row]! - received[row]!,
        };
      }),
  };
}

/** Whether grave complaints are answered first. */
export const severity: readonly Measure[] = SEVERITIES.map(answerTime);
