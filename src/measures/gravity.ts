/** Words that tools use for priorities and severities, by their place: 1 is the gravest. Longer ones stand first. */
const WORDS: readonly (readonly [word: string, place: number])[] = [
  ['very high', 1],
  ['very low', 5],
  ['critical', 1],
  ['emergency', 1],
  ['urgent', 1],
  ['highest', 1],
  ['blocker', 1],
  ['severe', 1],
  ['lowest', 5],
  ['trivial', 5],
  ['serious', 2],
  ['major', 2],
  ['high', 2],
  ['moderate', 3],
  ['standard', 3],
  ['medium', 3],
  ['normal', 3],
  ['minor', 4],
  ['low', 4],
];

const NUMBERED = /^(?:p|prio|priority|s|sev|severity|level)?[\s-]*([1-5])(?![\d.,])/u;

/**
 * The place of a priority or a severity, 1 for the gravest to 5: by its word (`Urgent`, `2 - High`), else by the number
 * that it begins with (`P3`, `Priority 2 - Quick`). Null for any other text.
 */
export function gravityOf(text: string): number | null {
  const folded = text.trim().toLowerCase();
  const worded = WORDS.find(([word]) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(folded));
  if (worded !== undefined) return worded[1];
  const numbered = NUMBERED.exec(folded);
  return numbered === null ? null : Number(numbered[1]);
}
