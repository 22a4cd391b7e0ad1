/** A number as the language of the page writes it, its thousands ungrouped. */
const written = (value: number, language: string, least: number): string =>
  new Intl.NumberFormat(language, { useGrouping: false, minimumFractionDigits: least, maximumFractionDigits: 20 }).format(value);

/** A number with two decimals: 0.32. */
export const hundredths = (value: number, language: string): string => written(Number(value.toFixed(2)), language, 2);

/** A number by its first three digits, without zeros after them: 3.85, 208. */
export const short = (value: number, language: string): string => written(Number(value.toPrecision(3)), language, 0);

/** A text of the page with its `{0}`, `{1}` … filled in. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
