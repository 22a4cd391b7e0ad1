import { seeds } from './truth.ts';

/** A stream of numbers in [0, 1): sfc32 (Chris Doty-Humphrey, PractRand), 32-bit integers only, so the same everywhere. */
export type Stream = () => number;

/** A stream of its own for each subject, so that a change in one subject leaves the others' rows as they are. */
export function stream(subject: keyof typeof seeds): Stream {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  for (const letter of `courtesy demo ${subject} ${seeds[subject]}`) {
    a = Math.imul(a ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}

/** True with the given chance. */
export function chance(random: Stream, share: number): boolean {
  return random() < share;
}

/** A whole number from low to high, both included. */
export function between(random: Stream, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the items, all equally likely. */
export function pick<T>(random: Stream, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** One of the items, each as likely as its weight says. */
export function weighted<T>(random: Stream, items: readonly (readonly [T, number])[]): T {
  let left = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return pick(random, items)[0];
}

/** A log-normal value with this median; sigma is the standard deviation of its natural logarithm (Box-Muller). */
export function logNormal(random: Stream, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}

/** A Poisson count with this mean (Knuth, The Art of Computer Programming, volume 2, 3.4.1; in parts of at most 20). */
export function poisson(random: Stream, mean: number): number {
  if (mean > 20) return poisson(random, 20) + poisson(random, mean - 20);
  const floor = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > floor; product *= random()) count += 1;
  return count;
}
