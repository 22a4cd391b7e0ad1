import { ColumnTable } from 'arquero';
import { type Client } from '../../src/facts/clients.ts';
import { fold } from '../../src/fold.ts';
import { codeColumn, textColumn, type Column } from '../../src/facts/columns.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { tables } from '../../src/facts/tables.ts';
import { UNMAPPED, UNNAMED, type FactTable, type FieldKind, type TableName } from '../../src/facts/table.ts';
import { contextOf } from '../../src/measures/context.ts';
import type { Context } from '../../src/measures/measure.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { dayFromText } from '../../src/time/weeks.ts';
import { zoneOf } from '../../src/time/zone.ts';

/** A row as a test writes it: instants as ISO texts, null or absent = missing. `file` is the index of its file. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type Rows = Readonly<Partial<Record<TableName, readonly Row[]>>>;

/** Facts of the given rows. A column stands in a table when any of its rows names it, be it as null. */
export function factsOf(rows: Rows, clients?: readonly (Partial<Client> & { readonly name: string })[]): Facts {
  const names = Object.values(rows).flatMap((some) => some.flatMap((row) => (row.client == null ? [] : [String(row.client)])));
  const listed = clients ?? [...new Set(names)].toSorted().map((name) => ({ name }));
  const list = listed.map((one) => ({ ...nobody, id: one.name, ...one }));
  const index = new Map(list.map(({ name }, at) => [fold(name), at]));
  const indexOf = (name: string | null) => (name === null ? UNNAMED : (index.get(fold(name)) ?? UNMAPPED));
  const entries = Object.entries(rows).map(([name, some]) => [name, tableOf(name as TableName, some, indexOf)]);
  return {
    tables: Object.fromEntries(entries),
    clients: { list, listed: clients !== undefined, unmapped: [], shared: [], indexOf },
    files: [],
    newest: NaN,
  };
}

/** The context of rows at the end of a day, in UTC and with default settings where nothing else is said. */
export function contextAt(asOf: string, facts: Facts, raw: object = {}): Context {
  const settings = settingsOf(raw);
  return contextOf(facts, settings, day(asOf), zoneOf(settings.firm.zone)!);
}

export function settingsOf(raw: object): Settings {
  const read = readSettings({ firm: { name: 'Larkfield IT' }, ...raw });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

export function day(text: string): number {
  const found = dayFromText(text);
  if (found === null) throw new Error(`No day: ${text}`);
  return found;
}

const nobody: Omit<Client, 'id' | 'name'> = {
  accountManager: null,
  start: NaN,
  end: NaN,
  reviewDays: NaN,
  targetLow: NaN,
  targetHigh: NaN,
};

function tableOf(name: TableName, rows: readonly Row[], indexOf: (name: string | null) => number): FactTable {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) => field !== 'file');
  const columns = fields.map((field) => {
    const { fields: known, prefix } = tables[name];
    const kind = known[field]?.kind ?? (prefix !== undefined && field.startsWith(prefix) ? 'number' : undefined);
    if (kind === undefined) throw new Error(`${name} has no column ${field}`);
    return [
      field,
      columnOf(
        kind,
        rows.map((row) => row[field] ?? null),
      ),
    ] as const;
  });
  return {
    name,
    rows: rows.length,
    data: new ColumnTable(Object.fromEntries(columns) as never),
    client: Int32Array.from(rows, (row) => indexOf(row.client == null ? null : String(row.client))),
    file: Int32Array.from(rows, (row) => Number(row.file ?? 0)),
    line: Int32Array.from(rows, (_, index) => index + 2),
  };
}

function columnOf(kind: FieldKind, cells: readonly (string | number | boolean | null)[]): Column {
  if (kind === 'instant') return Float64Array.from(cells, (cell) => (cell === null ? NaN : instant(String(cell))));
  if (kind === 'number') return Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell)));
  if (kind === 'flag') return Int8Array.from(cells, (cell) => (cell === null ? -1 : cell ? 1 : 0));
  const texts = cells.map((cell) => (cell === null ? '' : String(cell)));
  if (kind === 'ref' || kind === 'code') {
    const dictionary = [...new Set(texts)].filter((text) => text !== '');
    return codeColumn(
      Int32Array.from(texts, (text) => dictionary.indexOf(text)),
      dictionary,
    );
  }
  const packed = texts.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(packed.length + 1);
  packed.forEach((bytes, row) => (offsets[row + 1] = offsets[row]! + bytes.length));
  return textColumn(new Uint8Array(Buffer.concat(packed)), offsets);
}

/** `2026-03-02 09:00` in UTC, in epoch ms. */
export function instant(text: string): number {
  const found = Date.parse(`${text.replace(' ', 'T')}${text.length === 10 ? 'T00:00' : ''}Z`);
  if (Number.isNaN(found)) throw new Error(`No instant: ${text}`);
  return found;
}
