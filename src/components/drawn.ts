import { draw } from '../charts/index.ts';
import type { Drawing } from '../report/model.ts';

const ready = new Map<string, string>();

/** One `<svg>` of a drawing, drawn once for all pages that show it; arguments as in `draw`. */
export function drawn(drawing: Drawing, width: 'wide' | 'narrow', id: string, label: string, places: boolean): string {
  const key = JSON.stringify([width, id, label, places, drawing]);
  const known = ready.get(key);
  if (known !== undefined) return known;
  const svg = draw(drawing, { width, id, label, places });
  ready.set(key, svg);
  return svg;
}
