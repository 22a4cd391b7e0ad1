import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complaintTime } from '../../src/measures/cost-inputs.ts';
import { measures } from '../../src/measures/index.ts';
import { anyService, clientList } from '../proof/any-service.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));

const answered = (id: string, answer: string, client: string, scale_low: number, scale_high: number): Row => ({
  response_id: id,
  client,
  answered_at: '2026-03-10 09:00',
  answer,
  scale_low,
  scale_high,
  item_clear: Number(answer),
});

test('every mean says what it can be', () => {
  const [rows] = fc.sample(anyService('2026-03-15'), { numRuns: 1, seed: 7 });
  const some = contextAt('2026-03-15', factsOf(rows!, clientList), { training: { how_to: ['How to'] } });
  const means = measures.filter(({ kind }) => kind === 'mean');
  const counted = means.flatMap(({ id, population }) =>
    [population!(some)].flatMap((one) => (one === null ? [] : [[id, one.possible !== undefined] as const])),
  );
  expect(counted.filter(([, possible]) => !possible)).toEqual([]);
  expect(counted).toHaveLength(means.length);
});

test('the interval of a mean ends where a mark, a share or a count can go no further', () => {
  const surveys = [
    ...['5', '5', '5', '5', '1'].map((answer, at) => answered(`a${at}`, answer, 'Alder', 1, 5)),
    ...['0', '0', '0', '10'].map((answer, at) => answered(`b${at}`, answer, 'Birch', 0, 10)),
    ...['9', '10', '9', '10'].map((answer, at) => answered(`c${at}`, answer, 'Cedar', 0, 10)),
  ];
  const closed = (id: string, handoffs: number): Row => ({
    ticket_id: id,
    client: 'Alder',
    opened_at: '2026-03-02 09:00',
    closed_at: '2026-03-10 09:00',
    handoffs,
  });
  const figures = allFigures(context({ surveys, tickets: [closed('1', 0), closed('2', 0), closed('3', 5)] }));
  expect(cell(figures, 'S4', 0)).toMatchObject({ value: 4.2, high: 5 });
  expect(cell(figures, 'S4', 0).low).toBeCloseTo(4.2 - 2.221, 3);
  expect(cell(figures, 'S4', 1)).toMatchObject({ value: 2.5, low: 0 });
  expect(cell(figures, 'S4', 2).high).toBe(10);
  expect(cell(figures, 'C4-clear', 0).high).toBe(5);
  expect(cell(figures, 'S2', 0)).toMatchObject({ value: 0.6, high: 1 });
  expect(cell(figures, 'S2', 1)).toMatchObject({ value: -0.5, low: -1 });
  expect(cell(figures, 'B2')).toMatchObject({ value: 5 / 3, low: 0 });
  expect(cell(figures, 'B2').high).toBeCloseTo(5 / 3 + 7.171, 2);
});

test('hours for a complaint are never under none, here as where the cost is reckoned', () => {
  const complaints = ['1', '2', '3'].map((complaint_id): Row => ({ complaint_id, client: 'Alder', received_at: '2026-03-03 09:00' }));
  const time_entries = [30, 30, 600].map((minutes, at): Row => ({ entry_id: `${at}`, complaint_id: `${at + 1}`, started_at: '2026-03-04 09:00', minutes }));
  const some = context({ complaints, time_entries });
  const figures = allFigures(some);
  const { value, low, high } = cell(figures, 'A12');
  expect([value, low]).toEqual([11 / 3, 0]);
  expect(cell(figures, 'A12-logged')).toMatchObject({ value, low, high });
  expect(complaintTime(some, day('2026-03-02'), day('2026-03-15'))).toMatchObject({ mean: value, low: 0, high });
});
