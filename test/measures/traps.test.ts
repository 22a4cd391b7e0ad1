import { describe, expect, test } from 'vitest';
import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import { restatements } from '../../src/report/restated.ts';
import { firmSeries } from '../../src/report/series.ts';
import { clientPage } from '../../src/report/client.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import { demo, materialOf } from '../report/material-of.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';
const figuresOf = (rows: Rows, on = asOf): Figures => allFigures(contextAt(on, factsOf(rows), { training: { how_to: ['How to'] } }));

/** A ticket that most measures of tickets count. */
const whole: Row = {
  ticket_id: '1',
  client: 'Alder',
  requester: 'Ann',
  opened_at: '2026-02-02 09:00',
  first_response_at: '2026-02-02 10:00',
  resolved_at: '2026-02-04 09:00',
  closed_at: '2026-02-05 09:00',
  due_at: '2026-02-06 09:00',
  expectation_told_at: '2026-02-02 10:10',
  expectation_due_at: '2026-02-06 09:00',
  status: 'closed',
  priority: 'High',
  category: 'How to',
  handoffs: 1,
  agent: 'Kim',
  first_agent: 'Kim',
  cause: 'misunderstood',
  vendor_caused: true,
  plan_noted: true,
  onsite_extra: 'done',
  merged_into: null,
};

const texts = (figures: Figures, id: string): string =>
  JSON.stringify(
    GRAINS.map((grain) => {
      const grid = figures.grid(id, grain);
      return grid && [-1, 0].flatMap((client) => [...grid.starts.keys()].map((at) => Object.values(cellAt(grid, client, at)).map(String)));
    }),
  );

describe('a ticket counts once, at its last resolution', () => {
  test('one merged into another is left out everywhere, with the reason', () => {
    const [alone, both] = [figuresOf({ tickets: [whole] }), figuresOf({ tickets: [whole, { ...whole, ticket_id: '2', merged_into: '1' }] })];
    expect(measures.filter(({ id }) => texts(both, id) !== texts(alone, id)).map(({ id }) => id)).toEqual([]);
    const ofTickets = both.accounts.filter(({ table }) => table === 'tickets');
    expect(ofTickets.length).toBeGreaterThan(20);
    expect(ofTickets.filter(({ measure }) => leftOut(both, measure)['merged into another ticket'] !== 1).map(({ measure }) => measure)).toEqual([]);
  });

  test('what is counted are resolutions in the week, not tickets that are resolved today', () => {
    const again = { ...whole, resolved_at: '2026-03-11 09:00', closed_at: null, reopened_at: '2026-03-10 09:00' };
    const week = (start: string) => cell(figuresOf({ tickets: [again] }), 'F2-elapsed', -1, 'week', start).n;
    expect([week('2026-02-02'), week('2026-03-09')]).toEqual([0, 1]);
  });

  test('one whose closing was undone is closed by the resolution that came after, in every measure', () => {
    const status = 'unresolved';
    const again = { ...whole, resolved_at: '2026-02-20 09:00', closed_at: '2026-02-10 09:00', reopened_at: '2026-02-12 09:00', handoffs: 3, status };
    const figures = figuresOf({ tickets: [again] });
    const week = (start: string) => ['B2', 'B2-3', 'B8-unresolved', 'A16'].map((id) => cell(figures, id, -1, 'week', start).n);
    expect([week('2026-02-09'), week('2026-02-16')]).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect(['B2-3', 'B8-unresolved', 'A16'].map((id) => cell(figures, id).hits)).toEqual([1, 1, 1]);
    expect(cell(figures, 'B8-open').value).toBe(0);
  });

  test('one closed long before it was reopened did not come back within days, whenever it was resolved again', () => {
    const again = { ...whole, resolved_at: '2026-02-20 09:00', reopened_at: '2026-02-19 09:00', closed_at: '2026-02-04 10:00' };
    const figures = figuresOf({ tickets: [again] });
    expect(cell(figures, 'A16', -1, 'week', '2026-02-16')).toMatchObject({ n: 1, hits: 0 });
    expect(cell(figures, 'C9-held', -1, 'week', '2026-02-16')).toMatchObject({ n: 1, hits: 1 });
  });

  test('one whose closing lies after the as-of day is closed by a resolution before it', () => {
    const later = { ...whole, closed_at: '2026-03-17 09:00', resolved_at: '2026-02-20 09:00', reopened_at: null };
    const figures = figuresOf({ tickets: [later] });
    expect(['B2', 'A16'].map((id) => cell(figures, id, -1, 'week', '2026-02-16').n)).toEqual([1, 1]);
    expect(cell(figures, 'B8-open').value).toBe(0);
  });

  test('a reopening after a week’s end restates that week', () => {
    const reopened = { ...whole, closed_at: null, reopened_at: '2026-03-10 09:00' };
    const weekAt = (on: string) => cell(figuresOf({ tickets: [reopened] }, on), 'F2-elapsed', -1, 'week', '2026-02-02').n;
    expect([weekAt('2026-03-08'), weekAt('2026-03-15')]).toEqual([1, 0]);
  });
});

