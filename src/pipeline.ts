import { readExports, type Effects, type ExportsRead } from './exports/exports.ts';
import type { ExportFile } from './exports/file.ts';
import { namesFile } from './exports/pattern.ts';
import { clientIssues } from './facts/client-issues.ts';
import { idleRule } from './facts/complaints-of-tickets.ts';
import { buildFacts, type Facts } from './facts/facts.ts';
import { lostSince, type Lost } from './gates/lost.ts';
import { requiredIssues } from './gates/required.ts';
import { tracesOf, type Traces } from './gates/traces.ts';
import { withSent } from './facts/sent.ts';
import { NONE_SENT, type SentArchive } from './facts/sent-page.ts';
import { issue, severityOf, type Issue } from './issue.ts';
import { brokenAccounts } from './measures/accounts.ts';
import { collection, countedOf, type Counted } from './measures/cells.ts';
import { contextOf } from './measures/context.ts';
import type { Figures } from './measures/grid.ts';
import { measures } from './measures/index.ts';
import type { Context, Measure } from './measures/measure.ts';
import { endedTables, firstDays } from './measures/observed.ts';
import { speaking } from './language/language.ts';
import { buildReportModel } from './report/build.ts';
import { identitiesOf, type Identity } from './report/identities.ts';
import type { Report } from './report/model.ts';
import { calendarIssues, firmNote, movedNote, namedIssues, toldByRowsNotes } from './report/settings-issues.ts';
import { sharesAsked, type Sharing } from './report/sharing.ts';
import { settingsHash, type Settings } from './settings.ts';
import { dayFromText, dayOf, dayText, lastCompleteWeekEnd } from './time/weeks.ts';
import { zoneOf, type Zone } from './time/zone.ts';

export interface BuildOptions extends Effects {
  /** Last day of the report; without it the settings', else the last complete week before the newest row. */
  readonly asOf?: string;
  /** The figures to make, all that there are where absent. */
  readonly measures?: readonly Measure[];
  /** Counts all measures in another way than one after the other, as where processors share them. */
  readonly counting?: ((context: Context) => AsyncIterable<Counted>) | undefined;
  /** The last published report of a day before the given one, which this report is compared with. */
  readonly previous?: (asOf: string) => Promise<Report | null>;
  /** What the published build left behind, to tell what this one lacks. */
  readonly published?: Traces | null;
  /** The firm's picture as a `data:` URL. */
  readonly logo?: string | null;
  /** What pages for clients take from outside; without it none are made. */
  readonly sharing?: Sharing | null;
  /** The pages that went out to clients so far. */
  readonly sent?: SentArchive | undefined;
}

export interface Built {
  /** Null where an error stopped the build. */
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  /** Every figure of the firm and of each client, in the order of the report; with a report only. */
  readonly figures?: Figures;
  /** Who each client is, where pages for clients are made: what no other client's page may hold. */
  readonly identities?: readonly Identity[];
  /** What the gates ask of this build: what it leaves behind, and what it lacks of the published one. */
  readonly gated?: { readonly traces: Traces; readonly lost: Lost | null };
}

/** What the exports say as far as the facts; `facts` and `asOf` are null where an error stops the way there, and `issues` says which. */
export interface Gathered {
  readonly read: ExportsRead;
  readonly facts: Facts | null;
  /** Last day of the report: the Sunday that ends a week. */
  readonly asOf: number | null;
  readonly issues: readonly Issue[];
}

/** Exports to facts, with all that is to be said of files, rows and clients: what `check` shows and every build begins with. */
export async function gatherFacts(
  files: readonly ExportFile[],
  settings: Settings,
  zone: Zone,
  options: Pick<BuildOptions, 'asOf' | 'sent'> & Effects = {},
): Promise<Gathered> {
  const read = await readExports(files, settings, { firm: zone, zoneOf }, options);
  if (read.issues.some((one) => severityOf(one) === 'error')) return { read, facts: null, asOf: null, issues: read.issues };
  const exported = buildFacts(read.tables, read.files, { aliases: settings.aliases, rule: settings.complaints.rule });
  const given = options.asOf ?? settings.as_of ?? null;
  const asOf = asOfDay(given, exported.newest, zone);
  const { facts, issues: sendings } = withSent(exported, options.sent ?? NONE_SENT, { zone, asOf: asOf ?? Infinity });
  const clocks = calendarIssues(facts, settings);
  const idle = idleRule(read.tables, settings.complaints.rule.subject);
  const required = missingRequired(files, read, facts, settings);
  const told = toldByRowsNotes(read.files, settings);
  const settingsNotes = [...firmNote(settings), ...movedNote(given, asOf, options.asOf === undefined)];
  const issues = [...settingsNotes, ...read.issues, ...told, ...clientIssues(facts, settings.aliases), ...clocks, ...idle, ...sendings, ...required];
  if (required.length > 0) return { read, facts: null, asOf: null, issues };
  return { read, facts, asOf, issues: asOf === null ? [...issues, issue('workspace-undated', {})] : issues };
}

