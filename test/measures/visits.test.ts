import { describe, expect, test } from 'vitest';
import { arrivalRuns } from '../../src/measures/arrival-runs.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const tickets = [{ ticket_id: 'T0', client: 'Alder', opened_at: '2026-01-05 09:00' }];
const context = (rows: Rows) => contextAt('2026-03-15', factsOf({ tickets, ...rows }));
const figuresOfRows = (rows: Rows) => allFigures(context(rows));
const visit = (id: string, from: string, to: string, row: Row = {}): Row => ({
  appointment_id: id,
  client: 'Alder',
  window_start: `2026-03-10 ${from}`,
  window_end: `2026-03-10 ${to}`,
  ...row,
});

test('the width of a window: 8 to 9 is good, 8 to 12 is too wide', () => {
  const appointments = [visit('1', '08:00', '09:00'), visit('2', '08:00', '10:00'), visit('3', '08:00', '12:00'), visit('4', '08:00', '11:59')];
  const figures = figuresOfRows({ appointments: [...appointments, { appointment_id: '5', client: 'Alder', scheduled_on: '2026-03-10' }] });
  expect(cell(figures, 'B12')).toMatchObject({ n: 4, value: (120 + 239) * 0.5 * MINUTE });
  expect(['B12-60', 'B12-120', 'B12-wide', 'B12-240'].map((id) => cell(figures, id).hits)).toEqual([1, 1, 2, 1]);
  expect(leftOut(figures, 'B12')).toEqual({ 'no window given': 1 });
});

describe('arrivals', () => {
  const at = (id: string, arrived: string | null, row: Row = {}): Row =>
    visit(id, '08:00', '09:00', { arrived_at: arrived === null ? null : `2026-03-10 ${arrived}`, status: null, cancelled_at: null, ...row });
  const appointments = [
    at('1', '08:00'),
    at('2', '09:00'),
    at('3', '07:50'),
    at('4', '09:30'),
    at('5', null),
    at('6', null, { status: 'missed' }),
    at('7', null, { status: 'done' }),
    at('8', null, { status: 'cancelled' }),
    at('9', '08:30', { window_start: '2026-03-15 23:00', window_end: '2026-03-16 01:00' }),
  ];

  test('within the window on its very edges, else early, late or missed', () => {
    const figures = figuresOfRows({ appointments });
    expect(cell(figures, 'C13')).toMatchObject({ n: 6, hits: 2 });
    expect(['C13-early', 'C13-late', 'C13-missed'].map((id) => cell(figures, id).hits)).toEqual([1, 1, 2]);
    expect(cell(figures, 'C13-lateness')).toMatchObject({ n: 1, value: 30 * MINUTE });
    expect(cell(figures, 'C13-earliness')).toMatchObject({ n: 1, value: 10 * MINUTE });
    expect(leftOut(figures, 'C13')).toEqual({ 'its window not over by the as-of day': 1, cancelled: 1, 'nothing says whether we came': 1 });
    expect(leftOut(figures, 'C13-lateness')).toMatchObject({ 'no arrival by the as-of day': 2, 'arrived within the window, or on its other side': 3 });
  });

  test('a run counts back from the newest decided visit to the first that failed', () => {
    const on = (id: string, day: string, client: string, arrived_at: string | null): Row => ({
      appointment_id: id,
      client,
      window_start: `${day} 08:00`,
      window_end: `${day} 09:00`,
      arrived_at: arrived_at === null ? null : `${day} ${arrived_at}`,
    });
    const rows = [
      on('1', '2026-03-02', 'Alder', '08:30'),
      on('2', '2026-03-03', 'Alder', '09:30'),
      on('3', '2026-03-04', 'Alder', '08:30'),
      on('4', '2026-03-05', 'Alder', '08:30'),
      on('5', '2026-03-06', 'Birch', null),
      on('6', '2026-03-07', 'Alder', '08:30'),
    ];
    const run = arrivalRuns(context({ appointments: rows }))!;
    expect([-1, 0, 1].map(run)).toEqual([1, 3, 0]);
    expect(arrivalRuns(context({}))).toBeNull();
  });
});

test('cancellations: by phone, and with what notice', () => {
  const cancelled = (id: string, cancelled_at: string | null, cancel_channel: string | null): Row =>
    visit(id, '08:00', '09:00', { cancelled_at, cancel_channel });
  const appointments = [
    cancelled('1', '2026-03-09 08:00', 'phone'),
    cancelled('2', '2026-03-10 08:30', 'mail'),
    cancelled('3', '2026-03-10 06:00', null),
    cancelled('4', null, null),
  ];
  const figures = figuresOfRows({ appointments });
  expect(cell(figures, 'B18')).toMatchObject({ n: 2, hits: 1 });
  expect(cell(figures, 'B18-notice')).toMatchObject({ n: 3, value: 2 * HOUR });
  expect(leftOut(figures, 'B18')).toEqual({ 'not cancelled by the as-of day': 1, 'nothing says how': 1 });
});

test('visits at their preferred time, and by whom they were moved', () => {
  const agreed = (id: string, in_preferred_time: boolean | null, moved_by: string | null): Row => visit(id, '08:00', '09:00', { in_preferred_time, moved_by });
  const appointments = [agreed('1', true, null), agreed('2', false, 'us'), agreed('3', null, 'us'), agreed('4', true, 'client')];
  const figures = figuresOfRows({ appointments });
  expect(cell(figures, 'B19')).toMatchObject({ n: 3, hits: 2 });
  expect(cell(figures, 'B19-moved-us')).toMatchObject({ n: 4, hits: 2 });
  expect(cell(figures, 'B19-moved-client')).toMatchObject({ n: 4, hits: 1 });
});

test('the wait for a technician ends with the first arrival', () => {
  const opened = (id: string, row: Row = {}): Row => ({ ticket_id: id, client: 'Alder', opened_at: '2026-03-09 17:00', ...row });
  const arrival = (id: string, ticket_id: string, arrived_at: string): Row => ({ appointment_id: id, ticket_id, arrived_at });
  const figures = figuresOfRows({
    tickets: [opened('T1'), opened('T2'), opened('T3', { merged_into: 'T1' }), opened('T4')],
    appointments: [
      arrival('1', 'T1', '2026-03-12 09:00'),
      arrival('2', 'T1', '2026-03-10 09:00'),
      arrival('3', 'T3', '2026-03-10 09:00'),
      arrival('4', 'T4', '2026-03-09 16:00'),
    ],
  });
  expect(cell(figures, 'E6')).toMatchObject({ n: 1, value: 16 * HOUR });
  expect(cell(figures, 'E6-working')).toMatchObject({ n: 1, value: 2 * HOUR });
  expect(leftOut(figures, 'E6')).toEqual({ 'merged into another ticket': 1, 'no arrival on site': 1, 'dated before it was opened': 1 });
});
