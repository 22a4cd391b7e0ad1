import { createHash } from 'node:crypto';
import { draw } from '../charts/index.ts';
import { spokenLocale } from '../language/language.ts';
import type { Drawing } from '../report/model.ts';
import { keptCharts } from './kept-charts.ts';

const ready = new Map<string, string>();

/**
 * One `<svg>` of a drawing, drawn once for all pages that show it, and not at all where an earlier build has kept it: all that
 * it hangs on is in its key, but for the code that draws, which the place it is kept in answers for. Arguments as in `draw`.
 */
export function drawn(drawing: Drawing, width: 'wide' | 'narrow', id: string, label: string, places: boolean): string {
  const key = createHash('sha256')
    .update(JSON.stringify([spokenLocale(), width, id, label, places, drawing]))
    .digest('base64url');
  const known = ready.get(key) ?? keptCharts()?.read(key) ?? null;
  const svg = known ?? draw(drawing, { width, id, label, places });
  if (known === null) keptCharts()?.write(key, svg);
  ready.set(key, svg);
  return svg;
}
