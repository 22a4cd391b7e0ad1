import { createHash } from 'node:crypto';
import { type FieldSpec, type TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import type { Source } from '../settings.ts';
import type { FieldSource, Format, FromColumn, Gives } from './formats/format.ts';
import { renamed } from './renamed.ts';

/** One entry of `sources` in the settings, with its position there. */
export interface Entry {
  readonly source: Source;
  readonly at: number;
}

export const isMapping = ({ source }: Entry): boolean => source.table !== undefined && Object.hasOwn(tables, source.table);

/** What pages and commands call a format that the settings tell. */
export const MAPPED_TITLE = 'mapped in settings.yaml';
/** Whether an id is that of a format that the settings tell. */
export const isMapped = (id: string): boolean => id.startsWith('mapped-');

/** Whether a field counts time, so that its cells may have a unit. */
export const isDuration = ({ unit }: FieldSpec): boolean => unit === 'seconds' || unit === 'minutes' || unit === 'hours';

/** What a field of a table is; undefined where the table has none of this name. */
export function specOf(table: TableName, field: string): FieldSpec | undefined {
  const { fields, prefix } = tables[table];
  if (Object.hasOwn(fields, field)) return fields[field];
  const isItem = prefix !== undefined && field.startsWith(prefix) && field.length > prefix.length;
  return isItem ? { kind: 'number', meaning: 'An item of the survey.', missing: 'Not answered.', unit: 'points' } : undefined;
}

/** The column of an entry as a format has it, with what the entry says of all of its columns. */
function columnOf(source: Source, field: string, spec: FieldSpec): FromColumn {
  const { from, and, unit, after, zone = source.zone, date_form, missing } = source.columns[field]!;
  const isInstant = spec.kind === 'instant' && after === undefined;
  return {
    from,
    ...(and === undefined ? {} : { and }),
    ...(after !== undefined || isDuration(spec) ? { unit: unit ?? source.unit ?? (spec.unit as FromColumn['unit']) ?? 'minutes' } : {}),
    ...(after === undefined ? {} : { after }),
    ...(zone === undefined ? {} : { zone }),
    ...(isInstant ? { dateForm: date_form ?? source.date_form ?? 'words' } : {}),
    missing: [...source.missing, ...missing],
  };
}

const own = (source: Source, field: string) => (source.values[field] === undefined ? {} : { values: source.values[field] });

/** The fields of one table that an entry tells: its columns, its fixed words, its scale and its client. */
function fieldsOf(source: Source, table: TableName): Readonly<Record<string, FieldSource>> {
  const fields: Record<string, FieldSource> = {};
  for (const field of Object.keys(source.columns)) {
    const spec = specOf(table, field);
    if (spec !== undefined) fields[field] = { ...columnOf(source, field, spec), ...own(source, field) };
  }
  if (table === 'surveys' && source.scale !== undefined) {
    fields['scale_low'] = { fixed: String(source.scale.low) };
    fields['scale_high'] = { fixed: String(source.scale.high) };
  }
  for (const [field, fixed] of Object.entries(source.set)) if (specOf(table, field) !== undefined) fields[field] = { fixed };
  return fields;
}

/** Where the settings say what answers count as and the file has no column that does, the answer's own tells the class; words not listed leave it to the scale. */
function withClass(fields: Gives['fields'], source: Source, table: TableName): Gives['fields'] {
  const { class: told, answer } = fields;
  const words = source.values['class'];
  if (table !== 'surveys' || words === undefined || answer === undefined || 'fixed' in answer) return fields;
  const { values: _, ...column } = answer;
  const own: FromColumn = { ...column, values: { '*': '', ...words } };
  if (told === undefined) return { ...fields, class: own };
  return 'fixed' in told || told.or !== undefined ? fields : { ...fields, class: { ...told, or: own } };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where nothing tells when a survey was sent, a row without an answer tells of no survey. */
function answered(source: Source, fields: Gives['fields']): Pick<Gives, 'when'> {
  const { answer, sent_at } = fields;
  if (source.table !== 'surveys' || sent_at !== undefined || answer === undefined || 'fixed' in answer) return {};
  return { when: { column: answer.from, matches: new RegExp(`^(?!(?:${(answer.missing ?? []).map(escaped).join('|')})$).`, 'isu') } };
}

function givesOf({ source }: Entry): Gives {
  const table = source.table as TableName;
  const client = source.client === undefined ? null : { client: { fixed: source.client } };
  const fields = withClass({ ...fieldsOf(source, table), ...client }, source, table);
  return { table, fields, ...answered(source, fields) };
}

/** A number that is another where the entries say anything else, so that nothing kept from before is taken for theirs. */
const versionOf = (said: unknown): number => createHash('sha256').update(JSON.stringify(said)).digest().readUInt32BE();

/** The format of a user's own that entries with `table` tell: a table of facts from each. */
export function mappedFormat(entries: readonly Entry[]): Format {
  const names = [...new Set(entries.map(({ source }) => source.table!.replaceAll('_', '-')))];
  const decimal = entries.find(({ source }) => source.decimal !== undefined)?.source.decimal;
  return {
    id: `mapped-${names.join('-')}`,
    title: MAPPED_TITLE,
    version: versionOf(entries.map(({ source }) => source)),
    needs: [],
    knows: entries.flatMap(({ source }) => source.headers ?? []),
    ...(decimal === undefined ? {} : { decimal }),
    gives: entries.map(givesOf),
  };
}

const speaks = ({ columns, set, scale, missing, decimal, date_form, values }: Source): boolean =>
  values['class'] !== undefined ||
  Object.keys(columns).length + Object.keys(set).length + missing.length > 0 ||
  [scale, decimal, date_form].some((one) => one !== undefined);

/** What the format says of a field stays where the settings name another column: its words and its stand-ins for missing. */
function replaced(before: FieldSource | undefined, now: FieldSource): FieldSource {
  if (before === undefined || 'fixed' in before || 'fixed' in now) return now;
  const { values, missing = [] } = before;
  return { ...(values === undefined ? {} : { values }), ...now, missing: [...missing, ...(now.missing ?? [])] };
}

function withForm(fields: Gives['fields'], { table }: Gives, form: Source['date_form']): Gives['fields'] {
  if (form === undefined) return fields;
  const isDate = (field: string, one: FieldSource): one is FromColumn =>
    !('fixed' in one) && one.after === undefined && one.dateForm === undefined && specOf(table, field)?.kind === 'instant';
  return Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, isDate(field, one) ? { ...one, dateForm: form } : one]));
}

/** A known format with what an entry of the settings says otherwise; the format itself where the entry says nothing of its columns. */
export function overridden(format: Format, source: Source): Format {
  if (!speaks(source)) return format;
  const known = renamed(format, source);
  const gives = known.gives.map((one) => {
    const told = Object.entries(fieldsOf({ ...source, values: {} }, one.table)).map(([field, now]) => [field, replaced(one.fields[field], now)] as const);
    const fields = withClass({ ...one.fields, ...Object.fromEntries(told) }, source, one.table);
    return { ...one, fields: withForm(fields, one, source.date_form) };
  });
  return {
    ...known,
    version: versionOf([format.version, source]),
    missing: [...(format.missing ?? []), ...source.missing],
    ...(source.decimal === undefined ? {} : { decimal: source.decimal }),
    gives,
  };
}
