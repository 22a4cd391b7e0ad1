import type { Markish } from '@observablehq/plot';
import type { SlopesDrawing } from '../report/model.ts';
import { type Ruler, axisRoom, middle, ruler, valueAxis, within } from './axes.ts';
import { type Label, dots, labelAt, line, uprights, words } from './ink.ts';
import { type Setting, fit, textWidth, wrap } from './lettering.ts';
import { nudge } from './place.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Row = SlopesDrawing['rows'][number];

const HEAD = 26;
const HEAD_LIFT = 12;
const HEAD_AIR = 8;
const FOOT = 10;
/** Between the numbers and the left end, and from an end to the words beside it. */
const INSET = 36;
const NARROW_INSET = 16;
/** Share of the drawing that the lines may take, and the least that they do. */
const MOST_PLOT = 0.56;
const LEAST_PLOT = 0.48;
const NARROW_LINES = 3;

const isDrawn = ({ scale }: SlopesDrawing, { left, right }: Row): boolean => within(left, scale) && within(right, scale);

function joined(rows: readonly Row[], [x1, x2]: readonly [number, number], y: Ruler, theme: Theme): readonly Markish[] {
  return rows.flatMap((row) => {
    const ends = [
      { x: x1, y: y(row.left) },
      { x: x2, y: y(row.right) },
    ];
    const now = row.singled ? ' now' : '';
    return [line(ends, `ln${now}`, false), dots(ends, row.singled ? theme.figureDot : theme.dot, `pt${now}`)];
  });
}

/** Words at the right end of each line, moved apart where they would touch. */
function endWords(rows: readonly Row[], x: number, y: Ruler, plot: Box, theme: Theme): readonly Label[] {
  const room = theme.width - x;
  const lines: readonly (readonly Setting[])[] = rows.map((row) => wrap(row.text, room, theme.narrow ? NARROW_LINES : 1, theme.text, row.singled));
  const heights = lines.map(({ length }) => length * theme.line);
  const middles = nudge(
    rows.map((row) => y(row.right)),
    heights,
    plot.top - theme.line / 2,
    plot.bottom + theme.line / 2,
  );
  return rows.flatMap((row, index) => {
    const set = lines[index] ?? [];
    const first = middle(middles[index] ?? 0) - ((set.length - 1) * theme.line) / 2;
    return set.map((one, below) => labelAt(x, first + below * theme.line, one, row.singled ? 't-b' : 't-ink'));
  });
}

/** The heads over the two ends, each in the middle of its own as far as the drawing reaches. */
function headWords(heads: readonly [string, string], [x1, x2]: readonly [number, number], theme: Theme): readonly Label[] {
  const half = (x2 - x1) / 2;
  const room = [Math.min(x1, half), Math.min(theme.width - x2, half)];
  return heads.map((text, index) => labelAt(index === 0 ? x1 : x2, HEAD - HEAD_LIFT, fit(text, 2 * room[index]! - HEAD_AIR, theme.text), 'mid'));
}

/** Two shares a name on one scale: what a line joins belongs together, and its slope is the difference. */
export function slopes(drawing: SlopesDrawing, theme: Theme): Sheet {
  const { scale } = drawing;
  const rows = drawing.rows.filter((row) => isDrawn(drawing, row));
  const inset = theme.narrow ? NARROW_INSET : INSET;
  const left = axisRoom(scale, theme);
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.text, theme.text, row.singled)));
  const x1 = left + inset;
  const x2 = Math.max(theme.width * LEAST_PLOT, Math.min(theme.width * MOST_PLOT, theme.width - widest - inset - theme.endGap));
  const height = Math.max(theme.plotHeight, rows.length * theme.line * (theme.narrow ? NARROW_LINES : 1));
  const plot: Box = { left, right: x2 + inset, top: HEAD, bottom: HEAD + height };
  const y = ruler([scale.low, scale.high], [plot.bottom, plot.top]);
  const ends = [x1, x2] as const;
  const last = rows.filter((row) => row.singled);
  return {
    width: theme.width,
    height: plot.bottom + FOOT + theme.line / 2,
    plot,
    spots: drawing.rows.map((row) => ({ x: x2, y: isDrawn(drawing, row) ? y(row.right) : null })),
    marks: [
      ...valueAxis(scale, y, plot, theme),
      uprights(
        ends.map((x) => ({ x, y1: plot.top, y2: plot.bottom })),
        'base',
      ),
      ...joined([...rows.filter((row) => !row.singled), ...last], ends, y, theme),
      ...words(headWords(theme.narrow ? drawing.shortHeads : drawing.heads, ends, theme)),
      ...words(endWords(rows, plot.right + theme.endGap / 2, y, plot, theme)),
    ],
  };
}
