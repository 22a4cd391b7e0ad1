import type { Finding } from '../../src/gates/finding.ts';
import { findingsOf, type Gated } from '../../src/gates/gates.ts';
import { buildReport, type Built } from '../../src/pipeline.ts';
import type { Report } from '../../src/report/model.ts';
import { dayText } from '../../src/time/weeks.ts';
import { fileOf, settingsWith } from '../workspace.ts';

/** Exports by their names. */
export type Exports = Readonly<Record<string, string>>;

export const CLIENTS = ['Ash', 'Birch', 'Cedar', 'Elm'];
/** Monday, 5 January 2026, as a day number. */
const FIRST = 20_458;
const HEAD = 'ticket_id,client,opened_at,first_response_at,resolved_at,closed_at';

/** Each ticket of a week, from 0 on, as a row; it opens on a weekday and is closed two hours later. */
export function weekRows(week: number, count = 30, clients = CLIENTS): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const day = dayText(FIRST + 7 * week + (at % 5));
    return `T-${week}-${at},${clients[at % clients.length]!},${day}T09:00Z,${day}T09:${10 + (at % 40)}Z,${day}T11:00Z,${day}T11:30Z`;
  });
}

/** A CSV of tickets. */
export const sheet = (...rows: readonly (readonly string[])[]): string => `${[HEAD, ...rows.flat()].join('\n')}\n`;

/** A file for each week, `tickets-w00.csv` and so on. */
export function weekly(weeks: number, count = 30, clients = CLIENTS): Exports {
  return Object.fromEntries(
    Array.from({ length: weeks }, (_, week) => [`tickets-w${String(week).padStart(2, '0')}.csv`, sheet(weekRows(week, count, clients))]),
  );
}

/** A build that is whole. */
export interface Made {
  readonly report: Report;
  readonly gated: NonNullable<Built['gated']>;
  readonly settings: ReturnType<typeof settingsWith>;
}

/** A build of these exports, compared with the one before, where there is one, as the published build and as the report before. */
export async function madeOf(exports: Exports, raw: Readonly<Record<string, unknown>> = {}, before: Made | null = null, asOf?: string): Promise<Made> {
  const settings = settingsWith(raw);
  const files = Object.entries(exports).map(([name, text]) => fileOf(name, text));
  const previous = async (day: string) => (before !== null && before.report.asOf < day ? before.report : null);
  const built = await buildReport(files, settings, { previous, published: before?.gated.traces ?? null, ...(asOf !== undefined && { asOf }) });
  if (built.report === null) throw new Error(JSON.stringify(built.issues.filter(({ code }) => code !== 'week-incomplete')));
  return { report: built.report, gated: built.gated!, settings };
}

/** What the gates find in a build made after another one; on the day after its newest row unless told otherwise. */
export function found(now: Made, before: Made | null, more: Partial<Gated> = {}): readonly Finding[] {
  const { report, gated, settings } = now;
  const { lost, traces } = gated;
  const compared = before === null || before.report.asOf >= report.asOf ? null : before.report;
  const tables = Object.fromEntries(compared?.accounts.map(({ measure, table }) => [measure, table]) ?? []);
  return findingsOf(
    {
      report,
      traces,
      before: before === null ? null : { traces: before.gated.traces, lost: lost! },
      compared: compared && { name: 'before', asOf: compared.asOf, settings: compared.settings, versions: {}, tables },
      carried: [],
      unread: null,
      first: before === null,
      today: traces.newest!,
      asked: null,
      ...more,
    },
    settings,
  );
}

/** The names of findings with their grades. */
export const named = (findings: readonly Finding[]): readonly string[] => findings.map(({ id, grade }) => `${id} ${grade}`);
