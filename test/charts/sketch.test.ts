import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { document as own } from '../../src/charts/sketch.ts';

const SVG = 'http://www.w3.org/2000/svg';
const whole = parseHTML('<!doctype html><html><body></body></html>').document;

/** What a node and all under it say of themselves. */
function told(node: Element): unknown {
  return [
    node.localName,
    node.getAttribute('id'),
    node.hasAttribute('d'),
    [...node.childNodes].map((child) => (child.nodeType === 3 ? child.textContent : told(child as Element))),
    node.children.length,
    node.textContent,
  ];
}

/** The same orders to a document: elements put, moved and put before others, attributes set and removed, words set anew. */
function drawnInto(document: Document): unknown {
  const [svg, group, clip, line, text, title] = ['svg', 'g', 'clipPath', 'path', 'text', 'title'].map((name) => document.createElementNS(SVG, name));
  svg!.appendChild(group!);
  svg!.insertBefore(clip!, group!);
  group!.appendChild(line!);
  clip!.appendChild(line!);
  line!.setAttribute('d', 'M0,0');
  line!.setAttribute('id', 3 as unknown as string);
  line!.removeAttribute('d');
  group!.setAttributeNS(null, 'd', '');
  text!.textContent = 'before';
  text!.textContent = 'a < b & "c"';
  title!.textContent = 'in full';
  text!.appendChild(title!);
  group!.insertBefore(text!, null);
  return [told(svg!), line!.parentNode === clip, text!.ownerDocument === document, svg!.namespaceURI, line!.getAttribute('d')];
}

it('the document that Plot draws into does what a whole one does', () => {
  expect(drawnInto(own)).toEqual(drawnInto(whole));
});

it('what it cannot do is refused rather than left out', () => {
  const element = own.createElementNS(SVG, 'g');
  expect(() => element.querySelector('path')).toThrow(TypeError);
  expect(() => own.createElement('figure')).toThrow(TypeError);
});
