import { clientOf, clients, isActive, people } from './clients.ts';
import { addWorking, dateOf, day, hour, minute, mondayOf, now, season, seconds } from './clock.ts';
import { stepsOf, type Steps } from './recovery.ts';
import { chance, pick, poisson, stream, weighted } from './random.ts';
import { grievances } from './phrases.ts';
import { momentIn, ticketOf } from './tickets.ts';
import type { Ticket } from './ticket.ts';
import { fixedCause, programme, span, special } from './truth.ts';

/** Where a complaint is on record: the log alone, the log naming a ticket, the log naming its own ticket, its ticket alone. */
type Record = 'log' | 'about-ticket' | 'log-and-ticket' | 'ticket';

/** A formal complaint (or, with formal false, a grumble that was noted). Times in UTC seconds. */
export interface Complaint {
  readonly id: string;
  readonly record: Record;
  readonly ticket: number | null;
  readonly client: string;
  readonly requester: string;
  readonly channel: string;
  readonly formal: boolean;
  readonly received: number;
  readonly steps: Steps;
  readonly severity: string;
  readonly scope: string;
  readonly finding: string;
  readonly cause: string;
  readonly recovery: number | null;
}

const random = stream('complaints');
const records = [
  ['log', 74],
  ['about-ticket', 16],
  ['log-and-ticket', 6],
  ['ticket', 4],
] as const;
const channels = [
  ['phone', 45],
  ['mail', 30],
  ['in-person', 13],
  ['portal', 8],
  ['chat', 4],
] as const;
const causes = [
  ['slow answer', 24],
  [fixedCause.cause, 16],
  ['misunderstood', 13],
  ['own-fault', 12],
  ['same fault again', 12],
  ['late arrival', 9],
  ['vendor', 8],
  ['changed-request', 4],
  ['conduct', 2],
] as const;

/** Expected complaints in a week, counted from 0. */
function expectedComplaints(weekNumber: number): number {
  const isAfter = mondayOf(weekNumber) >= seconds(programme.start);
  return (isAfter ? programme.complaintsAWeekAfter : programme.complaintsAWeekBefore) * season(weekNumber);
}

function causeOn(received: number): string {
  const cause = weighted(random, causes);
  const isFixed = cause === fixedCause.cause && dateOf(received) >= fixedCause.date;
  return isFixed && chance(random, 0.85) ? 'slow answer' : cause;
}

function namedTicket(tickets: readonly Ticket[], client: string, received: number): Ticket | null {
  const near = tickets.filter(
    (one) =>
      one.client === client && one.mergedInto === null && one.source !== 'Monitoring' && one.opened < received - 2 * hour && one.opened > received - 14 * day,
  );
  return near.length === 0 ? null : pick(random, near);
}

function complaintTicket(key: number, client: string, received: number): Ticket {
  const phrase = { summary: pick(random, grievances), type: 'Complaint', subtype: 'Service' };
  return {
    ...ticketOf(key, clientOf(client), received, phrase, 'Client Care', 'Phone'),
    priority: 'P2 High',
    reopened: null,
  };
}

function complaintOf(client: string, received: number, record: Record, ticket: Ticket | null): Omit<Complaint, 'id'> {
  const steps = stepsOf(random, received);
  const finding = weighted(random, [
    ['upheld', 60],
    ['partly', 24],
    ['not-upheld', 16],
  ]);
  return {
    record,
    ticket: ticket?.key ?? null,
    client,
    requester: ticket?.requester ?? pick(random, (people.get(client) ?? []).slice(0, 5)),
    channel: weighted(random, channels),
    formal: true,
    received,
    steps,
    severity: weighted(random, [
      ['low', 45],
      ['medium', 40],
      ['high', 15],
    ]),
    scope: weighted(random, [
      ['in', 72],
      ['out', 18],
      ['unclear', 10],
    ]),
    finding: steps.closed === null ? '' : finding,
    cause: causeOn(received),
    recovery:
      steps.closed !== null && chance(random, 0.25)
        ? weighted(random, [
            [5, 4],
            [4, 5],
            [3, 2],
            [2, 1],
          ])
        : null,
  };
}

function receivedTimes(): readonly (readonly [client: string, received: number])[] {
  const times: (readonly [string, number])[] = [];
  for (let index = 0; index <= span.weeks; index += 1) {
    for (let left = poisson(random, expectedComplaints(index)); left > 0; left -= 1) {
      const received = momentIn(index, random);
      const active = clients.filter((one) => isActive(one, dateOf(received)));
      const client = weighted(
        random,
        active.map(({ id, complaints }) => [id, complaints] as const),
      );
      if (received < now) times.push([client, received - (received % minute)]);
    }
  }
  return times.sort((a, b) => a[1] - b[1]);
}

const open: Steps = {
  responded: null,
  thanked: null,
  heard: null,
  restated: null,
  apologised: null,
  committed: null,
  commitDue: null,
  acted: null,
  confirmed: null,
  closed: null,
  escalated: null,
};

function unanswered(): Omit<Complaint, 'id'> {
  const made = complaintOf(special.unansweredComplaint, seconds('2026-08-28T10:05:00Z'), 'log', null);
  return { ...made, steps: open, finding: '', recovery: null, severity: 'high', cause: 'slow answer' };
}

/** All complaints, oldest first, and the tickets that are complaints by their type; keys count from `firstKey`. */
export function makeComplaints(tickets: readonly Ticket[], firstKey: number): { readonly complaints: readonly Complaint[]; readonly own: readonly Ticket[] } {
  const own: Ticket[] = [];
  const drafts = receivedTimes().map(([client, received]) => {
    const record = weighted(random, records);
    if (record === 'log') return complaintOf(client, received, record, null);
    if (record === 'about-ticket') return complaintOf(client, received, record, namedTicket(tickets, client, received));
    const ticket = complaintTicket(firstKey + own.length, client, received);
    own.push(ticket);
    return complaintOf(client, received, record, ticket);
  });
  const noted = drafts.filter(({ record }) => record === 'log').filter((_, index) => index % 40 === 20);
  const grumbles = noted.map((one) => ({
    ...one,
    formal: false,
    received: addWorking(one.received, 700),
    steps: open,
  }));
  const all = [...drafts, unanswered(), ...grumbles].filter(({ received }) => received < now);
  all.sort((a, b) => a.received - b.received);
  return { complaints: all.map((one, index) => ({ ...one, id: `K${1001 + index}` })), own };
}
