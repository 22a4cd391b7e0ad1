import { say, translated } from '../language/language.ts';
import type { FileRead } from '../facts/facts.ts';
import { adviceOn, catalogue, severityOf, type Issue } from '../issue.ts';
import type { SentArchive } from '../facts/sent-page.ts';
import type { Figures } from '../measures/grid.ts';
import type { Context, Measure, MeasureWords } from '../measures/measure.ts';
import { dayOf, dayText, weekOf } from '../time/weeks.ts';
import { clientPage } from './client.ts';
import { clientsPage } from './clients.ts';
import { complaintsPage } from './complaints.ts';
import { contactPage } from './contact.ts';
import { dataPage } from './data.ts';
import { definitionsPage } from './definitions.ts';
import { windowStart, type Material } from './material.ts';
import type { ClientEntry, FileAccount, Page, Refusal, Report } from './model.ts';
import { plainName } from './plain-name.ts';
import { restatements } from './restated.ts';
import { lastSent } from './restated-since.ts';
import { promisesPage } from './promises.ts';
import { responsePage } from './response.ts';
import { reviewsPage } from './reviews.ts';
import { satisfactionPage } from './satisfaction.ts';
import { firmSeries } from './series.ts';
import { sharesOf, type Sharing } from './sharing.ts';
import { slugs } from './slugs.ts';
import { thisWeek } from './this-week.ts';
import { regrouped, weekdayDate } from './words.ts';

/** What the report is built from, once everything is measured. */
export interface ReportInput {
  readonly context: Context;
  readonly figures: Figures;
  readonly measures: readonly Measure[];
  readonly issues: readonly Issue[];
  /** Report of an earlier as-of day, which this one is compared with. */
  readonly previous: Report | null;
  /** Hash of the settings. */
  readonly settings: string;
  /** The firm's picture as a `data:` URL, null without one. */
  readonly logo: string | null;
  /** What pages for clients take from outside; null where none are made. */
  readonly sharing: Sharing | null;
  /** The pages that went out to clients so far. */
  readonly sent: SentArchive;
}

/** Words of a measure, with the numbers in them as the locale writes them. */
const worded = (text: string): string => regrouped(translated(text));

const wordsOf = ({ id, title, question, definition, formula, unit, inputs, kind, clock, exclusions, version }: Measure): MeasureWords => ({
  id,
  title: worded(title),
  question: worded(question),
  definition: worded(definition),
  formula: worded(formula),
  unit,
  inputs,
  kind,
  clock,
  exclusions: exclusions.map(worded),
  version,
});

function fileAccount(file: FileRead, { zone }: Context): FileAccount {
  const day = (instant: number) => (Number.isNaN(instant) ? null : dayText(dayOf(instant, zone)));
  const { toldByRows: _, tellsPeople: __, ...account } = file;
  return { ...account, oldest: day(file.oldest), newest: day(file.newest) };
}

const isRefusal = (found: Issue) => severityOf(found) === 'warning';

function refusal(found: Issue): Refusal {
  const { file, line, id, column, text, code } = found;
  const { wrong, done, advice } = catalogue[code];
  const why = found.detail === '' ? translated(wrong) : `${translated(wrong)} (${found.detail})`;
  return { file, line, id, column, text, code, why, consequence: translated(done), advice: adviceOn(found, translated(advice)) };
}

function entries({ facts }: Context): readonly ClientEntry[] {
  const folders = slugs(facts.clients.list.map(({ id }) => id));
  return facts.clients.list.map(({ id, name }, at) => ({ id, name: plainName(name), slug: folders[at]!, mapped: facts.clients.listed }));
}

/** The order of the main menu; a page that the report does not have is left out. */
const MENU: readonly string[] = ['', 'satisfaction/', 'complaints/', 'response/', 'promises/', 'contact/', 'clients/', 'reviews/', 'data/', 'definitions/'];

/** Everything that the pages, the charts and the files say. The same input gives the same report. */
export function buildReportModel({ context, figures, measures, issues, previous, settings, logo, sharing, sent }: ReportInput): Report {
  const { facts, asOf } = context;
  const clients = entries(context);
  const material: Material = { firm: plainName(context.settings.firm.name), facts, context, figures, measures, clients };
  const sendings = { last: lastSent(material, sent), settings };
  const shares = sharesOf(material, sharing, sendings);
  const files = facts.files.map((file) => fileAccount(file, context));
  const refusals = issues.filter(isRefusal).map(refusal);
  const notes = issues.filter((found) => severityOf(found) === 'note').map(refusal);
  const definitions = measures.map(wordsOf);
  const restated = previous === null ? [] : restatements(material, previous, settings);
  const pages: readonly Page[] = [
    thisWeek(material, { previous, refusals, files, settings, restated }),
    satisfactionPage(material),
    complaintsPage(material),
    responsePage(material),
    promisesPage(material),
    contactPage(material),
    clientsPage(material),
    ...clients.map((_, client) => clientPage(material, client, shares?.[client])),
    reviewsPage(material, shares, sendings.last),
    dataPage(material, { files, refusals, notes, restated, accounts: figures.accounts, definitions, asOf: dayText(asOf) }),
    definitionsPage(definitions),
  ];
  return {
    schema: 1,
    firm: { name: material.firm, zone: context.zone.id, locale: context.settings.firm.locale, logo, accent: context.settings.firm.accent ?? null },
    asOf: dayText(asOf),
    week: { start: dayText(weekOf(asOf)), end: dayText(asOf) },
    window: { start: dayText(windowStart(material)), end: dayText(asOf) },
    facts: Object.fromEntries(Object.values(facts.tables).map((table) => [table.name, table.rows])),
    clients,
    masthead: say`Week of ${weekdayDate(weekOf(asOf))} · data to ${weekdayDate(asOf)}`,
    nav: MENU.flatMap((path) => pages.filter((page) => page.path === path).map((page) => ({ path, text: page.nav }))),
    pages,
    definitions,
    series: firmSeries(figures, measures),
    files,
    refusals,
    notes,
    accounts: figures.accounts,
    restated,
    settings,
    ...(shares === null ? {} : { shares }),
  };
}
