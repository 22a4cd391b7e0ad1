import { shareScale } from '../report/scales.ts';
import { count, date, FEW, hitsOf } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type Row, type Section } from './content.ts';
import { beside, were } from './phrases.ts';

/** Words of people that stand on the page, and how long they may be to stand there whole. */
const QUOTES = 2;
const LONGEST = 320;

type Satisfied = NonNullable<Slice['record']['satisfied']>;

/** Under this many answers nothing is said of the aim. */
const isFew = ({ n }: Satisfied): boolean => n < FEW;
const aimText = ({ aim }: Satisfied): string => `${count(aim.low * 100)} to ${count(aim.high * 100)}\u00a0%`;

/** Whether the answers lie below the aim for certain. */
export function isBelow(of: Satisfied | null): of is Satisfied {
  return of !== null && !isFew(of) && of.high < of.aim.low;
}

function aimWords(of: Satisfied): string {
  if (isFew(of)) return '';
  if (of.low >= of.aim.low) return ', which meets what we aim for';
  return isBelow(of) ? ', below what we aim for' : ', too close to our aim to tell';
}

export function answersTitle({ hits, n }: Satisfied): string {
  if (n === 1) return hits === 1 ? 'Your one answer was satisfied' : 'Your one answer was not satisfied';
  return `${count(hits)} of your ${count(n)} answers ${were(hits)} satisfied`;
}

function drawingOf(of: Satisfied): Section['drawing'] {
  if (isFew(of)) return null;
  const { hits, n, low, high, aim } = of;
  const text = hitsOf(hits, n);
  const scale = shareScale([low, aim.low, hits / n]);
  const rows = [{ label: '', value: hits / n, low, high, text, singled: true }];
  const summary = `${text} answers satisfied; the true share most likely lies from ${count(low * 100)} to ${count(high * 100)} %; the aim is ${aimText(of)}.`;
  return { drawing: { shape: 'intervals', scale, band: { low: aim.low, high: aim.high, text: 'what we aim for' }, rows }, summary };
}

/** What the client's people answered, and what they wrote and agreed to see quoted. */
export function answerSection({ record: { satisfied } }: Slice): readonly Section[] {
  if (satisfied === null) return [];
  const subtitle = isFew(satisfied) ? null : `Line: where the true share most likely lies. Shaded: our aim, ${aimText(satisfied)}`;
  const quotes = satisfied.quotes
    .filter(({ text }) => text.length <= LONGEST)
    .slice(0, QUOTES)
    .map(({ day, text }) => ({ text: text.replace(/\s+/gu, ' '), cite: `Answer of ${date(day)}, shown with consent` }));
  return [section({ id: 'answers', head: 'What you told us', title: answersTitle(satisfied), subtitle, drawing: drawingOf(satisfied), quotes })];
}

export function answerHeadline({ record: { satisfied } }: Slice): readonly Headline[] {
  if (satisfied === null) return [];
  const { hits, n } = satisfied;
  return [{ value: count(hits), unit: `of ${count(n)}`, text: `${n === 1 ? 'answer' : 'answers'} satisfied${aimWords(satisfied)}${beside(satisfied)}` }];
}

export function answerRows({ record: { satisfied } }: Slice): readonly Row[] {
  if (satisfied === null) return [];
  const { hits, n, low, high, aim, before, firm, quotes } = satisfied;
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return [
    row('answers', 'satisfied', { value: hits, of: n }),
    ...(isFew(satisfied)
      ? []
      : [
          row('answers', 'true share most likely from', { value: percent(low), unit: '%' }),
          row('answers', 'true share most likely to', { value: percent(high), unit: '%' }),
        ]),
    row('answers', 'aim from', { value: percent(aim.low), unit: '%' }),
    row('answers', 'aim to', { value: percent(aim.high), unit: '%' }),
    ...(before === null ? [] : [row('answers', 'satisfied, period before', { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row('answers', 'satisfied, all clients', { value: firm.hits, of: firm.n })]),
    ...quotes.map(({ day, text }) => row('quotation', text, { day, outcome: 'shown with consent' })),
  ];
}
