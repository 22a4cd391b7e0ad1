import { expect, test } from 'vitest';
import { attributeDrops } from '../../src/measures/attributes.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row } from './facts-of.ts';

const context = (surveys: readonly Row[]) => contextAt('2026-03-15', factsOf({ surveys }));
const answer = (id: number, row: Row): Row => ({
  response_id: String(id),
  client: 'Alder',
  answered_at: '2026-03-10 09:00',
  answer: '5',
  scale_low: 1,
  scale_high: 5,
  item_clear: null,
  item_serious: null,
  item_need: null,
  kind: 'csat',
  ...row,
});

test('mean and negative share of an item, on the survey’s scale', () => {
  const surveys = [
    answer(1, { item_clear: 5 }),
    answer(2, { item_clear: 2 }),
    answer(3, { item_clear: 2, client: 'Birch' }),
    answer(4, { item_clear: 3 }),
    answer(5, {}),
    answer(6, { item_clear: 6 }),
    answer(7, { item_clear: 4, kind: 'nps' }),
    answer(8, { item_clear: 4, answered_at: '2026-03-16 09:00' }),
    answer(9, { item_clear: 4, answered_at: null }),
  ];
  const figures = allFigures(context(surveys));
  expect(cell(figures, 'C4-clear')).toMatchObject({ n: 4, value: 3 });
  expect(cell(figures, 'C4-clear', 1)).toMatchObject({ n: 1, value: 2 });
  expect(cell(figures, 'C4-clear-negative')).toMatchObject({ n: 4, hits: 2 });
  expect(leftOut(figures, 'C4-clear')).toEqual({
    'not a satisfaction question': 1,
    'not asked this, or not answered': 1,
    'no answer time, and no resolution of its ticket': 1,
    'after the as-of day': 1,
    'no number on a known scale': 1,
  });
  expect(figures.grid('C4-honest', 'window')).toBeNull();
});

test('two scales have no mean, and one that nothing classes no negative share', () => {
  const figures = allFigures(context([answer(1, { item_clear: 5 }), answer(2, { item_clear: 5, scale_high: 7 })]));
  expect(cell(figures, 'C4-clear')).toMatchObject({ n: 2, value: NaN });
  expect(cell(figures, 'C4-clear-negative')).toMatchObject({ n: 1, hits: 0 });
  expect(leftOut(figures, 'C4-clear-negative')).toEqual({ 'neither positive, neutral nor negative as far as anything says': 1 });
});

test('work that met the need: the positive share', () => {
  const figures = allFigures(context([4, 3, 1, 5].map((item_need, id) => answer(id, { item_need }))));
  expect(cell(figures, 'C9-need')).toMatchObject({ n: 4, hits: 2 });
});

test('the attribute that falls furthest when the rating is bad stands first', () => {
  const rated = (id: number, given: string, item_clear: number | null, item_serious: number | null, row: Row = {}): Row =>
    answer(id, { answer: given, item_clear, item_serious, ...row });
  const surveys = [
    rated(1, '5', 5, 5),
    rated(2, '4', 4, 5),
    rated(3, '1', 3, 1),
    rated(4, '3', 1, 1),
    rated(5, '1', 1, null, { answered_at: '2025-03-16 09:00' }),
    rated(6, '1', 5, 5, { kind: 'ces' }),
  ].map((row): Row => ({ ...row, item_honest: 4 }));
  expect(attributeDrops(context(surveys))).toEqual([
    { item: 'serious', satisfied: 2, unsatisfied: 1, drop: 1 },
    { item: 'clear', satisfied: 2, unsatisfied: 1, drop: 0.375 },
    { item: 'honest', satisfied: 2, unsatisfied: 1, drop: 0 },
  ]);
  expect(attributeDrops(context(surveys.filter(({ answer: given }) => given !== '1')))![0]!.drop).toBeNull();
  expect(attributeDrops(context([{ response_id: '1', client: 'Alder', answered_at: '2026-03-10', answer: 'good' }]))).toBeNull();
});
