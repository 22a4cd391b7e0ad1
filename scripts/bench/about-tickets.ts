import type { Chance } from './chance.ts';
import { stamp, type Sheet } from './sheet.ts';
import { clientName, clientOf, openedAt, requester, ticketId, type Size } from './ticket-sheet.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHANNELS = ['in-person', 'in-person', 'phone', 'mail', 'chat', 'portal'];

/** What is written down about tickets: surveys, contacts, logged time, promises, visits. */
export function aboutTickets({ tickets, clients }: Size, chance: Chance): readonly Sheet[] {
  const of = (share: number, make: (about: About) => Row): Pick<Sheet, 'rows' | 'row'> => ({
    rows: Math.round(tickets * share),
    row: (index) => {
      const ticket = Math.min(tickets - 1, Math.floor(index / share));
      return make({ ticket, client: clientOf(ticket, clients), opened: openedAt(ticket, tickets), index });
    },
  });
  return [
    { file: 'surveys.csv', header: SURVEYS, ...of(0.3, surveyRow(chance)) },
    { file: 'contacts.csv', header: CONTACTS, ...of(0.4, contactRow(chance)) },
    { file: 'time.csv', header: TIME, ...of(0.4, timeRow(chance)) },
    { file: 'promises.csv', header: PROMISES, ...of(0.02, promiseRow(chance)) },
    { file: 'appointments.csv', header: VISITS, ...of(0.03, visitRow(chance)) },
  ];
}

type Row = ReturnType<Sheet['row']>;
/** What a row is about: a ticket, its client, when it was opened, and the place of the row. */
interface About {
  readonly ticket: number;
  readonly client: number;
  readonly opened: number;
  readonly index: number;
}
type Maker = (chance: Chance) => (about: About) => Row;

const SURVEYS =
  'response_id,ticket_id,client,respondent,kind,sent_at,answered_at,answer,scale_low,scale_high,item_helpful,item_serious,item_clear,item_honest,item_respect,item_need';
const surveyRow: Maker =
  ({ next, below }) =>
  ({ ticket, client, opened, index }) => {
    const sent = opened + 2 * DAY;
    const answered = next() < 0.6 ? sent + next() ** 2 * 3 * DAY : null;
    const mark = () => (answered === null ? null : 5 - Math.floor(next() ** 3 * 5));
    const who = [clientName(client), requester(client, below(30))];
    return [`S${index}`, ticketId(ticket), ...who, 'csat', stamp(sent), stamp(answered), mark(), 1, 5, mark(), mark(), mark(), mark(), mark(), mark()];
  };

const CONTACTS = 'contact_id,client,at,direction,channel,kind,sentiment,requester,ticket_id,promise_id,courtesy_seconds,agent';
const KINDS = ['problem', 'problem', 'update', 'update', 'closing', 'proactive', 'follow-up', 'teaching', 'tip', 'event', 'card', 'reference', 'senior'];
const contactRow: Maker =
  ({ next, below, one }) =>
  ({ ticket, client, opened, index }) => {
    const about = next() < 0.7 ? ticketId(ticket) : null;
    const words = [one(['in', 'out', 'out']), one(CHANNELS), one(KINDS), one(['positive', 'neutral', 'neutral', 'negative']), requester(client, below(30))];
    return [`C${index}`, clientName(client), stamp(opened + next() * 3 * DAY), ...words, about, null, next() < 0.3 ? below(90) : null, `tech${below(60)}`];
  };

const TIME = 'entry_id,ticket_id,complaint_id,client,agent,started_at,minutes,activity';
const timeRow: Maker =
  ({ next, below, one }) =>
  ({ ticket, client, opened, index }) => {
    const complaint = index % 20 === 0 ? `K${Math.floor(index / 40)}` : null;
    const work = one(['remote', 'on-equipment', 'on-site', 'desk']);
    return [`E${index}`, ticketId(ticket), complaint, clientName(client), `tech${below(60)}`, stamp(opened + next() * 2 * DAY), 5 + below(180), work];
  };

const PROMISES = 'promise_id,client,ticket_id,kind,wording,made_at,due_at,due_has_time,requested_at,revised_at,revised_due_at,told_at,kept_at';
const promiseRow: Maker =
  ({ next, one }) =>
  ({ ticket, client, opened, index }) => {
    const due = opened + next() * 10 * DAY;
    const kept = next() < 0.9 ? opened + next() * 11 * DAY : null;
    const told = kept !== null && kept > due && next() < 0.5 ? due - HOUR : null;
    const words = [one(['task', 'callback', 'quote', 'arrival']), 'As said on the phone', stamp(opened), stamp(due), one(['yes', 'no'])];
    return [`P${index}`, clientName(client), ticketId(ticket), ...words, stamp(due - DAY), null, null, stamp(told), stamp(kept)];
  };

const VISITS = 'appointment_id,client,ticket_id,scheduled_on,window_start,window_end,arrived_at,status,cancelled_at,cancel_channel,moved_by,in_preferred_time';
const visitRow: Maker =
  ({ next, below, one }) =>
  ({ ticket, client, opened, index }) => {
    const start = opened + DAY + below(5) * DAY;
    const status = one(['done', 'done', 'done', 'done', 'missed', 'cancelled']);
    const arrived = status === 'done' ? start + (next() * 5 - 1) * HOUR : null;
    const cancelled = status === 'cancelled' ? start - next() * DAY : null;
    const window = [opened, start, start + (1 + below(4)) * HOUR, arrived].map(stamp);
    const moved = [status, stamp(cancelled), cancelled === null ? null : one(CHANNELS.slice(2)), one(['', '', '', 'us', 'client']), one(['yes', 'no', ''])];
    return [`A${index}`, clientName(client), ticketId(ticket), ...window, ...moved];
  };
