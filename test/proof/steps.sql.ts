import { share, type Proof } from './kinds.sql.ts';

const STEPS = ['responded_at', 'thanked_at', 'heard_at', 'restated_at', 'apologised_at', 'committed_at', 'acted_at', 'confirmed_at'];

function step(field: string, at: number): Proof {
  const earlier = STEPS.slice(0, at).map((one) => `by_then(${one})`);
  const latest = earlier.length === 0 ? 'NULL' : `list_max([${earlier.join(', ')}])`;
  const hit = `by_then(${field}) IS NOT NULL AND by_then(${field}) >= coalesce(${latest}, by_then(${field}))`;
  return share(`D${5 + at}`, `SELECT client, day_of(closed_at) AS day, ${hit} AS hit FROM formal WHERE NOT made AND by_then(closed_at) IS NOT NULL`);
}

/** The eight steps of recovery: done = present and not before the latest earlier step that is present. */
export const steps: readonly Proof[] = STEPS.map(step);
