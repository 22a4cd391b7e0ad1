import type { TableName } from '../../facts/table.ts';
import { tables } from '../../facts/tables.ts';
import { classOfWord } from '../../facts/answers.ts';
import type { DateForm } from '../date-forms.ts';
import { readFlag } from '../values.ts';
import { NOTHING, type ColumnLook } from './column-look.ts';
import { durationUnit, matchesOf, type Match } from './match.ts';
import { meaningOf } from './meanings.ts';

export interface ProposedColumn {
  readonly field: string;
  /** The column as the file names it. */
  readonly from: string;
  /** The column of the time that belongs to this day. */
  readonly and?: string;
  readonly unit?: 'seconds' | 'minutes' | 'hours';
  readonly after?: string;
  readonly dateForm?: DateForm;
  readonly samples: readonly string[];
}

/** A word of a coded column that the facts do not know, with what it obviously means or null. */
export interface ProposedWord {
  readonly word: string;
  readonly times: number;
  readonly meaning: string | null;
}

/** One table of facts that the rows of a file can be. */
export interface ProposedTable {
  readonly table: TableName;
  readonly columns: readonly ProposedColumn[];
  readonly words: Readonly<Record<string, readonly ProposedWord[]>>;
  readonly set: Readonly<Record<string, string>>;
  /** Lowest and highest answer, null where the cells do not say. */
  readonly scale: { readonly low: number; readonly high: number } | null;
  readonly missing: readonly string[];
  /** `open`: dates that can be read both ways, which somebody must decide. */
  readonly dateOrder: 'told' | 'open';
}

/** What the columns of a file can be: tables of facts, likeliest first; none where nothing fits. `unmapped` are the columns that no table uses. */
export interface Proposal {
  readonly tables: readonly ProposedTable[];
  readonly unmapped: readonly ColumnLook[];
}

/** Fields that tell what a table is; any one of each list must be there. */
const SIGNS: Readonly<Partial<Record<TableName, readonly (readonly string[])[]>>> = {
  surveys: [['answer'], ['ticket_id', 'response_id']],
  time_entries: [['minutes'], ['started_at']],
  tickets: [['ticket_id'], ['opened_at', 'status', 'closed_at', 'resolved_at']],
  complaints: [['complaint_id'], ['received_at']],
  appointments: [['appointment_id'], ['window_start', 'scheduled_on', 'arrived_at']],
  promises: [['promise_id'], ['due_at']],
  contacts: [['client'], ['at'], ['direction', 'channel']],
  meetings: [['client'], ['planned_at', 'held_at'], ['meeting_id', 'planned_at']],
  training: [['event_id'], ['client'], ['at']],
  clients: [['client'], ['account_manager', 'start', 'review_days', 'time_zone']],
};

/** An answer's column names the survey by itself; two columns that tell a stretch of work do so together. */
const WEIGHTS: Readonly<Record<string, number>> = {
  answer: 1.5,
  answered_at: 1,
  respondent: 0.5,
  minutes: 1.5,
  started_at: 1,
  opened_at: 1,
  status: 1,
  priority: 1,
};

const has = (matches: readonly Match[], field: string) => matches.some((one) => one.field === field);
const scoreOf = (matches: readonly Match[]) => matches.reduce((sum, { field, score }) => sum + score * (1 + (WEIGHTS[field] ?? 0)), 0);

function wordsFor(table: TableName, { field, look }: Match): readonly ProposedWord[] {
  const spec = tables[table].fields[field]!;
  const known = (word: string): boolean => {
    if (spec.kind === 'flag') return readFlag(word) !== -1;
    return spec.values?.includes(word.trim().toLowerCase()) === true;
  };
  if (spec.kind !== 'flag' && spec.values === undefined) return [];
  return [...look.words]
    .filter(([word]) => !known(word))
    .map(([word, times]) => ({ word, times, meaning: meaningOf(field, word) ?? (spec.kind === 'flag' ? meaningOf('flag', word) : null) }));
}

/** Words of answers that the facts do not class by themselves: they make the class. */
function classWords({ look }: Match): readonly ProposedWord[] {
  if (look.numbers > 0.5) return [];
  const unknown = [...look.words].filter(([word]) => classOfWord(word) === null);
  return unknown.length === 0 ? [] : [...look.words].map(([word, times]) => ({ word, times, meaning: meaningOf('class', word) }));
}

function columnOf(table: TableName, { field, look }: Match, matches: readonly Match[]): ProposedColumn | null {
  const spec = tables[table].fields[field]!;
  const plain = { field, from: look.name, samples: look.samples };
  if (spec.kind === 'instant' && look.dates < 0.8 && look.filled > 0) {
    const unit = durationUnit(look);
    if (unit !== null) return has(matches, 'opened_at') ? { ...plain, after: 'opened_at', unit } : null;
    return look.numberForm === null ? null : { ...plain, dateForm: look.numberForm };
  }
  if (spec.unit !== 'minutes') return plain;
  return { ...plain, unit: durationUnit(look) ?? (look.whole ? 'minutes' : 'hours') };
}

