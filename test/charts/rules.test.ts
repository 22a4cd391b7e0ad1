import { describe, expect, test } from 'vitest';
import { draw, narrowTheme, wideTheme } from '../../src/charts/index.ts';
import { CASES, COMPLAINTS } from './cases.ts';
import { DRAWN, find, parse, svgOf, textBoxes, texts, viewBox } from './reading.ts';

const ELEMENTS = ['circle', 'clippath', 'g', 'line', 'path', 'rect', 'svg', 'text', 'title'];
const ATTRIBUTES = 'x y x1 y1 x2 y2 cx cy r d width height class viewBox role aria-label id clip-path'.split(' ');
const CLASSES = (
  'wide narrow iv-box spark g base ev lim mean was now ln pt open bnd bnde iv bar sq fill hollow halo ' +
  'shape t-ink t-b t-acc end mid s2 s3 s4 t-s2 t-s3 t-s4 q1 q2 q3 q4'
).split(' ');

/** Two lines set solid touch; sums of decimals must not make that an overlap. */
const TOUCH = 0.001;

describe.each(DRAWN)('%s %s', (name, width, drawing) => {
  const svg = svgOf(drawing, width, name);
  const all = [parse(svg), ...parse(svg).querySelectorAll('*')];

  test('holds only geometry, classes, words and clips', () => {
    expect(svg).not.toMatch(/style|<script|onload="/i);
    expect(all.map((one) => one.localName.toLowerCase()).filter((one) => !ELEMENTS.includes(one))).toEqual([]);
    const attributes = all.flatMap((one) => [...one.attributes].map((attribute) => attribute.name));
    expect(attributes.filter((one) => !ATTRIBUTES.includes(one))).toEqual([]);
    expect(all.flatMap((one) => [...one.classList]).filter((one) => !CLASSES.includes(one))).toEqual([]);
  });

  test('writes every number finite and at one decimal', () => {
    const values = all.flatMap((one) => [...one.attributes].filter((attribute) => attribute.name !== 'aria-label'));
    const written = values.map((attribute) => attribute.value).join(' ');
    expect(written).not.toMatch(/NaN|Infinity|undefined|null|\.\d\d|\de-?\d/);
  });

  test('has unique ids that begin with its own, and no reference to another', () => {
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith(`${name}-`))).toEqual([]);
    const targets = [...svg.matchAll(/url\(#([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('keeps its words inside the drawing and apart', () => {
    const { width: wide, height } = viewBox(svg);
    const boxes = textBoxes(svg);
    const outside = boxes.filter((box) => box.left < -0.6 || box.right > wide + 0.6 || box.top < 0 || box.bottom > height);
    expect(outside).toEqual([]);
    const hits = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => one.left < other.right && other.left < one.right)
        .filter((other) => one.top < other.bottom - TOUCH && other.top < one.bottom - TOUCH)
        .map((other) => `${one.text} | ${other.text}`),
    );
    expect(hits).toEqual([]);
  });
});

test('no text with a number in it is shortened, but for hostile ones', () => {
  const tame = DRAWN.filter(([name]) => !/hostile|names/.test(name));
  const cut = tame.flatMap(([name, width, drawing]) => texts(svgOf(drawing, width, name)).filter((text) => /\d.*…/.test(text)));
  expect(cut).toEqual([]);
});

test('the same drawing gives the same bytes in any order', () => {
  const forwards = DRAWN.map(([name, width, drawing]) => svgOf(drawing, width, name));
  const backwards = [...DRAWN].reverse().map(([name, width, drawing]) => svgOf(drawing, width, name));
  expect(backwards.reverse()).toEqual(forwards);
});

test('only the ids tell two drawings of one thing apart', () => {
  const clipped = CASES['process-outside-scale'] ?? COMPLAINTS;
  const one = svgOf(clipped, 'wide', 'one');
  expect(one).toContain('id="one-1"');
  expect(svgOf(clipped, 'wide', 'two')).toBe(one.replaceAll('one-1', 'two-1'));
});

describe('text that came from a file', () => {
  test('is shown as text', () => {
    const rows = [{ label: '<b>&amp;"\'</b>', value: 1, text: '</text><a>', note: '', singled: false }];
    const svg = svgOf({ shape: 'bars', full: null, rows });
    expect(texts(svg)).toEqual(['<b>&amp;"\'</b>', '</text><a>']);
    expect(svg).toContain('&lt;b&gt;&amp;amp;&quot;&#39;&lt;/b&gt;');
  });

  test('stays inside the label', () => {
    const label = '"><script>x</script>';
    const svg = draw(COMPLAINTS, { width: 'wide', id: 'fig', label });
    expect(parse(svg).getAttribute('aria-label')).toBe(label);
    expect(find(svg, 'script')).toEqual([]);
  });

  test('cannot turn the direction of what follows, nor break its line', () => {
    const rows = [{ label: 'a\u202eb\u2066c\nd\te\u0007', value: 1, text: '1', note: '', singled: false }];
    expect(texts(svgOf({ shape: 'bars', full: null, rows }))[0]).toBe('abc d e');
  });
});

describe('the theme', () => {
  test('draws at another width', () => {
    const client = draw(COMPLAINTS, { width: 'wide', id: 'fig', label: '', theme: wideTheme(616) });
    expect(viewBox(client).width).toBe(616);
    expect(textBoxes(client).filter((box) => box.right > 616.6)).toEqual([]);
  });

  test('names the months in another language', () => {
    const months = [...'JFMAMJJASOND'].map((letter, index) => `${letter}${index + 1}`);
    const svg = draw(COMPLAINTS, { width: 'narrow', id: 'fig', label: '', theme: { ...narrowTheme(), months } });
    expect(texts(svg)).toEqual(expect.arrayContaining(['A4 2025', 'J7', 'O10', 'J1 2026']));
  });

  test('sets class, width and height of the outermost element', () => {
    expect(svgOf(COMPLAINTS)).toMatch(/^<svg class="wide" viewBox="0 0 920 \d+" role="img" aria-label="[^"]+">/);
    expect(svgOf(COMPLAINTS, 'narrow')).toMatch(/^<svg class="narrow" viewBox="0 0 328 [\d.]+" role="img"/);
    expect(svgOf(CASES['mark'] ?? COMPLAINTS, 'narrow')).toMatch(/^<svg class="iv-box" viewBox="0 0 168 50"/);
    expect(svgOf(CASES['spark'] ?? COMPLAINTS, 'narrow')).toMatch(/^<svg class="spark" viewBox="0 0 236 54"/);
  });
});
