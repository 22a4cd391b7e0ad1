import { phrase, say, translated } from '../language/language.ts';
import { capital } from '../report/ended-words.ts';
import { plainName } from '../report/plain-name.ts';
import type { Hits, Reading, SharedFigure } from '../report/share-model.ts';
import { count, date, FEW, hitsOf, openHours, weekdayDate } from '../report/words.ts';
import { answersTitle } from './answers.ts';
import type { Slice } from './audience.ts';
import { recordsSince } from './begun.ts';
import { spanText } from './phrases.ts';
import { promisesTitle } from './promises.ts';
import { faultsOf } from './told.ts';
import { visitsTitle } from './visits.ts';

interface Told extends Reading {
  readonly figure: SharedFigure;
  /** The least share that is good news. */
  readonly least: number;
  readonly good: string;
  /** Begins small where it begins with a letter, as after a colon. */
  readonly short: string;
}

/** How the share of a figure reads where it went well, and where some of it did not; nothing where there is none. */
function shareOf(
  figure: SharedFigure,
  least: number,
  found: Hits | null,
  good: (found: Hits) => string,
  short: (missed: string, misses: number, n: number) => string,
) {
  if (found === null || found.n === 0) return [];
  const { hits, n } = found;
  return [{ figure, least, value: hits, n, good: `${good(found)}.`, short: short(hitsOf(n - hits, n), n - hits, n) }];
}

function promisesShort(missed: string, misses: number, n: number): string {
  if (n === 1) return say`the one promise was not kept by the time we gave.`;
  return misses === 1 ? say`${missed} promises was not kept by the time we gave.` : say`${missed} promises were not kept by the time we gave.`;
}

function visitsShort(missed: string, _: number, n: number): string {
  return n === 1 ? say`the one visit did not come inside the time we gave.` : say`${missed} visits did not come inside the time we gave.`;
}

function answersShort(missed: string, misses: number, n: number): string {
  if (n === 1) return say`your one answer was not satisfied.`;
  if (misses === n) return say`none of your ${count(n)} answers was satisfied.`;
  return misses === 1 ? say`${missed} answers of yours was not satisfied.` : say`${missed} answers of yours were not satisfied.`;
}

/**
 * The shares of the page. Answers are good news from the low end of the client's band on. Promises and visits have no target, and one that
 * was not kept is one too many: they are good news where all were kept, the rule for promises among the points to thank a client for.
 */
function sharesOf({ record: { promises, visits, satisfied } }: Slice): readonly Told[] {
  return [
    ...shareOf('promises', 1, promises, promisesTitle, promisesShort),
    ...shareOf('visits', 1, visits, visitsTitle, visitsShort),
    ...shareOf('satisfied', satisfied?.aim.low ?? 1, satisfied, answersTitle, answersShort),
  ];
}

const part = ({ value, n }: Reading): number => value / n;
const isGood = (one: Told): boolean => part(one) >= one.least;

const NOTHING = phrase`Our record of this time holds no requests, visits, promises or answers of yours. If that is not how you remember it, please tell us.`;
const OWED = phrase`The page says what we promised you and have not done yet.`;
const SEALED = phrase`Its figures are not in this mail, since the page is locked.`;
const FAULTLESS = phrase`Our record holds nothing that went wrong. Where you saw something that we did not, please tell us.`;

/** "Half of your 41 requests had an answer within 26 min of opening hours."; null where none was answered. */
function speedOf({ answers }: Slice['record']): string | null {
  if (answers === null) return null;
  const { times, median } = answers;
  const [all, slowest] = [count(times.length), openHours(times.at(-1)!)];
  if (times.length === 1) return say`Your one request had an answer within ${slowest} of opening hours.`;
  if (times.length === 2) return say`Both your requests had an answer within ${slowest} of opening hours.`;
  if (times.length < FEW) return say`All ${all} requests had an answer within ${slowest} of opening hours.`;
  return say`Half of your ${all} requests had an answer within ${openHours(median)} of opening hours.`;
}

/** The complaints of the client, to stand in a sentence; null without one. */
function complainedOf({ record: { complaints } }: Slice): string | null {
  if (complaints.length === 0) return null;
  return complaints.length === 1 ? say`your complaint` : say`your ${count(complaints.length)} complaints`;
}