const CLOCK = /^\d{1,2}:\d\d(:\d\d)?( ?[ap]m)?$/i;
const every = (cells: readonly string[], form: RegExp) =>
  cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell.trim() === '' || form.test(cell.trim()));

/** A day whose time stands in the column to the right of it, with both. */
function withTime(column: ProposedColumn, cells: ReadonlyMap<string, readonly string[]>, used: readonly string[]): ProposedColumn {
  const names = [...cells.keys()];
  const next = names[names.indexOf(column.from) + 1];
  const isDay = every(cells.get(column.from) ?? [], /^[^\s:]*\d[^\s:]*$/) && column.unit === undefined && column.dateForm === undefined;
  if (!isDay || next === undefined || used.includes(next) || !/time|\bat\b|zeit|hora|heure/i.test(next) || !every(cells.get(next)!, CLOCK)) return column;
  return /_at$|_on$|^at$|_start$|_end$/.test(column.field) ? { ...column, and: next } : column;
}

/** The scale of numbers from low to high: those that surveys usually have; null where two fit or none. */
function scaleOf({ look }: Match): ProposedTable['scale'] {
  const { low, high, whole } = look;
  if (look.numbers < 0.8 || !whole) return null;
  if (low === -1 && high <= 1) return { low: -1, high: 1 };
  if (low >= 1 && high === 5) return { low: 1, high: 5 };
  if (low >= 0 && high === 10) return low === 0 || /nps|recommend/i.test(look.name) ? { low: 0, high: 10 } : null;
  return null;
}

function missingOf(matches: readonly Match[], cells: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set(matches.flatMap(({ look }) => (cells.get(look.name) ?? []).map((cell) => cell.trim().toLowerCase())));
  return NOTHING.filter((token) => found.has(token));
}

function proposed(table: TableName, matches: readonly Match[], cells: ReadonlyMap<string, readonly string[]>): ProposedTable {
  const used = matches.map(({ look }) => look.name);
  const columns = matches.flatMap((match) => columnOf(table, match, matches) ?? []).map((column) => withTime(column, cells, used));
  const answer = table === 'surveys' ? matches.find(({ field }) => field === 'answer') : undefined;
  const classes = answer === undefined ? [] : classWords(answer);
  const id = columns.find(({ field }) => field === 'ticket_id');
  if (table === 'surveys' && id !== undefined && !has(matches, 'response_id')) columns.unshift({ ...id, field: 'response_id' });
  if (classes.length > 0) columns.push({ field: 'class', from: answer!.look.name, samples: answer!.look.samples });
  const words = Object.fromEntries(
    [...matches.map((match) => [match.field, wordsFor(table, match)] as const), ['class', classes] as const].filter(([, list]) => list.length > 0),
  );
  const dated = matches.filter(({ look }) => look.dates >= 0.8).map(({ look }) => look.order);
  const open = dated.some((one) => one.either > 0 && one['day-first'] + one['month-first'] === 0);
  const told = dated.some((one) => one['day-first'] + one['month-first'] > 0);
  return {
    table,
    columns,
    words,
    set: table === 'surveys' && !has(matches, 'kind') ? { kind: /\bnps\b|recommend/i.test(answer!.look.name) ? 'nps' : 'csat' } : {},
    scale: answer === undefined ? null : scaleOf(answer),
    missing: missingOf(matches, cells),
    dateOrder: open && !told ? 'open' : 'told',
  };
}

const isWhole = (table: TableName, matches: readonly Match[]) =>
  (SIGNS[table] ?? [['']]).every((sign) => sign.some((field) => has(matches, field))) &&
  Object.entries(tables[table].fields).every(([field, { required }]) => !required || has(matches, field) || field === 'response_id');

/** What the rows of a file can be, by the words of its header and by what its cells hold. `cells` are those of every column by its name. */
export function propose(looks: readonly ColumnLook[], cells: ReadonlyMap<string, readonly string[]>): Proposal {
  const fits = (Object.keys(SIGNS) as TableName[])
    .map((table) => ({ table, matches: matchesOf(table, looks) }))
    .filter(({ table, matches }) => isWhole(table, matches))
    .sort((a, b) => scoreOf(b.matches) - scoreOf(a.matches));
  const [best] = fits;
  const also = best?.table === 'tickets' ? fits.filter(({ table, matches }) => table === 'surveys' && answersApart(matches, best.matches)) : [];
  const chosen = best === undefined ? [] : [best, ...also];
  const made = chosen.map(({ table, matches }) => proposed(table, matches, cells));
  const used = new Set([
    ...chosen.flatMap(({ matches }) => matches.map(({ look }) => look.name)),
    ...made.flatMap(({ columns }) => columns.flatMap(({ and = [] }) => and)),
  ]);
  return { tables: made, unmapped: looks.filter(({ name }) => !used.has(name)) };
}

/** Whether a ticket list holds answers of surveys too: a column that names them plainly and that the tickets do not use. */
function answersApart(surveys: readonly Match[], tickets: readonly Match[]): boolean {
  const answer = surveys.find(({ field }) => field === 'answer');
  return answer !== undefined && answer.score > 0.85 && !tickets.some(({ look }) => look === answer.look);
}
