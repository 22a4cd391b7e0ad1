import type { Verdict } from '../src/gates/gates.ts';
import { catalogue, issueTextIn, severityOf, type Issue } from '../src/issue.ts';
import { named, phrase, say, speaking, translated } from '../src/language/language.ts';
import { capital, endsOn } from '../src/report/ended-words.ts';
import type { Block, Chart, Note, Page, Report, Turn } from '../src/report/model.ts';
import { plainWords } from '../src/report/plain-words.ts';
import { unfolded } from '../src/report/tables.ts';
import { date, longDate, plural } from '../src/report/words.ts';
import { dayFromText } from '../src/time/weeks.ts';
import { confirmFlag, stateOf } from './gating.ts';
import { severities } from './messages.ts';
import type { Told } from './told.ts';

export interface DigestItem {
  /** What stands before the text: a client, a label, the name of a finding; '' where nothing does. */
  readonly head: string;
  readonly text: string;
  /** What is said aside: who looks after the client, when it was spoken to last. */
  readonly aside: string;
}

export interface DigestPart {
  readonly title: string;
  /** A sentence where there are no items, or before them. */
  readonly words: string;
  readonly items: readonly DigestItem[];
  /** What to type, below the words; absent where nothing is. */
  readonly type?: string;
}

/** The mail about a build: read from the report, never reckoned. */
export interface Digest {
  readonly firm: string;
  /** The locale that it is written in. */
  readonly locale: string;
  /** What it is about, after the name of the firm. */
  readonly matter: string;
  /** What the mail's subject may be. */
  readonly subject: string;
  /** What became of the build, where it was not published; null otherwise. */
  readonly stopped: string | null;
  /** Whether all is well, in one paragraph. */
  readonly lead: string;
  readonly parts: readonly DigestPart[];
  readonly foot: string;
}

/** What an issue may be about. */
const ABOUT: Readonly<Record<string, string>> = { line: phrase`line`, column: phrase`column`, setting: phrase`setting`, table: phrase`table` };

const NO_CHANGE = phrase`No figure moved by more than chance explains.`;
const MOST = 50;

const pageAt = (report: Report, path: string): Page | undefined => report.pages.find((page) => page.path === path);
const blocksOf = (page: Page | undefined, section?: string): readonly Block[] =>
  page?.sections.filter(({ id }) => section === undefined || id === section).flatMap(({ blocks }) => unfolded(blocks)) ?? [];

/** The pages on which a change is told, in the order in which one matters. */
const TELLING = ['satisfaction/', 'complaints/', 'response/', 'promises/'];

const TURNS: Readonly<Record<Turn, string>> = { better: phrase`This is a change for the better.`, worse: phrase`This is a change for the worse.` };

/** What changed, and which way that is, where it is known. */
const withTurn = (change: string, turn: Turn | undefined): string => (turn === undefined ? change : `${change} ${translated(TURNS[turn])}`);

/** What a chart tells whose newest week is part of a signal: its title, or that signal where the title tells of what was before and after an event. */
function signalled(page: Page | undefined): { readonly chart: Chart; readonly text: string } | null {
  for (const block of blocksOf(page)) {
    if (block.kind !== 'chart' || block.chart.drawing.shape !== 'process') continue;
    const { signals, points, events } = block.chart.drawing;
    const newest = signals.find(({ to }) => to === points.length - 1);
    if (newest !== undefined) return { chart: block.chart, text: events.length === 0 ? block.chart.title : newest.text };
  }
  return null;
}

/** The one change that matters: a figure that moved beyond chance over 13 weeks, else one whose last weeks make a signal. */
export function changeOf(report: Report): string {
  const pages = TELLING.map((path) => pageAt(report, path));
  for (const page of pages)
    for (const block of blocksOf(page, 'moved')) {
      if (block.kind === 'heading' && block.beyondChance === true) return withTurn(`${block.subtitle}: ${block.text}.`, block.turn);
    }
  for (const page of pages) {
    const found = signalled(page);
    if (found !== null) return withTurn(`${page!.nav}: ${found.text} (${found.chart.subtitle.split(',')[0]}).`, found.chart.turn);
  }
  return translated(NO_CHANGE);
}

/** Who needs a call, as the first page lists it. */
export function callsIn(report: Report): readonly (DigestItem & { readonly client: string | null })[] {
  return blocksOf(pageAt(report, ''), 'calls').flatMap((block) =>
    block.kind !== 'ledger'
      ? []
      : block.entries.map(({ who, what, aside }) => {
          const href = typeof who === 'string' ? undefined : who.flatMap((span) => (typeof span === 'object' && 'href' in span ? [span.href] : []))[0];
          const client = report.clients.find(({ slug }) => href === `clients/${slug}/`)?.id ?? null;
          return { head: plainWords(who), text: plainWords(what), aside: aside.join(', '), client };
        }),
  );
}

/** What is new, restated and refused since the last report, as the first page tells it; where the site lists it, if it is published. */
export function sinceIn(report: Report, state: Told['state']): readonly DigestItem[] {
  const textOf = ({ what, where }: Note): string =>
    where === undefined || state !== 'published' ? plainWords(what) : `${plainWords(what)} ${plainWords(where)}`;
  return blocksOf(pageAt(report, ''), 'since').flatMap((block) =>
    block.kind === 'notes' ? block.entries.map((note) => ({ head: note.label, text: textOf(note), aside: '' })) : [],
  );
}

