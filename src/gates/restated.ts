import type { Report, Restatement, Series } from '../report/model.ts';
import type { Settings } from '../settings.ts';
import { dayFromText, dayText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';
import { counted, percentText, tableText } from './words.ts';

/** The report that this one was compared with, as far as gates ask. */
export interface Compared extends Pick<Report, 'asOf' | 'settings'> {
  /** Name of its build. */
  readonly name: string;
  /** Version of each formula, by measure. */
  readonly versions: Readonly<Record<string, number>>;
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
  readonly weeks: number;
}

const relative = (was: number, is: number): number => (was === is ? 0 : Math.min(1, Math.abs(is - was) / Math.max(Math.abs(is), Math.abs(was))));

/** How far a week moved, from 0 to 1: by its rows or by its figure, whichever moved more. */
function movement({ was, is, nWas, n }: Restatement): number {
  return Math.max(relative(nWas, n), was === null || is === null ? 0 : relative(was, is));
}

function movedOf({ starts, n }: Series, changes: readonly Restatement[], until: string): Pick<Moved, 'percent' | 'changed' | 'weeks'> | null {
  const byWeek = new Map(changes.map((one) => [one.week, one]));
  const first = starts.findIndex((_, at) => (n[at] ?? 0) > 0);
  const settled = starts.flatMap((week, at) => {
    if (at <= first || week > until) return [];
    const change = byWeek.get(week);
    return [{ rows: Math.max(n[at] ?? 0, change?.nWas ?? 0), by: change === undefined ? 0 : movement(change) }];
  });
  const rows = settled.reduce((sum, week) => sum + week.rows, 0);
  if (settled.length < LEAST_WEEKS || rows < LEAST_ROWS) return null;
  const by = settled.reduce((sum, week) => sum + week.rows * week.by, 0);
  return { percent: (100 * by) / rows, changed: settled.filter((week) => week.by > 0).length, weeks: settled.length };
}

/** How far the settled weeks of each figure that counts rows moved; one whose formula is another now is left out. */
function movedFigures(now: Now, compared: Compared): readonly Moved[] {
  const until = dayText(dayFromText(compared.asOf)! - SETTLING_DAYS - 6);
  const changes = Map.groupBy(now.restated, ({ measure }) => measure);
  const tables = new Map(now.accounts.map(({ measure, table }) => [measure, table]));
  const definitions = new Map(now.definitions.map((one) => [one.id, one]));
  const weekly = new Map(now.series.filter(({ client, grain }) => client === null && grain === 'week').map((series) => [series.measure, series]));
  return [...changes].flatMap(([measure, some]): readonly Moved[] => {
    const [table, series, definition] = [tables.get(measure), weekly.get(measure), definitions.get(measure)];
    if (table === undefined || series === undefined || definition === undefined) return [];
    if ((compared.versions[measure] ?? definition.version) !== definition.version) return [];
    const moved = movedOf(series, some, until);
    return moved === null ? [] : [{ measure, title: definition.title, table, ...moved }];
  });
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
    const others = some.length === 1 ? '' : `, and ${counted(some.length - 1, 'other figure')} too`;
    return {
      id: findingId('restated', table),
      gate: 'restated',
      grade: compared.settings === now.settings ? grade : 'warn',
      about: tableText(table),
      unit: 'percent',
      was: null,
      is: most.percent,
      limit,
      client: null,
      basis: `${compared.name}: ${most.measure} ${most.percent.toFixed(3)}`,
      says: `weeks long past read otherwise than in the report up to ${compared.asOf}: “${most.title}” moved by ${percentText(most.percent)} on average, in ${most.changed} of ${counted(most.weeks, 'week')}${others}; ${percentText(limit)} are allowed`,
      advice: 'look whether an old export was replaced or a column changed its meaning',
    };
  });
}
