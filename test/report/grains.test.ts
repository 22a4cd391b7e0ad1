import { describe, expect, test } from 'vitest';
import { complaintsPage } from '../../src/report/complaints.ts';
import { responsePage } from '../../src/report/response.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import type { LinesDrawing, Page } from '../../src/report/model.ts';
import { demo } from './material-of.ts';
import { chartOf, expectRules } from './page-rules.ts';

const switches = (page: Page) => page.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'switch');
const lines = (page: Page, id: string) => (chartOf(page, id).drawing as LinesDrawing).series;

describe('a figure by month and by quarter', () => {
  test('counts the complaints of each month once, the running one as incomplete', async () => {
    const page = complaintsPage(await demo());
    const [weeks, months] = ['complaints-by-week', 'complaints-by-month'].map((id) => chartOf(page, id).table.rows.map((row) => Number(row[1]!.value)));
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
    expect(sum(months!)).toBe(sum(weeks!));
    const points = lines(page, 'complaints-by-month')[0]!.points;
    expect(points.filter(({ open }) => open).map(({ start }) => start)).toEqual(['2026-08-01']);
    expectRules(page);
  });

  test('leaves out the quarter that began before the first week', async () => {
    const points = lines(satisfactionPage(await demo()), 'satisfaction-by-quarter')[0]!.points;
    expect(points[0]!.start).toBe('2025-04-01');
    expect(points.at(-1)!.open).toBe(true);
  });

  test('sets the medians of both clocks side by side, the opening hours never the longer', async () => {
    const page = responsePage(await demo());
    for (const id of ['first-response-by-month', 'resolution-by-quarter']) {
      const [elapsed, open] = lines(page, id);
      expect([elapsed!.name, open!.name]).toEqual(['elapsed', 'opening hours']);
      elapsed!.points.forEach(({ value }, at) => expect(open!.points[at]!.value!).toBeLessThanOrEqual(value!));
    }
  });

  test('is one of the ways of a switch, whose keys are its own', async () => {
    const material = await demo();
    const all = [satisfactionPage(material), responsePage(material), complaintsPage(material)].flatMap(switches);
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['satisfaction-grain', 'satisfaction-formula', 'first-response-grain', 'resolution-spread-clock', 'complaints-grain']),
    );
    for (const { choices } of all) {
      expect(choices.length).toBeGreaterThan(1);
      expect(choices.length).toBeLessThanOrEqual(4);
      expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
      for (const { key } of choices) expect(key).toMatch(/^[a-z]+$/);
    }
  });
});
