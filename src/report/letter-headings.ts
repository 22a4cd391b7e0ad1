/** A heading of the first or second level in a file of words. */
export interface LetterHeading {
  readonly level: 1 | 2;
  readonly text: string;
  /** Lines that it takes: two where it is underlined. */
  readonly lines: 1 | 2;
}

/** Two marks need no space after them: who forgets it means a heading all the same. One alone does, for #1 is a number. */
const MARKED = /^ {0,3}(?:(##)(?!#)|(#)(?=[ \t]|$))(.*)$/;
const UNDERLINE = /^ {0,3}(?:-+|(=+))[ \t]*$/;
/** A line that begins a paragraph: no list, quotation, heading or fence, and not set in. */
const PLAIN = /^ {0,3}(?![-+*>#=`~\s]|\d+[.)])\S/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/** Numbers of the lines, from 0, that stand in a code fence. One that nobody closed is none, so that it hides no heading. */
function fenced(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const mark = FENCE.exec(lines[at]!)?.[1];
    if (mark === undefined) continue;
    const closes = new RegExp(`^ {0,3}${mark[0]!}{${mark.length},}[ \\t]*$`);
    const end = lines.findIndex((line, other) => other > at && closes.test(line));
    for (let line = at; line <= end; line++) inside.add(line);
    at = Math.max(at, end);
  }
  return inside;
}

/** A line of text alone that the next line underlines, as Markdown has it. */
function underlined(lines: readonly string[], at: number): LetterHeading | null {
  const before = lines[at - 1] ?? '';
  const under = UNDERLINE.exec(lines[at + 1] ?? '');
  if (under === null || !PLAIN.test(lines[at]!) || !(before.trim() === '' || MARKED.test(before))) return null;
  return { level: under[1] === undefined ? 2 : 1, text: lines[at]!.trim(), lines: 2 };
}

/** The headings of the first two levels by the number of their line, from 0; those of other levels and in code fences are words. */
export function letterHeadings(lines: readonly string[]): ReadonlyMap<number, LetterHeading> {
  const inside = fenced(lines);
  const found = new Map<number, LetterHeading>();
  lines.forEach((line, at) => {
    if (inside.has(at)) return;
    const [, two, one, text = ''] = MARKED.exec(line) ?? [];
    const isMarked = (two ?? one) !== undefined;
    const heading = isMarked
      ? ({ level: two === undefined ? 1 : 2, text: text.replace(/[ \t]*#*[ \t]*$/, '').trim(), lines: 1 } as const)
      : underlined(lines, at);
    if (heading !== null) found.set(at, heading);
  });
  return found;
}
