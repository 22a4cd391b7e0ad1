import { distance } from 'fastest-levenshtein';

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const swapped = (text: string, at: number) => text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);

/** How many slips make one text the other: letters that are wrong, missing or too many, and at most one pair of neighbours that changed places. */
export function slipsBetween(one: string, other: string): number {
  const plainly = distance(one, other);
  if (plainly < 2) return plainly;
  const places = Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => at).filter((at) => one[at] !== one[at + 1]);
  return Math.min(plainly, ...places.map((at) => 1 + distance(swapped(one, at), other)));
}

/** The name that is written most like this one, null where none is near: more than a third of its letters differ. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = plain(name);
  const [best] = names
    .map((one) => ({ one, away: slipsBetween(wanted, plain(one)) }))
    .filter(({ one, away }) => away <= Math.max(1, Math.floor(Math.max(wanted.length, plain(one).length) / 3)))
    .sort((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1));
  return best?.one ?? null;
}

/** `; did you mean X?`, or nothing where no name is near. */
export function meant(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === null ? '' : `; did you mean ${near}?`;
}
