import type { Along, Spot } from './spots.ts';

const SVG = 'http://www.w3.org/2000/svg';
const RING = 7;

function part(name: string, numbers: Readonly<Record<string, number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  made.setAttribute('class', 'at');
  for (const [key, value] of Object.entries(numbers)) made.setAttribute(key, String(value));
  return made;
}

/** Marks a place of a drawing with a ring, and with a rule over its height where data follow each other from left to right. */
export function mark(svg: SVGSVGElement, { x, y }: Spot, along: Along): void {
  unmark(svg);
  const { height } = svg.viewBox.baseVal;
  if (along === 'x') svg.append(part('line', { x1: x, x2: x, y1: 0, y2: y - RING }), part('line', { x1: x, x2: x, y1: y + RING, y2: height - 30 }));
  svg.append(part('circle', { cx: x, cy: y, r: RING }));
}

/** Takes the mark away. */
export function unmark(svg: SVGSVGElement): void {
  for (const old of svg.querySelectorAll('.at')) old.remove();
}
