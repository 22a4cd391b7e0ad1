import type { Reading, SharedChange, SharedFigure } from '../report/share-model.ts';
import { count, date, FEW, hitsOf, openHours, plural } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Row, type Section } from './content.ts';
import { spanText } from './phrases.ts';

const NAMES: Readonly<Record<SharedFigure, string>> = {
  promises: 'Promises kept',
  visits: 'Visits on time',
  answers: 'First answers',
  satisfied: 'Satisfied answers',
  complaints: 'Complaints',
};

const REASONS: Readonly<Record<SharedChange['why'], string>> = {
  counting: 'We count this in another way now.',
  more: 'More of that time is on record now.',
  fewer: 'Less of that time is on record now.',
  settings: 'Our settings or the records of that time were changed.',
  corrected: 'Records of that time were corrected.',
};

/** "41 of 45", "half of 40 requests within 26 min", "2 complaints". */
function readingText(figure: SharedFigure, { value, n }: Reading): string {
  if (figure === 'complaints') return plural(value, 'complaint');
  if (figure !== 'answers') return hitsOf(value, n);
  return `${n < FEW ? (n === 1 ? '1 request' : `all ${count(n)} requests`) : `half of ${count(n)} requests`} within ${openHours(value)}`;
}

function changeText({ figure, was, is, why }: SharedChange): string {
  return `We told you ${readingText(figure, was)}; ${is === null ? 'nothing is on record now' : `now it is ${readingText(figure, is)}`}. ${REASONS[why]}`;
}

/** Which figures of the page sent last read otherwise now; nothing where all of it holds. */
export function sinceSection({ record: { since } }: Slice): readonly Section[] {
  if (since === null) return [];
  const entries = since.changes.map((change) => ({ when: NAMES[change.figure], what: changeText(change) }));
  const subtitle = `The page that we sent you on ${date(since.sent)} was about ${spanText(since.period)}`;
  return [section({ id: 'since', head: 'What reads otherwise since', title: 'What we told you before, put right', subtitle, entries })];
}

export function sinceRows({ record: { since } }: Slice): readonly Row[] {
  if (since === null) return [];
  const cells = (figure: SharedFigure, { value, n }: Reading): Partial<Row> => {
    if (figure === 'answers') return { value: Math.round(value / 60_000), of: n, unit: 'minutes' };
    return figure === 'complaints' ? { value } : { value, of: n };
  };
  return since.changes.flatMap(({ figure, was, is }) => [
    row('told before', NAMES[figure].toLowerCase(), { day: since.sent, ...cells(figure, was) }),
    row('told before, now', NAMES[figure].toLowerCase(), is === null ? { outcome: 'nothing on record' } : cells(figure, is)),
  ]);
}
