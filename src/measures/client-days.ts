import { dayOf, dayStart } from '../time/weeks.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';

/** Whether a client's contract runs at the end of a local day: it has begun and is not over. Unknown dates exclude nobody. */
export function underContract({ facts, zone }: Context, client: number, day: number): boolean {
  const { start, end } = facts.clients.list[client]!;
  const after = dayStart(day + 1, zone);
  return !(start >= after) && !(end < after - 1);
}

/** First and last local day of each client's contract, by its index; an unknown one is infinitely far away. */
export interface ContractDays {
  readonly first: Float64Array;
  readonly last: Float64Array;
}

export const contractDays: (context: Context) => ContractDays = once(({ facts, zone }) => {
  const day = (at: number, unknown: number): number => (Number.isNaN(at) ? unknown : dayOf(at, zone));
  const { list } = facts.clients;
  return { first: Float64Array.from(list, ({ start }) => day(start, -Infinity)), last: Float64Array.from(list, ({ end }) => day(end, Infinity)) };
});
