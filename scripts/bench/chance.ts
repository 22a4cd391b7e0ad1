/** Numbers from 0 up to 1 by a small multiplicative generator: the same every time. */
export interface Chance {
  next(): number;
  /** A whole number below `count`. */
  below(count: number): number;
  one<T>(of: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, one: (of) => of[below(of.length)]! };
}
