import { table as arqueroTable } from 'arquero';
import { issue, type Issue } from '../issue.ts';
import { dayFromText, dayOf, dayStart, dayText } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';
import type { Clients } from './clients.ts';
import { codedColumn } from './columns.ts';
import type { Facts, FileRead } from './facts.ts';
import { inOrderSent, monthTold, SENT_ARCHIVE, type SentArchive, type SentPage } from './sent-page.ts';
import { codes, numbers, type FactTable } from './table.ts';

interface Sending {
  readonly page: SentPage;
  readonly client: number;
  readonly month: string;
  readonly at: number;
}

function sendingsOf(pages: readonly SentPage[], clients: Clients, zone: Zone): readonly Sending[] {
  return pages
    .toSorted(inOrderSent)
    .map((page) => ({ page, client: clients.indexOf(page.client), month: monthTold(page.period), at: dayStart(dayFromText(page.sent)!, zone) }));
}

/** The table with the rows of the exports that are kept, and the sendings below them. */
function tableWith(before: FactTable | undefined, kept: readonly number[], sendings: readonly Sending[], file: number): FactTable {
  const [client, period] = [before && codes(before, 'client'), before && codes(before, 'period')];
  const at = before && numbers(before, 'sent_at');
  const columns = [
    ['client', codedColumn([...kept.map((row) => client?.at(row) ?? null), ...sendings.map(({ page }) => page.client)])],
    ['period', codedColumn([...kept.map((row) => period?.at(row) ?? null), ...sendings.map(({ month }) => month)])],
    ['sent_at', Float64Array.from([...kept.map((row) => at?.[row] ?? NaN), ...sendings.map((one) => one.at)])],
  ];
  return {
    name: 'reports_sent',
    rows: kept.length + sendings.length,
    data: arqueroTable(columns as never),
    client: Int32Array.from([...kept.map((row) => before!.client[row]!), ...sendings.map((one) => one.client)]),
    file: Int32Array.from([...kept.map((row) => before!.file[row]!), ...sendings.map(() => file)]),
    line: Int32Array.from([...kept.map((row) => before!.line[row]!), ...sendings.map((_, at) => at + 1)]),
  };
}

function accountOf({ pages, damaged }: SentArchive, sendings: readonly Sending[], zone: Zone): FileRead {
  const read = pages.length + damaged.length;
  const days = sendings.map(({ at }) => at);
  return {
    file: SENT_ARCHIVE,
    format: SENT_ARCHIVE,
    tables: ['reports_sent'],
    encoding: 'utf-8',
    delimiter: '',
    dateOrder: '',
    toldByRows: [],
    tellsPeople: false,
    zone: zone.id,
    read,
    used: sendings.length,
    duplicate: 0,
    superseded: 0,
    rejected: read - sendings.length,
    notData: 0,
    oldest: days.length === 0 ? NaN : Math.min(...days),
    newest: days.length === 0 ? NaN : Math.max(...days),
  };
}

interface Told {
  readonly kept: readonly number[];
  /** Rows of the exports that give way, by their file. */
  readonly given: ReadonlyMap<number, number>;
  readonly issues: readonly Issue[];
}

/** Which rows of the exports stay: those that tell of a page in the archive give way to it. */
function beside(before: FactTable | undefined, sendings: readonly Sending[], files: readonly FileRead[], { zone, asOf }: When): Told {
  const known = new Map<string, string[]>();
  for (const { client, month, page } of sendings.filter(({ page: one }) => dayFromText(one.sent)! <= asOf))
    known.set(`${client} ${month}`, [...(known.get(`${client} ${month}`) ?? []), page.sent]);
  const kept: number[] = [];
  const given = new Map<number, number>();
  const issues: Issue[] = [];
  for (let row = 0; row < (before?.rows ?? 0); row++) {
    const [month, file, line] = [codes(before!, 'period')?.at(row) ?? '', before!.file[row]!, before!.line[row]!];
    const days = known.get(`${before!.client[row]} ${month}`);
    if (days === undefined) {
      kept.push(row);
      continue;
    }
    given.set(file, (given.get(file) ?? 0) + 1);
    const own = dayText(dayOf(numbers(before!, 'sent_at')?.[row] ?? NaN, zone));
    if (!days.includes(own))
      issues.push(issue('sent-otherwise', { file: files[file]?.file ?? '', line, column: 'sent_at', text: own, detail: `in the archive: ${days.join(', ')}` }));
  }
  return { kept, given, issues };
}

/** The firm's zone, and the last day of the report. */
export interface When {
  readonly zone: Zone;
  readonly asOf: number;
}

/** A file whose rows gave way to the archive; its other tables, if any, still use them. */
function withGiven(file: FileRead, rows: number): FileRead {
  return rows === 0 || file.tables.length > 1 ? file : { ...file, used: file.used - rows, superseded: file.superseded + rows };
}

/**
 * The facts with the pages that were sent as rows of `reports_sent`, in a file of their own. A row of an export about the same client and
 * month gives way to a page sent up to the as-of day, and is said where its day is another one. Pages of clients that nobody has now, and
 * entries that were damaged, are refused. The newest instant of the facts stays: sending moves no as-of day.
 */
export function withSent(facts: Facts, archive: SentArchive, when: When): { readonly facts: Facts; readonly issues: readonly Issue[] } {
  if (archive.pages.length + archive.damaged.length === 0) return { facts, issues: [] };
  const { zone } = when;
  const all = sendingsOf(archive.pages, facts.clients, zone);
  const sendings = all.filter(({ client }) => client >= 0);
  const before = facts.tables.reports_sent;
  const { kept, given, issues } = beside(before, sendings, facts.files, when);
  const strangers = all.filter(({ client }) => client < 0);
  const files = [...facts.files.map((file, at) => withGiven(file, given.get(at) ?? 0)), accountOf(archive, sendings, zone)];
  const tables = sendings.length === 0 ? facts.tables : { ...facts.tables, reports_sent: tableWith(before, kept, sendings, facts.files.length) };
  return {
    facts: { ...facts, tables, files },
    issues: [
      ...issues,
      ...strangers.map(({ page }) => issue('sent-client-unknown', { file: SENT_ARCHIVE, text: page.client, detail: page.entry })),
      ...archive.damaged.toSorted().map((entry) => issue('sent-damaged', { file: SENT_ARCHIVE, text: entry })),
    ],
  };
}
