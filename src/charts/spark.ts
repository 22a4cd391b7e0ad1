import { line } from 'd3';
import type { SparkDrawing } from '../report/model.ts';
import { ruler } from './axes.ts';
import { coordinate, element } from './markup.ts';

/** Size of the year of history in a ledger row. */
export const SPARK_WIDTH = 236;
export const SPARK_HEIGHT = 54;

const LEFT = 3;
const RIGHT = 229;
const TOP = 5;
const BOTTOM = 49;
const DOT = 3.2;
const LONE_DOT = 1.6;

interface Place {
  readonly x: number;
  readonly y: number | null;
}

function finite(values: readonly (number | null | undefined)[]): readonly number[] {
  return values.filter((value) => value !== null && value !== undefined).filter(Number.isFinite);
}

/** Heights for all values, the band's limits and the mean; everything alike lies in the middle. */
function heights(drawing: SparkDrawing): (value: number) => number {
  const all = finite([...drawing.values, drawing.band?.low, drawing.band?.high, drawing.mean]);
  const low = Math.min(...all);
  const high = Math.max(...all);
  return low < high ? ruler([low, high], [BOTTOM, TOP]) : () => (TOP + BOTTOM) / 2;
}

function ground({ band, mean }: SparkDrawing, y: (value: number) => number): string {
  if (band !== null) {
    const [low, high] = [band.low, band.high].map((limit) => (limit === null || !Number.isFinite(limit) ? null : y(limit)));
    const top = high ?? TOP - 2;
    const height = (low ?? BOTTOM + 2) - top;
    return height > 0 ? element('rect', { x: LEFT, y: top, width: RIGHT - LEFT, height, class: 'bnd' }) : '';
  }
  if (mean === null || !Number.isFinite(mean)) return '';
  return element('line', { x1: LEFT, y1: y(mean), x2: RIGHT, y2: y(mean), class: 'lim' });
}

function loneDots(places: readonly Place[]): string {
  const bare = (index: number): boolean => (places[index]?.y ?? null) === null;
  return places
    .filter((_, index) => !bare(index) && bare(index - 1) && bare(index + 1))
    .map(({ x, y }) => element('circle', { cx: x, cy: y ?? 0, r: LONE_DOT, class: 'pt' }))
    .join('');
}

/** A line without axes through the values in even steps, broken where there is none, its newest value as a dot. */
export function spark(drawing: SparkDrawing): string {
  const y = heights(drawing);
  const x = ruler([0, drawing.values.length - 1], [LEFT, RIGHT]);
  const places = drawing.values.map((value, index) => ({
    x: x(index),
    y: value !== null && Number.isFinite(value) ? y(value) : null,
  }));
  const path = line<Place>(
    (place) => place.x,
    (place) => place.y ?? 0,
  ).defined((place) => place.y !== null);
  const d = (path(places) ?? '').replace(/M[^MLZ]*Z/g, '').replace(/-?\d[\d.]*/g, (one) => coordinate(Number(one)));
  const newest = places.findLast((place) => place.y !== null);
  return (
    ground(drawing, y) +
    (d === '' ? '' : element('path', { d, class: 'ln' })) +
    loneDots(places) +
    (newest ? element('circle', { cx: newest.x, cy: newest.y ?? 0, r: DOT, class: 'pt now' }) : '')
  );
}
