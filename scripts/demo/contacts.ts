import { addWorking, dateOf, day, hour, londonText, minute, mondayOf, now, season, seconds } from './clock.ts';
import { clients, engineers, isActive, people, type Client } from './clients.ts';
import type { Complaint } from './complaints.ts';
import type { Sheet } from './csv.ts';
import { between, chance, pick, poisson, stream, weighted } from './random.ts';
import type { Survey } from './surveys.ts';
import type { Ticket } from './ticket.ts';
import { momentIn } from './tickets.ts';
import { programme, span, special } from './truth.ts';

/** One contact with a client. Times in UTC seconds. */
export interface Contact {
  readonly client: string;
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly kind: string;
  readonly sentiment: string;
  readonly requester: string;
  readonly ticket: number | null;
  readonly complaint: string;
  readonly agent: string;
}

const random = stream('contacts');
const bare = { sentiment: '', requester: '', ticket: null, complaint: '', agent: '' };

/** People who meet our engineers in their own rooms; they begin the talk. */
function inPerson(weekNumber: number): readonly Contact[] {
  const count = poisson(random, programme.contactsAWeek * season(weekNumber));
  const moments = Array.from({ length: count }, () => momentIn(weekNumber, random));
  return moments.map((at) => {
    const active = clients.filter((client) => isActive(client, dateOf(at)));
    const client = weighted(
      random,
      active.map(({ id, contacts }) => [id, contacts] as const),
    );
    const kind = weighted(random, [
      ['problem', 6],
      ['update', 3],
      ['closing', 1],
    ]);
    return { ...bare, client, at, direction: 'in', channel: 'in-person', kind };
  });
}

/** What we begin without a ticket, every so many days; one client hears nothing after a day of July. */
function reachOut(client: Client): readonly Contact[] {
  const contacts: Contact[] = [];
  const until = client.id === special.neverAnswers ? seconds(special.noContactSince) : now;
  const to = (people.get(client.id) ?? []).slice(0, 3);
  for (let at = addWorking(mondayOf(0), between(random, 60, 3000)); at < until;) {
    const kind = weighted(random, [
      ['proactive', 46],
      ['follow-up', 26],
      ['tip', 12],
      ['teaching', 6],
      ['event', 3],
      ['senior', 4],
      ['sales', 3],
    ]);
    const sentiment = weighted(random, [
      ['positive', 40],
      ['neutral', 54],
      ['negative', 6],
    ]);
    const channel = weighted(random, [
      ['phone', 55],
      ['mail', 45],
    ]);
    if (isActive(client, dateOf(at))) {
      contacts.push({
        ...bare,
        client: client.id,
        at,
        direction: 'out',
        channel,
        kind,
        sentiment,
        requester: pick(random, to),
      });
    }
    at = addWorking(at + Math.round(client.cadence * (0.4 + 1.2 * random()) * day), between(random, 5, 540));
  }
  return contacts;
}

/** News on tickets that stay open longer than a day. */
function updates(ticket: Ticket): readonly Contact[] {
  const { client, responded, resolvedFirst } = ticket;
  if (client === null || responded === null || resolvedFirst === null || ticket.source === 'Monitoring') return [];
  if (resolvedFirst - ticket.opened < 1.3 * day || !chance(random, 0.55)) return [];
  const at = addWorking(responded + Math.round((0.3 + 0.5 * random()) * (resolvedFirst - responded)), 0);
  const both = chance(random, 0.3) ? ['mail', 'phone'] : [chance(random, 0.7) ? 'mail' : 'phone'];
  return both.map((channel, index) => ({
    ...bare,
    client,
    at: at + index * 5 * minute,
    direction: 'out',
    channel,
    kind: 'update',
    ticket: ticket.key,
    agent: ticket.agents[0] ?? '',
  }));
}

/** A call to somebody who was not content, mostly within a day. */
function afterBadAnswer(survey: Survey): readonly Contact[] {
  if (survey.kind !== 'csat' || survey.answeredAt === null || (survey.answer ?? 5) > 2 || !chance(random, 0.7)) return [];
  const at = chance(random, 0.8) ? addWorking(survey.answeredAt + between(random, 30, 500) * minute, 0) : survey.answeredAt + 2 * day;
  const { client, respondent: requester, ticket } = survey;
  return [
    {
      ...bare,
      client,
      at,
      direction: 'out',
      channel: 'phone',
      kind: 'follow-up',
      requester,
      ticket,
      agent: pick(random, engineers),
    },
  ];
}

/** Talks about a complaint before it is closed. */
function aboutComplaint(complaint: Complaint): readonly Contact[] {
  const { responded, closed } = complaint.steps;
  if (responded === null || closed === null || !chance(random, 0.5)) return [];
  const at = [responded, Math.round((responded + closed) / 2), closed - hour].slice(0, between(random, 1, 3));
  return at.map((time) => ({
    ...bare,
    client: complaint.client,
    at: addWorking(time, 0),
    direction: 'out',
    channel: 'phone',
    kind: complaint.finding === 'not-upheld' ? 'senior' : 'follow-up',
    requester: complaint.requester,
    complaint: complaint.id,
    agent: pick(random, engineers),
  }));
}

/** All contacts up to the newest export, oldest first. */
export function makeContacts(tickets: readonly Ticket[], surveys: readonly Survey[], complaints: readonly Complaint[]): readonly Contact[] {
  const weeks = Array.from({ length: span.weeks + 1 }, (_, index) => index);
  const logged = complaints.filter(({ record }) => record !== 'ticket');
  return [
    ...weeks.flatMap(inPerson),
    ...clients.flatMap(reachOut),
    ...tickets.flatMap(updates),
    ...surveys.flatMap(afterBadAnswer),
    ...logged.flatMap(aboutComplaint),
  ]
    .filter((contact) => contact.at < now && !isSilenced(contact))
    .sort((a, b) => a.at - b.at);
}

function isSilenced({ client, at, direction }: Contact): boolean {
  return client === special.neverAnswers && direction === 'out' && at >= seconds(special.noContactSince);
}

/** Rows of the contact log. `numbers` gives a ticket's number by its key; `firstId` numbers the rows. */
export function contactSheet(contacts: readonly Contact[], numbers: ReadonlyMap<number, number>, firstId: number): Sheet {
  const headers = 'contact_id,client,at,direction,channel,kind,sentiment,requester,ticket_id,complaint_id,courtesy_seconds,agent';
  const rows = contacts.map((contact, index) => [
    `C${firstId + index}`,
    contact.client,
    londonText(contact.at),
    contact.direction,
    contact.channel,
    contact.kind,
    contact.sentiment,
    contact.requester,
    contact.ticket === null ? '' : `${numbers.get(contact.ticket)}`,
    contact.complaint,
    '',
    contact.agent,
  ]);
  return { headers: headers.split(','), rows };
}
