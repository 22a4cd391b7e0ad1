/** Beginnings of the months' names in English, Spanish, Portuguese, German and French, January first; each names one month in all of them. */
const MONTHS = [
  ['jan', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'ago', 'aoû'],
  ['sep', 'set'],
  ['oct', 'out', 'okt'],
  ['nov'],
  ['dec', 'dic', 'dez', 'déc'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** Month from 1 to 12 whose name begins with the first three or with all four of these letters, -1 where none does. */
export function monthNamed(letters: string): number {
  const word = letters.toLowerCase();
  return MONTH_OF.get(word.slice(0, 3)) ?? MONTH_OF.get(word) ?? -1;
}
