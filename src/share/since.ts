import { phrase, say, translated } from '../language/language.ts';
import type { Reading, SharedChange, SharedFigure } from '../report/share-model.ts';
import { count, date, FEW, hitsOf, openHours, plural } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Row, type Section } from './content.ts';
import { spanText } from './phrases.ts';

const NAMES: Readonly<Record<SharedFigure, string>> = {
  promises: phrase`Promises kept`,
  visits: phrase`Visits on time`,
  answers: phrase`First answers`,
  satisfied: phrase`Satisfied answers`,
  complaints: phrase`Complaints`,
};

/** The same in a cell of the table. */
const CELLS: Readonly<Record<SharedFigure, string>> = {
  promises: phrase`promises kept`,
  visits: phrase`visits on time`,
  answers: phrase`first answers`,
  satisfied: phrase`satisfied answers`,
  complaints: phrase`complaints`,
};

const REASONS: Readonly<Record<SharedChange['why'], string>> = {
  counting: phrase`We count this in another way now.`,
  more: phrase`More of that time is on record now.`,
  fewer: phrase`Less of that time is on record now.`,
  settings: phrase`Our settings or the records of that time were changed.`,
  corrected: phrase`Records of that time were corrected.`,
};

/** "41 of 45", "half of 40 requests within 26 min", "2 complaints". */
function readingText(figure: SharedFigure, { value, n }: Reading): string {
  if (figure === 'complaints') return plural(value, 'complaint');
  if (figure !== 'answers') return hitsOf(value, n);
  if (n === 1) return say`1 request within ${openHours(value)}`;
  return n < FEW ? say`all ${count(n)} requests within ${openHours(value)}` : say`half of ${count(n)} requests within ${openHours(value)}`;
}

function changeText({ figure, was, is, why }: SharedChange): string {
  const told = readingText(figure, was);
  const now = is === null ? say`We told you ${told}; nothing is on record now.` : say`We told you ${told}; now it is ${readingText(figure, is)}.`;
  return `${now} ${translated(REASONS[why])}`;
}

/** Which figures of the page sent last read otherwise now; nothing where all of it holds. */
export function sinceSection({ record: { since } }: Slice): readonly Section[] {
  if (since === null) return [];
  const entries = since.changes.map((change) => ({ when: translated(NAMES[change.figure]), what: changeText(change) }));
  const subtitle = say`The page that we sent you on ${date(since.sent)} was about ${spanText(since.period)}`;
  return [section({ id: 'since', head: say`What reads otherwise since`, title: say`What we told you before, put right`, subtitle, entries })];
}

export function sinceRows({ record: { since } }: Slice): readonly Row[] {
  if (since === null) return [];
  const cells = (figure: SharedFigure, { value, n }: Reading): Partial<Row> => {
    if (figure === 'answers') return { value: Math.round(value / 60_000), of: n, unit: say`minutes` };
    return figure === 'complaints' ? { value } : { value, of: n };
  };
  return since.changes.flatMap(({ figure, was, is }) => [
    row(say`told before`, translated(CELLS[figure]), { day: since.sent, ...cells(figure, was) }),
    row(say`told before, now`, translated(CELLS[figure]), is === null ? { outcome: say`nothing on record` } : cells(figure, is)),
  ]);
}
