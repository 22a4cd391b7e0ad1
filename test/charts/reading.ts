import { parseHTML } from 'linkedom';
import { CASES } from './cases.ts';
import { textWidth } from '../../src/charts/lettering.ts';
import { draw, narrowTheme, wideTheme } from '../../src/charts/index.ts';
import type { Drawing } from '../../src/report/model.ts';

export type Width = 'wide' | 'narrow';

/** Every case at every width it is drawn in; marks and sparks have one. */
export const DRAWN: readonly (readonly [name: string, width: Width, drawing: Drawing])[] = Object.entries(CASES).flatMap(([name, drawing]) =>
  (drawing.shape === 'mark' || drawing.shape === 'spark' ? (['wide'] as const) : (['wide', 'narrow'] as const)).map((width) => [name, width, drawing] as const),
);

export function svgOf(drawing: Drawing, width: Width = 'wide', id = 'fig'): string {
  return draw(drawing, { width, id, label: 'what it shows' });
}

export function parse(svg: string): Element {
  const found = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg');
  if (found === null) throw new Error('no drawing');
  return found;
}

/** Elements of one name whose classes are those given, in any order. */
export function find(svg: string, name: string, classes = ''): Element[] {
  const wanted = classes.split(' ').filter(Boolean).sort().join(' ');
  return [...parse(svg).querySelectorAll(name)].filter((one) => classes === '' || [...one.classList].sort().join(' ') === wanted);
}

export function number(element: Element | undefined, name: string): number {
  const value = element?.getAttribute(name) ?? null;
  return value === null ? Number.NaN : Number(value);
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The largest size at which the style sheet sets the words of a drawing. */
function textSize(svg: string): number {
  const name = parse(svg).getAttribute('class');
  return name === 'wide' ? wideTheme().text : name === 'narrow' ? narrowTheme().text : 13;
}

/** The words of a drawing with the boxes that they are estimated to fill at their largest. */
export function textBoxes(svg: string): TextBox[] {
  const size = textSize(svg);
  return find(svg, 'text').map((one) => {
    const own = [...one.childNodes].filter((node) => node.nodeType === 3);
    const text = own.map((node) => node.textContent ?? '').join('');
    const wide = textWidth(text, size, one.classList.contains('t-b') || one.classList.contains('t-acc'));
    const x = number(one, 'x');
    const y = number(one, 'y');
    const left = one.classList.contains('end') ? x - wide : one.classList.contains('mid') ? x - wide / 2 : x;
    return { text, left, right: left + wide, top: y - 0.77 * size, bottom: y + 0.23 * size };
  });
}

export function viewBox(svg: string): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (parse(svg).getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { width, height };
}

/** The words of a drawing, with their titles left out. */
export function texts(svg: string): string[] {
  return textBoxes(svg).map((box) => box.text);
}
