import { expect, test } from 'vitest';
import { clientRecord } from '../../src/report/share-record.ts';
import type { Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const PERIOD = { period: { from: '2026-01-01', to: '2026-02-28' }, before: { from: '2025-11-03', to: '2025-12-31' } };
const visit = (day: string, arrived: string | null, client = 'Ash'): Row => ({
  appointment_id: `${client} ${day}`,
  client,
  window_start: `${day} 09:00`,
  window_end: `${day} 11:00`,
  arrived_at: arrived === null ? null : `${day} ${arrived}`,
  status: arrived === null ? 'missed' : 'done',
});
const inTime = ['2025-12-10', '2026-01-14', '2026-02-11'].map((day) => visit(day, '10:00'));
const runOf = (...later: readonly Row[]) => clientRecord(small({ appointments: [...inTime, ...later] }), 0, PERIOD, { letters: [], since: null }).visits?.run;

test('visits in time in a row reach back beyond the period, and go on after it where the newest were in time too', () => {
  expect(runOf()).toBe(3);
  expect(runOf(visit('2026-03-04', '09:30'))).toBe(3);
  expect(runOf(visit('2026-03-04', '09:30'), visit('2026-03-05', null, 'Birch'))).toBe(3);
});

test('there is no row of them where one since the period was late or missed', () => {
  expect(runOf(visit('2026-03-04', '12:00'))).toBe(0);
  expect(runOf(visit('2026-03-04', null), visit('2026-03-05', '09:30'))).toBe(0);
});
