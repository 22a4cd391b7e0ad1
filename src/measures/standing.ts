/**
 * Instants at which something ended, NaN where it had not ended for good before `end`: it ended later, or was reopened
 * after it ended and before `end`. Null without a column.
 */
export function standing(ended: Float64Array | null, reopened: Float64Array | null, end: number): Float64Array | null {
  if (ended === null) return null;
  return ended.map((at, row) => {
    const again = reopened?.[row] ?? NaN;
    return at < end && !(again > at && again < end) ? at : NaN;
  });
}

/** Instants of a column, those of a second one where it has none; null without either column. */
export function either(first: Float64Array | null, second: Float64Array | null): Float64Array | null {
  if (first === null || second === null) return first ?? second;
  return first.map((at, row) => (Number.isNaN(at) ? second[row]! : at));
}
