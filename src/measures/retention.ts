import { numbers } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { cellAt, type Figures } from './grid.ts';
import type { Context, DerivedCell, Measure } from './measure.ts';
import { once } from './once.ts';
import { satisfactionBand, statusOfCell, type Status } from './status.ts';

const YEAR = 364;
const SOON = 180;

export interface EndingContract {
  readonly client: number;
  /** Local day on which it ends, and days until then. */
  readonly end: number;
  readonly days: number;
  /** Satisfaction in the 13-week window against the client's band. */
  readonly status: Status;
}

/** The contracts that end within 180 days after the as-of day, the soonest first. */
export function endingContracts(figures: Figures, context: Context): readonly EndingContract[] {
  const grid = figures.grid('S1', 'window');
  const ending = context.facts.clients.list.flatMap((of, client): readonly EndingContract[] => {
    const end = dayOf(of.end, context.zone);
    const days = end - context.asOf;
    if (!(days > 0 && days <= SOON)) return [];
    const cell = grid && cellAt(grid, client, 0);
    return [{ client, end, days, status: cell ? statusOfCell('share', cell, satisfactionBand(context, client)) : 'not enough answers' }];
  });
  return ending.toSorted((a, b) => a.days - b.days);
}

/** Local day on which each client last renewed, NaN for none, by its index; null where no file says. */
const renewals: (context: Context) => Float64Array | null = once(({ facts, zone, end }) => {
  const table = facts.tables.clients;
  const column = table === undefined ? null : numbers(table, 'renewed_at');
  if (table === undefined || column === null) return null;
  const days = new Float64Array(facts.clients.list.length).fill(NaN);
  table.client.forEach((client, row) => {
    if (client >= 0 && column[row]! < end) days[client] = dayOf(column[row]!, zone);
  });
  return days;
});

const retained: Measure = {
  id: 'A23',
  title: 'Contracts kept',
  question: 'How many clients stay when they could leave?',
  definition:
    'Of the clients whose contract was renewed or ended in the 52 weeks up to the end of the period, the share that renewed. One that renewed and ended after all is lost.',
  formula: 'clients renewed ÷ clients renewed or ended',
  unit: 'share',
  inputs: ['A1-tickets', 'clients.renewed_at', 'clients.end'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: ({ client, to }, context): DerivedCell | null => {
    const renewed = renewals(context);
    if (renewed === null) return null;
    const within = (day: number): boolean => day > to - YEAR && day <= to;
    const end = dayOf(context.facts.clients.list[client]!.end, context.zone);
    const stayed = within(renewed[client]!);
    const ended = within(end) && !(stayed && renewed[client]! >= end);
    if (!ended && !stayed) return null;
    return { value: ended ? 0 : 1, n: 1, hits: ended ? 0 : 1 };
  },
};

/** Whether clients stay. */
export const retention: readonly Measure[] = [retained];