/** What to work on: the share that fell short most, and complaints; where neither is, the request to be told. */
function workOn(slice: Slice, worst: Told | undefined): string {
  const complained = complainedOf(slice);
  if (worst === undefined) return complained === null ? translated(FAULTLESS) : say`To work on: ${complained}. The page says what is on record.`;
  const short = complained === null ? say`To work on: ${worst.short}` : say`To work on: ${complained}. ${capital(worst.short)}`;
  if (worst.figure === 'visits' && complained === null) return say`${short} The page says what happened.`;
  if (worst.figure !== 'satisfied') return say`${short} The page says what happened and what we did.`;
  return faultsOf(slice).length === 0
    ? say`${short} Our record does not say why; please tell us.`
    : say`${short} The page says what our record holds of complaints, promises and visits; what else went wrong, please tell us.`;
}

/** Whether all visits of the time were on time and one since then was not: no good news to somebody who knows of it. */
const slippedSince = ({ visits }: Slice['record']): boolean => visits !== null && visits.hits === visits.n && visits.run === 0;

/** The best of what went well, of what is not what to work on; else how fast requests were answered. */
function goodOf({ record }: Slice, shares: readonly Told[], worst: Told | undefined): Told | undefined {
  const well = shares.filter((one) => one !== worst && isGood(one) && !(one.figure === 'visits' && slippedSince(record)));
  return well.toSorted((a, b) => Number(b.n >= FEW) - Number(a.n >= FEW) || part(b) - part(a) || b.n - a.n)[0];
}

function storyOf(slice: Slice): string {
  const { answers, complaints, promises } = slice.record;
  const shares = sharesOf(slice);
  if (shares.length + complaints.length === 0 && answers === null) return translated(promises === null ? NOTHING : OWED);
  const [worst] = shares.filter(({ value, n }) => value < n).toSorted((a, b) => part(a) - part(b) || b.n - a.n);
  const good = goodOf(slice, shares, worst)?.good ?? speedOf(slice.record) ?? (worst !== undefined && isGood(worst) ? worst.good : '');
  return [good, workOn(slice, worst)].filter((sentence) => sentence !== '').join(' ');
}

/** When we go through the page together; a review that it is no agenda for is the next one alone, and one without a day planned waits for the client's word. */
function meetWords({ review, planned, agenda }: Slice['record']['next']): string {
  if (review === null) return say`We would like to go through it with you; tell us when it suits.`;
  if (!planned) return say`Our next review with you is due on ${weekdayDate(review)}; tell us when it suits.`;
  return agenda ? say`We go through it together on ${weekdayDate(review)}.` : say`Our next review with you is on ${weekdayDate(review)}.`;
}

/** What a mail says besides its client's figures. */
export interface MailLink {
  /** The whole address of the page; null where the settings do not say where pages are published. */
  readonly link: string | null;
  /** Whether it opens with a passphrase. */
  readonly locked: boolean;
}

/**
 * The mail that goes with a client's page: a subject and two paragraphs, one of what went well and what to work on, one of the link. It is made
 * of the client's own slice alone; of a page that is locked it tells no figure.
 */
export function mailText(slice: Slice, { link, locked }: MailLink): string {
  const { firm, client, period, until, record } = slice;
  const opened = locked ? ` ${say`The page opens with the passphrase that we give you by phone.`}` : '';
  const address = link ?? say`[put the link from links.csv here]`;
  const place = until === null ? say`The whole page: ${address}` : say`The whole page, there until ${weekdayDate(until)}: ${address}`;
  const since = recordsSince(slice);
  const about =
    since === null
      ? say`This is our review of ${date(period.from)} to ${date(period.to)}.`
      : say`This is our review of ${date(period.from)} to ${date(period.to)}, with records since ${date(since)}.`;
  return [
    say`Subject: ${client}: your review, ${spanText(period)}`,
    `${about} ${locked ? translated(SEALED) : storyOf(slice)}`,
    `${meetWords(record.next)}${opened} ${place}`,
    record.manager ?? firm.name,
  ]
    .map((paragraph) => `${plainName(paragraph)}\n`)
    .join('\n');
}
