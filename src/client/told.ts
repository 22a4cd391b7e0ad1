/** Words of one reading: what each value is, and the value. */
export type Told = readonly (readonly [name: string, text: string])[];

const NONE = '–';

/** The name of a column without the unit that it is exported in: the page's own text carries its unit. */
function bare(name: string, units: readonly string[]): string {
  const unit = units.find((one) => name.endsWith(`, ${one}`));
  return unit === undefined ? name : name.slice(0, -unit.length - 2);
}

/** A row of a table under the names of its columns, as a reading says it; a value that is missing is left out. `units` are those of columns. */
export function toldOf(table: HTMLTableElement, row: number, units: readonly string[]): Told {
  const heads = [...table.querySelectorAll('thead th')].map((head) => bare((head.textContent ?? '').trim(), units));
  const cells = [...(table.tBodies[0]?.rows[row]?.cells ?? [])].map((cell) => (cell.textContent ?? '').trim().replace(/\s+/g, (space) => space[0] ?? ''));
  return heads.map((head, at) => [head, cells[at] ?? ''] as const).filter(([, text], at) => at === 0 || (text !== '' && text !== NONE));
}
