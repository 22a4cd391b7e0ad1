import { say } from '../language/language.ts';
import { date, FEW, weekdayDate } from '../report/words.ts';
import { answerHeadline, answerRows, answerSection, answersTitle, isBelow } from './answers.ts';
import type { Slice } from './audience.ts';
import { begunWords, recordsSince } from './begun.ts';
import { section, type Content, type Section } from './content.ts';
import { spanText } from './phrases.ts';
import { promiseHeadline, promiseRows, promiseSection, promisesTitle } from './promises.ts';
import { sinceRows, sinceSection } from './since.ts';
import { speedHeadline, speedRows, speedSection, speedTitle } from './speed.ts';
import { faultsOf, nextSection, toldRows, wrongSection } from './told.ts';
import { runWords, visitHeadline, visitRows, visitSection, visitsTitle } from './visits.ts';

const MOST_FIGURES = 3;

interface Opening {
  readonly title: string;
  readonly lead: string;
}

/** What is said first where the page has no figure to begin with: what else it tells. */
function figurelessLead({ record: { complaints, promises } }: Slice): string {
  if (complaints.length > 0)
    return complaints.length === 1 ? say`What is on record of your complaint stands below.` : say`What is on record of your complaints stands below.`;
  if (promises !== null) return say`What we promised you and have not done yet stands below.`;
  return say`Our record of this time holds no requests, visits, promises or answers of yours.`;
}

/** What is said first: what fell short where it certainly did, else the run of visits, else the figures in their order. */
function openingOf(slice: Slice): Opening {
  const { promises, answers, satisfied, visits } = slice.record;
  if (isBelow(satisfied)) {
    const lead =
      faultsOf(slice).length > 0
        ? say`That is below what we aim for. What our record holds of complaints, promises and visits stands below; what else went wrong, please tell us.`
        : say`That is below what we aim for. Our record of this time does not say what went wrong; please tell us.`;
    return { title: answersTitle(satisfied), lead };
  }
  const kept = promises !== null && promises.n > 0 ? promisesTitle(promises) : null;
  if (promises !== null && promises.n >= FEW && promises.hits * 2 < promises.n)
    return { title: kept!, lead: say`That is not what we stand for. What went wrong, and what we did about it, stands below.` };
  const run = runWords(slice);
  if (run !== null) return run;
  const facts = [kept, answers && speedTitle(answers), satisfied && answersTitle(satisfied), visits && visitsTitle(visits)].filter((fact) => fact !== null);
  const [title, second] = facts;
  if (title === undefined) return { title: say`Your review`, lead: figurelessLead(slice) };
  return { title, lead: second === undefined ? '' : `${second}.` };
}

function letterSection({ firm, record: { letter, manager } }: Slice): readonly Section[] {
  return letter === null ? [] : [section({ id: 'letter', head: say`From ${manager ?? firm.name}`, letter })];
}

/** What the figures are made of, in sentences of their own. */
function colophonOf(slice: Slice): string {
  const { asOf, until, before, record } = slice;
  const { answers } = record;
  const sentences = [
    say`Every figure here comes from our own records of your requests, visits, promises and answers, up to ${weekdayDate(asOf)}.`,
    ...begunWords(slice),
    ...(answers !== null && answers.times.length >= FEW ? [say`“Half” is the median; “9 in 10” is the 90th percentile.`] : []),
    ...(until === null ? [] : [say`This page is here until ${weekdayDate(until)}.`]),
    say`The period before is ${spanText(before)}.`,
  ];
  return sentences.join(' ');
}

/** Everything that stands on one client's page, from its slice alone. */
export function contentOf(slice: Slice): Content {
  const { firm, client, period } = slice;
  const begun = recordsSince(slice);
  const figures = [promiseHeadline, speedHeadline, answerHeadline, visitHeadline].flatMap((make) => make(slice));
  const sections = [visitSection, promiseSection, speedSection, answerSection, wrongSection, sinceSection, nextSection, letterSection].flatMap((make) =>
    make(slice),
  );
  return {
    firm: firm.name,
    locale: firm.locale,
    logo: firm.logo,
    client,
    span: spanText(period),
    since: begun === null ? null : say`records since ${date(begun)}`,
    ...openingOf(slice),
    figures: figures.slice(0, MOST_FIGURES),
    sections,
    rows: [visitRows, promiseRows, speedRows, answerRows, toldRows, sinceRows].flatMap((make) => make(slice)),
    colophon: colophonOf(slice),
  };
}
