import { dayStart } from '../time/weeks.ts';
import type { Context } from './measure.ts';

/** Whether a client's contract runs at the end of a local day: it has begun and is not over. Unknown dates exclude nobody. */
export function underContract({ facts, zone }: Context, client: number, day: number): boolean {
  const { start, end } = facts.clients.list[client]!;
  const after = dayStart(day + 1, zone);
  return !(start >= after) && !(end < after - 1);
}
