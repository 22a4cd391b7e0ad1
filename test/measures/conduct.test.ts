import { expect, test } from 'vitest';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const figuresOfRows = (rows: Rows) => allFigures(contextAt('2026-03-15', factsOf(rows)));
const complaint = (id: string, row: Row): Row => ({ complaint_id: id, client: 'Alder', received_at: '2026-03-10 09:00', ...row });
const ticket = (id: string, row: Row): Row => ({ ticket_id: id, client: 'Alder', opened_at: '2026-03-02 09:00', ...row });

test('suppliers’ faults: answers, complaints and hours', () => {
  const figures = figuresOfRows({
    tickets: [ticket('T1', { vendor_caused: true }), ticket('T2', { vendor_caused: false }), ticket('T3', { vendor_caused: null })],
    surveys: ['T1', 'T2', 'T3', 'T1'].map((ticket_id, index) => ({
      response_id: String(index),
      ticket_id,
      answered_at: '2026-03-05 09:00',
      answer: index === 3 ? 'good' : 'bad',
    })),
    complaints: [
      complaint('1', { vendor_caused: true, ticket_id: 'T2' }),
      complaint('2', { vendor_caused: null, ticket_id: 'T1' }),
      complaint('3', { vendor_caused: null, ticket_id: 'T2' }),
      complaint('4', { vendor_caused: null, ticket_id: null }),
    ],
    time_entries: [30, 60, 90].map((minutes, index) => ({ entry_id: String(index), ticket_id: `T${index + 1}`, started_at: '2026-03-05 09:00', minutes })),
  });
  expect(cell(figures, 'E3-negative')).toMatchObject({ n: 2, hits: 1 });
  expect(cell(figures, 'E3-complaints')).toMatchObject({ n: 3, hits: 2 });
  expect(cell(figures, 'E3-hours')).toMatchObject({ n: 1, value: 0.5 });
  expect(cell(figures, 'E3-hours', 0).value).toBe(0.5);
  expect(leftOut(figures, 'E3-complaints')).toEqual({ 'nothing says whether a maker or supplier caused it': 1 });
});

test('complaints about conduct', () => {
  const complaints = [complaint('1', { cause: 'conduct' }), complaint('2', { cause: 'vendor' }), complaint('3', { cause: null })];
  expect(cell(figuresOfRows({ complaints }), 'B5').value).toBe(1);
});

test('work done again: misunderstood, changed, accepted', () => {
  const closed = (id: string, cause: string | null, reopened_at: string | null, rework_accepted: boolean | null = null): Row =>
    ticket(id, { closed_at: '2026-03-10 09:00', cause, reopened_at, rework_accepted });
  const tickets = [
    closed('1', 'misunderstood', '2026-03-05 09:00'),
    closed('2', 'misunderstood', null),
    closed('3', 'changed-request', '2026-03-05 09:00', true),
    closed('4', 'changed-request', '2026-03-05 09:00', false),
    closed('5', 'changed-request', '2026-03-05 09:00'),
  ];
  const figures = figuresOfRows({ tickets });
  expect(cell(figures, 'B6')).toMatchObject({ n: 5, hits: 1 });
  expect(cell(figures, 'B9')).toMatchObject({ n: 5, hits: 3 });
  expect(cell(figures, 'B9-accepted')).toMatchObject({ n: 2, hits: 1 });
});

test('own faults that we told before the client did', () => {
  const fault = (id: string, ticket_id: string | null, cause = 'own-fault'): Row => complaint(id, { cause, ticket_id });
  const contact = (at: string, row: Row): Row => ({ client: 'Alder', at, direction: 'out', complaint_id: null, ticket_id: null, ...row });
  const figures = figuresOfRows({
    tickets: [ticket('T1', {}), ticket('T2', {})],
    complaints: [fault('1', null), fault('2', 'T1'), fault('3', 'T2'), fault('4', null), fault('5', 'T1', 'vendor')],
    contacts: [
      contact('2026-03-10 08:00', { complaint_id: '1' }),
      contact('2026-03-10 08:00', { ticket_id: 'T1' }),
      contact('2026-03-10 08:00', { ticket_id: 'T2', direction: 'in' }),
      contact('2026-03-10 09:00', { complaint_id: '4' }),
    ],
  });
  expect(cell(figures, 'B17')).toMatchObject({ n: 4, hits: 2 });
});
