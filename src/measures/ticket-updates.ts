import { codes } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import type { Rule } from './population.ts';
import { BEFORE_CONTACTS } from './reasons.ts';
import { ticketsNamed, ticketsOf, type Tickets } from './tickets-columns.ts';
import { timelines } from './timelines.ts';

/** What was heard from us about each ticket while it was open: our contacts that name it. */
export interface TicketUpdates {
  readonly count: Uint32Array;
  /** Longest stretch in ms of opening time without a word from us, first answer included; NaN for tickets not resolved. */
  readonly longest: Float64Array;
  /** 1 where one went by phone, and where one went by mail. */
  readonly phone: Uint8Array;
  readonly mail: Uint8Array;
}

/** No word has this code. */
const NONE = -2;

/** Updates of the tickets resolved up to the as-of day; null where no contacts are kept that name tickets and say who began them. */
export const ticketUpdates: (context: Context) => TicketUpdates | null = once((context) => {
  const [tickets, contacts] = [ticketsOf(context), contactsOf(context)];
  if (tickets?.opened == null || tickets.resolved === null || contacts === null) return null;
  const { table, at } = contacts;
  const [direction, channel] = ['direction', 'channel'].map((field) => codes(table, field));
  if (!direction || codes(table, 'ticket_id') === null) return null;
  const out = direction.dictionary.indexOf('out');
  const ours = timelines(ticketsNamed(context, table), at, tickets.table.rows, (row) => out >= 0 && direction.codes[row] === out && at[row]! < context.end);
  const rows = tickets.table.rows;
  const [phone, mail] = ['phone', 'mail'].map((word) => channel?.dictionary.indexOf(word) ?? -1).map((code) => (code < 0 ? NONE : code));
  const updates = { count: new Uint32Array(rows), longest: new Float64Array(rows).fill(NaN), phone: new Uint8Array(rows), mail: new Uint8Array(rows) };
  for (let row = 0; row < rows; row++) {
    const opened = tickets.opened[row]!;
    const resolved = tickets.resolved[row]!;
    if (!(opened <= resolved)) continue;
    const clock = context.working(tickets.table.client[row]!);
    const answered = tickets.answered?.[row] ?? NaN;
    const answer = answered <= resolved ? answered : NaN;
    let [last, longest] = [opened, 0];
    const heard = (when: number): void => {
      longest = Math.max(longest, clock.between(last, when));
      last = when;
    };
    const contactsOfTicket = ours.count(row);
    for (let place = 0; place < contactsOfTicket; place++) {
      const when = ours.instant(row, place);
      if (!(when >= opened && when <= resolved)) continue;
      if (answer >= last && answer < when) heard(answer);
      heard(when);
      updates.count[row]!++;
      const word = channel?.codes[ours.row(row, place)] ?? -1;
      if (word === phone) updates.phone[row] = 1;
      if (word === mail) updates.mail[row] = 1;
    }
    if (answer >= last) heard(answer);
    heard(resolved);
    updates.longest[row] = longest;
  }
  return updates;
});

/** Tickets opened before the first contact on record, of which updates may be missing. */
export function beforeContacts(context: Context, { opened }: Tickets): Rule {
  const first = dayStart(firstDays(context).get('contacts') ?? 0, context.zone);
  return [BEFORE_CONTACTS, (row) => opened![row]! < first];
}
