import { say } from '../language/language.ts';
import { reviewCadence, type Cadence } from '../measures/review-lists.ts';
import type { ComingReview } from '../measures/reviews-coming.ts';
import { civilOf } from '../time/civil.ts';
import { dayText, monthOf, periodEnd } from '../time/weeks.ts';
import { shortMonth } from './forms.ts';
import { sourceOf, span, type Material } from './material.ts';
import type { Scale, Section } from './model.ts';
import { count, date, inWords, NONE, plural } from './words.ts';

const DAYS_BACK = 364;
const DAYS_AHEAD = 28;
const MOST_ROWS = 40;

function scaleOf(asOf: number): Scale {
  const low = asOf - DAYS_BACK;
  const high = asOf + DAYS_AHEAD;
  const ticks: { value: number; text: string }[] = [];
  for (let month = monthOf(low); month <= high; month = periodEnd('month', month) + 1) {
    if (month < low || (civilOf(month).month - 1) % 3 !== 0) continue;
    ticks.push({ value: month, text: `${shortMonth(month)} ${civilOf(month).year}` });
  }
  return { low, high, ticks };
}

/** Whether the longest gap goes beyond the days agreed. */
const isLong = ({ agreed, longestGap }: Cadence) => agreed !== null && longestGap > agreed + 2;

const textOf = ({ held, longestGap }: Cadence, from: number): string =>
  held.at(-1)! < from ? say`none held for ${count(longestGap)} d` : say`longest gap ${count(longestGap)} d`;

function titleOf(rows: readonly Cadence[]): string {
  const long = rows.filter(isLong).length;
  if (rows.every(({ agreed }) => agreed === null)) return say`No client has days between reviews on record`;
  if (long === 0) return say`In the year drawn no client waited longer for a review than agreed`;
  return long === 1 ? say`One client waited longer for a review than agreed` : say`${inWords(long, true)} clients waited longer for a review than agreed`;
}

/** A year of reviews by client, the longest gap first, with the next one where it is due. */
export function cadenceSection(material: Material, coming: readonly ComingReview[] | null): readonly Section[] {
  const { list } = material.context.facts.clients;
  const { asOf } = material.context;
  const from = asOf - DAYS_BACK;
  const found = reviewCadence(material.context, from)?.filter(({ client }) => !(list[client]!.end < material.context.end)) ?? [];
  if (found.length === 0) return [];
  const rows = found.toSorted((a, b) => b.longestGap - a.longestGap || a.client - b.client);
  const due = new Map(coming?.map((one) => [one.client, one.day]));
  const long = rows.filter(isLong).length;
  const subtitle = say`Reviews held by client, ${span(from, asOf)}, and the next one due, n\u00a0=\u00a0${plural(rows.length, 'client')}`;
  const name = (client: number) => material.clients[client]!.name;
  return [
    {
      id: 'cadence',
      head: say`The rhythm`,
      note: say`Full dot: held. Hollow: the next one, as planned or agreed. The longest gap first; one that began before the year drawn counts whole.`,
      blocks: [
        {
          kind: 'chart',
          chart: {
            id: 'review-cadence',
            title: titleOf(rows),
            subtitle,
            summary: say`${plural(rows.length, 'client')}; longest gap ${name(rows[0]!.client)} with ${plural(rows[0]!.longestGap, 'day')}.`,
            foot: sourceOf(material, ['meetings'], from),
            drawing: {
              shape: 'calendar',
              scale: scaleOf(asOf),
              rows: rows.slice(0, MOST_ROWS).map((one) => ({
                label: name(one.client),
                days: one.held,
                due: due.get(one.client) ?? null,
                text: textOf(one, from),
                singled: long === 1 && isLong(one),
              })),
            },
            table: {
              caption: subtitle,
              columns: [say`Client`, say`Held in all`, say`Last held`, say`Next`, say`Longest gap, days`, say`Agreed, days`].map((column, at) => ({
                name: column,
                numeric: at === 1 || at > 3,
              })),
              rows: rows.map((one) => {
                const last = one.held.at(-1)!;
                const next = due.get(one.client);
                return [
                  { text: name(one.client), value: name(one.client), href: `clients/${material.clients[one.client]!.slug}/` },
                  { text: count(one.held.length), value: one.held.length },
                  { text: date(last), value: dayText(last) },
                  next === undefined ? { text: NONE, value: null } : { text: date(next), value: dayText(next) },
                  { text: count(one.longestGap), value: one.longestGap },
                  { text: one.agreed === null ? NONE : count(one.agreed), value: one.agreed },
                ];
              }),
            },
          },
        },
      ],
    },
  ];
}
