const SPELLED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', þ: 'th', ı: 'i' };
const LONGEST = 48;

/** Eight hexadecimal digits of a name (FNV-1a), for names without a Latin letter. */
function digits(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[łøæœßđþı]/g, (letter) => SPELLED[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, LONGEST).replace(/-+$/, '') || `client-${digits(name)}`;
}

/** Names that no folder may have on some system. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|index)$/;

/** A folder name for each id, in their order: lower-case letters and digits, each different from the others. */
export function slugs(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = RESERVED.test(slugOf(id)) ? `client-${slugOf(id)}` : slugOf(id);
    let slug = base;
    for (let next = 2; taken.has(slug); next++) slug = `${base}-${next}`;
    taken.add(slug);
    return slug;
  });
}
