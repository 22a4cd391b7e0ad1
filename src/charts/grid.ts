import type { GridCell, GridDrawing } from '../report/model.ts';
import { middle } from './axes.ts';
import { type Label, areas, labelAt, words } from './ink.ts';
import { type Setting, fit, oneLine, textWidth, wrap } from './lettering.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

const GAP = 2;
const SIDE = 3;
const NAME_GAP = 8;
const NARROW_NAMES = 96;
const WIDE_NAMES = 150;
const NAME_LINES = 2;
const HEAD_AIR = 8;
const PAD = 6;
const LEVELS = [1, 2, 3, 4] as const;

interface Place {
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
  readonly wide: number;
  readonly high: number;
}

const linesOf = ({ lines, short }: GridCell, theme: Theme): readonly string[] => (theme.narrow ? short : lines);

function nameRoom({ rows }: GridDrawing, theme: Theme): number {
  const most = theme.narrow ? NARROW_NAMES : WIDE_NAMES;
  const widths = rows.flatMap(({ label }) => wrap(label, most, NAME_LINES, theme.text).map(({ text }) => textWidth(text, theme.text)));
  const widest = Math.max(0, ...widths);
  return widest === 0 ? 0 : Math.ceil(Math.min(most, widest)) + NAME_GAP;
}

/** A line of a cell; of one that is too wide and ends in a number, such as "of 12", the number alone where that stands whole. */
function cellLine(text: string, room: number, theme: Theme, bold: boolean): Setting {
  const line = fit(oneLine(text), room, theme.text, bold);
  const [last] = /(?<= )\d\S*$/.exec(line.full ?? '') ?? [];
  if (last === undefined) return line;
  const number = fit(last, room, theme.text, bold);
  return number.full === null ? { ...number, full: line.full } : line;
}

function stacked(lines: readonly string[], x: number, centre: number, room: number, className: string, theme: Theme, bold: boolean): readonly Label[] {
  const first = middle(centre) - ((lines.length - 1) * theme.line) / 2;
  return lines.map((line, at) => labelAt(x, first + at * theme.line, cellLine(line, room, theme, bold), className));
}

function cellLabels({ rows }: GridDrawing, { x, y, wide, high }: Place, theme: Theme): readonly Label[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      const className = cell.singled ? 'mid t-b' : cell.level === 0 ? 'mid' : 'mid t-ink';
      return stacked(linesOf(cell, theme), x(column) + wide / 2, y(row) + high / 2, wide - 2 * SIDE, className, theme, cell.singled);
    }),
  );
}

function nameLabels({ rows }: GridDrawing, { y, high }: Place, room: number, theme: Theme): readonly Label[] {
  return rows.flatMap(({ label }, row) => {
    const lines = wrap(label, room - NAME_GAP, NAME_LINES, theme.text);
    const first = middle(y(row) + high / 2) - ((lines.length - 1) * theme.rowLine) / 2;
    return lines.map((line, at) => labelAt(room - NAME_GAP, first + at * theme.rowLine, line, 'end t-ink'));
  });
}

/** Rows and columns of figures, each in a cell as deep as its level; the figure itself stands in it. */
export function grid(drawing: GridDrawing, theme: Theme): Sheet {
  const { columns, rows } = drawing;
  const left = nameRoom(drawing, theme);
  const wide = (theme.width - left - GAP * Math.max(0, columns.length - 1)) / Math.max(1, columns.length);
  const tallest = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => linesOf(cell, theme).length)), theme.narrow ? 1 : 2);
  const high = tallest * theme.line + 2 * PAD;
  const top = theme.line + HEAD_AIR;
  const place: Place = { x: (column) => left + column * (wide + GAP), y: (row) => top + row * (high + GAP), wide, high };
  const heads = columns.map(({ head, short }, at) =>
    labelAt(place.x(at) + wide / 2, theme.line, fit(oneLine(theme.narrow ? short : head), wide - SIDE, theme.text), 'mid'),
  );
  const shaded = (level: number) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell.level === level ? [{ x1: place.x(column), x2: place.x(column) + wide, y1: place.y(row), y2: place.y(row) + high }] : [],
      ),
    );
  const height = top + Math.max(1, rows.length) * (high + GAP);
  return {
    width: theme.width,
    height,
    plot: { left, right: theme.width, top, bottom: height },
    marks: [
      ...LEVELS.map((level) => areas(shaded(level), `q${level}`)),
      ...words(heads),
      ...words(nameLabels(drawing, place, left, theme)),
      ...words(cellLabels(drawing, place, theme)),
    ],
  };
}
