import { languageOf, spokenLocale } from '../language/language.ts';

/** Numbers and dates as `Intl` writes them in the locale spoken, with every option pinned. Days are day numbers since 1970-01-01. */

const NBSP = '\u00a0';
const DAY = 86_400_000;

const kept = new Map<string, unknown>();

/** What `make` gives, made once for a key and the locale spoken. */
function once<Form>(key: string, make: (locale: string) => Form): Form {
  const locale = spokenLocale();
  const name = `${locale} ${key}`;
  const known = kept.get(name) as Form | undefined;
  if (known !== undefined) return known;
  const made = make(locale);
  kept.set(name, made);
  return made;
}

/** A number with its groups and its decimal mark: at least `least` decimals and at most `most`. */
export function decimal(value: number, least: number, most = least): string {
  return once(`number ${least} ${most}`, (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })).format(
    value,
  );
}

/** An amount of money with so many decimals. */
export function money(amount: number, currency: string, digits: number): string {
  const form = once(
    `money ${currency} ${digits}`,
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  return form.format(amount);
}

/** Names of months and weekdays stand alone, without the dots and longer forms that some locales give them within a date. */
const alone = (options: Intl.DateTimeFormatOptions) => (locale: string) => new Intl.DateTimeFormat(languageOf(locale), { ...options, timeZone: 'UTC' });

/** The short name of a day's month: Mar. */
export const shortMonth = (day: number): string => once('short month', alone({ month: 'short' })).format(day * DAY);

/** The short name of a weekday: Mon. */
export const shortWeekday = (day: number): string => once('short weekday', alone({ weekday: 'short' })).format(day * DAY);

/** The name of a weekday: Monday. */
export const longWeekday = (day: number): string => once('long weekday', alone({ weekday: 'long' })).format(day * DAY);

const dated = (options: Intl.DateTimeFormatOptions) => (locale: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });

/** A date in the order and with the marks of the locale, its month by its short name, never broken at a line's end. */
function shortened(form: Intl.DateTimeFormat, day: number): string {
  const parts = form.formatToParts(day * DAY);
  return parts.map(({ type, value }) => (type === 'month' ? shortMonth(day) : value.replaceAll(' ', NBSP))).join('');
}

/** 3 Mar 2026. */
export const dayOfYear = (day: number): string =>
  once(`date ${day}`, () => shortened(once('day of year', dated({ day: 'numeric', month: 'short', year: 'numeric' })), day));

/** 3 Mar. */
export const dayOfMonth = (day: number): string => once(`short ${day}`, () => shortened(once('day of month', dated({ day: 'numeric', month: 'short' })), day));

/** 9 March. */
export const longDayOfMonth = (day: number): string =>
  once('long day of month', dated({ day: 'numeric', month: 'long' }))
    .format(day * DAY)
    .replaceAll(' ', NBSP);

/** The name of a day's month: March. */
export const longMonth = (day: number): string => once('month', dated({ month: 'long' })).format(day * DAY);

/** Texts as a sentence lists them: a, b and c. */
export const joined = (texts: readonly string[]): string => once('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(texts);
