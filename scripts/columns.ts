import { inert } from './command.ts';

/** How a table of texts is laid out. */
export interface Layout {
  /** Columns that are set to the right, by their headers. */
  readonly right: readonly string[];
  /** Columns that may be folded over several lines. */
  readonly folds?: readonly string[];
  /** Characters that a line should hold at most; the folding columns give way to it, the widest first. */
  readonly width?: number;
}

const GAP = '  ';
const LEAST = 12;

const lengthOf = (text: string): number => [...text].length;

/** A text in pieces of at most so many characters, broken after a blank, a slash, a dash, a comma, a dot or an underscore where one is near. */
export function folded(text: string, width: number): readonly string[] {
  const rest = [...text];
  const pieces: string[] = [];
  while (rest.length > width) {
    const at = rest.slice(0, width).findLastIndex((sign) => ' /-_.,;'.includes(sign)) + 1;
    pieces.push(
      rest
        .splice(0, at > width / 3 ? at : width)
        .join('')
        .replace(/ +$/, ''),
    );
    while (rest[0] === ' ') rest.shift();
  }
  return [...pieces, rest.join('')];
}

function widthsOf(header: readonly string[], all: readonly (readonly string[])[], { folds = [], width = Infinity }: Layout): readonly number[] {
  const widths = header.map((_, at) => Math.max(...all.map((row) => lengthOf(row[at]!))));
  const giving = header.flatMap((name, at) => (folds.includes(name) ? [at] : []));
  const over = () => widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1) - width;
  for (let widest = giving[0]; over() > 0 && widest !== undefined;) {
    for (const at of giving) if (widths[at]! > widths[widest]!) widest = at;
    if (widths[widest]! <= LEAST) break;
    widths[widest]!--;
  }
  return widths;
}

/** A table of texts in columns that line up, under its header. No line ends in blanks. */
export function aligned(header: readonly string[], rows: readonly (readonly string[])[], layout: Layout): string {
  const all = [header, ...rows];
  const widths = widthsOf(header, all, layout);
  const cell = (text: string, at: number): string => {
    const blanks = ' '.repeat(widths[at]! - lengthOf(text));
    return layout.right.includes(header[at]!) ? blanks + text : text + blanks;
  };
  const lines = all.flatMap((row) => {
    const cells = row.map((text, at) => folded(text, widths[at]!));
    const height = Math.max(...cells.map((pieces) => pieces.length));
    return Array.from({ length: height }, (_, line) => cells.map((pieces) => pieces[line] ?? ''));
  });
  return lines.map((line) => `${inert(line.map(cell).join(GAP).trimEnd())}\n`).join('');
}
