import { MOST_NAMED } from '../charts/index.ts';
import { phrase, say, translated } from '../language/language.ts';
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
  if (outcome === 'missed') return say`missed`;
  return outcome === 'late' ? say`${duration(off ?? NaN)} late` : say`${duration(off ?? NaN)} early`;
}

/** "17 Jun 20 min late" of each visit outside its time. */
function outsideOf(list: readonly SharedVisit[]): readonly string[] {
  return list.filter(({ outcome }) => outcome !== 'inside').map((visit) => `${shortDate(visit.day)} ${offWords(visit)}`);
}

/** "the last 33 in a row, of which 4 are drawn". */
function runSummary(run: number, shown: number): string {
  if (run <= shown) return say`the last ${count(run)} in a row`;
  return shown === 1 ? say`the last ${count(run)} in a row, of which 1 is drawn` : say`the last ${count(run)} in a row, of which ${count(shown)} are drawn`;
}

function summaryOf({ hits, n, list, run }: Visits): string {
  const shown = Math.min(list.length, MOST);
  const outside = outsideOf(list);
  const parts = [
    say`${plural(n, 'visit')}, ${count(hits)} inside the time given`,
    ...(run >= RUN ? [runSummary(run, shown)] : []),
    ...(outside.length === 0 ? [] : [outside.join(', ')]),
  ];
  return `${parts.join('; ')}.`;
}

/** "45 of 51 visits came inside the time we gave". */
export function visitsTitle({ hits, n }: Pick<Visits, 'hits' | 'n'>): string {
  if (hits === n)
    return n === 1
      ? say`The one visit came inside the time we gave`
      : n === 2
        ? say`Both visits came inside the time we gave`
        : say`All ${count(n)} visits came inside the time we gave`;
  return n === 1 ? say`The one visit did not come inside the time we gave` : say`${hitsOf(hits, n)} visits came inside the time we gave`;
}

/** "33 on time in a row"; of a run that began before the visits drawn, that these are the last of it. */
function runText(run: number, drawn: number): string {
  return run > drawn ? say`the last ${count(drawn)} of ${count(run)} on time in a row` : say`${count(run)} on time in a row`;
}

/** The visits as a drawing and what it shows; those outside their time are named below it where it may not hold all their names. */
export function visitSection({ record: { visits } }: Slice): readonly Section[] {
  if (visits === null) return [];
  const { n, list, run } = visits;
  const shown = list.slice(-MOST);
  const from = Math.max(0, shown.length - run);
  const subtitle = [
    ...(shown.length > 1 ? [say`Each mark is one visit, set in order, not by date.`] : []),
    say`The shaded strip is the time we gave you, from its start (below) to its end.`,
    ...(shown.length < n ? [say`The newest ${count(MOST)} of ${count(n)}.`] : []),
  ].join(' ');
  const [first, last] = [shortDate(shown[0]!.day), shortDate(shown.at(-1)!.day)];
  const drawn = shown.map((visit) => ({
    place: visit.place,
    side: visit.outcome === 'inside' ? null : visit.outcome === 'early' ? ('below' as const) : ('above' as const),
    text: visit.outcome === 'inside' ? '' : `${shortDate(visit.day)}: ${offWords(visit)}`,
    short: visit.outcome === 'inside' ? '' : shortDate(visit.day),
  }));
  const isCrowded = (['above', 'below'] as const).some((side) => drawn.filter((one) => one.side === side).length > MOST_NAMED);
  const note = isCrowded ? say`Outside the time we gave: ${outsideOf(shown).join(', ')}.` : null;
  const drawing = {
    shape: 'visits' as const,
    visits: drawn,
    run: run >= RUN && shown.length - from >= RUN ? { from, text: runText(run, shown.length) } : null,
    first: shown.length === 1 ? first : say`first: ${first}`,
    last: say`last: ${last}`,
  };
  return [section({ id: 'visits', head: say`Arriving on time`, title: visitsTitle(visits), subtitle, drawing: { drawing, summary: summaryOf(visits) }, note })];
}

export function visitHeadline({ record: { visits } }: Slice): readonly Headline[] {
  if (visits === null) return [];
  const told = visits.n === 1 ? say`visit inside the time we gave` : say`visits inside the time we gave`;
  return [{ value: count(visits.hits), unit: say`of ${count(visits.n)}`, text: `${told}${beside(visits)}` }];
}

/** What to say first where all visits of the time came inside theirs, and enough of them to speak of a run; null else. */
export function runWords({ record: { visits } }: Slice): { readonly title: string; readonly lead: string } | null {
  if (visits === null || visits.n < RUN || visits.hits < visits.n || visits.run < RUN) return null;
  const last = visits.list.at(-1)!;
  return {
    title: say`Another on-time arrival`,
    lead: say`With the visit of ${longDate(last.day)}, ${inWords(visits.run, false)} in a row came inside the time we gave you.`,
  };
}

function faultWords({ outcome, off }: SharedVisit): string {
  if (outcome === 'missed') return say`We did not come to a visit that we had agreed.`;
  const by = duration(off ?? NaN);
  return outcome === 'late' ? say`We arrived ${by} after the time we gave.` : say`We arrived ${by} before the time we gave.`;
}

/** Visits that came outside their time, by day. */
export function visitFaults({ record: { visits } }: Slice): readonly { readonly day: string; readonly what: string }[] {
  return (visits?.list ?? []).filter(({ outcome }) => outcome !== 'inside').map((visit) => ({ day: visit.day, what: faultWords(visit) }));
}

/** What became of a visit, in a word. */
const OUTCOMES: Readonly<Record<SharedVisit['outcome'], string>> = { inside: phrase`inside`, early: phrase`early`, late: phrase`late`, missed: phrase`missed` };

function visitRow({ day, outcome, off }: SharedVisit): Row {
  const told = translated(OUTCOMES[outcome]);
  if (off === null) return row(say`visit`, '', { day, outcome: told });
  return row(say`visit`, '', { day, value: Math.round(off / 60_000), unit: outcome === 'early' ? say`minutes early` : say`minutes late`, outcome: told });
}

export function visitRows({ record: { visits } }: Slice): readonly Row[] {
  if (visits === null) return [];
  const { hits, n, before, firm, list } = visits;
  const part = say`visits`;
  return [
    row(part, say`inside the time given`, { value: hits, of: n }),
    ...(before === null ? [] : [row(part, say`inside the time given, period before`, { value: before.hits, of: before.n })]),
    ...(firm === null ? [] : [row(part, say`inside the time given, all clients`, { value: firm.hits, of: firm.n })]),
    ...list.map(visitRow),
  ];
}
