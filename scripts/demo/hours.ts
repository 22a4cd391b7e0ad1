import { addWorking, hour, minute, mondayOf, now, season, utcText } from './clock.ts';
import { engineers } from './clients.ts';
import type { Complaint } from './complaints.ts';
import type { Sheet } from './csv.ts';
import { between, chance, logNormal, pick, stream } from './random.ts';
import type { Ticket } from './ticket.ts';
import { complaintHours, span } from './truth.ts';

/** Time that an engineer logged, against a complaint, a ticket or neither. */
export interface Entry {
  readonly complaint: string | null;
  readonly ticket: number | null;
  readonly client: string;
  readonly agent: string;
  readonly startedAt: number;
  readonly minutes: number;
  readonly activity: string;
}

const random = stream('hours');

function parts(total: number): readonly number[] {
  const count = total < 90 ? 1 : total < 300 ? 2 : 3;
  const part = Math.max(5, Math.round(total / count / 5) * 5);
  return Array.from({ length: count }, () => part);
}

/** Time goes to the complaint's own id, or, for some that have one, to its ticket. */
function complaintEntries(complaint: Complaint): readonly Entry[] {
  if (!complaint.formal || chance(random, complaintHours.shareWithout)) return [];
  const { mean, sigma } = complaintHours;
  const total = Math.min(2400, logNormal(random, mean * Math.exp((-sigma * sigma) / 2), sigma) * 60);
  const byTicket = complaint.ticket !== null && (complaint.record !== 'about-ticket' || chance(random, 0.5));
  return parts(total).map((minutes, index) => ({
    complaint: byTicket ? null : complaint.id,
    ticket: byTicket ? complaint.ticket : null,
    client: complaint.client,
    agent: pick(random, engineers),
    startedAt: addWorking(complaint.received, 40 + index * between(random, 200, 700)),
    minutes,
    activity: 'complaint',
  }));
}

function ticketEntry(ticket: Ticket): Entry {
  return {
    complaint: null,
    ticket: ticket.key,
    client: ticket.client ?? '',
    agent: ticket.agents[0] ?? '',
    startedAt: ticket.responded ?? ticket.opened,
    minutes: Math.round(ticket.hours * 60),
    activity: ticket.type === 'Hardware' ? 'on-equipment' : 'remote',
  };
}

/** Each engineer's time of a week that belongs to no single ticket. */
function weekEntries(weekNumber: number): readonly Entry[] {
  return engineers.map((agent) => ({
    complaint: null,
    ticket: null,
    client: '',
    agent,
    startedAt: mondayOf(weekNumber) + 17 * hour,
    minutes: Math.round((between(random, 1180, 1520) * season(weekNumber)) / 15) * 15,
    activity: 'desk',
  }));
}

/**
 * All logged time up to the newest export, oldest first. About one ticket in six has an entry of its own; the tickets that
 * complaints name have none, so that what stands against them is the complaint's alone.
 */
export function timeEntries(complaints: readonly Complaint[], tickets: readonly Ticket[]): readonly Entry[] {
  const named = new Set(complaints.map(({ ticket }) => ticket));
  const worked = tickets.filter(({ key, client, hours }) => client !== null && hours > 0 && !named.has(key));
  const weeks = Array.from({ length: span.weeks }, (_, index) => index);
  return [...complaints.flatMap(complaintEntries), ...worked.filter(() => chance(random, 0.16)).map(ticketEntry), ...weeks.flatMap(weekEntries)]
    .filter(({ startedAt, minutes }) => startedAt + minutes * minute < now)
    .sort((a, b) => a.startedAt - b.startedAt);
}

/** Rows of the time tool's export. `numbers` gives a ticket's number by its key. */
export function timeSheet(entries: readonly Entry[], numbers: ReadonlyMap<number, number>): Sheet {
  const headers = 'entry_id,ticket_id,complaint_id,client,agent,started_at,minutes,activity'.split(',');
  const rows = entries.map((entry, index) => [
    `E${1001 + index}`,
    entry.ticket === null ? '' : `${numbers.get(entry.ticket)}`,
    entry.complaint ?? '',
    entry.client,
    entry.agent,
    utcText(entry.startedAt),
    `${entry.minutes}`,
    entry.activity,
  ]);
  return { headers, rows };
}
