import type { ScatterDrawing, ShortOrLong } from '../report/model.ts';
import { type Setting, fit } from './lettering.ts';
import { type Place, type Stroke, type Wish, heightOf } from './scatter-words.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

const LINE_AIR = 5;
const CORNER = 8;
const CORNER_LINES = 3;
/** Around the words of a side, which else would seem to belong to a line. */
const SIDE_AIR = 10;
/** How far above the plot the words of its upper edge stand. */
const LIFT = 16;
/** Places along a line, from its right end. */
const ALONG = [0.96, 0.9, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.04] as const;

/** Places beside a line, from its right end on: below it, then above it. */
function along([start, end]: Stroke, height: number): readonly Place[] {
  const spots = ALONG.map((part) => ({ x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y) }));
  const away = height / 2 + 1;
  return [
    ...spots.map(({ x, y }): Place => ({ x: x + LINE_AIR, y: y + away, anchor: '' })),
    ...spots.map(({ x, y }): Place => ({ x: x - LINE_AIR, y: y - away, anchor: 'end' })),
  ];
}

/** Places at the end of a line: beyond the right edge of the plot where the drawing has room there, else above its upper edge. */
function atEnd([, { x, y }]: Stroke, plot: Box, theme: Theme): readonly Place[] {
  if (!theme.narrow && x >= plot.right) return [{ x: plot.right + theme.endGap, y, anchor: '' }];
  return y <= plot.top ? [{ x, y: plot.top - LIFT, anchor: 'end' }] : [];
}

/** All words in the plot in order of their right to a place: the lines, then the two sides of them. */
export function wishesOf({ lines, sides }: ScatterDrawing, strokes: readonly (Stroke | null)[], plot: Box, theme: Theme): readonly Wish[] {
  const room = plot.right - plot.left - 2 * CORNER;
  const set = ({ text, short }: ShortOrLong): Setting => fit(theme.narrow ? short : text, room, theme.text);
  const corner = [...Array(CORNER_LINES).keys()].map((at) => CORNER + (at + 0.5) * theme.line);
  const [above, below] = [
    corner.map((away): Place => ({ x: plot.left + CORNER, y: plot.top + away, anchor: '' })),
    corner.map((away): Place => ({ x: plot.right - CORNER, y: plot.bottom - away, anchor: 'end' })),
  ];
  return [
    ...lines.flatMap((words, at) => {
      const stroke = strokes[at] ?? null;
      return stroke === null ? [] : [{ words: set(words), places: [...atEnd(stroke, plot, theme), ...along(stroke, heightOf(theme))], air: 0, must: true }];
    }),
    { words: set(sides[0]), places: above, air: SIDE_AIR, must: false },
    { words: set(sides[1]), places: below, air: SIDE_AIR, must: false },
  ];
}
