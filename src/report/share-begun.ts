import type { TableName } from '../facts/table.ts';
import { firstDays } from '../measures/observed.ts';
import { dayFromText, dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { ClientRecord, SharedBegin, Span } from './share-model.ts';

/** The table that each part of a page is counted from. */
const TABLES: Readonly<Record<SharedBegin['part'], TableName>> = { requests: 'tickets', visits: 'appointments', promises: 'promises', answers: 'surveys' };

/** The parts with figures whose exports begin after the first day of the period, in the order of days. */
export function begunIn(
  { context }: Material,
  { answers, visits, promises, satisfied, unanswered }: Pick<ClientRecord, 'answers' | 'visits' | 'promises' | 'satisfied' | 'unanswered'>,
  period: Span,
): readonly SharedBegin[] {
  const figures = { requests: answers, visits, promises, answers: satisfied ?? unanswered };
  const first = dayFromText(period.from)!;
  return (Object.keys(TABLES) as SharedBegin['part'][])
    .flatMap((part) => {
      const day = figures[part] === null ? undefined : firstDays(context).get(TABLES[part]);
      return day === undefined || day <= first ? [] : [{ part, day: dayText(day) }];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
