/** What a cell is sorted by: the place of its status, if it has one, then its machine value; '' = no value. */
export interface Key {
  readonly rank: number;
  readonly value: string;
}

/**
 * Compares two cells of one column for sorting: cells without a value last whatever the direction, then by status, then
 * as numbers where every value of the column is one, else as texts of the language (ISO days sort as texts).
 */
export function compareBy(numeric: boolean, direction: 1 | -1, language: string): (a: Key, b: Key) => number {
  const texts = new Intl.Collator(language, { numeric: true });
  return (a, b) => {
    if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
    if (a.rank !== b.rank) return direction * (a.rank - b.rank);
    return direction * (numeric ? Number(a.value) - Number(b.value) : texts.compare(a.value, b.value));
  };
}

/** Whether every value that a column has is a number. */
export function allNumbers(keys: readonly Key[]): boolean {
  return keys.every(({ value }) => value === '' || Number.isFinite(Number(value)));
}
