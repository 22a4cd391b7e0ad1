import { chosenIn, hashOf } from './hash.ts';

type Restore = (value: string | null) => void;

const keepers = new Map<string, Restore[]>();
const chosen = new Map<string, string>();

/** Has `restore` called with the choice of a name whenever the address brings one, and with null where it brings none. */
export function keep(name: string, restore: Restore): void {
  keepers.set(name, [...(keepers.get(name) ?? []), restore]);
}

/** Writes a choice into the address, without a step in the history; null takes it out. */
export function choose(name: string, value: string | null): void {
  if (value === null) chosen.delete(name);
  else chosen.set(name, value);
  history.replaceState(null, '', hashOf(chosen) || location.pathname + location.search);
}

/** Takes all choices from the address; a hash that names a place changes none of them. */
function read(): void {
  const found = chosenIn(location.hash);
  if (found === null) return;
  chosen.clear();
  for (const [name, value] of found) if (keepers.has(name)) chosen.set(name, value);
  for (const [name, all] of keepers) for (const restore of all) restore(chosen.get(name) ?? null);
}

/** Begins once every part of the page has said what it keeps. */
export function begin(): void {
  if (location.hash !== '') read();
  window.addEventListener('hashchange', read);
}
