import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { CANVAS, crossing, crossingText, roundedUp } from '../../src/client/crossing.ts';

const SAID = {
  language: 'en',
  returned: 'hours returned',
  spent: 'hours spent',
  fewer: 'fewer complaints a week',
  even: 'even at {0}',
  told: '{0} spent, even at {1}; {2} fewer return {3}.',
  never: '{0} spent, which never break even; {1} fewer return {2}.',
};
const WEEK = { contacts: 208, seconds: 30, avoided: 3.5, hoursEach: 5.4 };

function drawn(week: typeof WEEK, canvas: { readonly width: number; readonly height: number } = CANVAS.wide, said = SAID): Document {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  for (const { tag, attributes, text } of crossing(week, canvas, said)) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    shape.textContent = text;
    document.querySelector('svg')!.append(shape);
  }
  return document;
}
const numberOf = (page: Document, selector: string, name: string): number => Number(page.querySelector(selector)?.getAttribute(name) ?? NaN);

describe('crossing', () => {
  test('stands the rule where the hours returned meet the hours spent', () => {
    const page = drawn(WEEK);
    const [spent, x1, y1, x2, y2] = [numberOf(page, '.mean', 'y1'), ...['x1', 'y1', 'x2', 'y2'].map((name) => numberOf(page, '.iv', name))] as number[];
    const meet = x1! + ((spent! - y1!) / (y2! - y1!)) * (x2! - x1!);
    expect(numberOf(page, '.ev', 'x1')).toBeCloseTo(meet, 0);
    expect(page.querySelector('.t-b')?.textContent).toBe('even at 0.32');
  });

  test('puts the dot on the line of hours returned, at the complaints avoided', () => {
    const page = drawn(WEEK);
    const part = (numberOf(page, 'circle', 'cx') - numberOf(page, '.iv', 'x1')) / (numberOf(page, '.iv', 'x2') - numberOf(page, '.iv', 'x1'));
    expect(part).toBeCloseTo(3.5 / 4, 2);
    const high = (numberOf(page, '.iv', 'y1') - numberOf(page, 'circle', 'cy')) / (numberOf(page, '.iv', 'y1') - numberOf(page, '.iv', 'y2'));
    expect(high).toBeCloseTo(part, 2);
  });

  test.for([
    { ...WEEK, hoursEach: 0 },
    { contacts: 0, seconds: 0, avoided: 0, hoursEach: 0 },
    { ...WEEK, contacts: 999_999, seconds: 999_999 },
  ])('has no number that is none for %o', (week) => {
    for (const canvas of Object.values(CANVAS)) expect(JSON.stringify(crossing(week, canvas, SAID))).not.toMatch(/NaN|Infinity|undefined/);
    expect(crossingText(week, SAID)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('writes numbers and words as the page does', () => {
    const said = { ...SAID, language: 'de-CH', even: 'Gleichstand bei {0}' };
    expect(drawn(WEEK, CANVAS.wide, said).querySelector('.t-b')?.textContent).toBe('Gleichstand bei 0.32');
    expect(drawn(WEEK, CANVAS.wide, { ...said, language: 'de' }).querySelector('.t-b')?.textContent).toBe('Gleichstand bei 0,32');
    expect(crossingText(WEEK, { ...SAID, language: 'de' })).toBe('1\u00a0h\u00a044\u00a0min spent, even at 0,32; 3,5 fewer return 18\u00a0h\u00a054\u00a0min.');
  });

  test('draws no rule where nothing breaks even', () => {
    expect(drawn({ ...WEEK, hoursEach: 0 }).querySelector('.ev')).toBeNull();
    expect(crossingText({ ...WEEK, hoursEach: 0 }, SAID)).toContain('never break even');
  });
});

test('roundedUp gives a round number that is not under the value', () => {
  expect([0, 0.33, 1, 3.85, 18.9, 120, 1000].map(roundedUp)).toEqual([1, 0.4, 1, 4, 20, 150, 1000]);
});
