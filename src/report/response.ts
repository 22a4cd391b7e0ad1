import { firstAnswers } from '../measures/first-answer.ts';
import { statusOfCell } from '../measures/status.ts';
import { phrase, say, translated } from '../language/language.ts';
import { aimOf, aimWords } from './aim.ts';
import { endSaid } from './ended.ts';
import { capital } from './ended-words.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Page, Section } from './model.ts';
import { movedSection } from './moved.ts';
import { backlogSection } from './response-backlog.ts';
import { comebackSection } from './response-callbacks.ts';
import { handoffsSection } from './response-handoffs.ts';
import { hoursSection } from './response-hours.ts';
import { silenceSection } from './response-silence.ts';
import { consistencySection } from './response-spread.ts';
import { FIRST_RESPONSE, RESOLUTION } from './response-speeds.ts';
import { updatesSection } from './response-updates.ts';
import { speedSections } from './speed.ts';
import { templateBlocks } from './template.ts';
import { missingTimes, rarelyRecorded, waitingSection } from './waiting.ts';
import { windowOf } from './window.ts';
import { withinSection } from './within.ts';
import { duration, FEW, hitsOf, plural, openHours } from './words.ts';

const WHOSE = {
  people: phrase`The first answer is a person’s; automatic ones do not count.`,
  anybody: phrase`The first answer is the first of any kind: no export tells a person’s from an automatic one.`,
  mixed: phrase`The first answer is a person’s where the export tells it, else the first of any kind.`,
};

/** Whose answers "first answer" stands for on these pages; '' where no export gives any. */
export function whoseAnswers({ context }: Material): string {
  const found = firstAnswers(context);
  return found === null ? '' : translated(WHOSE[found.by]);
}

function answeredWords(material: Material): { readonly title: string; readonly intro: string } {
  const felt = known(windowCell(material, 'F1-elapsed'));
  if (felt === null) {
    const solved = known(windowCell(material, 'F2-elapsed'));
    const end = endSaid(material, 'tickets');
    const title =
      solved !== null && solved.n >= FEW
        ? say`Half of ${plural(solved.n, 'ticket')} were solved within ${duration(solved.value)}`
        : material.figures.grid('F1-elapsed', 'window') === null
          ? say`How fast we answer cannot be told`
          : end === null
            ? say`No first answer is on record ${windowOf(material, 'F1-elapsed').within}`
            : capital(end);
    return { title, intro: missingTimes(material) };
  }
  const open = known(windowCell(material, 'F1-working'));
  const target = known(windowCell(material, 'F4'));
  const rarely = rarelyRecorded(material);
  const sentences = [
    felt.n < FEW ? '' : say`9 in 10 had one within ${duration(felt.p90)}.`,
    open === null || open.n < FEW ? '' : say`In opening hours, half had one within ${openHours(open.value)} and 9 in 10 within ${openHours(open.p90)}.`,
    target === null ? '' : say`${hitsOf(target.hits, target.n)} came within target, ${aimWords(material, statusOfCell('share', target, aimOf(material)))}.`,
    rarely === null ? '' : say`${capital(rarely)} have no answer on record: the times are those of the others.`,
    missingTimes(material),
  ];
  const title =
    felt.n < FEW
      ? say`Only ${plural(felt.n, 'ticket')} had a recorded first answer ${windowOf(material, 'F1-elapsed').within}`
      : say`Half of ${plural(felt.n, 'ticket')} had an answer within ${duration(felt.value)}`;
  return { title, intro: sentences.filter((sentence) => sentence !== '').join(' ') };
}

const CLOCKS = phrase`Elapsed is what the client felt, nights and weekends included. Opening hours follow the calendar.`;
const PAUSED = phrase`A ticket counts at its last resolution. Waiting on the client is taken off the opening hours.`;

function sectionsOf(material: Material): readonly Section[] {
  return [
    ...speedSections(material, FIRST_RESPONSE, `${whoseAnswers(material)} ${translated(CLOCKS)}`),
    ...speedSections(material, RESOLUTION, translated(PAUSED)),
    ...withinSection(material),
    ...movedSection(material, { measure: 'F4', id: 'response-moved', name: say`Answered within target`, rows: say`Tickets`, tables: ['tickets'] }),
    ...waitingSection(material),
    ...[hoursSection, consistencySection, backlogSection, silenceSection, updatesSection, comebackSection, handoffsSection].flatMap((section) =>
      section(material),
    ),
  ];
}

/** The page about how fast tickets are answered and solved. */
export function responsePage(material: Material): Page {
  const base = {
    path: 'response/',
    nav: say`Response`,
    tab: say`Response`,
    head: say`Response`,
    note: say`How fast we answer and solve, on both clocks.`,
    lead: false,
  };
  const template: Section = {
    id: 'template',
    head: say`What to record`,
    note: say`Most ticket tools export these columns.`,
    blocks: templateBlocks('tickets'),
  };
  if (material.facts.tables.tickets === undefined) {
    return {
      ...base,
      title: say`No ticket is on record`,
      intro: say`No export holds tickets. Put one of your ticket tool into the folder of exports, or a file with the columns below.`,
      sections: [template],
    };
  }
  const sections = sectionsOf(material);
  return { ...base, ...answeredWords(material), sections: sections.length === 0 ? [template] : sections };
}
