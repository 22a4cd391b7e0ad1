import { dayText } from '../time/weeks.ts';
import { say } from '../language/language.ts';
import type { Material } from './material.ts';
import type { Cell, Table } from './model.ts';
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

/** The columns of a table: the first `texts` hold words, the others figures. */
export function columnsOf(names: readonly string[], texts = 1): Table['columns'] {
  return names.map((name, at) => ({ name, numeric: at >= texts }));
}

const finite = (value: number | null): number | null => (value === null || !Number.isFinite(value) ? null : value);
