import type { Markish } from '@observablehq/plot';
import type { VisitsDrawing } from '../report/model.ts';
import { MOST_SEARCHED, type Placed, placeWords, sizeOf } from './flag-places.ts';
import { CAP_HEIGHT } from './flags.ts';
import { type Label, type Spot, type Upright, areas, dots, labelAt, levels, line, uprights, words } from './ink.ts';
import { fit, textWidth } from './lettering.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

const INSIDE = 68;
/** Room of the shapes outside the window with one line of words, of the window's edge alone, and of the run and the days under it. */
const OUTSIDE = 30;
const LEAST_OVER = 6;
const UNDER = 42;
const EDGE = 16;
const NARROW_EDGE = 10;
const DOT = 4.5;
/** Half the width of a shape, its height, and what is between it and the window. */
const HALF = 6;
const TALL = 10.4;
const GAP = 8;

/** Visits on one side of the window that all have their words there, however near they stand. */
export const MOST_NAMED = MOST_SEARCHED;

/** The words of the shapes above the window or below it. */
interface Side extends ReturnType<typeof sizeOf> {
  readonly placed: readonly Placed[];
  /** Height that they and the shapes take; 0 without any. */
  readonly height: number;
}

interface Frame {
  readonly x: (at: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly above: Side;
  readonly below: Side;
}

function sideOf(side: 'above' | 'below', { visits }: VisitsDrawing, x: (at: number) => number, theme: Theme): Side {
  const outside = visits.flatMap((visit, at) =>
    visit.side === side ? [{ x: x(at), lines: [theme.narrow ? visit.short : visit.text], short: visit.short }] : [],
  );
  const placed = placeWords(outside, { bold: false, half: HALF }, theme);
  const size = sizeOf(placed);
  return { placed, ...size, height: outside.length === 0 ? 0 : OUTSIDE + Math.max(0, size.rows * size.lines - 1) * theme.line };
}

function frameOf(drawing: VisitsDrawing, theme: Theme): Frame {
  const edge = theme.narrow ? NARROW_EDGE : EDGE;
  const { length } = drawing.visits;
  const step = length < 2 ? 0 : (theme.width - 2 * edge) / (length - 1);
  const x = (at: number): number => edge + at * step;
  const above = sideOf('above', drawing, x, theme);
  const top = Math.max(LEAST_OVER, above.height);
  return { x, top, bottom: top + INSIDE, above, below: sideOf('below', drawing, x, theme) };
}

/** A triangle that points into the window it missed. */
function shapeAt(x: number, side: 'above' | 'below', { top, bottom }: Frame): readonly Spot[] {
  const base = side === 'above' ? top - GAP - TALL : bottom + GAP + TALL;
  const point = side === 'above' ? base + TALL : base - TALL;
  return [
    { x: x - HALF, y: base },
    { x: x + HALF, y: base },
    { x, y: point },
  ];
}

/** Where the last line of words in a row above the window stands, or the first below it. */
function lineOf(side: 'above' | 'below', row: number, { top, bottom, above, below }: Frame, theme: Theme): number {
  return side === 'above' ? top - GAP - row * above.lines * theme.line : bottom + GAP + TALL + row * below.lines * theme.line;
}

function labelsOn(side: 'above' | 'below', frame: Frame, theme: Theme): readonly Label[] {
  return frame[side].placed.flatMap(({ row, lines, anchor, left, right }) =>
    lines.map((line, index) => {
      const away = side === 'above' ? index + 1 - lines.length : index;
      return labelAt(anchor === '' ? left : right, lineOf(side, row ?? 0, frame, theme) + away * theme.line, line, `t-ink${anchor}`);
    }),
  );
}

/** Rules from the shapes to their words, where these stand further away than beside them. */
function leaders(side: 'above' | 'below', frame: Frame, theme: Theme): readonly Upright[] {
  return frame[side].placed.flatMap(({ x, row, lines }) => {
    if (row === null || row === 0) return [];
    const y = lineOf(side, row, frame, theme);
    return side === 'above'
      ? [{ x, y1: y - (lines.length - 1) * theme.line - CAP_HEIGHT, y2: frame.top - GAP - TALL }]
      : [{ x, y1: frame.bottom + GAP + TALL, y2: y + (lines.length - 1) * theme.line }];
  });
}

function runMarks({ run, visits }: VisitsDrawing, frame: Frame, y: number, theme: Theme): readonly Markish[] {
  if (run === null) return [];
  const [from, to] = [frame.x(run.from) - 5, frame.x(visits.length - 1) + 5];
  const half = textWidth(run.text, theme.text, true) / 2;
  const centre = Math.max(half, Math.min(theme.width - half, (from + to) / 2));
  return [
    levels([{ y, x1: from, x2: to }], 'ev'),
    uprights(
      [from, to].map((x) => ({ x, y1: y - 5, y2: y })),
      'ev',
    ),
    ...words([labelAt(centre, y + 20, fit(run.text, theme.width, theme.text, true), 't-b mid')]),
  ];
}

/** First and last day at the two ends, where the words of the run leave room for them. */
function dayLabels({ run, first, last, visits }: VisitsDrawing, frame: Frame, y: number, theme: Theme): readonly Label[] {
  const half = run === null ? 0 : textWidth(run.text, theme.text, true) / 2;
  const centre = run === null ? theme.width : Math.max(half, Math.min(theme.width - half, (frame.x(run.from) + frame.x(visits.length - 1)) / 2));
  const ends = [labelAt(0, y, fit(first, theme.width, theme.text), ''), labelAt(theme.width, y, fit(last, theme.width, theme.text), 'end')];
  const room = [centre - half - 8 >= textWidth(first, theme.text), run === null || centre + half + 8 <= theme.width - textWidth(last, theme.text)];
  return visits.length === 1 ? ends.slice(0, 1) : ends.filter((_, at) => room[at]);
}

/** Visits in their order over the shaded window: dots inside it, named shapes outside, and a bracket under the newest run. */
export function visits(drawing: VisitsDrawing, theme: Theme): Sheet {
  const frame = frameOf(drawing, theme);
  const { top, bottom, x } = frame;
  const y = bottom + frame.below.height + 16;
  const spots = drawing.visits.map(({ place }, at) => ({ x: x(at), y: place === null ? null : bottom - Math.min(1, Math.max(0, place)) * (bottom - top) }));
  const shapes = drawing.visits.flatMap(({ side }, at) => (side === null ? [] : [line(shapeAt(x(at), side, frame), 'shape', false)]));
  return {
    width: theme.width,
    height: y + UNDER - 16,
    plot: { left: 0, right: theme.width, top, bottom },
    spots,
    marks: [
      areas([{ x1: 0, x2: theme.width, y1: top, y2: bottom }], 'bnd'),
      levels(
        [top, bottom].map((at) => ({ y: at, x1: 0, x2: theme.width })),
        'bnde',
      ),
      dots(
        spots.filter((spot) => spot.y !== null),
        Math.min(DOT, Math.max(2.2, (x(1) - x(0)) * 0.42 || DOT)),
        'pt now',
      ),
      ...shapes,
      uprights([...leaders('above', frame, theme), ...leaders('below', frame, theme)], 'ev'),
      ...runMarks(drawing, frame, y, theme),
      ...words([...labelsOn('above', frame, theme), ...labelsOn('below', frame, theme), ...dayLabels(drawing, frame, y + 20, theme)]),
    ],
  };
}
