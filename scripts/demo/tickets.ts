import { addWorking, dateOf, day, hour, isHoliday, isOpen, minute, mondayOf, now, season, toUtc, toWall, weekday } from './clock.ts';
import { clients, engineers, isActive, people, type Client } from './clients.ts';
import { alerts, requests, type Phrase } from './phrases.ts';
import { between, chance, logNormal, pick, poisson, stream, weighted, type Stream } from './random.ts';
import type { Ticket } from './ticket.ts';
import { span } from './truth.ts';

const random = stream('tickets');

const priorities = [
  ['P1 Critical', 3],
  ['P2 High', 14],
  ['P3 Normal', 63],
  ['P4 Low', 20],
] as const;
/** Median minutes in opening hours to the first answer, and from there to the solution. */
const pace: Readonly<Record<string, readonly [answer: number, solution: number]>> = {
  'P1 Critical': [9, 110],
  'P2 High': [19, 180],
  'P3 Normal': [28, 260],
  'P4 Low': [47, 700],
};
const openHours = [5, 10, 14, 13, 10, 7, 8, 10, 10, 8, 4].map((weight, index) => [8 + index, weight] as const);
const otherHours = [5, 6, 7, 18, 19, 20, 21, 22, 23].map((at) => [at, 1] as const);
const weekdays = [24, 21, 20, 19, 16, 1.6, 1.2].map((weight, index) => [index, weight] as const);

/** A moment of a week, counted from 0, at which somebody writes to the desk. */
export function momentIn(weekNumber: number, from: Stream): number {
  for (;;) {
    const date = toWall(mondayOf(weekNumber)) + weighted(from, weekdays) * day;
    const open = weekday(date) < 5 && chance(from, 0.94);
    const at = date + weighted(from, open ? openHours : otherHours) * hour + between(from, 0, 3599);
    if (!isHoliday(at) || chance(from, 0.12)) return toUtc(at);
  }
}

/** The company's name as it is typed on tickets of that time. */
function companyOn({ id, name, aliases }: Client, at: number): string {
  if (id === 'kestrel') return dateOf(at) < '2025-10-01' ? (aliases[0] ?? name) : name;
  return id === 'brackley' && at % 9 === 0 ? (aliases[0] ?? name) : name;
}

function answered(opened: number, priority: string, median: number): number {
  if (!isOpen(opened) && priority === 'P1 Critical') return opened + between(random, 4, 40) * minute;
  const tail = chance(random, 0.03) ? 7 : 1;
  return addWorking(opened, logNormal(random, median, 0.95) * tail) + between(random, 0, 59);
}

interface Course {
  readonly responded: number | null;
  readonly resolvedFirst: number | null;
  readonly reopened: number | null;
  readonly resolved: number | null;
  readonly closed: number | null;
}

/** Response, solution, perhaps a reopening, and the closing, as they follow each other from the opening. */
function courseOf(opened: number, priority: string): Course {
  const [answer, solution] = pace[priority] ?? [30, 240];
  const responded = answered(opened, priority, answer);
  if (chance(random, 0.004)) return { responded, resolvedFirst: null, reopened: null, resolved: null, closed: null };
  const resolvedFirst = addWorking(responded, logNormal(random, solution, 1.2)) + between(random, 0, 59);
  const reopened = chance(random, 0.035) ? addWorking(resolvedFirst, between(random, 20, 1500)) + 7 : null;
  const resolved = reopened === null ? resolvedFirst : addWorking(reopened, logNormal(random, 150, 0.9));
  const closed = chance(random, 0.35) ? resolved + between(random, 1, 9) * minute : resolved + 2 * day;
  return { responded: chance(random, 0.985) ? responded : null, resolvedFirst, reopened, resolved, closed };
}

function crew(): readonly string[] {
  const first = pick(random, engineers);
  const second = pick(random, engineers);
  return chance(random, 0.15) && first !== second ? [first, second] : [first];
}

/** A ticket of a client, opened at that time. */
export function ticketOf(key: number, client: Client, opened: number, phrase: Phrase, board: string, source: string): Ticket {
  const priority = phrase.type === 'How-to' ? 'P4 Low' : weighted(random, priorities);
  const course = courseOf(opened, priority);
  return {
    key,
    client: client.id,
    company: companyOn(client, opened),
    requester: source === 'Monitoring' ? '' : pick(random, people.get(client.id) ?? []),
    ...phrase,
    board,
    priority,
    source,
    agents: crew(),
    opened,
    ...course,
    required: priority === 'P1 Critical' ? addWorking(opened, 240) : null,
    hours: Math.max(0.25, Math.round(logNormal(random, 0.6, 0.8) * 4) / 4),
    unresolved: chance(random, 0.007),
    mergedInto: null,
  };
}

const sources = [
  ['Email', 48],
  ['Phone', 32],
  ['Portal', 20],
] as const;

function ordinaryTicket(key: number, client: Client, opened: number): Ticket {
  if (chance(random, 0.06)) return ticketOf(key, client, opened, pick(random, alerts), 'Monitoring', 'Monitoring');
  return ticketOf(key, client, opened, weighted(random, requests), 'Help Desk', weighted(random, sources));
}

function merged(key: number, parent: Ticket): Ticket {
  const opened = parent.opened + between(random, 3, 90) * minute;
  const nothing = { responded: null, resolvedFirst: null, reopened: null, resolved: null, unresolved: false };
  return {
    ...parent,
    ...nothing,
    key,
    opened,
    closed: opened + between(random, 5, 50) * minute,
    hours: 0,
    mergedInto: parent.key,
  };
}

/** The ordinary tickets of all clients from the first Monday up to the newest export, keys counting from 0. */
export function ordinaryTickets(): readonly Ticket[] {
  const tickets: Ticket[] = [];
  for (let index = 0; index <= span.weeks; index += 1) {
    for (const client of clients) {
      for (let left = poisson(random, client.tickets * season(index)); left > 0; left -= 1) {
        const opened = momentIn(index, random);
        if (opened >= now || !isActive(client, dateOf(opened))) continue;
        const ticket = ordinaryTicket(tickets.length, client, opened);
        tickets.push(ticket);
        if (ticket.source !== 'Monitoring' && chance(random, 0.018)) {
          const copy = merged(tickets.length, ticket);
          if (copy.opened < now) tickets.push(copy);
        }
      }
    }
  }
  return tickets;
}
