import { count, hours, type Proof } from './kinds.sql.ts';

const scopes = { in: `scope = 'in'`, out: `scope = 'out'`, unclear: `coalesce(scope, 'unclear') NOT IN ('in', 'out')` };

export const scope: readonly Proof[] = Object.entries(scopes).flatMap(([name, where]) => [
  count(`A19-${name}`, 'complaints', `SELECT client, day FROM formal WHERE ${where}`),
  hours(`A19-${name}-hours`, 'complaints', `SELECT client, day, minutes, minutes IS NOT NULL AS logged FROM handled WHERE ${where}`),
]);
