import { readExports, type Progress } from './exports/exports.ts';
import type { ExportFile } from './exports/file.ts';
import { buildFacts } from './facts/facts.ts';
import { issue, severityOf, type Issue } from './issue.ts';
import { figuresOf } from './measures/cells.ts';
import { contextOf } from './measures/context.ts';
import { measures } from './measures/index.ts';
import { endedTables, firstDays } from './measures/observed.ts';
import { buildReportModel } from './report/build.ts';
import type { Report } from './report/model.ts';
import { settingsHash, type Settings } from './settings.ts';
import { dayFromText, dayOf, dayText, lastCompleteWeekEnd } from './time/weeks.ts';
import { zoneOf, type Zone } from './time/zone.ts';

export interface BuildOptions {
  /** Last day of the report; without it the settings', else the last complete week before the newest row. */
  readonly asOf?: string;
  readonly progress?: Progress;
  /** The last published report of a day before the given one, which this report is compared with. */
  readonly previous?: (asOf: string) => Promise<Report | null>;
}

export interface Built {
  /** Null where an error stopped the build. */
  readonly report: Report | null;
  readonly issues: readonly Issue[];
}

/**
 * exports ─ read ─ recognise ─ parse ─ validate ─▶ FACTS ─ measures ─▶ REPORT
 *
 * The whole of Courtesy from left to right: export files and settings to everything that the pages say.
 * Pure but for reading the files' bytes; the clock, the machine's zone and its locale have no part in it.
 */
export async function buildReport(files: readonly ExportFile[], settings: Settings, options: BuildOptions = {}): Promise<Built> {
  const zone = zoneOf(settings.firm.zone);
  if (zone === null)
    return {
      report: null,
      issues: [issue('settings-invalid', { file: 'settings.yaml', column: 'firm.zone', text: settings.firm.zone, detail: 'no such time zone' })],
    };
  const { tables, files: read, issues } = await readExports(files, settings, { firm: zone, zoneOf }, options.progress);
  if (issues.some((one) => severityOf(one) === 'error')) return { report: null, issues };
  const facts = buildFacts(tables, read, { aliases: settings.aliases, rule: settings.complaints.rule });
  const given = options.asOf ?? settings.as_of ?? null;
  const asOf = asOfDay(given, facts.newest, zone);
  if (asOf === null) return { report: null, issues: [...issues, issue('workspace-undated', {})] };
  const whole = contextOf(facts, settings, asOf, zone);
  const empty = firstDays(whole).size === 0 && !Number.isNaN(facts.newest);
  const later = empty ? contextOf(facts, settings, dayOf(facts.newest, zone), zone) : whole;
  const early = empty && firstDays(later).size > 0;
  const incomplete = early && given === null;
  const context = incomplete ? later : whole;
  const figures = figuresOf(measures, context);
  if (early && given !== null) return { report: null, issues: [...issues, issue('as-of-too-early', { text: given })] };
  const previous = (await options.previous?.(dayText(context.asOf))) ?? null;
  const unmapped = facts.clients.unmapped.map(({ name, rows }) => issue('clients-unmapped', { text: name, detail: `${rows} rows` }));
  const shared = facts.clients.shared.map(({ name, first, second }) => issue('clients-alike', { text: name, detail: `${first} and ${second}` }));
  const ended = [...endedTables(context)].map(([table, day]) => issue('table-ends', { column: table, text: dayText(day) }));
  const all = [...issues, ...unmapped, ...shared, ...ended, ...(incomplete ? [issue('week-incomplete', { text: dayText(context.asOf) })] : [])];
  return { report: buildReportModel({ context, figures, measures, issues: all, previous, settings: settingsHash(settings) }), issues: all };
}

/** The Sunday that ends the last complete week up to the day given, else up to the newest row; null without either. */
function asOfDay(given: string | null, newest: number, zone: Zone): number | null {
  if (given !== null) return lastCompleteWeekEnd(dayFromText(given)!);
  return Number.isNaN(newest) ? null : lastCompleteWeekEnd(dayOf(newest, zone));
}
