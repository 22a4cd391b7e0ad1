import { dayText } from '../time/weeks.ts';
import { say } from '../language/language.ts';
import type { Material } from './material.ts';
import type { Cell, Column, Table } from './model.ts';
import { count, date, NONE } from './words.ts';

/** A text, "–" where it is missing. */
export const textCell = (text: string | null): Cell => ({ text: text ?? NONE, value: text });
/** A whole number. */
export const countCell = (value: number | null): Cell => ({ text: value === null || Number.isNaN(value) ? NONE : count(value), value: finite(value) });
/** A number as `told` writes it. */
export const numberCell = (value: number | null, told: (value: number) => string): Cell => ({
  text: finite(value) === null ? NONE : told(value!),
  value: finite(value),
});
export const dayCell = (day: number): Cell => ({ text: date(day), value: dayText(day) });

/** A client's name with the way to its page; what it is called where it is not of the list. */
export function clientCell({ clients }: Material, client: number): Cell {
  const entry = clients[client];
  return entry === undefined ? { text: say`No listed client`, value: null } : { text: entry.name, value: entry.name, href: `clients/${entry.slug}/` };
}

/** A column's name, and the unit of its values where its cells carry another. */
export type Named = string | Pick<Column, 'name' | 'unit'>;

/** A column of times: its cells say 16 h 54 min, its CSV gives minutes. */
export const inMinutes = (name: string): Named => ({ name, unit: say`minutes` });
/** A column of times: its cells say 16 h 54 min, its CSV gives hours. */
export const inHours = (name: string): Named => ({ name, unit: say`hours` });

/** The columns of a table: the first `texts` hold words, the others figures. */
export function columnsOf(names: readonly Named[], texts = 1): Table['columns'] {
  return names.map((named, at) => ({ ...(typeof named === 'string' ? { name: named } : named), numeric: at >= texts }));
}

const finite = (value: number | null): number | null => (value === null || !Number.isFinite(value) ? null : value);
