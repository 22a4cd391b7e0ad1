import { COMPLAINS } from '../facts/complaints-of-tickets.ts';
import type { FieldSpec, TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import type { Source } from '../settings.ts';
import { cellAt, isLocal, readerOf, textOf } from './cell-text.ts';
import { flagBuilder, instantBuilder, textBuilder, type Builder } from './builders.ts';
import { codeBuilder } from './code-builder.ts';
import { namesIn, normalHeader, type FieldSource, type Format, type FromColumn, type Gives } from './formats/format.ts';
import { findColumn, type Recognised } from './recognise.ts';
import { holdsOneOf } from './subject-words.ts';
import { numberBuilder, type NumberMarks, type NumberReading } from './number-marks.ts';
import { withoutPowers } from './powers.ts';
import { IN_MINUTES, readFlag } from './values.ts';

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

/** Whether all rows of a table are of one client, since the settings say of which. */
export const isOfOne = ({ fields }: Pick<TablePlan, 'fields'>): boolean => fields.some(({ field, source }) => field === 'client' && 'fixed' in source);

const same = (word: string) => word;

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
  { capacity, marks, column }: { readonly capacity: number; readonly marks: NumberMarks; readonly column: string },
): Pick<FieldPlan, 'builder' | 'kind'> {
  const meaning = meaningOf(spec, source, own);
  const unit = 'unit' in source ? source.unit : undefined;
  const numbers = (reading: NumberReading) => numberBuilder(capacity, meaning, reading, marks, marks.column(column, WHOLE.has(spec.unit ?? '')));
  if (spec.kind === 'instant') {
    if ('after' in source && source.after !== undefined)
      return { kind: 'duration', builder: numbers({ factor: IN_MINUTES[unit ?? 'minutes'], perMinute: 1, least: -Infinity }) };
    return { kind: 'instant', builder: instantBuilder(capacity) };
  }
  if (spec.kind === 'number') {
    const perMinute = unit === undefined ? null : (A_MINUTE[spec.unit ?? ''] ?? 1);
    return { kind: 'value', builder: numbers({ factor: unit === undefined ? 1 : IN_MINUTES[unit] * perMinute!, perMinute, least: spec.least ?? -Infinity }) };
  }
  if (spec.kind === 'flag') return { kind: 'value', builder: flagBuilder(capacity, meaning, readFlag) };
  if (spec.kind === 'text') return { kind: 'value', builder: textBuilder(capacity, meaning) };
  if (spec.kind === 'id') return { kind: 'value', builder: withoutPowers(textBuilder(capacity, meaning)) };
  const text = 'fixed' in source || !isLocal(source) ? same : textOf(format, source);
  const coded = codeBuilder(capacity, text === same ? meaning : (cell) => meaning(text(cell)));
  return { kind: 'value', builder: spec.kind === 'ref' ? withoutPowers(coded) : coded };
}

/** Units of numbers that have no decimals. */
const WHOLE: ReadonlySet<string> = new Set(['times', 'people', 'days']);

/** How many of a unit of the facts make a minute. */
const A_MINUTE: Readonly<Record<string, number>> = { seconds: 60, minutes: 1, hours: 1 / 60 };

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

const complains: FieldSpec = { kind: 'flag', meaning: 'Its subject holds a word of the complaint rule.', missing: 'No subject.' };

/** Whether a ticket's subject holds a word of the complaint rule; the subject itself is not kept, so that rows stay told apart by its cell. */
function subjectFlag(found: Recognised, from: FromColumn, header: readonly string[], words: readonly string[], capacity: number): FieldPlan[] {
  const at = findColumn(header, from.from);
  if (at === -1 || words.length === 0) return [];
  const holds = holdsOneOf(words);
  const cell = readerOf(found.format, from, header, cellAt(header, at, from.all === true));
  const builder = flagBuilder(capacity, same, (text) => (holds(text) ? 1 : 0));
  return [{ field: COMPLAINS, spec: complains, at: -1, column: found.header[at]!.trim(), cell, source: from, builder, kind: 'value' }];
}

/**
 * How each table that the format gives is read from this file; fields whose column the file lacks are absent. `subjects`
 * are the words in a ticket's subject that make it a complaint.
 */
export function planOf(found: Recognised, source: Source | null, capacity: number, marks: NumberMarks, subjects: readonly string[] = []): readonly TablePlan[] {
  const header = namesIn(found.format, found.header);
  const given = found.format.gives.filter(({ onlyWith }) => onlyWith === undefined || source?.columns[onlyWith] !== undefined);
  return given.map((gives) => {
    const fields = specsOf(gives, header).flatMap(([field, spec, from]): FieldPlan[] => {
      const own = source?.values[field];
      const set = field === 'client' && source?.client !== undefined ? { fixed: source.client } : present(from, header);
      if (spec.kept === false) return field === 'subject' && !('fixed' in set) ? subjectFlag(found, set, header, subjects, capacity) : [];
      if ('fixed' in set)
        return [
          { field, spec, at: -1, column: '', cell: () => set.fixed, source: set, ...builderOf(spec, set, found.format, own, { capacity, marks, column: '' }) },
        ];
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
          ...builderOf(spec, set, found.format, own, { capacity, marks, column: found.header[at]!.trim() }),
        },
      ];
    });
    const { when } = gives;
    const whenAt = when === undefined ? -1 : findColumn(header, when.column);
    const applies = when === undefined ? () => true : (record: readonly string[]) => when.matches.test((record[whenAt] ?? '').trim()) !== (when.not === true);
    return { table: gives.table, gives, fields, applies, sequence: gives.sequence === undefined ? -1 : findColumn(header, gives.sequence) };
  });
}
