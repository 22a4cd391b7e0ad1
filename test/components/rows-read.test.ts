import { expect, test } from 'vitest';
import { rowsRead } from '../../src/components/rows-read.ts';
import type { Chart, Drawing, Table } from '../../src/report/model.ts';

const bars = (labels: readonly string[]): Drawing => ({
  shape: 'bars',
  full: null,
  rows: labels.map((label) => ({ label, value: 1, text: '1', note: '', singled: false })),
});
const table = (names: readonly string[]): Table => ({
  caption: '',
  columns: [{ name: 'Client', numeric: false }],
  rows: names.map((text) => [{ text, value: text }]),
});
const chart = (drawing: Drawing, rows: Table): Chart => ({ id: 'a', title: '', subtitle: '', summary: '', foot: '', drawing, table: rows });

test('rows are found by name, though the table has another order and more rows', () => {
  expect(rowsRead(chart(bars(['B', 'A']), table(['All', 'A', 'B'])))).toEqual([2, 1]);
});

test('rows are taken in order where names differ and there are as many', () => {
  expect(rowsRead(chart(bars(['Jan', 'Feb']), table(['January 2026', 'February 2026'])))).toEqual([0, 1]);
});

test('nothing is read where drawing and table do not belong together', () => {
  expect(rowsRead(chart(bars(['A', 'C']), table(['A', 'B', 'D'])))).toBeNull();
  expect(rowsRead(chart(bars(['A', 'A']), table(['A', 'B', 'D'])))).toBeNull();
  expect(rowsRead(chart({ shape: 'squares', hours: 2, filled: true }, table(['A'])))).toBeNull();
});

test('points of a scatter are taken in order, where the table sets as many rows', () => {
  const point = { x: 1, y: 1, singled: false };
  const scatter: Drawing = {
    shape: 'scatter',
    scale: { low: 0, high: 1, ticks: [] },
    heads: ['', ''],
    lines: [],
    sides: [
      { text: '', short: '' },
      { text: '', short: '' },
    ],
    points: [point, point],
  };
  expect(rowsRead(chart(scatter, table(['P2', 'P1'])))).toEqual([0, 1]);
  expect(rowsRead(chart(scatter, table(['P2', 'P1', 'P0'])))).toBeNull();
});
