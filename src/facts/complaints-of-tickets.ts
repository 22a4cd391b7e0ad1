import { codedColumn, textColumn, type CodeColumn, type Column, type FlagColumn, type TextColumn } from './columns.ts';
import { issue, type Issue } from '../issue.ts';
import type { Columns } from './facts.ts';
import type { TableName } from './table.ts';
import { tables as specs } from './tables.ts';

/** A ticket with one of these words is a formal complaint; words are compared without regard to case. Words of its subject are looked for while it is read. */
export interface ComplaintRule {
  readonly type: readonly string[];
  readonly category: readonly string[];
  readonly tag: readonly string[];
  readonly board: readonly string[];
}

const MADE = 'ticket:';

/** Flag of tickets whose subject holds a word of the rule; the column is there only where the settings name such words. */
export const COMPLAINS = 'complaint_subject';

/** Field of a ticket to field of the complaint that it is. */
const CARRIED: Readonly<Record<string, string>> = {
  client: 'client',
  requester: 'requester',
  channel: 'channel',
  opened_at: 'received_at',
  first_response_at: 'responded_at',
  resolved_at: 'closed_at',
  scope: 'scope',
  cause: 'cause',
  vendor_caused: 'vendor_caused',
};

function codesMatching(column: Column | undefined, words: readonly string[], split: boolean): ReadonlySet<number> {
  const wanted = new Set(words.map((word) => word.toLowerCase()));
  const found = new Set<number>();
  if (column === undefined || wanted.size === 0) return found;
  (column as CodeColumn).dictionary.forEach((word, code) => {
    const whole = word.toLowerCase();
    const parts = split ? [whole, ...whole.split(/[,;|]+/u).map((part) => part.trim()), ...whole.split(/[\s,;|]+/u)] : [whole];
    if (parts.some((part) => wanted.has(part))) found.add(code);
  });
  return found;
}

function ruledRows(tickets: Columns, rule: ComplaintRule): number[] {
  const tests = (
    [
      ['type', rule.type],
      ['category', rule.category],
      ['team', rule.board],
      ['tags', rule.tag],
    ] as const
  ).map(([field, words]) => {
    const column = tickets.columns.get(field) as CodeColumn | undefined;
    return { column, codes: codesMatching(column, words, field === 'tags') };
  });
  const used = tests.filter((test) => test.codes.size > 0);
  const opened = tickets.columns.get('opened_at') as Float64Array | undefined;
  const bySubject = tickets.columns.get(COMPLAINS) as FlagColumn | undefined;
  if ((used.length === 0 && bySubject === undefined) || opened === undefined) return [];
  const merged = tickets.columns.get('merged_into') as CodeColumn | undefined;
  const rows: number[] = [];
  for (let row = 0; row < tickets.rows; row++) {
    const isRuled = bySubject?.[row] === 1 || used.some(({ column, codes }) => codes.has(column!.codes[row]!));
    if (isRuled && !Number.isNaN(opened[row]!) && (merged?.codes[row] ?? -1) === -1) rows.push(row);
  }
  return rows;
}

function packed(words: readonly (string | null)[]): TextColumn {
  const encoded = words.map((word) => new TextEncoder().encode(word ?? ''));
  const offsets = new Uint32Array(words.length + 1);
  encoded.forEach((bytes, at) => (offsets[at + 1] = offsets[at]! + bytes.length));
  const bytes = new Uint8Array(offsets[words.length]!);
  encoded.forEach((one, at) => bytes.set(one, offsets[at]!));
  return textColumn(bytes, offsets);
}

/** One column of the log with the tickets' rows below it. */
function extended(field: string, log: Columns | undefined, tickets: Columns, rows: readonly number[]): Column {
  const kind = specs.complaints.fields[field]!.kind;
  const own = log?.columns.get(field);
  const from = Object.keys(CARRIED).find((one) => CARRIED[one] === field);
  const carried = field === 'ticket_id' ? tickets.columns.get('ticket_id') : from === undefined ? undefined : tickets.columns.get(from);
  const before = log?.rows ?? 0;
  const at = <Value>(column: Column | undefined, row: number, none: Value) =>
    column === undefined ? none : ((column as unknown as { at(row: number): Value }).at(row) ?? none);
  const all = <Value>(none: Value, made: (row: number) => Value) => [...Array.from({ length: before }, (_, row) => at(own, row, none)), ...rows.map(made)];
  if (kind === 'id') return packed(all<string | null>(null, (row) => MADE + (tickets.columns.get('ticket_id') as TextColumn).at(row)));
  if (kind === 'instant' || kind === 'number') return Float64Array.from(all(NaN, (row) => at(carried, row, NaN)));
  if (kind === 'flag') return Int8Array.from(all(-1, (row) => at(carried, row, -1)));
  return codedColumn(all<string | null>(null, (row) => at(carried, row, null)));
}

const REQUIRED = ['complaint_id', 'ticket_id', 'received_at'];

/**
 * The tables with the complaint log extended by the tickets that the rule calls complaints, except those that the log
 * already names. Such a complaint's id is `ticket:` and the ticket's; its steps of recovery are not known.
 */
export function complaintsWithTickets(tables: ReadonlyMap<TableName, Columns>, rule: ComplaintRule): ReadonlyMap<TableName, Columns> {
  const tickets = tables.get('tickets');
  if (tickets === undefined) return tables;
  const log = tables.get('complaints');
  const logged = new Set((log?.columns.get('ticket_id') as CodeColumn | undefined)?.dictionary ?? []);
  const ids = tickets.columns.get('ticket_id') as TextColumn;
  const rows = ruledRows(tickets, rule).filter((row) => !logged.has(ids.at(row)!));
  if (rows.length === 0) return tables;
  const made = Object.keys(CARRIED)
    .filter((from) => tickets.columns.has(from))
    .map((from) => CARRIED[from]!);
  const fields = [...new Set([...REQUIRED, ...(log?.columns.keys() ?? []), ...made])];
  const extendedLog: Columns = {
    rows: (log?.rows ?? 0) + rows.length,
    columns: new Map(fields.map((field) => [field, extended(field, log, tickets, rows)])),
    file: Int32Array.from([...(log?.file ?? []), ...rows.map((row) => tickets.file[row]!)]),
    line: Int32Array.from([...(log?.line ?? []), ...rows.map((row) => tickets.line[row]!)]),
  };
  return new Map([...tables, ['complaints', extendedLog]]);
}

/** A note where the rule looks for words in subjects, and no export of tickets has a column of subjects. */
export function idleRule(tables: ReadonlyMap<TableName, Columns>, subjects: readonly string[]): readonly Issue[] {
  const tickets = tables.get('tickets');
  if (subjects.length === 0 || tickets === undefined || tickets.columns.has(COMPLAINS)) return [];
  return [issue('rule-without-subject', { file: 'settings.yaml', column: 'complaints.rule.subject', text: subjects.join(', ') })];
}
