import { duration, share, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;
const responded = 'by_then(responded_at)';
const acted = 'NOT made AND by_then(acted_at) IS NOT NULL';

export const recovery: readonly Proof[] = [
  share(
    'D3',
    `SELECT client, day, coalesce(${responded} - received_at <= ${DAY}, false) AS hit FROM formal
    WHERE ${responded} IS NOT NULL OR end_ms() - received_at >= ${DAY}`,
  ),
  duration('D3-median', `SELECT client, day, responded_at - received_at AS ms FROM formal WHERE ${responded} >= received_at`),
  share('D4', `SELECT client, day, coalesce(by_then(escalated_at) < coalesce(${responded}, end_ms()), false) AS hit FROM formal WHERE NOT made`),
  share('D15', `SELECT client, day, by_then(confirmed_at) IS NOT NULL AS hit FROM formal WHERE ${acted}`),
  duration('D15-days', `SELECT client, day, confirmed_at - received_at AS ms FROM formal WHERE NOT made AND by_then(confirmed_at) >= received_at`),
];
