import { comebacks } from './comebacks.ts';
import { cellAt, type Figures } from './grid.ts';
import type { CellValue, Context, Measure } from './measure.ts';
import { metAndLiked } from './met-and-liked.ts';
import { ownership } from './ownership.ts';
import { waitingWork } from './waiting-work.ts';

const spread: Measure = {
  id: 'B4',
  title: 'Spread of the first answer',
  question: 'Can a client rely on how fast we answer?',
  definition: 'The time to the first answer that nine in ten tickets stay under, divided by the median. Both are elapsed times; 1 would be the same for all.',
  formula: '90th percentile ÷ median of the time to the first answer',
  unit: 'times the median',
  inputs: ['F1-elapsed'],
  kind: 'derived',
  clock: 'elapsed',
  exclusions: [],
  version: 1,
  derive: (inputs) => {
    const times = inputs.get('F1-elapsed');
    return times !== null && times.value > 0 ? { value: times.p90 / times.value, n: times.n } : null;
  },
};

/** The contract and the promise of one client, in the 13-week window. */
export interface TargetAndPromise {
  readonly client: number;
  /** Solved within target (F5), and promises kept (B21). */
  readonly target: CellValue;
  readonly promise: CellValue;
}

/** The clients that have both a target met or missed and a promise due, in the order of the client list (C11). */
export function targetsAndPromises(figures: Figures, { facts }: Context): readonly TargetAndPromise[] {
  const [targets, kept] = [figures.grid('F5', 'window'), figures.grid('B21', 'window')];
  if (targets === null || kept === null) return [];
  return facts.clients.list
    .map((_, client) => ({ client, target: cellAt(targets, client, 0), promise: cellAt(kept, client, 0) }))
    .filter(({ target, promise }) => target.n > 0 && promise.n > 0);
}

/** Service from day to day: handoffs, work that waits and work that comes back. */
export const service: readonly Measure[] = [...ownership, spread, ...waitingWork, ...comebacks, ...metAndLiked];
