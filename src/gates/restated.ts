import { say } from '../language/language.ts';
import type { Report, Restatement, Series } from '../report/model.ts';
import { tableName } from '../report/table-names.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { dayFromText, dayText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';
import { percentText } from './words.ts';

/** The report that this one was compared with, as far as gates ask. */
export interface Compared extends Pick<Report, 'asOf' | 'settings'> {
  /** Name of its build. */
  readonly name: string;
  /** Version of each formula, by measure. */
  readonly versions: Readonly<Record<string, number>>;
  /** The table that each figure counted rows of, by measure. */
  readonly tables: Readonly<Record<string, string>>;
}

type Now = Pick<Report, 'restated' | 'series' | 'accounts' | 'definitions' | 'settings'>;

/** Weeks younger than this still change by themselves: tickets close, answers come late. */
const SETTLING_DAYS = 28;
/** Less history than this tells nothing. */
const LEAST_WEEKS = 4;
const LEAST_ROWS = 50;

interface Moved {
  readonly measure: string;
  readonly title: string;
  readonly table: string;
  /** Mean movement of a row's week, in percent. */
  readonly percent: number;
  readonly changed: number;
  /** How many of the changed weeks have no figure any more. */
  readonly gone: number;
  readonly weeks: number;
}

const relative = (was: number, is: number): number => (was === is ? 0 : Math.min(1, Math.abs(is - was) / Math.max(Math.abs(is), Math.abs(was))));

const isGone = ({ was, is }: Restatement): boolean => was !== null && is === null;

/** How far a week moved, from 0 to 1: by its rows or by its figure, whichever moved more; wholly where it has no figure any more. */
function movement(change: Restatement): number {
  const { was, is, nWas, n } = change;
  if (isGone(change)) return 1;
  return Math.max(relative(nWas, n), was === null || is === null ? 0 : relative(was, is));
}

interface Week {
  readonly rows: number;
  readonly by: number;
  readonly gone: boolean;
}

function weekMoved(rows: number, change: Restatement | undefined): Week {
  if (change === undefined) return { rows, by: 0, gone: false };
  return { rows: Math.max(rows, change.nWas), by: movement(change), gone: isGone(change) };
}

/** The weeks of a figure up to a day, but for its first one, which may be a part of a week. One that is measured no more has those that changed. */
function settledWeeks(series: Series | undefined, changes: readonly Restatement[], until: string): readonly Week[] {
  if (series === undefined) return changes.flatMap((change, at) => (at === 0 || change.week > until ? [] : [weekMoved(0, change)]));
  const { starts, n } = series;
  const byWeek = new Map(changes.map((one) => [one.week, one]));
  const first = starts.findIndex((_, at) => (n[at] ?? 0) > 0);
  return starts.flatMap((week, at) => (at <= first || week > until ? [] : [weekMoved(n[at] ?? 0, byWeek.get(week))]));
}

function movedOf(settled: readonly Week[]): Pick<Moved, 'percent' | 'changed' | 'gone' | 'weeks'> | null {
  const rows = settled.reduce((sum, week) => sum + week.rows, 0);
  if (settled.length < LEAST_WEEKS || rows < LEAST_ROWS) return null;
  const by = settled.reduce((sum, week) => sum + week.rows * week.by, 0);
  const changed = settled.filter((week) => week.by > 0).length;
  return { percent: (100 * by) / rows, changed, gone: settled.filter(({ gone }) => gone).length, weeks: settled.length };
}

/** How far the settled weeks of each figure that counts rows moved; one whose formula is another now is left out. */
function movedFigures(now: Now, compared: Compared): readonly Moved[] {
  const until = dayText(dayFromText(compared.asOf)! - SETTLING_DAYS - 6);
  const changes = Map.groupBy(now.restated, ({ measure }) => measure);
  const tables = new Map(now.accounts.map(({ measure, table }) => [measure, table]));
  const definitions = new Map(now.definitions.map((one) => [one.id, one]));
  const weekly = new Map(now.series.filter(({ client, grain }) => client === null && grain === 'week').map((series) => [series.measure, series]));
  return [...changes].flatMap(([measure, some]): readonly Moved[] => {
    const [table, definition] = [tables.get(measure) ?? compared.tables[measure], definitions.get(measure)];
    if (table === undefined || definition === undefined) return [];
    if ((compared.versions[measure] ?? definition.version) !== definition.version) return [];
    const moved = movedOf(settledWeeks(weekly.get(measure), some, until));
    return moved === null ? [] : [{ measure, title: definition.title, table, ...moved }];
  });
}

function movedText({ title, percent, changed, gone, weeks }: Moved): string {
  const [by, all] = [percentText(percent), plural(weeks, 'week')];
  if (gone === changed) return say`“${title}” has no figure any more in ${gone} of ${all}`;
  if (gone === 0) return say`“${title}” moved by ${by} on average, in ${changed} of ${all}`;
  return say`“${title}” moved by ${by} on average, in ${changed} of ${all}, ${gone} of them without any figure now`;
}

/**
 * Tables of which a figure reads otherwise in settled weeks by more than is allowed: the mean over its rows of how far their week
 * moved. Where the settings changed since, that is why, and the finding only warns.
 */
export function restatedFindings(now: Now, compared: Compared | null, { restated }: Settings['gates']): readonly Finding[] {
  const { grade, limit } = restated;
  if (grade === 'off' || compared === null) return [];
  const beyond = movedFigures(now, compared).filter(({ percent }) => percent > limit);
  return [...Map.groupBy(beyond, ({ table }) => table)].map(([table, some]) => {
    const most = some.reduce((a, b) => (b.percent > a.percent ? b : a));
    const moved = some.length === 1 ? movedText(most) : say`${movedText(most)}, and ${plural(some.length - 1, 'other figure')} too`;
    return {
      id: findingId('restated', table),
      gate: 'restated',
      grade: compared.settings === now.settings ? grade : 'warn',
      about: tableName(table),
      unit: 'percent',
      was: null,
      is: most.percent,
      limit,
      client: null,
      basis: `${compared.name}: ${most.measure} ${most.percent.toFixed(3)}`,
      says: say`weeks long past read otherwise than in the report up to ${compared.asOf}: ${moved}; ${percentText(limit)} are allowed`,
      advice: say`look whether an old export was replaced or a column changed its meaning`,
    };
  });
}
