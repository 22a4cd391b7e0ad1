import type { StripDrawing } from '../report/model.ts';
import { ruler } from './axes.ts';
import { distribution } from './distribution.ts';
import { areas } from './ink.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

/** Values before, inside and after a stretch: a distribution over the shaded stretch, whose two ends have rules. */
export function strip({ scale, bins, dots, inside, marks }: StripDrawing, theme: Theme): Sheet {
  const sheet = distribution({ shape: 'distribution', scale, bins, dots, marks }, theme);
  const { left, right, top, bottom } = sheet.plot;
  const x = ruler([scale.low, scale.high], [left, right]);
  const [x1, x2] = [inside.from, inside.to].map((at) => x(Math.min(scale.high, Math.max(scale.low, at))));
  const shaded = x2! > x1! ? [areas([{ x1: x1!, x2: x2!, y1: top, y2: bottom }], 'bnd')] : [];
  return { ...sheet, marks: [...shaded, ...sheet.marks] };
}
