import { mean, share, type Proof } from './kinds.sql.ts';

export const satisfaction: readonly Proof[] = [
  share('S1', `SELECT client, day, class = 'positive' AS hit FROM answer WHERE class IS NOT NULL`),
  mean(
    'S2',
    `SELECT client, day, CASE class WHEN 'positive' THEN 1 WHEN 'negative' THEN -1 ELSE 0 END AS amount, 0 AS scale FROM answer WHERE class IS NOT NULL`,
  ),
  share('S3', `SELECT client, day, class = 'positive' AS hit FROM answer WHERE class IN ('positive', 'negative')`),
  mean('S4', `SELECT client, day, score AS amount, scale FROM answer WHERE score BETWEEN scale_low AND scale_high`),
];