/** The exports as far as what measures read, and what the day up to which they are read says of them. */
interface Dated {
  readonly context: Context;
  readonly issues: readonly Issue[];
  /** No week is complete yet: figures reach to the newest row. */
  readonly incomplete: boolean;
  /** The day asked for lies before all rows, or so long after them that no figure reaches back to any. */
  readonly beside: 'as-of-too-early' | 'as-of-too-late' | null;
}

/** Exports to what measures read; the issues alone where an error stops the way there. */
async function dated(files: readonly ExportFile[], settings: Settings, options: BuildOptions): Promise<Dated | readonly Issue[]> {
  const zone = zoneOf(settings.firm.zone);
  if (zone === null) return [issue('settings-invalid', { file: 'settings.yaml', column: 'firm.zone', text: settings.firm.zone, detail: 'no such time zone' })];
  const { facts, asOf, issues } = await gatherFacts(files, settings, zone, options);
  if (facts === null || asOf === null) return issues;
  const given = options.asOf ?? settings.as_of ?? null;
  const whole = contextOf(facts, settings, asOf, zone);
  const newest = dayOf(facts.newest, zone);
  const empty = firstDays(whole).size === 0 && !Number.isNaN(newest);
  const atNewest = empty ? contextOf(facts, settings, newest, zone) : whole;
  const isBeside = empty && firstDays(atNewest).size > 0;
  const incomplete = isBeside && given === null;
  const beside = !isBeside || given === null ? null : asOf > newest ? 'as-of-too-late' : 'as-of-too-early';
  return { context: incomplete ? atNewest : whole, issues, incomplete, beside };
}

/** The exports as far as what measures read: what a second processor begins with. Null where there is nothing to count. */
export async function contextIn(files: readonly ExportFile[], settings: Settings, options: BuildOptions): Promise<Context | null> {
  const found = await dated(files, settings, options);
  return 'context' in found ? found.context : null;
}

async function figuresFor(context: Context, { measures: asked, counting }: BuildOptions): Promise<Figures> {
  const all = collection(context);
  const counts = asked === undefined && counting !== undefined ? counting(context) : countedOf(asked ?? measures, context);
  for await (const counted of counts) all.add(counted);
  return all.figures(asked ?? measures);
}

/**
 * exports ─ read ─ recognise ─ parse ─ validate ─▶ FACTS ─ measures ─▶ REPORT
 *
 * The whole of Courtesy from left to right: export files and settings to everything that the pages say.
 * Pure but for reading the files' bytes; the clock, the machine's zone and its locale have no part in it.
 */
export async function buildReport(files: readonly ExportFile[], settings: Settings, options: BuildOptions = {}): Promise<Built> {
  const found = await dated(files, settings, options);
  if (!('context' in found)) return { report: null, issues: found };
  const { context, issues, incomplete, beside } = found;
  if (beside !== null) return { report: null, issues: [...issues, issue(beside, { text: dayText(context.asOf) })] };
  const { facts, zone } = context;
  const figures = await figuresFor(context, options);
  const broken = brokenAccounts(figures, context).map(({ measure, says }) => issue('account-broken', { text: measure, detail: says }));
  if (broken.length > 0) return { report: null, issues: [...issues, ...broken] };
  const named = namedIssues(facts, settings, options.sharing?.letters ?? []);
  if (named.some((one) => severityOf(one) === 'error')) return { report: null, issues: [...issues, ...named] };
  const sent = options.sent ?? NONE_SENT;
  const sharing = sharesAsked(settings) ? (options.sharing ?? null) : null;
  const previous = (await options.previous?.(dayText(context.asOf))) ?? null;
  const ended = [...endedTables(context)].map(([table, day]) => issue('table-ends', { column: table, text: dayText(day) }));
  const all = [...issues, ...ended, ...named, ...(incomplete ? [issue('week-incomplete', { text: dayText(context.asOf) })] : [])];
  const input = {
    context,
    figures,
    measures: options.measures ?? measures,
    issues: all,
    previous,
    settings: settingsHash(settings),
    logo: options.logo ?? null,
    sharing,
    sent,
  };
  const report = speaking(settings.firm.locale, () => buildReportModel(input));
  const gated = {
    traces: tracesOf(facts, report, figures, zone, sharing === null ? null : sharing.folderOf('', 'mark')),
    lost: options.published ? lostSince(options.published, facts) : null,
  };
  return { report, issues: all, figures, gated, ...(sharing && { identities: identitiesOf(facts, settings) }) };
}

function missingRequired(files: readonly ExportFile[], read: ExportsRead, { tables }: Facts, { gates }: Settings): readonly Issue[] {
  const matches = (pattern: string, name: string) => files.some((file) => file.name === name && namesFile(pattern, file));
  const rows = Object.fromEntries(Object.values(tables).map((table) => [table.name, table.rows]));
  return requiredIssues({ required: gates.required, files: read.files, rows, matches });
}

/** The Sunday that ends the last complete week up to the day given, else up to the newest row; null without either. */
function asOfDay(given: string | null, newest: number, zone: Zone): number | null {
  if (given !== null) return lastCompleteWeekEnd(dayFromText(given)!);
  return Number.isNaN(newest) ? null : lastCompleteWeekEnd(dayOf(newest, zone));
}
