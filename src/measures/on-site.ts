import { CLOCK_INPUTS } from './calendars.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf } from './population.ts';
import { BEFORE_OPENING, leaves, MACHINE, MERGED, NO_VISIT, NOT_OPENED } from './reasons.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';
import { visitsOf } from './visits-columns.ts';

/** First arrival on site for each ticket up to the as-of day, NaN without one; null where no arrivals are recorded. */
function firstArrivals(context: Context): Float64Array | null {
  const visits = visitsOf(context);
  const tickets = ticketsOf(context);
  if (visits === null || visits.arrived === null || tickets === null) return null;
  const first = new Float64Array(tickets.table.rows).fill(NaN);
  visits.arrived.forEach((at, row) => {
    const ticket = visits.ticket[row]!;
    if (ticket >= 0 && !Number.isNaN(at) && !(first[ticket]! <= at)) first[ticket] = at;
  });
  return first;
}

function timeToSite(context: Context, between: (from: number, to: number, client: number) => number): Population | null {
  const [tickets, arrived] = [ticketsOf(context), firstArrivals(context)];
  if (tickets === null || arrived === null || tickets.opened === null) return null;
  const { opened } = tickets;
  return populationOf(context, tickets.table, {
    leftOut: [
      ...neverCounted(tickets),
      [NOT_OPENED, (row) => Number.isNaN(opened[row])],
      [NO_VISIT, (row) => Number.isNaN(arrived[row])],
      [BEFORE_OPENING, (row) => arrived[row]! < opened[row]!],
    ],
    at: arrived,
    value: (row) => between(opened[row]!, arrived[row]!, tickets.table.client[row]!),
  });
}

const elapsed: Measure = {
  id: 'E6',
  title: 'Time to a technician on site',
  question: 'How long does a client wait for us to come?',
  definition: 'Time from opening a ticket to the first arrival on site for it. A ticket counts on the day of that arrival.',
  formula: 'median and 90th percentile of (first arrival − opening)',
  unit: 'duration',
  inputs: ['tickets.opened_at', 'appointments.ticket_id', 'appointments.arrived_at'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(MERGED, MACHINE, NOT_OPENED, NO_VISIT, BEFORE_OPENING),
  version: 1,
  population: (context) => timeToSite(context, (from, to) => to - from),
};

const working: Measure = {
  ...elapsed,
  id: 'E6-working',
  title: 'Time to a technician on site, in opening hours',
  definition: 'Opening hours from opening a ticket to the first arrival on site for it. A ticket counts on the day of that arrival.',
  inputs: [...elapsed.inputs, ...CLOCK_INPUTS],
  clock: 'working',
  population: (context) => timeToSite(context, (from, to, client) => context.working(client).between(from, to)),
};

/** How fast a technician is on site, on both clocks. */
export const onSite: readonly Measure[] = [elapsed, working];
