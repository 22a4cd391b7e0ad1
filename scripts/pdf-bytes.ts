/** When a PDF was made and changed, as Skia writes it: always as many characters. */
const STAMP = /(\/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))/g;
/** Names of the parts of a tagged PDF, which a browser counts on from page to page. */
const PART = /\/ID \((node\d{8})\)/g;
const NAMED = /\((node\d{8})\)/g;
const SHEET = /\/Type\s*\/Page(?![a-z])/gi;

/** The same PDF, named and dated by what is in it: each piece takes the place of one of the same length, so that every offset in the file stays true. */
export function steadyPdf(pdf: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const parts = [...new Set([...text.matchAll(PART)].map(([, name]) => name!))].sort();
  const renamed = new Map(parts.map((name, at) => [name, `node${String(at + 1).padStart(8, '0')}`]));
  const stamp = `${day.replaceAll('-', '')}000000`;
  const steady = text
    .replace(STAMP, (_, before: string, zone: string) => `${before}${stamp}${zone.replace(/\d/g, '0').replace('-', '+')}`)
    .replace(NAMED, (whole, name: string) => (renamed.has(name) ? `(${renamed.get(name)})` : whole));
  return Buffer.from(steady, 'latin1');
}

/** How many sheets a PDF has. */
export function sheetsOf(pdf: Uint8Array): number {
  return Buffer.from(pdf).toString('latin1').match(SHEET)?.length ?? 0;
}
