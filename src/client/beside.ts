import type { Along } from './spots.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
/** From where to where a drawing, or the screen, goes in the frame of a drawing, from above, in px. */
interface Stage {
  readonly top: number;
  readonly bottom: number;
}

const GAP = 14;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Where a note stands in a frame, in px from its top left, so that it never lies over a point. For data that follow each
 * other from left to right: at the right or left of it, in the half of the drawing that the point is not in, where it
 * hides the least of the line; else, and for all other data, above or below the point.
 */
export function beside(
  point: { readonly x: number; readonly y: number },
  note: Size,
  frame: Size,
  stage: Stage,
  along: Along,
): { readonly left: number; readonly top: number } {
  if (along === 'x') {
    const high = point.y > (stage.top + stage.bottom) / 2;
    const level = high ? stage.top : Math.max(stage.top, stage.bottom - note.height);
    if (point.x + GAP + note.width <= frame.width) return { left: point.x + GAP, top: level };
    if (point.x - GAP - note.width >= 0) return { left: point.x - GAP - note.width, top: level };
  }
  const left = between(0, point.x - note.width / 2, frame.width - note.width);
  const [above, below] = [point.y - GAP - note.height, point.y + GAP];
  const over = along === 'x' ? above >= 0 : below + note.height > frame.height;
  return { left, top: over ? above : below };
}

/**
 * Where a note of a height stands outside of a drawing, in px from the top of its frame: below it or above it, else at the foot or the
 * head of the screen, wherever it is all on the screen and not over the point. Null where it is so nowhere.
 */
export function outside(pointAt: number, height: number, drawing: Stage, screen: Stage): number | null {
  const seen = (top: number): boolean => top >= screen.top && top + height <= screen.bottom;
  const clear = (top: number): boolean => top >= pointAt + GAP || top + height <= pointAt - GAP;
  return [drawing.bottom, drawing.top - height, screen.bottom - height, screen.top].find((top) => seen(top) && clear(top)) ?? null;
}
