const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Words that tell columns apart in most cases: those of the firm's first periods, and as many of the others. */
const TOLD_BY = 128;

/** Keeps one of all columns that hold the same to the bit: of measures over the same rows, or without a value. */
export function columnsKept(): (column: Float64Array) => Float64Array {
  const known = new Set<Float64Array>();
  const alike = new Map<number, Float64Array[]>();
  return (column) => {
    if (known.has(column)) return column;
    const words = wordsOf(column);
    const key = keyOf(words);
    const others = alike.get(key) ?? [];
    const found = others.find((one) => same(wordsOf(one), words));
    if (found !== undefined) return found;
    others.push(column);
    alike.set(key, others);
    known.add(column);
    return column;
  };
}

function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length * 2);
}

function keyOf(words: Uint32Array): number {
  const step = Math.max(1, Math.floor(words.length / TOLD_BY) | 1);
  let mixed = FNV_OFFSET ^ words.length;
  for (let at = 0; at < words.length && at < TOLD_BY; at++) mixed = Math.imul(mixed ^ words[at]!, FNV_PRIME);
  for (let at = 0; at < words.length; at += step) mixed = Math.imul(mixed ^ words[at]!, FNV_PRIME);
  return mixed >>> 0;
}

function same(words: Uint32Array, others: Uint32Array): boolean {
  if (words.length !== others.length) return false;
  for (let at = 0; at < words.length; at++) if (words[at] !== others[at]) return false;
  return true;
}
