/** An open-addressing table of rows of which those that are equal are one. */
export interface RowTable {
  /** The row that stands for those equal to this one, or -1 where it is the first and stands for them from now on. */
  readonly find: (row: number) => number;
  /** Lets this row stand for those equal to it. */
  readonly replace: (row: number) => void;
}

/** An empty table for so many rows; rows that are equal must have the same hash. */
export function rowTable(rows: number, hashOf: (row: number) => number, equal: (a: number, b: number) => boolean): RowTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)));
  const slots = new Int32Array(size).fill(-1);
  function slotOf(row: number): number {
    const hash = hashOf(row);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== -1 && !equal(slots[slot]!, row)) slot = (slot + 1) & (size - 1);
    return slot;
  }
  return {
    find(row) {
      const slot = slotOf(row);
      const known = slots[slot]!;
      if (known === -1) slots[slot] = row;
      return known;
    },
    replace(row) {
      slots[slotOf(row)] = row;
    },
  };
}
