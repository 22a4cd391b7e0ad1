import type { SharedVisit } from '../report/share-model.ts';
import { count, duration, hitsOf, inWords, longDate, plural, shortDate } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type Row, type Section } from './content.ts';
import { beside } from './phrases.ts';

/** Visits that a drawing has room for; the newest stand there. */
const MOST = 60;
/** Visits in a row that are worth a word. */
const RUN = 3;

type Visits = NonNullable<Slice['record']['visits']>;

/** "20 min late", "missed". */
function offWords({ outcome, off }: SharedVisit): string {
  return outcome === 'missed' ? 'missed' : `${duration(off ?? NaN)} ${outcome}`;
}

function summaryOf({ hits, n, list, run }: Visits): string {
  const outside = list.filter(({ outcome }) => outcome !== 'inside').map((visit) => `${shortDate(visit.day)} ${offWords(visit)}`);
  const last = run >= RUN ? `; the last ${count(run)} in a row` : '';
  return `${plural(n, 'visit')}, ${count(hits)} inside the time given${last}${outside.length === 0 ? '' : `; ${outside.join(', ')}`}.`;
}

/** The visits as a drawing and what it shows. */
export function visitSection({ record: { visits } }: Slice): readonly Section[] {
  if (visits === null) return [];
  const { hits, n, list, run } = visits;
  const shown = list.slice(-MOST);
  const from = Math.max(0, shown.length - run);
  const title =
    hits === n
      ? `${n === 1 ? 'The one visit' : `All ${count(n)} visits`} came inside the time we gave`
      : `${hitsOf(hits, n)} ${n === 1 ? 'visit' : 'visits'} came inside the time we gave`;
  const subtitle = `Each mark is one visit; the shaded strip is the time we gave you, from its start (below) to its end.${shown.length < n ? ` The newest ${count(MOST)} of ${count(n)}.` : ''}`;
  const drawn = shown.map((visit) => ({
    place: visit.place,
    side: visit.outcome === 'inside' ? null : visit.outcome === 'early' ? ('below' as const) : ('above' as const),
    text: visit.outcome === 'inside' ? '' : `${shortDate(visit.day)}: ${offWords(visit)}`,
    short: visit.outcome === 'inside' ? '' : shortDate(visit.day),
  }));
  const drawing = {
    shape: 'visits' as const,
    visits: drawn,
    run: run >= RUN && shown.length - from >= RUN ? { from, text: `${count(run)} on time in a row` } : null,
    first: shortDate(shown[0]!.day),
    last: shortDate(shown.at(-1)!.day),
  };
  return [section({ id: 'visits', head: 'Arriving on time', title, subtitle, drawing: { drawing, summary: summaryOf(visits) } })];
}

export function visitHeadline({ record: { visits } }: Slice): readonly Headline[] {
  if (visits === null) return [];
  return [
    { value: count(visits.hits), unit: `of ${count(visits.n)}`, text: `${visits.n === 1 ? 'visit' : 'visits'} inside the time we gave${beside(visits)}` },
  ];
}

/** What to say first where the newest visits came on time without a break. */
export function runWords({ record: { visits } }: Slice): { readonly title: string; readonly lead: string } | null {
  if (visits === null || visits.run < RUN) return null;
  const last = visits.list.at(-1)!;
  return {
    title: 'Another on-time arrival',
    lead: `With the visit of ${longDate(last.day)}, ${inWords(visits.run, false)} in a row came inside the time we gave you.`,
  };
}

/** Visits that came outside their time, by day. */
export function visitFaults({ record: { visits } }: Slice): readonly { readonly day: string; readonly what: string }[] {
  return (visits?.list ?? [])
    .filter(({ outcome }) => outcome !== 'inside')
    .map((visit) => ({
      day: visit.day,
      what:
        visit.outcome === 'missed'
          ? 'We did not come to a visit that we had agreed.'
          : `We arrived ${duration(visit.off ?? NaN)} ${visit.outcome === 'late' ? 'after' : 'before'} the time we gave.`,
    }));
}

export function visitRows({ record: { visits } }: Slice): readonly Row[] {
  if (visits === null) return [];
  const { hits, n, before, firm, list } = visits;
  return [
    row('visits', 'inside the time given', { value: hits, of: n }),
    ...(before === null ? [] : [row('visits', 'inside the time given, period before', { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row('visits', 'inside the time given, all clients', { value: firm.hits, of: firm.n })]),
    ...list.map(({ day, outcome, off }) =>
      row('visit', '', { day, value: off === null ? null : Math.round(off / 60_000), unit: off === null ? null : `minutes ${outcome}`, outcome }),
    ),
  ];
}
