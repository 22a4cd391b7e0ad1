import type { CodeColumn, Column } from '../facts/columns.ts';
import { classOfScore, classOfWord } from '../facts/answers.ts';
import type { TableSpec } from '../facts/table.ts';
import { issue, type Issue } from '../issue.ts';
import { dayOf, dayStart, dayText } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';
import type { ValidTable } from './validate.ts';
import { readNumber } from './values.ts';

const wordAt = (column: Column | undefined, row: number): string =>
  column === undefined || column instanceof Float64Array || column instanceof Int8Array ? '' : (column.at(row) ?? '');

/** An instant as the clock of a zone shows it, with the zone's name. */
function clockText(epoch: number, zone: Zone): string {
  const minutes = Math.floor((epoch + zone.offsetAt(epoch)) / 60_000) % 1440;
  return `${dayText(dayOf(epoch, zone))} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')} ${zone.id}`;
}

/** A day without a time says nothing of the hour: it does not lie before an instant of the same day. */
function isSameDay(later: number, earlier: number, zone: Zone): boolean {
  const day = dayOf(later, zone);
  return day === dayOf(earlier, zone) && later === dayStart(day, zone);
}

/**
 * Instants that lie before the one they follow: each is left out, in place, and named. The cells' own texts are gone by
 * then, so that the message says how they were read, in the zone of their file.
 */
export function runsBackwards(spec: TableSpec, table: ValidTable, fileNames: readonly string[], zones: readonly Zone[]): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [first, second] of spec.order ?? []) {
    const earlier = table.columns.get(first) as Float64Array | undefined;
    const later = table.columns.get(second) as Float64Array | undefined;
    if (earlier === undefined || later === undefined) continue;
    for (let row = 0; row < table.rows; row++) {
      if (!(later[row]! < earlier[row]!)) continue;
      const zone = zones[table.file[row]!]!;
      if (isSameDay(later[row]!, earlier[row]!, zone)) continue;
      issues.push(
        issue('order-backwards', {
          file: fileNames[table.file[row]!]!,
          line: table.line[row]!,
          column: table.nameOf(row, second),
          id: wordAt(table.columns.get(spec.id ?? ''), row),
          detail: `${clockText(later[row]!, zone)}, while ${table.nameOf(row, first)} is ${clockText(earlier[row]!, zone)}`,
        }),
      );
      later[row] = NaN;
    }
  }
  return issues;
}

/** Numeric answers outside the scale that their row gives: each is left out, in place, and named. */
export function offScale(table: ValidTable, fileNames: readonly string[]): readonly Issue[] {
  const answers = table.columns.get('answer') as CodeColumn | undefined;
  const low = table.columns.get('scale_low') as Float64Array | undefined;
  const high = table.columns.get('scale_high') as Float64Array | undefined;
  if (answers === undefined || low === undefined || high === undefined) return [];
  const scores = answers.dictionary.map((word) => readNumber(word, '.'));
  const issues: Issue[] = [];
  for (let row = 0; row < table.rows; row++) {
    const code = answers.codes[row]!;
    if (code === -1 || !(scores[code]! < low[row]! || scores[code]! > high[row]!)) continue;
    issues.push(
      issue('answer-off-scale', {
        file: fileNames[table.file[row]!]!,
        line: table.line[row]!,
        column: table.nameOf(row, 'answer'),
        text: answers.dictionary[code]!,
        id: wordAt(table.columns.get('response_id'), row),
        detail: `${low[row]} to ${high[row]}`,
      }),
    );
    answers.codes[row] = -1;
  }
  return issues;
}

/** How many rows, and of how many files where they are of several. */
function rowsOf(table: ValidTable, rows: readonly number[]): string {
  const files = new Set(rows.map((row) => table.file[row]!)).size;
  return `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}${files === 1 ? '' : ` in ${files} files`}`;
}

/** Words of coded columns that no figure knows: kept and counted, one issue for each word of a column, with the place of the first. */
export function unmappedWords(spec: TableSpec, table: ValidTable, fileNames: readonly string[]): readonly Issue[] {
  return Object.entries(spec.fields).flatMap(([field, { values }]) => {
    const column = table.columns.get(field) as CodeColumn | undefined;
    if (values === undefined || column === undefined) return [];
    const found = column.dictionary.map((word): number[] | null => (values.includes(word) ? null : []));
    column.codes.forEach((code, row) => found[code]?.push(row));
    return column.dictionary.flatMap((text, code) => {
      const [first, rows] = [found[code]?.[0], found[code] ?? []];
      if (first === undefined) return [];
      return issue('values-unmapped', {
        file: fileNames[table.file[first]!]!,
        line: table.line[first]!,
        column: table.nameOf(first, field),
        text,
        id: wordAt(table.columns.get(spec.id ?? ''), first),
        detail: `${field} of ${spec.name}, ${rowsOf(table, rows)}`,
      });
    });
  });
}

/** Answers about satisfaction that nothing classes, one issue for each answer and scale, with the place of the first. */
export function unclassed(table: ValidTable, fileNames: readonly string[]): readonly Issue[] {
  const answers = table.columns.get('answer') as CodeColumn | undefined;
  if (answers === undefined) return [];
  const kind = table.columns.get('kind') as CodeColumn | undefined;
  const given = table.columns.get('class') as CodeColumn | undefined;
  const low = table.columns.get('scale_low') as Float64Array | undefined;
  const high = table.columns.get('scale_high') as Float64Array | undefined;
  const found = new Map<string, { readonly text: string; readonly scale: string; readonly rows: number[] }>();
  for (let row = 0; row < table.rows; row++) {
    const text = answers.at(row);
    if (text === null || (given?.codes[row] ?? -1) !== -1 || (kind?.at(row) ?? 'csat') !== 'csat') continue;
    const [from, to] = [low?.[row] ?? NaN, high?.[row] ?? NaN];
    if ((classOfScore(readNumber(text, '.'), from, to) ?? classOfWord(text)) !== null) continue;
    const scale = Number.isNaN(from) || Number.isNaN(to) ? 'no scale' : `${from} to ${to}`;
    const key = `${text} ${scale}`;
    if (!found.has(key)) found.set(key, { text, scale, rows: [] });
    found.get(key)!.rows.push(row);
  }
  return [...found.values()].map(({ text, scale, rows }) => {
    const first = rows[0]!;
    return issue('answer-unclassed', {
      file: fileNames[table.file[first]!]!,
      line: table.line[first]!,
      column: table.nameOf(first, 'answer'),
      text,
      id: wordAt(table.columns.get('response_id'), first),
      detail: `${scale}, ${rowsOf(table, rows)}`,
    });
  });
}
