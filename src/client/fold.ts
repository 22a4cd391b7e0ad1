const SPELLED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', þ: 'th', ı: 'i' };

/** A text as a search compares it: lower case, without accents. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøæœßđþı]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Whether a text holds every word that is asked for, in any order, whatever their case and accents. */
export function holds(text: string, asked: string): boolean {
  const folded = fold(text);
  return fold(asked)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
