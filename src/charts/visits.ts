import type { Markish } from '@observablehq/plot';
import type { VisitsDrawing } from '../report/model.ts';
import { type Label, type Spot, areas, dots, labelAt, levels, line, uprights, words } from './ink.ts';
import { fit, textWidth } from './lettering.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

const INSIDE = 68;
/** Room of the shapes outside the window with their words, and of the run and the days under it. */
const OUTSIDE = 30;
const UNDER = 42;
const EDGE = 16;
const NARROW_EDGE = 10;
const DOT = 4.5;
/** Half the width of a shape, and its height. */
const HALF = 6;
const TALL = 10.4;

type Visit = VisitsDrawing['visits'][number];

interface Frame {
  readonly x: (at: number) => number;
  readonly top: number;
  readonly bottom: number;
}

function frameOf({ visits }: VisitsDrawing, theme: Theme): Frame {
  const edge = theme.narrow ? NARROW_EDGE : EDGE;
  const step = visits.length < 2 ? 0 : (theme.width - 2 * edge) / (visits.length - 1);
  const over = visits.some(({ side }) => side === 'above') ? OUTSIDE : 6;
  return { x: (at) => edge + at * step, top: over, bottom: over + INSIDE };
}

/** A triangle that points into the window it missed. */
function shapeAt(x: number, side: 'above' | 'below', { top, bottom }: Frame): readonly Spot[] {
  const base = side === 'above' ? top - 8 - TALL : bottom + 8 + TALL;
  const point = side === 'above' ? base + TALL : base - TALL;
  return [
    { x: x - HALF, y: base },
    { x: x + HALF, y: base },
    { x, y: point },
  ];
}

/** Words beside the shapes on one side, those for which there is no room left out. */
function labelsOn(side: 'above' | 'below', visits: readonly Visit[], frame: Frame, theme: Theme): readonly Label[] {
  const y = side === 'above' ? frame.top - 8 : frame.bottom + 8 + TALL;
  const placed: Label[] = [];
  let free = 0;
  visits.forEach((visit, at) => {
    const text = theme.narrow ? visit.short : visit.text;
    if (visit.side !== side || text === '') return;
    const [x, wide] = [frame.x(at), textWidth(text, theme.text)];
    const blocked = visits.some((other, where) => other.side === side && where > at && frame.x(where) - HALF < x + HALF + 6 + wide + 4);
    const right = x + HALF + 6 + wide <= theme.width && !blocked;
    const from = right ? x + HALF + 6 : x - HALF - 6 - wide;
    if (from < free) {
      free = Math.max(free, x + HALF + 4);
      return;
    }
    placed.push(labelAt(from, y, fit(text, theme.width, theme.text), 't-ink'));
    free = right ? from + wide + 8 : x + HALF + 4;
  });
  return placed;
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
  const isBelow = drawing.visits.some(({ side }) => side === 'below');
  const y = bottom + (isBelow ? OUTSIDE : 0) + 16;
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
      ...runMarks(drawing, frame, y, theme),
      ...words([
        ...labelsOn('above', drawing.visits, frame, theme),
        ...labelsOn('below', drawing.visits, frame, theme),
        ...dayLabels(drawing, frame, y + 20, theme),
      ]),
    ],
  };
}
