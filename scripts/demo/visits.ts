import { clients, isActive } from './clients.ts';
import { dateOf, day, hour, londonText, minute, mondayOf, now, onDayOf, seconds } from './clock.ts';
import type { Sheet } from './csv.ts';
import { between, chance, pick, stream, weighted } from './random.ts';
import type { Ticket } from './ticket.ts';
import { span, special } from './truth.ts';

const random = stream('visits');

/** An appointment at the client's: agreed on a day, from and to as the window we gave. Times in UTC seconds. */
export interface Visit {
  readonly client: string;
  readonly ticket: number | null;
  readonly agreed: number;
  readonly from: number;
  readonly to: number;
  readonly arrived: number | null;
  readonly status: 'planned' | 'done' | 'missed' | 'cancelled';
  readonly cancelledAt: number | null;
  readonly cancelChannel: string;
  readonly movedBy: string;
  readonly preferred: boolean;
}

const open = { arrived: null, cancelledAt: null, cancelChannel: '', movedBy: '' };

function arrival(from: number, to: number): number {
  return weighted(random, [
    [from + between(random, 0, Math.min(45, (to - from) / minute)) * minute, 80],
    [to + between(random, 4, 55) * minute, 16],
    [from - between(random, 3, 15) * minute, 4],
  ]);
}

function outcome(client: string, from: number, to: number): Pick<Visit, 'arrived' | 'status' | 'cancelledAt' | 'cancelChannel' | 'movedBy'> {
  if (from >= now) return { ...open, status: 'planned' };
  if (client === special.onTimeRun) return { ...open, status: 'done', arrived: from + between(random, 0, 30) * minute };
  if (client === special.missedVisits && from > seconds('2026-07-27')) return { ...open, status: 'missed' };
  const status = weighted(random, [
    ['done', 90],
    ['cancelled', 7],
    ['missed', 3],
  ] as const);
  const movedBy = weighted(random, [
    ['', 88],
    ['us', 7],
    ['client', 5],
  ]);
  if (status === 'done') return { ...open, status, movedBy, arrived: arrival(from, to) };
  if (status === 'missed') return { ...open, status };
  const cancelChannel = weighted(random, [
    ['phone', 65],
    ['mail', 35],
  ]);
  return { ...open, status, cancelledAt: from - between(random, 1, 40) * hour, cancelChannel };
}

function visitOn(client: string, date: number, ticket: number | null, agreed = date - 6 * day): Visit {
  const from = onDayOf(date, pick(random, [8, 9, 10, 11, 13, 14, 15]) * hour);
  const to =
    from +
    weighted(random, [
      [60, 62],
      [120, 24],
      [240, 14],
    ] as const) *
      minute;
  return { client, ticket, agreed, from, to, ...outcome(client, from, to), preferred: chance(random, 0.78) };
}

/** Visits after tickets on hardware, printers and network, and some without one, in order of their windows. */
export function makeVisits(tickets: readonly Ticket[]): readonly Visit[] {
  const onSite = tickets.filter(({ type, client, mergedInto }) => ['Hardware', 'Printing', 'Network'].includes(type) && client !== null && mergedInto === null);
  const forTickets = onSite
    .filter(() => chance(random, 0.13))
    .flatMap((ticket) => {
      const opensOn = ticket.opened + (chance(random, 0.5) ? 1 : 2) * day;
      const weekend = [6, 0].includes(new Date(opensOn * 1000).getUTCDay()) ? 2 * day : 0;
      return visitOn(ticket.client ?? '', opensOn + weekend, ticket.key, ticket.opened);
    });
  const planned = Array.from({ length: span.weeks + 3 }, (_, index) => index).flatMap((index) => {
    const client = pick(
      random,
      clients.filter(({ tickets: size }) => size > 0),
    ).id;
    return [visitOn(client, mondayOf(index) + between(random, 1, 3) * day, null)];
  });
  const missed = ['2026-08-04', '2026-08-13', '2026-08-25'].map((date) => visitOn(special.missedVisits, seconds(date), null));
  return [...forTickets, ...planned, ...missed]
    .filter(({ client, from }) =>
      isActive(
        clients.find(({ id }) => id === client)!,
        dateOf(from),
      ),
    )
    .sort((a, b) => a.from - b.from);
}

/** Rows of the appointment book. `numbers` gives a ticket's number by its key. */
export function visitSheet(visits: readonly Visit[], numbers: ReadonlyMap<number, number>): Sheet {
  const headers =
    'appointment_id,client,ticket_id,scheduled_on,window_start,window_end,arrived_at,status,cancelled_at,cancel_channel,' + 'moved_by,in_preferred_time';
  const rows = visits.map((visit, index) => [
    `A${1001 + index}`,
    visit.client,
    visit.ticket === null ? '' : `${numbers.get(visit.ticket)}`,
    dateOf(visit.agreed),
    londonText(visit.from),
    londonText(visit.to),
    londonText(visit.arrived),
    visit.status,
    londonText(visit.cancelledAt),
    visit.cancelChannel,
    visit.movedBy,
    visit.preferred ? 'yes' : 'no',
  ]);
  return { headers: headers.split(','), rows };
}
