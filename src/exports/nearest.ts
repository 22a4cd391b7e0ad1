import { distance } from 'fastest-levenshtein';

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The name that is written most like this one, null where none is near: more than a third of its letters differ. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = plain(name);
  const [best] = names
    .map((one) => ({ one, away: distance(wanted, plain(one)) }))
    .filter(({ one, away }) => away <= Math.max(1, Math.floor(Math.max(wanted.length, plain(one).length) / 3)))
    .sort((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1));
  return best?.one ?? null;
}

/** `; did you mean X?`, or nothing where no name is near. */
export function meant(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === null ? '' : `; did you mean ${near}?`;
}
