import { derived, duration, hours, mean, share, type Proof } from './kinds.sql.ts';

const entries = 'SELECT client, day_of(started_at) AS day, minutes, true AS logged FROM entry_of WHERE started_at < end_ms() AND minutes IS NOT NULL';

export const complaintHours: readonly Proof[] = [
  mean('A12-logged', 'SELECT client, day, minutes / 60 AS amount, 0 AS scale FROM handled WHERE minutes IS NOT NULL'),
  derived('A12', ['A12-logged', 'A11-count'], {
    value: 'CASE WHEN i0.n > 0 THEN i0.value WHEN i1.value > 0 THEN (SELECT assumed FROM complaint_hours) END',
    n: 'i0.n',
  }),
  duration('A12-median', 'SELECT client, day, minutes * 60000 AS ms FROM handled WHERE minutes IS NOT NULL'),
  share('A12-untimed', 'SELECT client, day, minutes IS NULL AS hit FROM handled'),
  hours('A14-all', 'time_entries', entries),
  hours('A14-complaints', 'time_entries', `${entries} AND entry IN (SELECT entry FROM complaint_entry)`),
  derived('A14', ['A14-complaints', 'A14-all'], { value: 'CASE WHEN i1.value > 0 THEN i0.value / i1.value END', n: 'i1.n' }),
];
