import { say } from '../language/language.ts';
import { count, date, inWords, listed, plural, shortDate, weekdayDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { complaintFaults, complaintRows } from './complaints.ts';
import { row, section, type Row, type Section } from './content.ts';
import { brief, inTable, promised } from './phrases.ts';
import { promiseFaults } from './promises.ts';
import { visitFaults } from './visits.ts';

const MOST_WRONG = 6;
const MOST_NEXT = 6;
const MOST_VISITS = 2;

interface Fault {
  readonly day: string;
  readonly what: string;
  /** Whether it tells how long our answer took. */
  readonly isTimed?: boolean;
}

/** Everything on record that went wrong, in the order of days. */
export function faultsOf(slice: Slice): readonly Fault[] {
  const all: readonly Fault[] = [...visitFaults(slice), ...promiseFaults(slice), ...complaintFaults(slice)];
  return all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** How much went wrong, of each kind: "12 complaints, 2 visits outside the time we gave and 1 promise not kept by the time we gave". */
function faultCounts(slice: Slice): string {
  const [complaints, visits, promises] = [complaintFaults, visitFaults, promiseFaults].map((faults) => faults(slice).length) as [number, number, number];
  return listed([
    ...(complaints === 0 ? [] : [plural(complaints, 'complaint')]),
    ...(visits === 0 ? [] : [say`${plural(visits, 'visit')} outside the time we gave`]),
    ...(promises === 0 ? [] : [promises === 1 ? say`1 promise not kept by the time we gave` : say`${count(promises)} promises not kept by the time we gave`]),
  ]);
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
  // Of a visit outside its time no record says what we did.
  const head = all.length === visitFaults(slice).length ? say`What went wrong` : say`What went wrong, and what we did`;
  if (all.length === 0) return [section({ id: 'wrong', head, note: faultlessWords(slice) })];
  const shown = all.slice(-MOST_WRONG);
  const entries = shown.map(({ day, what }) => ({ when: shortDate(day), what }));
  const isCut = shown.length < all.length;
  const subtitle = [
    say`On record: ${faultCounts(slice)}.`,
    ...(shown.some(({ isTimed }) => isTimed) ? [say`Times to our answer are elapsed time, not opening hours.`] : []),
    ...(isCut ? [say`The newest ${inWords(shown.length, false)} are listed.`] : []),
  ].join(' ');
  return [section({ id: 'wrong', head, subtitle, entries, onScreen: isCut ? inTable() : null })];
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

/** The review that is planned, or due; a page of a time long past by then is not its agenda. */
function reviewEntries({ record: { next } }: Slice): readonly Coming[] {
  if (next.review === null) return [];
  const agenda = next.agenda && next.planned ? ` ${say`This page is the agenda for ${shortDate(next.review)}.`}` : '';
  const what = next.planned ? say`Our review with you.` : say`Our next review with you is due; we agree the day with you.`;
  return [{ day: next.review, when: weekdayDate(next.review), what: `${what}${agenda}` }];
}

const byDay = (entries: readonly Coming[]): readonly Coming[] => entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** What is open and what comes next, in the order of days; however much is open, the review is named. */
export function nextSection(slice: Slice): readonly Section[] {
  const { visits, requests } = slice.record.next;
  const [owed, review] = [owedEntries(slice), reviewEntries(slice)];
  const coming = visits.map((day) => ({ day, when: weekdayDate(day), what: say`We visit you.` }));
  const first = byDay([...owed, ...coming.slice(0, MOST_VISITS)]).slice(0, MOST_NEXT - review.length);
  const [shown, all] = [byDay([...first, ...review]), owed.length + coming.length + review.length];
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
  const entries = [...open, ...shown.map(({ when, what }) => ({ when, what }))];
  if (entries.length === 0) return [];
  const isCut = shown.length < all;
  const note = isCut ? say`${inWords(shown.length, true)} of ${count(all)} are listed.` : null;
  return [section({ id: 'next', head: say`What comes next`, entries, note, onScreen: isCut ? inTable() : null })];
}

export function toldRows(slice: Slice): readonly Row[] {
  const { next } = slice.record;
  return [
    ...complaintRows(slice),
    ...(next.requests === null ? [] : [row(say`requests`, say`open now`, { day: next.requests.oldest, value: next.requests.open, unit: say`requests` })]),
    ...next.visits.map((day) => row(say`next`, say`visit`, { day })),
    ...(next.review === null ? [] : [row(say`next`, next.planned ? say`review` : say`review due`, { day: next.review })]),
  ];
}
