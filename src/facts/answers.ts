/** What an answer counts as: 1 positive, 0 neutral, -1 negative, null where nothing says. */
export type AnswerClass = 1 | 0 | -1 | null;

const WORDS: ReadonlyMap<string, AnswerClass> = new Map([
  ...['positive', 'good', 'great', 'excellent', 'happy', 'satisfied', 'very satisfied'].map((word) => [word, 1] as const),
  ...['neutral', 'ok', 'okay', 'average', 'neither satisfied nor dissatisfied'].map((word) => [word, 0] as const),
  ...['negative', 'bad', 'poor', 'terrible', 'unhappy', 'unsatisfied', 'dissatisfied', 'very dissatisfied'].map((word) => [word, -1] as const),
]);

/** Points of a scale, and how far above its lowest answer a positive and a neutral one begin. */
const SCALES: ReadonlyMap<number, { readonly positive: number; readonly neutral: number }> = new Map([
  [2, { positive: 1, neutral: 1 }],
  [3, { positive: 2, neutral: 1 }],
  [5, { positive: 3, neutral: 2 }],
  [11, { positive: 9, neutral: 7 }],
]);

/** The class of an answer in words, such as `good`. */
export function classOfWord(word: string): AnswerClass {
  return WORDS.get(word.trim().toLowerCase()) ?? null;
}

/**
 * The class of a number on its scale: of five points the upper two are positive and the middle is neutral, of three
 * the upper and the middle, of two the upper, and from 0 to 10 the marks 9 and 10 are positive, 7 and 8 neutral.
 * Null off the scale, on any other scale and without one (NaN).
 */
export function classOfScore(score: number, low: number, high: number): AnswerClass {
  const scale = SCALES.get(high - low + 1);
  if (scale === undefined || !(score >= low && score <= high)) return null;
  const above = score - low;
  if (above >= scale.positive) return 1;
  return above >= scale.neutral ? 0 : -1;
}
