import type { Markish } from '@observablehq/plot';
import type { Scale, ScatterDrawing } from '../report/model.ts';
import { type Ruler, axisRoom, endsFirst, middle, ruler, tickWords, valueAxis, within } from './axes.ts';
import { dots, labelAt, line, uprights, words } from './ink.ts';
import { fit } from './lettering.ts';
import { wishesOf } from './scatter-wishes.ts';
import { type Stroke, boxOf, placeWords } from './scatter-words.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

interface Rulers {
  readonly x: Ruler;
  readonly y: Ruler;
}

const HEAD = 26;
const HEAD_LIFT = 12;
const SIDE = 400;
const FOOT = 44;
const FOOT_AIR = 6;
/** Right of a narrow plot, for the half of a dot that lies on its edge. */
const NARROW_EDGE = 6;
const RADIUS = 4;
const NARROW_RADIUS = 3.2;
/** So many dots keep their size; more of them shrink, to this part at least. */
const CROWD = 80;
const LEAST_PART = 0.6;
/** How far words may reach into the line between a plot and its ticks. */
const UNDER = 4;

const radiusOf = (points: number, { narrow }: Theme): number =>
  (narrow ? NARROW_RADIUS : RADIUS) * Math.max(LEAST_PART, Math.min(1, Math.sqrt(CROWD / Math.max(1, points))));

/** A line at 45° as far as the scale reaches; null where it lies off the scale. */
function strokeOf(above: number, { low, high }: Scale, { x, y }: Rulers): Stroke | null {
  const [from, to] = [Math.max(low, low - above), Math.min(high, high - above)];
  return from < to ? ([from, to].map((value) => ({ x: x(value), y: y(value + above) })) as [Stroke[0], Stroke[1]]) : null;
}

/** Each row as a dot at its two values: how far it lies from a line is how far they are from alike. */
export function scatter(drawing: ScatterDrawing, theme: Theme): Sheet {
  const { scale } = drawing;
  const left = axisRoom(scale, theme);
  const side = theme.narrow ? theme.width - left - NARROW_EDGE : Math.min(SIDE, theme.width - left);
  const plot: Box = { left, right: left + side, top: HEAD, bottom: HEAD + side };
  const rulers: Rulers = { x: ruler([scale.low, scale.high], [plot.left, plot.right]), y: ruler([scale.low, scale.high], [plot.bottom, plot.top]) };
  const isDrawn = ({ x, y }: ScatterDrawing['points'][number]): boolean => within(x, scale) && within(y, scale);
  const points = drawing.points.filter(isDrawn).map(({ x, y, singled }) => ({ x: rulers.x(x), y: rulers.y(y), singled }));
  const radius = radiusOf(points.length, theme);
  const strokes = drawing.lines.map(({ above }) => strokeOf(above, scale, rulers));
  const ticks = scale.ticks.filter((tick) => within(tick.value, scale));
  const [across, up] = drawing.heads;
  const upHead = fit(up, theme.width, theme.text);
  const bounds: Box = { left: plot.left + 2, right: theme.width, top: 0, bottom: plot.bottom + UNDER };
  const heading = boxOf(upHead, { x: 0, y: HEAD - HEAD_LIFT - middle(0), anchor: '' }, theme);
  const placed = placeWords(
    wishesOf(drawing, strokes, plot, theme),
    {
      bounds,
      words: [heading],
      dots: points.map(({ x, y }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })),
      strokes: strokes.filter((stroke) => stroke !== null),
    },
    theme,
  );
  const lines = strokes.map((stroke, at): Markish => (stroke === null ? null : line(stroke, at === 0 ? 'ln' : 'ln s3', false)));
  return {
    width: theme.width,
    height: plot.bottom + FOOT + FOOT_AIR,
    plot,
    spots: drawing.points.map((point) => ({ x: rulers.x(point.x), y: isDrawn(point) ? rulers.y(point.y) : null })),
    marks: [
      uprights(
        ticks.filter(({ value }) => value !== scale.low).map(({ value }) => ({ x: rulers.x(value), y1: plot.top, y2: plot.bottom })),
        'g',
      ),
      ...valueAxis(scale, rulers.y, plot, theme),
      ...tickWords(endsFirst(ticks), rulers.x, plot.bottom, theme),
      ...lines,
      dots(
        points.filter(({ singled }) => !singled),
        radius,
        'pt open s3',
      ),
      dots(
        points.filter(({ singled }) => singled),
        radius,
        'pt now',
      ),
      ...words([labelAt(0, HEAD - HEAD_LIFT, upHead, ''), labelAt(plot.right, plot.bottom + FOOT, fit(across, plot.right, theme.text), 'end')]),
      ...words(placed),
    ],
  };
}
