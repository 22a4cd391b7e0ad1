import { expect, test } from 'vitest';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const figuresOfRows = (rows: Rows) => allFigures(contextAt('2026-03-13', factsOf(rows)));
const part = (id: string, replaced_at: string, spare_at: string | null, client = 'Alder'): Row => ({ replacement_id: id, client, replaced_at, spare_at });

test('a spare within one business day of opening time, or before', () => {
  const replacements = [
    part('1', '2026-03-02 15:00', '2026-03-03 15:00'),
    part('2', '2026-03-02 15:00', '2026-03-03 15:01'),
    part('3', '2026-03-06 15:00', '2026-03-09 15:00'),
    part('4', '2026-03-06 15:00', '2026-03-06 09:00'),
    part('5', '2026-03-02 15:00', null),
    part('6', '2026-03-13 09:00', null),
    part('7', '2026-03-13 09:00', '2026-03-13 10:00'),
    part('8', '2026-03-14 09:00', '2026-03-14 09:00'),
  ];
  const figures = figuresOfRows({ replacements });
  expect(cell(figures, 'E5')).toMatchObject({ n: 6, hits: 4 });
  expect(leftOut(figures, 'E5')).toEqual({ 'after the as-of day': 1, 'no spare yet, and under one business day ago': 1 });
  expect(figuresOfRows({ replacements: [{ replacement_id: '1', client: 'Alder', replaced_at: '2026-03-02' }] }).grid('E5', 'window')).toBeNull();
});

test('a return trip avoided: the spare there on the day of the visit', () => {
  const visit = (id: string, arrived_at: string | null, client = 'Alder'): Row => ({ appointment_id: id, client, arrived_at });
  const figures = figuresOfRows({
    replacements: [
      part('1', '2026-03-02 15:00', '2026-03-02 15:00'),
      part('2', '2026-03-02 16:00', '2026-03-02 16:01'),
      part('3', '2026-03-02 16:00', null),
      part('4', '2026-03-03 16:00', '2026-03-01 09:00'),
      part('5', '2026-03-02 16:00', '2026-03-02 16:00', 'Birch'),
    ],
    appointments: [visit('1', '2026-03-02 14:30'), visit('2', null), visit('3', '2026-03-04 14:30', 'Birch')],
  });
  expect(cell(figures, 'E5-trips')).toMatchObject({ n: 3, hits: 1 });
  expect(leftOut(figures, 'E5-trips')).toEqual({ 'no arrival on site': 2 });
});

test('promoters who gave a reference, by the person where both are named', () => {
  const said = (id: string, client: string | null, respondent: string | null, row: Row = {}): Row => ({
    response_id: id,
    client,
    respondent,
    kind: 'nps',
    answered_at: '2026-03-10 09:00',
    answer: '9',
    scale_low: 0,
    scale_high: 10,
    ...row,
  });
  const gave = (client: string, requester: string | null, at = '2026-02-01 09:00', kind = 'reference'): Row => ({ client, at, kind, requester });
  const figures = figuresOfRows({
    surveys: [
      said('1', 'Alder', 'Ann Lee'),
      said('2', 'Alder', 'Bo Ray'),
      said('3', 'Alder', null),
      said('4', 'Birch', 'Cy Dow'),
      said('5', 'Cedar', null),
      said('6', 'Dell', null),
      said('7', 'Alder', 'Ann Lee', { answer: '8' }),
      said('8', 'Alder', 'Ann Lee', { kind: 'csat' }),
      said('9', 'Alder', 'Ann Lee', { answer: null }),
      said('10', null, 'Ann Lee'),
    ],
    contacts: [gave('Alder', 'ann  lee'), gave('Birch', null), gave('Cedar', null, '2026-03-14 09:00'), gave('Dell', null, '2026-02-01 09:00', 'tip')],
  });
  expect(cell(figures, 'E1')).toMatchObject({ n: 6, hits: 3 });
  expect(cell(figures, 'E1', 0)).toMatchObject({ n: 3, hits: 2 });
  expect(leftOut(figures, 'E1')).toEqual({
    'does not ask whether the client would recommend us': 1,
    'not answered': 1,
    'would not recommend us': 1,
    'of no client': 1,
  });
});
