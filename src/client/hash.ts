/** What a reader has chosen on a page, by name. */
export type Chosen = ReadonlyMap<string, string>;

const NAME = /^[a-z][a-z0-9-]*$/;

/** The choices in an address's hash; null where it is a place on the page, as in `#report`. What is no choice is left out. */
export function chosenIn(hash: string): Chosen | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return new Map();
  if (!text.includes('=')) return null;
  return new Map([...new URLSearchParams(text)].filter(([name, value]) => NAME.test(name) && value !== ''));
}

/** Choices as an address's hash, in the order of their names; '' for none. */
export function hashOf(chosen: Chosen): string {
  const text = new URLSearchParams([...chosen].sort(([a], [b]) => (a < b ? -1 : 1))).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}
