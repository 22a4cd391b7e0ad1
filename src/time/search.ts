/**
 * Index of the last entry of an ascending list that is at or before x, -1 when all are after it.
 * `hint` is the index to try first: neighbouring rows mostly share an answer. x must be a number, not NaN.
 */
export function lastAtOrBefore(ascending: Float64Array, x: number, hint: number): number {
  if (x >= (ascending[hint] ?? Infinity) && x < (ascending[hint + 1] ?? Infinity)) return hint;
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
