import { say } from '../language/language.ts';
import type { SharedComplaint } from '../report/share-model.ts';
import { count, date, duration, inWords, shortDate, weekdayDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Row, type Section } from './content.ts';
import { brief, inTable, promised } from './phrases.ts';
import { promiseFaults } from './promises.ts';
import { visitFaults } from './visits.ts';

const MOST_WRONG = 6;
const MOST_NEXT = 6;
const MOST_VISITS = 2;

function complaintWords({ answered, closed }: SharedComplaint): string {
  const parts = [
    say`You complained.`,
    ...(answered === null ? [] : [say`We answered after ${duration(answered)}.`]),
    closed === null ? say`It is still open.` : say`It was closed on ${shortDate(closed)}.`,
  ];
  return parts.join(' ');
}

interface Fault {
  readonly day: string;
  readonly what: string;
}

/** Everything on record that went wrong, in the order of days. */
export function faultsOf(slice: Slice): readonly Fault[] {
  const complaints = slice.record.complaints.map((one) => ({ day: one.day, what: complaintWords(one) }));
  return [...visitFaults(slice), ...promiseFaults(slice), ...complaints].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What stands where nothing on record went wrong: answers that were not satisfied say that something did. */
function faultlessWords({ record: { satisfied } }: Slice): string {
  return satisfied === null || satisfied.hits === satisfied.n
    ? say`Our record of this time holds nothing that went wrong. Where you saw something that we did not, please tell us.`
    : say`Our record of this time does not say what went wrong: no complaint, no visit outside the time given, no promise not kept. Please tell us what we did not see.`;
}

/** What went wrong, in the order of days: the newest where there is more than a page can hold. */
export function wrongSection(slice: Slice): readonly Section[] {
  const all = faultsOf(slice);
  const entries = all.slice(-MOST_WRONG).map(({ day, what }) => ({ when: shortDate(day), what }));
  const isCut = entries.length < all.length;
  const note = all.length === 0 ? faultlessWords(slice) : isCut ? say`The newest ${inWords(entries.length, false)} of ${count(all.length)}.` : null;
  return [section({ id: 'wrong', head: say`What went wrong, and what we did`, entries, note, onScreen: isCut ? inTable() : null })];
}

interface Coming {
  readonly day: string;
  readonly when: string;
  readonly what: string;
}

function owedEntries({ asOf, record: { promises } }: Slice): readonly Coming[] {
  return (promises?.owed ?? []).map((one) => {
    const day = one.revised ?? one.due;
    const moved = one.revised === null || one.revised === one.due ? '' : ` ${say`We first said ${shortDate(one.due)}.`}`;
    const over = day <= asOf ? ` ${say`This is overdue.`}` : '';
    return { day, when: say`By ${date(day)}`, what: `${say`“${brief(promised(one))}”.`}${moved}${over}` };
  });
}

/** What is open and what comes next, in the order of days. */
export function nextSection(slice: Slice): readonly Section[] {
  const { review, visits, requests } = slice.record.next;
  const owed = owedEntries(slice);
  const dated: readonly Coming[] = [
    ...owed,
    ...visits.slice(0, MOST_VISITS).map((day) => ({ day, when: weekdayDate(day), what: say`We visit you.` })),
    ...(review === null ? [] : [{ day: review, when: weekdayDate(review), what: say`Our review with you. This page is the agenda.` }]),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const open =
    requests === null || requests.open === 0 || requests.oldest === null
      ? []
      : [
          {
            when: say`Open on ${shortDate(slice.asOf)}`,
            what:
              requests.open === 1
                ? say`One request, since ${date(requests.oldest)}.`
                : say`${count(requests.open)} requests, the oldest since ${date(requests.oldest)}.`,
          },
        ];
  const entries = [...open, ...dated.slice(0, MOST_NEXT).map(({ when, what }) => ({ when, what }))];
  if (entries.length === 0) return [];
  const isCut = dated.length > MOST_NEXT;
  const note = isCut ? say`The first ${inWords(MOST_NEXT, false)} of ${count(dated.length)}.` : null;
  return [section({ id: 'next', head: say`What comes next`, entries, note, onScreen: isCut ? inTable() : null })];
}

export function toldRows({ record }: Slice): readonly Row[] {
  const { complaints, next } = record;
  const minutes = (ms: number): number => Math.round(ms / 60_000);
  return [
    ...complaints.map(({ day, answered, closed }) =>
      row(say`complaint`, say`first answer after`, {
        day,
        value: answered === null ? null : minutes(answered),
        unit: answered === null ? null : say`minutes`,
        outcome: closed === null ? say`open` : say`closed ${closed}`,
      }),
    ),
    ...(next.requests === null ? [] : [row(say`requests`, say`open now`, { day: next.requests.oldest, value: next.requests.open, unit: say`requests` })]),
    ...next.visits.map((day) => row(say`next`, say`visit`, { day })),
    ...(next.review === null ? [] : [row(say`next`, say`review`, { day: next.review })]),
  ];
}
