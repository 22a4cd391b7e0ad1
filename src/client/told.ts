/** Words of one reading: what each value is, and the value. */
export type Told = readonly (readonly [name: string, text: string])[];

/** The unit that a column is exported in; the page's own text carries its unit. */
const UNIT = /, (minutes|hours|days)$/;
const NONE = '–';

/** A row of a table under the names of its columns, as a reading says it; a value that is missing is left out. */
export function toldOf(table: HTMLTableElement, row: number): Told {
  const heads = [...table.querySelectorAll('thead th')].map((head) => (head.textContent ?? '').trim().replace(UNIT, ''));
  const cells = [...(table.tBodies[0]?.rows[row]?.cells ?? [])].map((cell) => (cell.textContent ?? '').trim().replace(/\s+/g, (space) => space[0] ?? ''));
  return heads.map((head, at) => [head, cells[at] ?? ''] as const).filter(([, text], at) => at === 0 || (text !== '' && text !== NONE));
}
