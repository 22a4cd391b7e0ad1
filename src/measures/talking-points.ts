import { arrivalRuns } from './arrival-runs.ts';
import type { Call } from './calls.ts';
import { cellAt, type Figures } from './grid.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { overduePromises } from './promise-lists.ts';
import type { Reason } from './reason-to-call.ts';
import { satisfactionBand } from './status.ts';

/** What to raise with a client: a reason to call, or promises still owed. */
export type Raise =
  | { readonly kind: 'reason'; readonly reason: Reason }
  | { readonly kind: 'overdue'; readonly promises: number; /** Whole days since the oldest fell due. */ readonly days: number };

/** What went well for a client, as counts: `hits` of `n`. A run has as many hits as rows. */
export interface Thank {
  readonly kind: 'arrivals' | 'promises' | 'answers' | 'satisfied';
  readonly hits: number;
  readonly n: number;
}

const MOST = 3;
/** Fewest in a row that make a run. */
const RUN = 3;

const overdueByClient = once((context) => {
  const found = new Map<number, { promises: number; days: number }>();
  for (const { client, days } of overduePromises(context) ?? []) {
    const own = found.get(client);
    found.set(client, { promises: (own?.promises ?? 0) + 1, days: Math.max(own?.days ?? 0, days) });
  }
  return found;
});

/** Up to three things to raise: the reasons to call in their order, then promises overdue. */
export function toRaise(context: Context, client: number, call: Call | null): readonly Raise[] {
  const reasons = (call?.reasons ?? []).map((reason): Raise => ({ kind: 'reason', reason }));
  const owed = overdueByClient(context).get(client);
  return [...reasons, ...(owed === undefined ? [] : [{ kind: 'overdue', ...owed } as const])].slice(0, MOST);
}

const runsOf = once(arrivalRuns);

/**
 * Up to three things that went well in the 13-week window, most rows first: visits in a row on time (3 at least),
 * promises of which all were kept (3 at least), tickets answered within target, and satisfied answers, the last two
 * where the share reaches the low end of the band.
 */
export function toThankFor(figures: Figures, context: Context, client: number): readonly Thank[] {
  const run = runsOf(context)?.(client) ?? 0;
  const target = satisfactionBand(context, client);
  const aim = target.side === 'band' ? target.low : target.value;
  const shared = (kind: Thank['kind'], measure: string, least: number, share: number): readonly Thank[] => {
    const grid = figures.grid(measure, 'window');
    const cell = grid && cellAt(grid, client, 0);
    return cell && cell.n >= least && cell.hits >= share * cell.n ? [{ kind, hits: cell.hits, n: cell.n }] : [];
  };
  const found: readonly Thank[] = [
    ...(run >= RUN ? [{ kind: 'arrivals', hits: run, n: run } as const] : []),
    ...shared('promises', 'B21', RUN, 1),
    ...shared('answers', figures.grid('F4', 'window') === null ? 'F3' : 'F4', 1, aim),
    ...shared('satisfied', 'S1', 1, aim),
  ];
  return found.toSorted((a, b) => b.n - a.n).slice(0, MOST);
}
