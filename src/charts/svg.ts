import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Spot } from './ink.ts';
import { coordinate, element, escapeText, svgElement } from './markup.ts';

/** A drawing ready to be painted. Marks carry drawing units: both position scales are identities. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The plot inside the drawing, which clipped marks are cut to. */
  readonly plot: Box;
  readonly marks: readonly Plot.Markish[];
  /** Where each row of the drawing's data stands, in the order of the data; `y` null = it has no value. Absent: nothing to point at. */
  readonly spots?: readonly Spot[];
}
/** The axis that data follow each other on; both where they lie anywhere. */
export type Along = 'x' | 'y' | 'xy';
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  line: ['x1', 'y1', 'x2', 'y2'],
  circle: ['cx', 'cy', 'r'],
  rect: ['x', 'y', 'width', 'height'],
};

interface Pen {
  readonly prefix: string;
  /** Plot's own ids, which count on through the process, with those that stand in their place. */
  readonly ids: Map<string, string>;
}

function ownId(id: string, pen: Pen): string {
  const known = pen.ids.get(id);
  if (known !== undefined) return known;
  const next = `${pen.prefix}-${pen.ids.size + 1}`;
  pen.ids.set(id, next);
  return next;
}

function references(node: Element, pen: Pen): Record<string, string> {
  const written: Record<string, string> = {};
  const id = node.getAttribute('id');
  if (id !== null) written['id'] = ownId(id, pen);
  const target = /^url\(#(.+)\)$/.exec(node.getAttribute('clip-path') ?? '')?.[1];
  if (target !== undefined) written['clip-path'] = `url(#${ownId(target, pen)})`;
  return written;
}

function geometry(node: Element, name: string): Record<string, string | number> {
  const written: Record<string, string | number> = {};
  for (const attribute of NUMBERS[name] ?? []) written[attribute] = Number(node.getAttribute(attribute));
  if (name === 'path') {
    const path = node.getAttribute('d') ?? '';
    written['d'] = path.replace(/-?\d[\d.]*(e-?\d+)?/g, (number) => coordinate(Number(number)));
  } else if (name === 'text') {
    const place = /^translate\(([^,]+),([^)]+)\)$/.exec(node.getAttribute('transform') ?? '');
    Object.assign(written, { x: Number(place?.[1]), y: Number(place?.[2]) });
  }
  return written;
}

function shape(node: Element, className: string, pen: Pen): string {
  const name = node.localName;
  let content = '';
  for (const child of node.childNodes) {
    content += child.nodeType === 3 ? escapeText(child.textContent ?? '') : shape(child as Element, '', pen);
  }
  return element(name, { ...references(node, pen), ...geometry(node, name), class: className }, content);
}

/** Plot's groups fall away but for a clip; their class moves to the shapes, where it outweighs the rule for all text. */
function group(node: Element, inherited: string, pen: Pen): string {
  const className = node.getAttribute('class') ?? inherited;
  const content = [...node.children].map((child) => (child.localName === 'g' ? group(child, className, pen) : shape(child, className, pen))).join('');
  return node.hasAttribute('clip-path') ? element('g', references(node, pen), content) : content;
}

/** The places of data as the paths of lines write them, so that they add next to nothing to a packed page. */
function written(spots: readonly Spot[]): string {
  return spots.map(({ x, y }) => (y === null || !Number.isFinite(x + y) ? '' : `${coordinate(x)},${coordinate(y)}`)).join('L');
}

/**
 * The drawing as one `<svg>` element. Only geometry, classes, words and clips are taken from what Plot draws, so that
 * no style, colour, font or id of its own reaches the page. With `along`, the axis that its data follow each other on,
 * the places of its data are written too.
 */
export function paint(sheet: Sheet, className: string, id: string, label: string, along: Along | null = null): string {
  const { width, height, plot } = sheet;
  const drawn = Plot.plot({
    document,
    width,
    height,
    marginTop: plot.top,
    marginRight: width - plot.right,
    marginBottom: height - plot.bottom,
    marginLeft: plot.left,
    className: 'plot',
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [...sheet.marks],
  });
  const pen: Pen = { prefix: id, ids: new Map() };
  const content = [...drawn.children]
    .filter((child) => child.localName !== 'style')
    .map((child) => (child.localName === 'g' ? group(child, '', pen) : shape(child, '', pen)))
    .join('');
  const places = along === null || sheet.spots === undefined ? '' : ` data-along="${along}" data-spots="${written(sheet.spots)}"`;
  return svgElement(className, width, height, label, content, places);
}
