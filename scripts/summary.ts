import type { Issue } from '../src/issue.ts';
import type { FileAccount, Report } from '../src/report/model.ts';
import { severities } from './messages.ts';
import type { SharesMade } from './shares.ts';

export type Rows = Pick<FileAccount, 'read' | 'used' | 'duplicate' | 'superseded' | 'rejected' | 'notData'>;

/** A whole number with its thousands set apart. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number and its noun. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** The rows of all files together: read = used + duplicate + superseded + rejected + not data. */
export function rowsOf(files: readonly Rows[]): Rows {
  const sum = (field: keyof Rows): number => files.reduce((total, file) => total + file[field], 0);
  return {
    read: sum('read'),
    used: sum('used'),
    duplicate: sum('duplicate'),
    superseded: sum('superseded'),
    rejected: sum('rejected'),
    notData: sum('notData'),
  };
}

/** What was read of so many files, on one line. */
export function readLine(files: readonly Rows[], of = files.length): string {
  const { read, used, duplicate, superseded, rejected, notData } = rowsOf(files);
  const parts = [
    `${grouped(used)} used`,
    `${grouped(duplicate)} duplicate`,
    `${grouped(superseded)} superseded`,
    `${grouped(rejected)} refused`,
    `${grouped(notData)} not data`,
  ];
  const which = files.length === of ? counted(of, 'file') : `${grouped(files.length)} of ${counted(of, 'file')}`;
  return `${which}, ${counted(read, 'row')} read: ${parts.join(', ')}`;
}

/** How much was found wrong, on one line. */
export function issuesLine(issues: readonly Issue[]): string {
  const { error, warning, note } = severities(issues);
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(note, 'note')}`;
}

/** What became facts and pages, on one line. */
export function reportLine(report: Report): string {
  const tables = Object.entries(report.facts).map(([table, rows]) => `${grouped(rows)} ${table.replaceAll('_', ' ')}`);
  const facts = Object.values(report.facts).reduce((sum, rows) => sum + rows, 0);
  return [
    counted(facts, 'fact') + (tables.length === 0 ? '' : ` (${tables.join(', ')})`),
    counted(report.clients.length, 'client'),
    counted(report.pages.length, 'page'),
    `as of ${report.asOf}`,
  ].join(', ');
}

/** What became pages for clients and what was searched in them, on one line; no line where none are made. */
export function sharesLine(made: SharesMade | null): readonly string[] {
  if (made === null) return [];
  const { states, bytes, names, doubts } = made;
  const others = (['off', 'expired', 'ended', 'early'] as const).flatMap((state) =>
    states[state] === undefined ? [] : [`${grouped(states[state])} ${state}`],
  );
  const pages = [counted(states.shared ?? 0, 'page for a client', 'pages for clients'), ...others].join(', ');
  return [
    `${pages}: ${grouped(bytes)} bytes searched for ${counted(names, 'name')} of others, ${doubts === 0 ? 'none found' : `${counted(doubts, 'word')} to be read`}`,
  ];
}