/** That these are not all; the first page lists them, if it is published. */
function firstOf(all: number, state: Told['state']): string {
  if (all <= MOST) return '';
  return state === 'published' ? say`The first ${MOST} of ${all}; the first page of the report lists all.` : say`The first ${MOST} of ${all}.`;
}

/** What is said where no client is listed: that none needs a call, or that nothing tells. */
export function nobodyText(report: Report): string {
  const judged = pageAt(report, '')?.sections.some(({ id }) => id === 'calls') === true;
  return judged ? say`No client needs a call.` : say`These exports do not tell who needs a call.`;
}

function callsPart(report: Report, state: Told['state']): DigestPart {
  const calls = callsIn(report);
  return { title: say`Needs a call`, words: calls.length === 0 ? nobodyText(report) : firstOf(calls.length, state), items: calls.slice(0, MOST) };
}

const ASIDE = { held: '', confirmed: phrase`Confirmed and published.`, warned: phrase`It only warns.` } as const;

function findingItems(verdict: Verdict): readonly DigestItem[] {
  const { findings, held, told } = verdict;
  return [...held, ...findings.filter((one) => !held.includes(one))].map((finding) => {
    const { id } = finding;
    const { about, says, advice } = told.get(id)!;
    return {
      head: id,
      text: `${about === '' ? capital(says) : `${about}: ${says}`}. ${capital(advice)}.`,
      aside: translated(ASIDE[stateOf(finding, verdict)]),
    };
  });
}

function heldPart(verdict: Verdict): DigestPart {
  const words = say`Once you have looked, this publishes it all the same; add it to the build:`;
  return { title: say`Why it is held`, words, type: confirmFlag(verdict), items: findingItems(verdict) };
}

/** Tables that end long before the others, an item each. */
function endedItems(issues: readonly Issue[]): readonly DigestItem[] {
  const advice = capital(translated(catalogue['table-ends'].advice));
  return issues
    .filter(({ code }) => code === 'table-ends')
    .map(({ column, text }) => ({ head: '', text: `${capital(endsOn(column, dayFromText(text)!))}. ${advice}.`, aside: '' }));
}

/** How the exports are: what gates found where that is not told before, how many warnings there are, and which tables have ended. */
function exportsPart({ verdict, issues }: Told): readonly DigestPart[] {
  if (verdict === null) return [];
  const isHeld = verdict.held.length > 0;
  const { warning } = severities(issues);
  if (isHeld && warning === 0) return [];
  const items = [...(isHeld ? [] : findingItems(verdict)), ...endedItems(issues)];
  const warnings = plural(warning, 'warning');
  const isClear = verdict.findings.length === 0;
  const counted = isClear ? say`No gate found anything amiss, but the build has ${warnings}: see summary.md.` : say`The build has ${warnings}: see summary.md.`;
  const none = isClear ? say`No gate found anything amiss.` : '';
  return [{ title: say`The exports`, words: warning === 0 ? none : counted, items }];
}

function errorsPart({ issues }: Told): DigestPart {
  const errors = issues.filter((one) => severityOf(one) === 'error');
  return {
    title: say`What is wrong`,
    words: firstOf(errors.length, 'refused'),
    items: errors.slice(0, MOST).map((one) => ({ head: '', text: issueTextIn(one, (english) => named(ABOUT, english) ?? translated(english)), aside: '' })),
  };
}

/** What became of a build that was not published, null of one that was. */
export function stoppedText({ state, shows }: Told): string | null {
  if (state === 'published') return null;
  const site = shows === null ? say`There is no site yet.` : say`The site still shows the report up to ${date(shows)}.`;
  return state === 'held'
    ? `${say`This report is not published: a gate held it back.`} ${site}`
    : `${say`No report could be made: the exports or the settings have an error.`} ${site}`;
}

/** What the mail is about, after the name of the firm. */
function matterOf({ report, state }: Told): string {
  if (report === null) return say`no service report, errors in the exports`;
  const week = longDate(report.week.start);
  return state === 'held' ? say`service report, week of ${week}, held back` : say`service report, week of ${week}`;
}

function partsOf(told: Told, report: Report): readonly DigestPart[] {
  const rest: readonly DigestPart[] = [
    { title: say`The change that matters`, words: changeOf(report), items: [] },
    callsPart(report, told.state),
    { title: say`Since the last report`, words: '', items: sinceIn(report, told.state) },
    ...exportsPart(told),
  ];
  if (told.state !== 'held' || told.verdict === null) return rest;
  return [heldPart(told.verdict), { title: say`What the report would say`, words: leadOf(report), items: [] }, ...rest];
}

const leadOf = (report: Report): string => pageAt(report, '')?.title ?? '';

function inItsLanguage(told: Told): Digest {
  const { firm, locale, report, state, build } = told;
  const matter = matterOf(told);
  const foot = build === null ? '' : say`Build ${build}.`;
  const whole = { firm, locale, matter, subject: `${firm}: ${matter}`, stopped: stoppedText(told) };
  if (report === null) return { ...whole, lead: '', parts: [errorsPart(told)], foot };
  return { ...whole, lead: state === 'held' ? '' : leadOf(report), parts: partsOf(told, report), foot: [`${report.masthead}.`, foot].join(' ').trim() };
}

/** The digest of a build, in the language of the report. */
export const digestOf = (told: Told): Digest => speaking(told.locale, () => inItsLanguage(told));
