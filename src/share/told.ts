import type { SharedComplaint } from '../report/share-model.ts';
import { count, date, duration, inWords, shortDate, weekdayDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Row, type Section } from './content.ts';
import { brief, promised } from './phrases.ts';
import { promiseFaults } from './promises.ts';
import { visitFaults } from './visits.ts';

const MOST_WRONG = 6;
const MOST_NEXT = 6;
const MOST_VISITS = 2;

function complaintWords({ answered, closed }: SharedComplaint): string {
  const reply = answered === null ? '' : ` We answered after ${duration(answered)}.`;
  return `You complained.${reply} ${closed === null ? 'It is still open.' : `It was closed on ${shortDate(closed)}.`}`;
}

/** What went wrong, in the order of days: the newest where there is more than a page can hold. */
export function wrongSection(slice: Slice): readonly Section[] {
  const complaints = slice.record.complaints.map((one) => ({ day: one.day, what: complaintWords(one) }));
  const all = [...visitFaults(slice), ...promiseFaults(slice), ...complaints].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const entries = all.slice(-MOST_WRONG).map(({ day, what }) => ({ when: shortDate(day), what }));
  const more = all.length - entries.length;
  const note =
    all.length === 0
      ? 'Our record of this time holds nothing that went wrong. Where you saw something that we did not, please tell us.'
      : more === 0
        ? null
        : `The newest ${inWords(entries.length, false)}; ${count(more)} more are in the table that comes with this page.`;
  return [section({ id: 'wrong', head: 'What went wrong, and what we did', entries, note })];
}

interface Coming {
  readonly day: string;
  readonly when: string;
  readonly what: string;
}

function owedEntries({ asOf, record: { promises } }: Slice): readonly Coming[] {
  return (promises?.owed ?? []).map((one) => {
    const day = one.revised ?? one.due;
    const moved = one.revised === null || one.revised === one.due ? '' : ` We first said ${shortDate(one.due)}.`;
    const over = day <= asOf ? ' This is overdue.' : '';
    return { day, when: `By ${date(day)}`, what: `“${brief(promised(one))}”.${moved}${over}` };
  });
}

/** What is open and what comes next, in the order of days. */
export function nextSection(slice: Slice): readonly Section[] {
  const { review, visits, requests } = slice.record.next;
  const owed = owedEntries(slice);
  const dated: readonly Coming[] = [
    ...owed,
    ...visits.slice(0, MOST_VISITS).map((day) => ({ day, when: weekdayDate(day), what: 'We visit you.' })),
    ...(review === null ? [] : [{ day: review, when: weekdayDate(review), what: 'Our review with you. This page is the agenda.' }]),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const open =
    requests === null || requests.open === 0 || requests.oldest === null
      ? []
      : [
          {
            when: 'Open now',
            what:
              requests.open === 1
                ? `One request, since ${date(requests.oldest)}.`
                : `${count(requests.open)} requests, the oldest since ${date(requests.oldest)}.`,
          },
        ];
  const entries = [...open, ...dated.slice(0, MOST_NEXT).map(({ when, what }) => ({ when, what }))];
  if (entries.length === 0) return [];
  const more = dated.length - MOST_NEXT;
  return [section({ id: 'next', head: 'What comes next', entries, note: more > 0 ? `${count(more)} more are in the table that comes with this page.` : null })];
}

export function toldRows({ record }: Slice): readonly Row[] {
  const { complaints, next } = record;
  const minutes = (ms: number): number => Math.round(ms / 60_000);
  return [
    ...complaints.map(({ day, answered, closed }) =>
      row('complaint', 'first answer after', {
        day,
        value: answered === null ? null : minutes(answered),
        unit: answered === null ? null : 'minutes',
        outcome: closed === null ? 'open' : `closed ${closed}`,
      }),
    ),
    ...(next.requests === null ? [] : [row('requests', 'open now', { day: next.requests.oldest, value: next.requests.open, unit: 'requests' })]),
    ...next.visits.map((day) => row('next', 'visit', { day })),
    ...(next.review === null ? [] : [row('next', 'review', { day: next.review })]),
  ];
}
