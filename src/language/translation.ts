/** A sentence of another language: with `{0}`, `{1}` … for its values, or a function of them where they change their form. */
export type Sentence = string | ((...values: readonly string[]) => string);

/**
 * All of the report's words in one language besides English.
 * The tests name every sentence that a translation lacks, and every one that the report does not say.
 */
export interface Translation {
  /** By the English sentence, its values numbered: `Half of {0} had an answer within {1}.` */
  readonly sentences: Readonly<Record<string, Sentence>>;
  /** By the English forms `ticket|tickets`: the forms in the order of the language's plural rules (`Intl.PluralRules`). */
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  /** Small numbers in words at the start of a sentence: none, one, two … */
  readonly numbers: readonly string[];
}
