import { plainName } from '../report/plain-name.ts';
import type { Reading, SharedFigure } from '../report/share-model.ts';
import { count, date, FEW, openHours, weekdayDate } from '../report/words.ts';
import { answersTitle } from './answers.ts';
import type { Slice } from './audience.ts';
import { spanText } from './phrases.ts';
import { promisesTitle } from './promises.ts';
import { speedTitle } from './speed.ts';

interface Told extends Reading {
  readonly figure: SharedFigure;
  readonly good: string;
  readonly short: string;
}

/** The shares of the page: how each reads where all or most of it went well, and where some did not. */
function sharesOf({ record: { promises, visits, satisfied } }: Slice): readonly Told[] {
  const of = (
    figure: SharedFigure,
    found: { readonly hits: number; readonly n: number } | null,
    say: (missed: string, misses: number) => readonly [string, string],
  ) => {
    if (found === null || found.n === 0) return [];
    const misses = found.n - found.hits;
    const [good, short] = say(`${count(misses)} of ${count(found.n)}`, misses);
    return [{ figure, value: found.hits, n: found.n, good, short }];
  };
  return [
    ...of('promises', promises, (missed, misses) => [
      `${promisesTitle(promises!)}.`,
      `${missed} ${promises!.n === 1 ? 'promise' : 'promises'} ${misses === 1 ? 'was' : 'were'} not kept by the time we gave.`,
    ]),
    ...of('visits', visits, (missed) => [
      visits!.hits === visits!.n
        ? `${visits!.n === 1 ? 'The one visit' : `All ${count(visits!.n)} visits`} came inside the time we gave.`
        : `${count(visits!.hits)} of ${count(visits!.n)} visits came inside the time we gave.`,
      `${missed} ${visits!.n === 1 ? 'visit' : 'visits'} did not come inside the time we gave.`,
    ]),
    ...of('satisfied', satisfied, (missed, misses) => [
      `${answersTitle(satisfied!)}.`,
      `${missed} answers of yours ${misses === 1 ? 'was' : 'were'} not satisfied.`,
    ]),
  ];
}

/** More than half of a share must have gone well before a mail opens with it. */
const GOOD = 0.5;
const part = ({ value, n }: Reading): number => value / n;

const NOTHING = 'Our record of this time holds no requests, visits, promises or answers of yours. If that is not how you remember it, please tell us.';
const SEALED = 'Its figures are not in this mail, since the page is locked.';
const FAULTLESS = 'Our record holds nothing that went wrong. Where you saw something that we did not, please tell us.';

/** "Half of your 41 requests had an answer within 26 min of opening hours."; null where none was answered. */
function speedOf({ answers }: Slice['record']): string | null {
  if (answers === null) return null;
  const { times, median } = answers;
  if (times.length < FEW) return `${speedTitle(answers)} of opening hours.`;
  return `Half of your ${count(times.length)} requests had an answer within ${openHours(median)} of opening hours.`;
}

/** What to work on: the share that fell short most, else complaints; where neither is, the request to be told. */
function workOn({ complaints }: Slice['record'], worst: Told | undefined): string {
  if (worst !== undefined) return `To work on: ${worst.short} The page says what happened and what we did.`;
  if (complaints.length > 0)
    return `To work on: you complained ${complaints.length === 1 ? 'once' : `${count(complaints.length)} times`}. The page says what we did.`;
  return FAULTLESS;
}

/** The best of what went well, of what is not what to work on; else how fast requests were answered. */
function goodOf(shares: readonly Told[], worst: Told | undefined): Told | undefined {
  const well = shares.filter((one) => one !== worst && part(one) > GOOD);
  return well.toSorted((a, b) => Number(b.n >= FEW) - Number(a.n >= FEW) || part(b) - part(a) || b.n - a.n)[0];
}

function storyOf(slice: Slice): string {
  const { answers, complaints } = slice.record;
  const shares = sharesOf(slice);
  if (shares.length + complaints.length === 0 && answers === null) return NOTHING;
  const [worst] = shares.filter(({ value, n }) => value < n).toSorted((a, b) => part(a) - part(b) || b.n - a.n);
  const good = goodOf(shares, worst)?.good ?? speedOf(slice.record) ?? (worst !== undefined && part(worst) > GOOD ? worst.good : '');
  return [good, workOn(slice.record, worst)].filter((sentence) => sentence !== '').join(' ');
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
  const meet =
    record.next.review === null
      ? 'We would like to go through it with you; tell us when it suits.'
      : `We go through it together on ${weekdayDate(record.next.review)}.`;
  const phrase = locked ? ' The page opens with the passphrase that we give you by phone.' : '';
  const place = `The whole page${until === null ? '' : `, there until ${weekdayDate(until)}`}: ${link ?? '[put the link from links.csv here]'}`;
  return [
    `Subject: ${client}: your review, ${spanText(period)}`,
    `This is our review of ${date(period.from)} to ${date(period.to)}. ${locked ? SEALED : storyOf(slice)}`,
    `${meet}${phrase} ${place}`,
    record.manager ?? firm.name,
  ]
    .map((paragraph) => `${plainName(paragraph)}\n`)
    .join('\n');
}
