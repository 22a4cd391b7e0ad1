import type { Markish } from '@observablehq/plot';
import type { LinesDrawing, Scale } from '../report/model.ts';
import type { Ruler } from './axes.ts';
import { dayMs } from './days.ts';
import { areas, levels } from './ink.ts';
import type { Span } from './trend.ts';

type Reach = NonNullable<LinesDrawing['reach']>;

/** How far a step reaches under the next, so that no seam shows. */
const LAP = 0.3;

/** Where the values of each period may lie: one step a period, as wide as the period, with an edge at both ends. */
export function reach(steps: Reach, scale: Scale, span: Span, y: Ruler): readonly Markish[] {
  const clamp = (value: number): number => y(Math.min(scale.high, Math.max(scale.low, value)));
  const drawn = steps
    .filter(({ low, high }) => low < high)
    .map(({ start, low, high }) => {
      const x = span.x(dayMs(start));
      return { x1: Math.max(span.left, x - span.step / 2), x2: Math.min(span.right, x + span.step / 2 + LAP), y1: clamp(high), y2: clamp(low) };
    })
    .filter(({ x1, x2 }) => x1 < x2);
  const edge = (of: 'y1' | 'y2') =>
    levels(
      drawn.map(({ x1, x2, ...ends }) => ({ x1, x2, y: ends[of] })),
      'bnde',
    );
  return [areas(drawn, 'bnd'), edge('y1'), edge('y2')];
}
