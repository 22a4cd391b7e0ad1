import { german } from './german.ts';
import type { Translation } from './translation.ts';

/** Languages that the report speaks; English is the one that the code itself is written in. */
const translations: ReadonlyMap<string, Translation | null> = new Map<string, Translation | null>([
  ['en', null],
  ['de', german],
]);

/** The language of a locale, such as `de` of `de-CH`. Throws a RangeError where it is no locale at all. */
export const languageOf = (locale: string): string => new Intl.Locale(locale).language;

/** The languages by their codes, as a setting names them. */
export const LANGUAGES: readonly string[] = [...translations.keys()];

/** Whether a text is a locale in one of the languages spoken. */
export function isSpoken(locale: string): boolean {
  try {
    return translations.has(languageOf(locale));
  } catch {
    return false;
  }
}

/** How the report is written where nothing else is asked. */
export const DEFAULT_LOCALE = 'en-GB';

/** The words of a locale's language, null for English, which needs none. */
export const translationFor = (locale: string): Translation | null => translations.get(languageOf(locale)) ?? null;

interface Spoken {
  readonly locale: string;
  /** Null for English, whose sentences are the keys. */
  readonly translation: Translation | null;
  /** The form of a counted noun, as an index into its forms. */
  readonly form: (value: number) => number;
}

function spokenIn(locale: string): Spoken {
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  return { locale, translation: translationFor(locale), form: (value) => pluralCategories.indexOf(rules.select(value)) };
}

let spoken: Spoken = spokenIn(DEFAULT_LOCALE);

/** The locale that numbers and dates are written in. */
export const spokenLocale = (): string => spoken.locale;

/** From now on everything is said in the language of a locale: for a process that makes nothing but pages. */
export function speak(locale: string): void {
  if (locale !== spoken.locale) spoken = spokenIn(locale);
}

/** What a function gives when all it says is said in the language of a locale. It must not wait for anything. */
export function speaking<Result>(locale: string, run: () => Result): Result {
  const before = spoken;
  speak(locale);
  try {
    return run();
  } finally {
    spoken = before;
  }
}

type Said = string | number;

const keyOf = (strings: readonly string[]): string => strings.reduce((key, text, at) => `${key}{${at - 1}}${text}`);

/** Where a value stands in a translation. */
const VALUE = /\{(\d+)\}/;

/**
 * A sentence in the language spoken: say`Half of ${tickets} had an answer within ${time}.`
 * A translation names it by the English text with its values numbered: `Half of {0} had an answer within {1}.`
 * One that it does not have is said in English.
 */
export function say(strings: TemplateStringsArray, ...values: readonly Said[]): string {
  const texts = values.map(String);
  const sentence = spoken.translation?.sentences[keyOf(strings)];
  if (sentence === undefined) return String.raw({ raw: strings }, ...texts);
  if (typeof sentence === 'function') return sentence(...texts);
  return sentence
    .split(VALUE)
    .map((piece, at) => (at % 2 === 0 ? piece : texts[Number(piece)]))
    .join('');
}

/** As `say`, for a sentence with pieces that are more than text: emphasis and links. Its translation is a text. */
export function sayPieces<Piece>(strings: TemplateStringsArray, ...values: readonly Piece[]): readonly (string | Piece)[] {
  const sentence = spoken.translation?.sentences[keyOf(strings)];
  const pattern = typeof sentence === 'string' ? sentence : keyOf(strings);
  return pattern
    .split(VALUE)
    .map((piece, at) => (at % 2 === 0 ? piece : values[Number(piece)]!))
    .filter((piece) => piece !== '');
}

/** Marks a text that stands in a table of constants and is said later, by `translated`. */
export const phrase = (strings: TemplateStringsArray): string => strings[0]!;

/** A text without values in the language spoken: one marked by `phrase`, or the words of a measure. */
export function translated(text: string): string {
  const sentence = spoken.translation?.sentences[text];
  return typeof sentence === 'string' ? sentence : text;
}

/** The name that a table of phrases has for an id, said; null where it has none. What a file says may be any word, `constructor` among them. */
export const named = (names: Readonly<Record<string, string>>, id: string): string | null => (Object.hasOwn(names, id) ? translated(names[id]!) : null);

/** The form of a counted noun that goes with a number: its English forms are `one` and `many`. */
export function nounFor(value: number, one: string, many: string): string {
  const forms = spoken.translation?.nouns[`${one}|${many}`];
  return forms?.[spoken.form(value)] ?? (value === 1 ? one : many);
}

const ENGLISH_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** Small numbers as words, for the start of a sentence, from none on. */
export const smallNumbers = (): readonly string[] => spoken.translation?.numbers ?? ENGLISH_NUMBERS;
