import { say } from '../language/language.ts';
import { shareScale } from '../report/scales.ts';
import { count, date, FEW, hitsOf, plural } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type Row, type Section } from './content.ts';
import { beside } from './phrases.ts';

/** Words of people that stand on the page, and how long they may be to stand there whole. */
const QUOTES = 2;
const LONGEST = 320;

type Satisfied = NonNullable<Slice['record']['satisfied']>;

/** Under this many answers nothing is said of the aim. */
const isFew = ({ n }: Satisfied): boolean => n < FEW;
const aimText = ({ aim }: Satisfied): string => say`${count(aim.low * 100)} to ${count(aim.high * 100)}\u00a0%`;

/** Whether the answers lie below the aim for certain. */
export function isBelow(of: Satisfied | null): of is Satisfied {
  return of !== null && !isFew(of) && of.high < of.aim.low;
}

/** How the answers stand to the aim, to follow them in a sentence. */
function aimWords(of: Satisfied): string {
  if (isFew(of)) return '';
  if (of.low >= of.aim.low) return say`, which meets what we aim for`;
  return isBelow(of) ? say`, below what we aim for` : say`, too close to our aim to tell`;
}

export function answersTitle({ hits, n }: Pick<Satisfied, 'hits' | 'n'>): string {
  if (n === 1) return hits === 1 ? say`Your one answer was satisfied` : say`Your one answer was not satisfied`;
  if (hits === n) return n === 2 ? say`Both your answers were satisfied` : say`All ${count(n)} of your answers were satisfied`;
  if (hits === 0) return say`None of your ${count(n)} answers was satisfied`;
  return hits === 1 ? say`${count(hits)} of your ${count(n)} answers was satisfied` : say`${count(hits)} of your ${count(n)} answers were satisfied`;
}

function drawingOf(of: Satisfied): Section['drawing'] {
  if (isFew(of)) return null;
  const { hits, n, low, high, aim } = of;
  const text = hitsOf(hits, n);
  const scale = shareScale([low, aim.low, hits / n]);
  const rows = [{ label: '', value: hits / n, low, high, text, singled: true }];
  const summary = say`${text} answers satisfied; the true share most likely lies from ${count(low * 100)} to ${count(high * 100)} %; the aim is ${aimText(of)}.`;
  return { drawing: { shape: 'intervals', scale, band: { low: aim.low, high: aim.high, text: say`what we aim for` }, rows }, summary };
}

/** That nobody answered, and how many surveys went out where that is known; nothing where no surveys of the time are kept. */
function unansweredSection({ record: { unanswered } }: Slice): readonly Section[] {
  if (unanswered === null) return [];
  const { asked } = unanswered;
  const unheard = asked === 1 ? say`Nobody answered our survey about satisfaction` : say`Nobody answered our surveys about satisfaction`;
  const title = asked === 0 ? say`We did not ask you about satisfaction in this time` : unheard;
  const subtitle = asked === null || asked === 0 ? null : say`We sent you ${plural(asked, 'survey')} in this time.`;
  return [section({ id: 'answers', head: say`What you told us`, title, subtitle })];
}

/** What the client's people answered, and what they wrote and agreed to see quoted; where nobody did, that nobody did. */
export function answerSection(slice: Slice): readonly Section[] {
  const { satisfied } = slice.record;
  if (satisfied === null) return unansweredSection(slice);
  const subtitle = isFew(satisfied) ? null : say`Line: where the true share most likely lies. Shaded: our aim, ${aimText(satisfied)}`;
  const quotes = satisfied.quotes
    .filter(({ text }) => text.length <= LONGEST)
    .slice(0, QUOTES)
    .map(({ day, text }) => ({ text: text.replace(/\s+/gu, ' '), cite: say`Answer of ${date(day)}, shown with consent` }));
  return [section({ id: 'answers', head: say`What you told us`, title: answersTitle(satisfied), subtitle, drawing: drawingOf(satisfied), quotes })];
}

export function answerHeadline({ record: { satisfied } }: Slice): readonly Headline[] {
  if (satisfied === null) return [];
  const { hits, n } = satisfied;
  const told = n === 1 ? say`answer satisfied` : say`answers satisfied`;
  return [{ value: count(hits), unit: say`of ${count(n)}`, text: `${told}${aimWords(satisfied)}${beside(satisfied)}` }];
}

function unansweredRows({ record: { unanswered } }: Slice): readonly Row[] {
  if (unanswered === null) return [];
  const { asked } = unanswered;
  return [row(say`answers`, say`surveys sent`, { value: asked, outcome: asked === 0 ? null : say`nobody answered` })];
}

export function answerRows(slice: Slice): readonly Row[] {
  const { satisfied } = slice.record;
  if (satisfied === null) return unansweredRows(slice);
  const { hits, n, low, high, aim, before, firm, quotes } = satisfied;
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const part = say`answers`;
  return [
    row(part, say`satisfied`, { value: hits, of: n }),
    ...(isFew(satisfied)
      ? []
      : [
          row(part, say`true share most likely from`, { value: percent(low), unit: '%' }),
          row(part, say`true share most likely to`, { value: percent(high), unit: '%' }),
        ]),
    row(part, say`aim from`, { value: percent(aim.low), unit: '%' }),
    row(part, say`aim to`, { value: percent(aim.high), unit: '%' }),
    ...(before === null ? [] : [row(part, say`satisfied, period before`, { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row(part, say`satisfied, all clients`, { value: firm.hits, of: firm.n })]),
    ...quotes.map(({ day, text }) => row(say`quotation`, text, { day, outcome: say`shown with consent` })),
  ];
}