test('an answer that comes after its week was reported restates the week it was given in', () => {
  const answers = (some: readonly string[]): Row[] =>
    some.map((at, index) => ({ response_id: String(index), client: 'Alder', answered_at: at, answer: index === 2 ? '1' : '5', scale_low: 1, scale_high: 5 }));
  const material = (some: readonly string[]) => materialOf(contextAt(asOf, factsOf({ surveys: answers(some) })));
  const before = material(['2026-03-03 09:00', '2026-03-10 09:00']);
  const previous = { series: firmSeries(before.figures, before.measures), settings: 'a' };
  const told = restatements(material(['2026-03-03 09:00', '2026-03-10 09:00', '2026-03-05 09:00']), previous, 'a');
  expect(told.filter(({ measure }) => measure === 'S1')).toEqual([
    { measure: 'S1', week: '2026-03-02', was: 1, is: 0.5, nWas: 1, n: 2, reason: 'answers came late or were changed' },
  ]);
});

test('an answer out of hours takes no opening time and all of its real time', () => {
  const night = { ticket_id: '1', client: 'Alder', opened_at: '2026-03-06 20:00', first_response_at: '2026-03-08 20:00' };
  const figures = figuresOf({ tickets: [night] });
  expect(cell(figures, 'F1-working')).toMatchObject({ value: 0, n: 1 });
  expect(cell(figures, 'F1-elapsed')).toMatchObject({ value: 48 * 3_600_000, n: 1 });
});

test('a firm’s figures come from its rows, not from its clients’ figures', () => {
  const answer = (client: string, index: number, text: string): Row => ({
    response_id: `${client} ${index}`,
    client,
    answered_at: '2026-03-10 09:00',
    answer: text,
    scale_low: 1,
    scale_high: 5,
  });
  const ticket = (client: string, index: number, hour: number): Row => ({
    ticket_id: `${client} ${index}`,
    client,
    opened_at: '2026-03-10 09:00',
    first_response_at: `2026-03-10 ${9 + hour}:00`,
  });
  const figures = figuresOf({
    surveys: [...Array.from({ length: 9 }, (_, index) => answer('Alder', index, '5')), answer('Birch', 0, '1')],
    tickets: [ticket('Alder', 0, 1), ticket('Alder', 1, 1), ticket('Alder', 2, 1), ticket('Birch', 0, 9)],
  });
  expect([-1, 0, 1].map((client) => cell(figures, 'S1', client).value)).toEqual([0.9, 1, 0]);
  expect([-1, 0, 1].map((client) => cell(figures, 'F1-elapsed', client).value / 3_600_000)).toEqual([1, 1, 9]);
});

test('a client’s page draws no process chart: of so many points some would signal by chance', async () => {
  const material = await demo();
  const isProcess = (page: object): boolean => JSON.stringify(page).includes('"shape":"process"');
  expect(isProcess(satisfactionPage(material))).toBe(true);
  expect(material.clients.filter((_, client) => isProcess(clientPage(material, client)))).toEqual([]);
}, 300_000);
