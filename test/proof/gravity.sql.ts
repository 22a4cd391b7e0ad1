const WORDS: Readonly<Record<string, number>> = {
  'very high|critical|emergency|urgent|highest|blocker|severe': 1,
  'very low|lowest|trivial': 5,
  'serious|major|high': 2,
  'moderate|standard|medium|normal': 3,
  'minor|low': 4,
};

/** The place of a priority or a severity, 1 for the gravest to 5: by its word, else by the number that it begins with; NULL for any other. */
export function gravity(column: string): string {
  const words = Object.entries(WORDS).map(([word, place]) => `WHEN regexp_matches(lower(${column}), '\\b(${word})\\b') THEN ${place}`);
  const numbered = `regexp_extract(lower(trim(${column})), '^(?:p|prio|priority|s|sev|severity|level)?[ -]*([1-5])(?:[^0-9.,]|$)', 1)`;
  return `CASE ${words.join(' ')} ELSE TRY_CAST(${numbered} AS INTEGER) END`;
}
