/** Size of all text in a drawing that is shown at its own width. */
export const TEXT = 13;

/** Advance widths in em of Noto Sans and Open Sans, rounded up. */
const CLASSES: readonly (readonly [characters: string, em: number])[] = [
  ["'|’‘", 0.3],
  [' \u00a0\u202f,.:;!ijlI', 0.28],
  ['()[]-·ft', 0.37],
  ['r/', 0.42],
  ['"“”*°', 0.49],
  ['{}', 0.6],
  ['cs', 0.49],
  ['kvxyz?', 0.53],
  ['aegEFLSTJ', 0.57],
  ['bdhnopqu0123456789–$', 0.615],
  ['BCPRXYZAKV', 0.66],
  ['DGHNOQUw&#+=<>×−±', 0.8],
  ['mMW%@—…\ufffd', 0.96],
];
const ADVANCE = new Map(CLASSES.flatMap(([characters, em]) => [...characters].map((one) => [one, em] as const)));
const NO_ADVANCE = /[\p{M}\p{Cf}]/u;
const FULL_ADVANCE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** DejaVu Sans, the last and widest of the fonts a page asks for, over those widths; and its bold over its regular. */
const WIDEST = 1.06;
const BOLD = 1.125;
const ROUNDING = 0.5;
const EVEN_STEP = 8;

function advance(character: string): number {
  const known = ADVANCE.get(character);
  if (known !== undefined) return known;
  if (NO_ADVANCE.test(character)) return 0;
  return FULL_ADVANCE.test(character) ? 1.1 : 0.74;
}

/** Estimated width in drawing units of a text set at `size` units: that of the widest font it may be shown in. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += advance(character);
  return em * size * WIDEST * (bold ? BOLD : 1);
}

/**
 * A text on one line: every run of white space and control characters becomes one space, and marks that turn the
 * direction of what follows fall away.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, (run) => (/^[\u00a0\u202f]$/.test(run) ? run : ' '))
    .trim();
}

/** A text as it is set: `full` is the whole text when `text` is shortened, else null. */
export interface Setting {
  readonly text: string;
  readonly full: string | null;
}

/** The text on one line, shortened with an ellipsis to at most `room` units. */
export function fit(text: string, room: number, size: number, bold = false): Setting {
  const whole = oneLine(text);
  if (textWidth(whole, size, bold) <= room + ROUNDING) return { text: whole, full: null };
  let left = room + ROUNDING - textWidth('…', size, bold);
  let kept = '';
  for (const character of whole) {
    left -= textWidth(character, size, bold);
    if (left < 0) break;
    kept += character;
  }
  kept = kept.replace(/[\s\u200d]+$/u, '');
  return { text: `${kept}…${RIGHT_TO_LEFT.test(kept) ? '\u200f' : ''}`, full: whole };
}

function broken(words: readonly string[], room: number, most: number, width: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    const last = lines.length === most - 1;
    if (line === '' || last || width(longer) <= room + ROUNDING) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * The text broken at spaces into at most `most` lines of `room` units, as few as will do and about alike in width; what is
 * over is cut with an ellipsis and carries the whole text.
 */
export function wrap(text: string, room: number, most: number, size: number, bold = false): readonly Setting[] {
  const words = oneLine(text).split(' ');
  const width = (line: string): number => textWidth(line, size, bold);
  const fewest = broken(words, room, most, width);
  const widest = (some: readonly string[]): number => Math.max(0, ...some.map(width));
  let lines = fewest;
  const over = widest(fewest) > room + ROUNDING;
  for (let less = over ? 0 : widest(fewest) - EVEN_STEP; less > room / 2; less -= EVEN_STEP) {
    const even = broken(words, less, most, width);
    if (even.length > fewest.length || widest(even) > widest(lines)) break;
    lines = even;
  }
  return lines.map((line) => {
    const setting = fit(line, room, size, bold);
    return setting.full === null ? setting : { ...setting, full: words.join(' ') };
  });
}

/**
 * The room, from `least` to `most` units, at which every text with a number in it stands whole on `lines` lines: a name may be
 * shortened, a number may not. `least` where even `most` is too little.
 */
export function roomForNumbers(
  texts: readonly { readonly text: string; readonly bold: boolean }[],
  least: number,
  most: number,
  lines: number,
  size: number,
): number {
  const numbers = texts.filter(({ text }) => /\d/.test(text));
  const whole = (room: number): boolean => numbers.every(({ text, bold }) => wrap(text, room, lines, size, bold).every((line) => line.full === null));
  for (let room = least; room < most; room += EVEN_STEP) if (whole(room)) return room;
  return whole(most) ? most : least;
}
