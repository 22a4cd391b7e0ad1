import type { FieldSpec, TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import type { Source } from '../settings.ts';
import { codeBuilder, flagBuilder, instantBuilder, numberBuilder, textBuilder, type Builder } from './builders.ts';
import { namesIn, normalHeader, type FieldSource, type Format, type FromColumn, type Gives } from './formats/format.ts';
import { findColumn, type Recognised } from './recognise.ts';
import { readFlag, readMinutes, readNumber } from './values.ts';

/** How one field of one table is read from a record. */
export interface FieldPlan {
  readonly field: string;
  readonly spec: FieldSpec;
  /** Position of the column, -1 for a fixed text. */
  readonly at: number;
  /** Name of the column as the file writes it. */
  readonly column: string;
  /** What the builder takes from a record: the cell's text, '' where it is missing; for coded fields the cell as written. */
  readonly cell: (record: readonly string[]) => string;
  readonly builder: Builder<unknown>;
  readonly kind: 'instant' | 'duration' | 'value';
  readonly source: FieldSource;
}

export interface TablePlan {
  readonly table: TableName;
  readonly gives: Gives;
  readonly fields: readonly FieldPlan[];
  /** Whether a record gives this fact at all. */
  readonly applies: (record: readonly string[]) => boolean;
  /** Position of the column that counts changes, -1 without one. */
  readonly sequence: number;
}

type Reader = (record: readonly string[]) => string;

const same = (word: string) => word;

function missingTest(format: Format, source: FromColumn): ((cell: string) => boolean) | null {
  const tokens = new Set([...(format.missing ?? []), ...(source.missing ?? [])].map((token) => token.toLowerCase()));
  if (source.zeroIsMissing) for (const zero of ['0', '0.0', '0.00', '00:00', '00:00:00', '0:00']) tokens.add(zero);
  if (tokens.size === 0) return null;
  const longest = Math.max(...[...tokens].map((token) => token.length));
  return (cell) => cell.length <= longest && tokens.has(cell.toLowerCase());
}

/** A cell as written to its text: trimmed, '' where it is missing or the capture does not match. */
function textOf(format: Format, source: FromColumn): (cell: string) => string {
  const missing = missingTest(format, source);
  const { capture } = source;
  return (written) => {
    const cell = written.trim();
    if (missing !== null && missing(cell)) return '';
    if (capture === undefined || cell === '') return cell;
    return capture.exec(cell)?.[1]?.trim() ?? '';
  };
}

/** Whether the field is told by one cell alone, so that equal cells mean the same. */
const isLocal = (source: FromColumn) => source.and === undefined && source.where === undefined;

/** The cell at a position or, where its header stands several times, the first filled one, or all filled ones joined by blanks. */
function cellAt(header: readonly string[], at: number, all: boolean): Reader {
  const positions = header.flatMap((one, position) => (one === header[at] ? [position] : []));
  if (positions.length === 1) return (record) => record[at] ?? '';
  const filled = (record: readonly string[]) => positions.map((position) => record[position] ?? '').filter((cell) => cell.trim() !== '');
  return all ? (record) => filled(record).join(' ') : (record) => filled(record)[0] ?? '';
}

function readerOf(format: Format, source: FromColumn, header: readonly string[], cellOf: Reader): Reader {
  const second = source.and === undefined ? -1 : findColumn(header, source.and);
  const whereAt = source.where === undefined ? -1 : findColumn(header, source.where.column);
  const { where } = source;
  const text = textOf(format, second === -1 ? source : { ...source, capture: undefined });
  if (isLocal(source)) return (record) => text(cellOf(record));
  const joined = textOf(format, source);
  return (record) => {
    if (where !== undefined && !where.matches.test(record[whereAt] ?? '')) return '';
    const cell = text(cellOf(record));
    return second === -1 || cell === '' ? cell : joined(`${cell} ${record[second] ?? ''}`);
  };
}

/** Word of the export to word of the facts: the settings first, then the format. */
function meaningOf(spec: FieldSpec, source: FieldSource, own: Readonly<Record<string, string>> | undefined): (word: string) => string {
  const map = new Map<string, string>();
  if ('values' in source && source.values !== undefined) for (const [word, meaning] of Object.entries(source.values)) map.set(normalHeader(word), meaning);
  for (const [word, meaning] of Object.entries(own ?? {})) map.set(normalHeader(word), meaning);
  const known = new Map((spec.values ?? []).map((value) => [value, value]));
  if (map.size === 0 && known.size === 0) return same;
  const other = map.get('*');
  return (word) => {
    const normal = normalHeader(word);
    return map.get(normal) ?? known.get(normal) ?? other ?? word;
  };
}

function builderOf(
  spec: FieldSpec,
  source: FieldSource,
  format: Format,
  own: Readonly<Record<string, string>> | undefined,
  capacity: number,
): Pick<FieldPlan, 'builder' | 'kind'> {
  const decimal = format.decimal ?? '.';
  const meaning = meaningOf(spec, source, own);
  const unit = 'unit' in source ? source.unit : undefined;
  if (spec.kind === 'instant') {
    if ('after' in source && source.after !== undefined)
      return { kind: 'duration', builder: numberBuilder(capacity, meaning, (text) => readMinutes(text, unit ?? 'minutes', decimal), -Infinity) };
    return { kind: 'instant', builder: instantBuilder(capacity) };
  }
  if (spec.kind === 'number') {
    const read = unit === undefined ? (text: string) => readNumber(text, decimal) : (text: string) => readMinutes(text, unit, decimal);
    return { kind: 'value', builder: numberBuilder(capacity, meaning, read, spec.least ?? -Infinity) };
  }
  if (spec.kind === 'flag') return { kind: 'value', builder: flagBuilder(capacity, meaning, readFlag) };
  if (spec.kind === 'id' || spec.kind === 'text') return { kind: 'value', builder: textBuilder(capacity, meaning) };
  if ('fixed' in source || !isLocal(source)) return { kind: 'value', builder: codeBuilder(capacity, meaning) };
  const text = textOf(format, source);
  return { kind: 'value', builder: codeBuilder(capacity, (cell) => meaning(text(cell))) };
}

const isCoded = (spec: FieldSpec) => spec.kind === 'code' || spec.kind === 'ref';

function specsOf(gives: Gives, header: readonly string[]): readonly (readonly [string, FieldSpec, FieldSource])[] {
  const table = tables[gives.table];
  const item: FieldSpec = { kind: 'number', meaning: 'An item of the survey.', missing: 'Not answered.', unit: 'points' };
  const named = Object.entries(gives.fields).map(([field, source]) => [field, table.fields[field] ?? item, source] as const);
  const { prefix } = table;
  const already = new Set(named.map(([field]) => field));
  const extra =
    prefix === undefined
      ? []
      : header
          .map(normalHeader)
          .filter((one) => one.startsWith(prefix) && !already.has(one))
          .map((one) => [one, item, { from: one }] as const);
  return [...named, ...extra];
}

/** The source itself, or the one to read instead where the file lacks its column. */
function present(source: FieldSource, header: readonly string[]): FieldSource {
  if ('fixed' in source || source.or === undefined || findColumn(header, source.from) !== -1) return source;
  return present(source.or, header);
}

/** How each table that the format gives is read from this file; fields whose column the file lacks are absent. */
export function planOf(found: Recognised, source: Source | null, capacity: number): readonly TablePlan[] {
  const header = namesIn(found.format, found.header);
  return found.format.gives.map((gives) => {
    const fields = specsOf(gives, header).flatMap(([field, spec, from]): FieldPlan[] => {
      if (spec.kept === false) return [];
      const own = source?.values[field];
      const set = field === 'client' && source?.client !== undefined ? { fixed: source.client } : present(from, header);
      if ('fixed' in set)
        return [{ field, spec, at: -1, column: '', cell: () => set.fixed, source: set, ...builderOf(spec, set, found.format, own, capacity) }];
      const at = findColumn(header, set.from);
      if (at === -1) return [];
      const cellOf = cellAt(header, at, set.all === true);
      return [
        {
          field,
          spec,
          at,
          column: found.header[at]!.trim(),
          cell: isCoded(spec) && isLocal(set) ? cellOf : readerOf(found.format, set, header, cellOf),
          source: set,
          ...builderOf(spec, set, found.format, own, capacity),
        },
      ];
    });
    const { when } = gives;
    const whenAt = when === undefined ? -1 : findColumn(header, when.column);
    const applies = when === undefined ? () => true : (record: readonly string[]) => when.matches.test((record[whenAt] ?? '').trim()) !== (when.not === true);
    return { table: gives.table, gives, fields, applies, sequence: gives.sequence === undefined ? -1 : findColumn(header, gives.sequence) };
  });
}
