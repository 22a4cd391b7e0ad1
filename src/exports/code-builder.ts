import { codeColumn, type CodeColumn } from '../facts/columns.ts';
import { detached, EMPTY, GIVEN, type Builder } from './builders.ts';

/** Numbers from 0 on for different cells. */
interface CellTable {
  /** The number of a cell; `add` is called with each that is not yet known, as it is kept. */
  readonly entryOf: (cell: string) => number;
  /** The number of a cell if it is known, else -1. */
  readonly find: (cell: string) => number;
}

/** An open-addressing table of cells. */
function cellTable(add: (kept: string) => void): CellTable {
  let size = 1 << 10;
  let slots = new Int32Array(size).fill(-1);
  const cells: string[] = [];
  let hashes = new Int32Array(size);
  function grow(): void {
    size *= 4;
    slots = new Int32Array(size).fill(-1);
    const wider = new Int32Array(size);
    wider.set(hashes);
    hashes = wider;
    for (let entry = 0; entry < cells.length; entry++) {
      const hash = hashes[entry]!;
      let slot = (hash ^ (hash >>> 16)) & (size - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      slots[slot] = entry;
    }
  }
  const hashOf = (cell: string): number => {
    let hash = cell.length;
    for (let i = 0; i < cell.length; i++) hash = Math.imul(hash ^ cell.charCodeAt(i), 0x01000193);
    return hash;
  };
  /** Where a cell stands, or the free slot for it. */
  const slotOf = (cell: string, hash: number): number => {
    let slot = (hash ^ (hash >>> 16)) & (size - 1);
    for (let entry = slots[slot]!; entry !== -1; entry = slots[slot]!) {
      if (hashes[entry] === hash && cells[entry] === cell) break;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  return {
    entryOf(cell) {
      const hash = hashOf(cell);
      const slot = slotOf(cell, hash);
      const known = slots[slot]!;
      if (known !== -1) return known;
      const entry = cells.length;
      const kept = detached(cell);
      slots[slot] = entry;
      hashes[entry] = hash;
      cells.push(kept);
      add(kept);
      if (cells.length * 2 > size) grow();
      return entry;
    },
    find: (cell) => slots[slotOf(cell, hashOf(cell))]!,
  };
}

/** Texts coded by dictionary; `meaning` turns a cell as written into the word of the facts, '' = missing, once for each different cell. */
export function codeBuilder(capacity: number, meaning: (cell: string) => string): Builder<CodeColumn> {
  const codes = new Int32Array(capacity);
  const dictionary: string[] = [];
  // Words that some cell did not stand for as it was written; of all others the cell itself is the key.
  const byWord = new Map<string, number>();
  const codeOfEntry: number[] = [];
  const codeOf = (cell: string, word: string): number => {
    const known = byWord.get(word);
    if (known !== undefined || word === cell) return known ?? dictionary.push(cell) - 1;
    const written = codeOfEntry[table.find(word)] ?? -1;
    const code = dictionary[written] === word ? written : dictionary.push(detached(word)) - 1;
    byWord.set(dictionary[code]!, code);
    return code;
  };
  const table = cellTable((cell) => {
    const word = meaning(cell);
    codeOfEntry.push(word === '' ? -1 : codeOf(cell, word));
  });
  let last = '';
  let lastCode = -1;
  return {
    set(row, cell) {
      if (cell !== last) {
        last = cell;
        lastCode = cell === '' ? -1 : codeOfEntry[table.entryOf(cell)]!;
      }
      codes[row] = lastCode;
      return lastCode === -1 ? EMPTY : GIVEN;
    },
    finish: (rows) => codeColumn(codes.subarray(0, rows), dictionary),
  };
}
