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
