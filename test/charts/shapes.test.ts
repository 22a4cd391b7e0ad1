import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, ProcessDrawing, SignalMark } from '../../src/report/model.ts';
import { CASES, COMPLAINTS, SHARES, periods, regime, scale, visitsOf, wave } from './cases.ts';
import { find, number, parse, svgOf, textBoxes, texts } from './reading.ts';
import { MOST_NAMED, draw, narrowTheme, wideTheme } from '../../src/charts/index.ts';

function named(name: string): Drawing {
  const found = CASES[name];
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

function plain(values: readonly (number | null)[], more: Partial<ProcessDrawing> = {}): ProcessDrawing {
  const points = periods('2025-03-10', 7, values);
  return { ...COMPLAINTS, points, regimes: [], events: [], signals: [], ...more };
}

const BASE = Array.from({ length: 30 }, (_, index) => 7 + (index % 2));

/** Unbroken stretches of the lines of a class. */
function runs(svg: string, classes: string): number {
  return find(svg, 'path', classes).reduce((sum, one) => sum + (one.getAttribute('d') ?? '').split('M').length - 1, 0);
}

describe('process', () => {
  test('breaks the line at a missing period and keeps a lone point as a dot', () => {
    const svg = svgOf(plain([4, 5, null, 6, null, 7, 8]));
    expect(runs(svg, 'ln')).toBe(2);
    expect(find(svg, 'circle')).toHaveLength(6);
    expect(find(svg, 'circle', 'pt now')).toHaveLength(1);
  });

  test('joins the running period to nothing and names it', () => {
    const svg = svgOf(plain([4, 5, 6], { points: periods('2026-02-23', 7, [4, 5, 6], true) }));
    const open = find(svg, 'circle', 'pt open');
    expect(open).toHaveLength(1);
    expect(find(svg, 'path', 'ln')[0]?.getAttribute('d')).not.toContain(`${open[0]?.getAttribute('cx')},`);
    expect(texts(svg)).toContain('incomplete');
  });

  test('without values draws its axes and no line', () => {
    const svg = svgOf(named('process-all-null'));
    expect(find(svg, 'circle')).toEqual([]);
    expect(find(svg, 'path')).toEqual([]);
    expect(texts(svg)).toEqual(expect.arrayContaining(['0', '15', 'Apr 2025']));
  });

  test('drops the dots of a long history but not its lone points nor the newest', () => {
    const values: (number | null)[] = wave(520).map((one) => 10 * one);
    [99, 101].forEach((index) => (values[index] = null));
    const svg = svgOf(plain(values));
    expect(find(svg, 'circle', 'pt')).toHaveLength(1);
    expect(find(svg, 'circle', 'pt now')).toHaveLength(1);
  });

  test('runs the mean before on, dashed, from where the mean now begins', () => {
    const svg = svgOf(COMPLAINTS);
    const was = find(svg, 'line', 'mean was')[0];
    const now = find(svg, 'line', 'mean now')[0];
    const before = find(svg, 'line', 'mean')[0];
    expect(number(was, 'x1')).toBe(number(now, 'x1'));
    expect(number(was, 'y1')).toBe(number(before, 'y1'));
    expect(number(was, 'x2')).toBe(number(now, 'x2'));
    expect(number(before, 'x2')).toBe(number(was, 'x1'));
  });

  test('stands the rule of an event between the last week before and the first week after', () => {
    const svg = svgOf(COMPLAINTS);
    const rule = find(svg, 'line', 'ev').find((one) => number(one, 'y2') - number(one, 'y1') > 200);
    const before = Math.max(...find(svg, 'circle', 'pt').map((one) => number(one, 'cx')));
    const after = Math.min(...find(svg, 'circle', 'pt now').map((one) => number(one, 'cx')));
    expect(number(rule, 'x1')).toBeCloseTo((before + after) / 2, 0);
  });

  test('never draws a limit at or under the foot of the scale', () => {
    const svg = svgOf(plain([4, 5, 6], { regimes: [regime(0, 2, 5, { now: true, lower: -1, upper: 9 })] }));
    expect(find(svg, 'line', 'lim')).toHaveLength(1);
  });

  test('keeps the newest events and signals when not all have room', () => {
    const narrow = texts(svgOf(named('process-many-events'), 'narrow'));
    expect(narrow).toContain('E6');
    expect(find(svgOf(named('process-many-events'), 'narrow'), 'line', 'ev')).toHaveLength(6);
    const signals = texts(svgOf(named('process-many-signals'), 'narrow')).join(' ');
    expect(signals).toContain('the last week is under its');
  });

  test('hangs the bracket of low points under them, and of high ones over them', () => {
    const values = BASE.map((value, index) => (index === 9 ? 1 : index === 20 ? 14 : value));
    const signals = [
      { from: 9, to: 9, text: 'low' },
      { from: 20, to: 20, text: 'high' },
    ];
    const svg = svgOf(plain(values, { scale: scale(-10, 25), regimes: [regime(0, 29, 7.5, { now: true })], signals }));
    const dots = find(svg, 'circle').map((one) => number(one, 'cy'));
    const baseline = (text: string): number => textBoxes(svg).find((box) => box.text === text)?.bottom ?? Number.NaN;
    expect(baseline('low')).toBeGreaterThan(Math.max(...dots));
    expect(baseline('high')).toBeLessThan(Math.min(...dots));
    expect(baseline('low') - Math.max(...dots)).toBeLessThan(60);
    expect(Math.min(...dots) - baseline('high')).toBeLessThan(60);
  });

  test('covers no point that stands alone with the words of a bracket', () => {
    const lone = 17.5;
    const values = BASE.map((value, index) => (index === 11 ? 14 : [13, 15].includes(index) ? null : index === 14 ? lone : value));
    const signals = [{ from: 11, to: 11, text: 'one week over the limits' }];
    const svg = svgOf(plain(values, { scale: scale(-10, 25), regimes: [regime(0, 29, 7.5, { now: true })], signals }));
    const [highest] = find(svg, 'circle').sort((a, b) => number(a, 'cy') - number(b, 'cy'));
    const [x, y] = [number(highest, 'cx'), number(highest, 'cy')];
    const words = textBoxes(svg).filter(({ text }) => text === 'one week over the limits');
    expect(words).toHaveLength(1);
    expect(words.filter(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)).toEqual([]);
  });

  test('makes one bracket of signals with a week or less between them', () => {
    const signal = (at: number, day: string): SignalMark => ({ from: at, to: at, text: `the week of ${day} lies under the limits` });
    const drawn = (gap: number): string => svgOf(plain(BASE, { regimes: [regime(0, 29, 20)], signals: [signal(9, '22 Dec'), signal(9 + gap, '29 Dec')] }));
    const short = (svg: string): number => find(svg, 'line', 'ev').filter((one) => number(one, 'y2') - number(one, 'y1') === 6).length;
    expect(short(drawn(1))).toBe(2);
    expect(texts(drawn(2)).join(' ')).toContain('the week of 22 and 29 Dec lies under the limits');
    expect(short(drawn(3))).toBe(4);
  });

  test('puts a value at its height', () => {
    const svg = svgOf(plain([0, 15, 7.5]));
    const heights = find(svg, 'circle').map((one) => number(one, 'cy'));
    const base = number(find(svg, 'line', 'base')[0], 'y1');
    expect(Math.max(...heights)).toBe(base);
    expect(Math.min(...heights)).toBe(base - 280);
    expect(heights).toContain(base - 140);
  });

  test('holds to its rules whatever the values', () => {
    const value = fc.option(fc.double({ noNaN: false }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.boolean(), (values, wide) => {
        const drawing = plain(values, { events: COMPLAINTS.events, signals: COMPLAINTS.signals });
        const svg = svgOf(drawing, wide ? 'wide' : 'narrow');
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const boxes = textBoxes(svg);
        expect(boxes.filter((box) => box.left < -0.6 || box.right > (wide ? 920.6 : 328.6))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('lines', () => {
  test('give four series four classes and the labels of their ends at least 16 apart', () => {
    const svg = svgOf(named('lines-meeting'));
    expect(find(svg, 'path', 'ln now')).toHaveLength(1);
    expect(find(svg, 'path', 'ln s2')).toHaveLength(1);
    expect(find(svg, 'path', 'ln s3')).toHaveLength(1);
    const ends = textBoxes(svg).filter((box) => ['Remote desk', 'On site', 'Projects', '85 to 95'].includes(box.text));
    const heights = ends.map((box) => box.bottom).sort((a, b) => a - b);
    expect(heights).toHaveLength(4);
    heights.slice(1).forEach((height, index) => expect(height - (heights[index] ?? 0)).toBeGreaterThanOrEqual(15.9));
  });

  test('draw no fifth series', () => {
    const four = named('lines-four');
    if (four.shape !== 'lines') throw new Error('not lines');
    const five = { ...four, series: [...four.series, ...four.series.slice(0, 1)] };
    expect(svgOf(five)).toBe(svgOf(four));
  });
});

describe('intervals', () => {
  test('a row without a value has its words alone', () => {
    const svg = svgOf(named('intervals'));
    expect(find(svg, 'circle')).toHaveLength(4);
    expect(find(svg, 'line', 'iv')).toHaveLength(4);
    expect(texts(svg)).toEqual(expect.arrayContaining(['Pell & Partners', '7 of 9, too few']));
  });

  test('a value outside the scale has no dot, and its interval ends at the edge', () => {
    const svg = svgOf(named('intervals-one-sided'));
    expect(find(svg, 'circle')).toHaveLength(1);
    const [first, second] = find(svg, 'line', 'iv');
    expect(number(second, 'x2')).toBeGreaterThan(number(first, 'x2'));
  });

  test('without rows keep axis and band', () => {
    const svg = svgOf(named('intervals-empty'));
    expect(find(svg, 'rect', 'bnd')).toHaveLength(1);
    expect(find(svg, 'line', 'bnde')).toHaveLength(2);
    expect(find(svg, 'circle')).toEqual([]);
  });

  test('a name too long is shortened and keeps the whole in a title', () => {
    const svg = svgOf(named('intervals-names'));
    const lines = find(svg, 'text').filter((one) => one.classList.contains('end'));
    expect(lines[0]?.textContent).toMatch(/^The Amalgamated [^…]+$/);
    expect(lines[1]?.firstChild?.textContent).toMatch(/…$/);
    expect(lines[1]?.querySelector('title')?.textContent).toHaveLength(200);
  });

  test('the name of a quarter that is not over says so whole', () => {
    const row = { label: 'Jul to Sep 2026, incomplete', value: 0.94, low: 0.73, high: 0.99, text: '73 to 99\u00a0%, 16 of 17', singled: false };
    const drawing: Drawing = { shape: 'intervals', scale: SHARES, band: null, rows: [row] };
    for (const width of ['wide', 'narrow'] as const) expect(texts(svgOf(drawing, width)).join(' ')).toContain(row.label);
  });

  test('a name of 45 letters takes two lines and no number is ever shortened', () => {
    const name = 'Brackley & Sons Builders’ Merchants (Holding)';
    expect(name).toHaveLength(45);
    const row = { label: name, value: 0.84, low: 0.645, high: 0.955, text: '65 to 95\u00a0%, 21 of 25', singled: true };
    const drawing: Drawing = { shape: 'intervals', scale: SHARES, band: null, rows: [row] };
    expect(texts(svgOf(drawing)).join(' ')).toContain(name);
    expect(texts(svgOf(drawing, 'narrow')).join(' ')).toMatch(/65 to 95\u00a0%, 21 of 25/);
  });
});

describe('bars', () => {
  test('are as long as their values, from one base, 19 high in steps of 34', () => {
    const svg = svgOf(named('bars'));
    const [answered, thanked] = find(svg, 'rect', 'bar');
    expect(number(answered, 'width') / number(thanked, 'width')).toBeCloseTo(112 / 92, 2);
    expect(number(answered, 'x')).toBe(number(find(svg, 'line', 'base')[0], 'x1'));
    expect(number(thanked, 'y') - number(answered, 'y')).toBe(34);
    expect(number(answered, 'height')).toBe(19);
    expect(find(svg, 'rect', 'bar now')).toHaveLength(1);
  });

  test('leave the note to the wide drawing', () => {
    expect(texts(svgOf(named('bars')))).toContain('· skipped 62 times, the most of any step');
    expect(texts(svgOf(named('bars'), 'narrow')).join(' ')).not.toContain('skipped');
  });

  test('part a count from its note, unless the note goes on from it', () => {
    const rows = [
      { label: 'Inside', value: 42, text: '42', note: '212 h logged', singled: false },
      { label: 'Answered', value: 51, text: '51', note: 'of 52', singled: false },
    ];
    expect(texts(svgOf({ shape: 'bars', full: 60, rows }))).toEqual(expect.arrayContaining(['42 · 212 h logged', '51 of 52']));
  });

  test('leave the hairline of the full population out where words stand', () => {
    const rows = [45, 10, 10].map((value) => ({ label: 'Step', value, text: String(value), note: 'of 50 complaints', singled: false }));
    const svg = svgOf({ shape: 'bars', full: 50, rows });
    const line = find(svg, 'line', 'g');
    expect(line).toHaveLength(1);
    const words = textBoxes(svg).find((box) => box.text === '45 of 50 complaints');
    expect(words?.right).toBeGreaterThan(number(line[0], 'x1'));
    expect(number(line[0], 'y1')).toBeGreaterThan(words?.bottom ?? Infinity);
  });
});

describe('distribution', () => {
  test('has one dot a value, and bars above 150', () => {
    expect(find(svgOf(named('distribution')), 'circle')).toHaveLength(96);
    const bars = svgOf(named('distribution-bars'));
    expect(find(bars, 'circle')).toEqual([]);
    expect(find(bars, 'rect', 'bar')).toHaveLength(23);
  });

  test('measures its bars by round counts on hairlines, and lays its rules over them', () => {
    const svg = svgOf(named('distribution-bars'));
    expect(texts(svg)).toEqual(expect.arrayContaining(['20', '40', '60']));
    expect(find(svg, 'line', 'g')).toHaveLength(3);
    expect(svg.lastIndexOf('class="bar"')).toBeLessThan(svg.indexOf('class="ev'));
    expect(find(svg, 'line', 'ev').map((rule) => number(rule, 'y2'))).toEqual([184, 184]);
  });

  test('ends a rule at the top of the bar that it would part, and beside bars at the base', () => {
    const drawing = named('distribution-bars');
    if (drawing.shape !== 'distribution') throw new Error('no distribution');
    const svg = svgOf({ ...drawing, marks: [19.5, 57].map((value) => ({ value, text: `${value}`, short: `${value}` })) });
    const [beside, within] = find(svg, 'line', 'ev');
    const under = (rule: Element): Element[] =>
      find(svg, 'rect', 'bar').filter((bar) => number(bar, 'x') < number(rule, 'x1') && number(rule, 'x1') < number(bar, 'x') + number(bar, 'width'));
    expect(under(beside!)).toEqual([]);
    expect(number(beside, 'y2')).toBe(number(find(svg, 'line', 'base')[0], 'y1'));
    expect(under(within!).map((bar) => number(bar, 'y'))).toEqual([number(within, 'y2')]);
  });

  test('keeps every dot apart and its height within reason', () => {
    for (const name of ['distribution', 'distribution-one-stack']) {
      for (const width of ['wide', 'narrow'] as const) {
        const svg = svgOf(named(name), width);
        const dots = find(svg, 'circle').map((one) => ({ x: number(one, 'cx'), y: number(one, 'cy') }));
        const r = number(find(svg, 'circle')[0], 'r');
        const near = dots.flatMap((a, index) => dots.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * r - 0.3));
        expect(near).toEqual([]);
        expect(Math.max(...dots.map((one) => one.y)) - Math.min(...dots.map((one) => one.y))).toBeLessThan(300);
      }
    }
  });

  test('leaves no rule without its words, wherever the two stand', () => {
    const at = fc.double({ min: 0, max: 90, noNaN: true });
    const hour = fc.tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 0, max: 59 })).map(([h, min]) => `${h}\u00a0h\u00a0${min}\u00a0min`);
    const drawing = named('distribution');
    if (drawing.shape !== 'distribution') throw new Error('no distribution');
    fc.assert(
      fc.property(at, at, hour, hour, fc.boolean(), (one, other, half, nine, wide) => {
        const marks = [
          { value: Math.min(one, other), text: `die Hälfte binnen ${half}`, short: `Hälfte: ${half}` },
          { value: Math.max(one, other), text: `9 von 10 binnen ${nine}`, short: `9 von 10: ${nine}` },
        ];
        const said = texts(
          draw({ ...drawing, marks }, { width: wide ? 'wide' : 'narrow', id: 'd', label: 'd', theme: wide ? wideTheme(616) : narrowTheme() }),
        ).join(' ');
        for (const words of [half, nine, 'Hälfte', '9 von 10']) expect(said).toContain(words);
      }),
      { numRuns: 200 },
    );
  });

  test('sets words on two lines only where one has no room for them', () => {
    expect(texts(svgOf(named('distribution-long-words'), 'narrow'))).toEqual(expect.arrayContaining(['Hälfte:', '5\u00a0h\u00a028\u00a0min', '9 von 10:']));
    expect(texts(svgOf(named('distribution-long-words')))).toEqual(expect.arrayContaining(['die Hälfte binnen 5\u00a0h\u00a028\u00a0min']));
  });

  test('a tall stack of narrow bins is drawn with small dots', () => {
    const bins = Array.from({ length: 200 }, (_, index) => ({
      from: index,
      to: index + 1,
      count: index === 3 ? 140 : 0,
    }));
    const drawing: Drawing = { shape: 'distribution', scale: scale(0, 200), bins, dots: true, marks: [] };
    expect(number(find(svgOf(drawing), 'circle')[0], 'r')).toBeLessThan(1.5);
  });
});

describe('squares', () => {
  test('cut the last to its fraction and wrap into rows', () => {
    const spent = find(svgOf(named('squares-spent')), 'rect', 'sq fill');
    expect(spent).toHaveLength(2);
    expect(number(spent[1], 'width') / number(spent[0], 'width')).toBeCloseTo(0.73, 2);
    const rows = find(svgOf(named('squares-not-spent'), 'narrow'), 'rect', 'sq hollow').map((one) => number(one, 'y'));
    expect(new Set(rows).size).toBe(2);
    expect(rows).toHaveLength(19);
    expect(find(svgOf(named('squares-none')), 'rect')).toEqual([]);
  });
});

describe('mark and spark', () => {
  test('a mark without a value keeps axis and band', () => {
    const svg = svgOf(named('mark-empty'));
    expect(find(svg, 'circle')).toEqual([]);
    expect(find(svg, 'rect', 'bnd')).toHaveLength(1);
    expect(texts(svg)).toEqual(['50 %', '85', '95']);
  });

  test('a one-sided band fills to the end of the axis and says so at its limit', () => {
    const svg = svgOf(named('mark-one-sided'));
    expect(number(find(svg, 'rect', 'bnd')[0], 'x')).toBe(0);
    expect(texts(svg)).toEqual(['0', '30 at most']);
  });

  test('a spark breaks at a week without data, with the newest value as its dot', () => {
    const svg = svgOf(named('spark'));
    expect(runs(svg, 'ln')).toBe(2);
    expect(number(find(svg, 'circle', 'pt now')[0], 'cx')).toBe(229);
    expect(find(svg, 'circle', 'pt')).toHaveLength(1);
    expect(find(svgOf(named('spark-empty')), 'circle')).toEqual([]);
  });
});

describe('slopes', () => {
  test('join the two shares of a name, the singled one over the others', () => {
    const svg = svgOf(named('slopes'));
    expect(find(svg, 'path', 'ln')).toHaveLength(3);
    expect(find(svg, 'path', 'ln now')).toHaveLength(1);
    const [left, right] = find(svg, 'circle', 'pt now');
    expect(number(left, 'cy')).toBeLessThan(number(right, 'cy'));
    expect(number(left, 'cx')).toBeLessThan(number(right, 'cx'));
    expect(texts(svg)).toEqual(expect.arrayContaining(['solved within target', 'promises kept in time', 'Northgate Dental Labs, 90 to 61 %']));
    expect(texts(svgOf(named('slopes'), 'narrow'))).toEqual(expect.arrayContaining(['SLA', 'promise']));
  });

  test('leave out a name that lacks one of its shares', () => {
    expect(find(svgOf(named('slopes-names')), 'path', 'ln')).toHaveLength(1);
    expect(find(svgOf(named('slopes-empty')), 'circle')).toEqual([]);
  });
});

describe('scatter', () => {
  const strokes = (svg: string) =>
    find(svg, 'path').map((path) => [...path.getAttribute('d')!.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })));

  test('puts each row at its two values, on the diagonal where they are alike', () => {
    const svg = svgOf(named('scatter'));
    const [low, high] = strokes(svg)[0]!;
    expect(high!.x - low!.x).toBeCloseTo(low!.y - high!.y, 0);
    const part = (hours: number) => Math.log(hours) / Math.log(384);
    const alike = find(svg, 'circle', 'pt open s3')[2];
    for (const [name, from, to] of [
      ['cx', low!.x, high!.x],
      ['cy', low!.y, high!.y],
    ] as const)
      expect((number(alike, name) - from) / (to - from)).toBeCloseTo(part(24), 2);
  });

  test('fills those singled out, and leaves the others hollow', () => {
    const svg = svgOf(named('scatter'));
    const [low] = strokes(svg)[0]!;
    const late = find(svg, 'circle', 'pt now');
    expect([late.length, find(svg, 'circle', 'pt open s3').length]).toEqual([2, 5]);
    for (const dot of late) expect(low!.y - number(dot, 'cy')).toBeGreaterThan(number(dot, 'cx') - low!.x);
  });

  test('draws the second line so far from the diagonal as it says, and ends both at the edges', () => {
    const [diagonal, half] = strokes(svgOf(named('scatter')));
    const side = diagonal![1]!.x - diagonal![0]!.x;
    expect((half![1]!.y - diagonal![1]!.y) / side).toBeCloseTo(Math.LN2 / Math.log(384), 2);
    expect(half![1]!.x).toBe(diagonal![1]!.x);
    expect(half![0]!.y).toBe(diagonal![0]!.y);
    expect(strokes(svgOf(named('scatter-names')))).toHaveLength(2);
  });

  test('names its lines at any width, however many dots there are', () => {
    for (const name of ['scatter', 'scatter-empty', 'scatter-many', 'scatter-off-scale'])
      for (const width of ['wide', 'narrow'] as const)
        expect(texts(svgOf(named(name), width))).toEqual(expect.arrayContaining(['as promised', 'half of it', 'time promised', 'time taken']));
    expect(texts(svgOf(named('scatter')))).toEqual(expect.arrayContaining(['kept late', 'in under half the time']));
  });

  test('draws many smaller, and none that lies off the scale', () => {
    const many = find(svgOf(named('scatter-many')), 'circle').map((one) => number(one, 'r'));
    expect(many).toHaveLength(300);
    expect(Math.max(...many)).toBeLessThan(4);
    expect(find(svgOf(named('scatter-off-scale')), 'circle')).toHaveLength(2);
    expect(find(svgOf(named('scatter-empty')), 'circle')).toEqual([]);
  });

  test('writes where each point stands, to be read by whatever is nearest', () => {
    const svg = draw(named('scatter-off-scale'), { width: 'wide', id: 'fig', label: '', places: true });
    expect(svg).toContain('data-along="xy"');
    const places = parse(svg).getAttribute('data-spots')!.split('L');
    expect(places.map((place) => place !== '')).toEqual([true, false, false, false, true]);
  });
});

describe('ranges', () => {
  test('put three dots on the line that joins them, and name them once', () => {
    const svg = svgOf(named('ranges'));
    const named0 = ['pt open s3', 'pt', 'pt now'].map((classes) => find(svg, 'circle', classes));
    expect(named0.map((dots) => dots.length)).toEqual([3, 3, 3]);
    const [asked, agreed, taken] = named0.map((dots) => number(dots[0], 'cx'));
    expect(asked).toBeLessThan(taken!);
    expect(taken).toBeLessThan(agreed!);
    expect(texts(svg).filter((text) => ['asked', 'agreed', 'taken'].includes(text))).toEqual(['asked', 'agreed', 'taken']);
  });

  test('keep the words of a row without values, and draw nothing for it', () => {
    const svg = svgOf(named('ranges-too-few'));
    expect(find(svg, 'circle')).toEqual([]);
    expect(texts(svg)).toEqual(expect.arrayContaining(['Quotes', 'n = 5, too few']));
    expect(texts(svg)).not.toContain('asked');
  });
});

describe('spans', () => {
  test('give each class a column, and a rule to the edges that matter', () => {
    const svg = svgOf(named('spans'));
    expect(find(svg, 'circle', 'pt now')).toHaveLength(2);
    expect(find(svg, 'line', 'iv')).toHaveLength(2);
    const rules = find(svg, 'line', 'ev').map((one) => number(one, 'x1'));
    const [first, second] = find(svg, 'circle', 'pt now').map((one) => number(one, 'cx'));
    expect(rules.toSorted((a, b) => a - b)[0]).toBeCloseTo((first! + second!) / 2, 0);
    expect(texts(svg)).toEqual(expect.arrayContaining(['1 h', '2 h', '4 h', '80 %, 41 of 51', 'no visit', '60 min: still good', '240 min: too wide']));
    const [low] = find(svg, 'line', 'iv').map((one) => Math.max(number(one, 'y1'), number(one, 'y2')));
    expect(low).toBeGreaterThan(number(find(svg, 'circle', 'pt now')[0], 'cy'));
  });
});

describe('strip', () => {
  test('shades what lies inside, between its two rules', () => {
    const svg = svgOf(named('strip'));
    const [inside] = find(svg, 'rect', 'bnd');
    const rules = find(svg, 'line', 'ev').map((one) => number(one, 'x1'));
    expect(rules.toSorted((a, b) => a - b)[0]).toBeCloseTo(number(inside, 'x'), 0);
    expect(rules.toSorted((a, b) => a - b)[1]).toBeCloseTo(number(inside, 'x') + number(inside, 'width'), 0);
    expect(find(svg, 'circle')).toHaveLength(71);
    expect(texts(svg)).toContain('missed');
  });

  test('above 150 values draws bars', () => {
    const svg = svgOf(named('strip-bars'));
    expect(find(svg, 'circle')).toEqual([]);
    expect(find(svg, 'rect', 'bar').length).toBeGreaterThan(10);
  });
});

describe('balance', () => {
  test('draws both sides on one scale from one line, with their counts beyond', () => {
    const svg = svgOf(named('balance'));
    const left = find(svg, 'rect', 'bar').filter((one) => !one.classList.contains('now'));
    const right = find(svg, 'rect', 'bar now');
    expect([left.length, right.length]).toEqual([2, 3]);
    const middle = number(right[0], 'x');
    expect(number(left[0], 'x') + number(left[0], 'width')).toBeCloseTo(middle, 0);
    expect(number(left[0], 'width') / number(right[2], 'width')).toBeCloseTo(40 / 14, 1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['40', '14', 'positive', 'about a problem']));
  });

  test('without rows draws its line alone', () => {
    expect(find(svgOf(named('balance-empty')), 'rect')).toEqual([]);
  });
});

describe('calendar', () => {
  test('puts a dot on each day inside the scale, and a hollow one where the next is due', () => {
    const svg = svgOf(named('calendar'));
    const due = find(svg, 'circle', 'pt open');
    const held = find(svg, 'circle', 'pt').filter((one) => !one.classList.contains('open'));
    expect([due.length, held.length]).toEqual([1, 3]);
    expect(number(due[0], 'cx')).toBeGreaterThan(Math.max(...held.map((one) => number(one, 'cx'))));
    expect(texts(svg)).toContain('Apr 2025');
  });
});

describe('grid', () => {
  test('shades each cell by its level, and leaves one without a level bare', () => {
    const svg = svgOf(named('grid'));
    expect([1, 2, 3, 4].map((level) => find(svg, 'rect', `q${level}`).length)).toEqual([7, 13, 7, 6]);
    expect(texts(svg)).toEqual(expect.arrayContaining(['Mon', '9 to 12', '26 min', 'of 59', 'of 3']));
  });

  test('sets short words on phones, and the cell that the title names in bold', () => {
    const svg = svgOf(named('grid'), 'narrow');
    expect(texts(svg)).toEqual(expect.arrayContaining(['26', 'min', '15']));
    expect(texts(svg)).not.toContain('26 min');
    expect(find(svg, 'text', 'mid t-b').map((one) => one.textContent)).toEqual(['15', 'h']);
  });

  test('without rows draws nothing', () => {
    expect(find(svgOf(named('grid-empty')), 'rect')).toEqual([]);
  });
});

describe('lines with a reach', () => {
  test('shades one step a period, with an edge at both ends', () => {
    const svg = svgOf(named('lines-reach'));
    const steps = find(svg, 'rect', 'bnd');
    expect(steps).toHaveLength(20);
    expect(find(svg, 'line', 'bnde')).toHaveLength(40);
    expect(number(steps[0], 'y')).toBeGreaterThan(number(steps[1], 'y'));
    expect(number(steps[1], 'x')).toBeCloseTo(number(steps[0], 'x') + number(steps[0], 'width'), 0);
  });
});

describe('visits', () => {
  /** As on a client's page: the two widths in which its drawings stand. */
  const onPage = (drawing: Drawing, wide: boolean): string =>
    draw(drawing, { width: wide ? 'wide' : 'narrow', id: 'v', label: 'v', theme: wide ? wideTheme(616) : narrowTheme() });

  test('name every one outside its window, up to four on a side, however near they stand', () => {
    const side = fc.constantFrom('above' as const, 'below' as const);
    const few = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.array(fc.tuple(fc.nat({ max: 59 }), side), { maxLength: 2 * MOST_NAMED }))
      .map(([count, all]) => ({ count, outside: Object.fromEntries(all.map(([at, of]) => [at % count, of])) }))
      .filter(({ outside }) => (['above', 'below'] as const).every((of) => Object.values(outside).filter((one) => one === of).length <= MOST_NAMED));
    fc.assert(
      fc.property(few, fc.boolean(), ({ count, outside }, wide) => {
        const svg = onPage(visitsOf(count, outside), wide);
        const said = texts(svg);
        expect(find(svg, 'path', 'shape')).toHaveLength(Object.keys(outside).length);
        for (const at of Object.keys(outside)) expect(said.filter((text) => text.startsWith(`${Number(at) + 1}.\u00a0Jun`))).toHaveLength(1);
        const boxes = textBoxes(svg);
        const hits = boxes.flatMap((one, at) =>
          boxes
            .slice(at + 1)
            .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom - 0.001 && other.top < one.bottom - 0.001),
        );
        expect(hits).toEqual([]);
        const covered = find(svg, 'path', 'shape').filter((one) => {
          const places = [...(one.getAttribute('d') ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
          return boxes.some(({ left, right, top, bottom }) => places.some(([x, y]) => x > left && x < right && y > top && y < bottom));
        });
        expect(covered).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('say how late each was where there is room in a second row', () => {
    const svg = onPage(named('visits-near'), true);
    expect(texts(svg)).toEqual(expect.arrayContaining(['4.\u00a0Jun: 15\u00a0min zu spät', '11.\u00a0Jun: 15\u00a0min zu spät']));
    expect(find(svg, 'line', 'ev')).toHaveLength(1);
  });

  test('stand lower by the rows of words above them alone', () => {
    const tall = (outside: Parameters<typeof visitsOf>[1]): number =>
      Number(
        parse(onPage(visitsOf(20, outside), false))
          .getAttribute('viewBox')!
          .split(' ')[3],
      );
    expect(tall({ 5: 'below', 12: 'below' })).toBe(tall({ 5: 'below' }));
    expect(tall({ 5: 'above', 6: 'above' }) - tall({ 5: 'above' })).toBe(0);
    expect(tall({ 5: 'above', 6: 'above', 7: 'above' }) - tall({ 5: 'above' })).toBe(16);
  });
});
