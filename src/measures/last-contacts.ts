import { dayOf, dayStart } from '../time/weeks.ts';
import { contactWords } from './contact-words.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import { lastBefore, rowsAt, timelines } from './timelines.ts';

/** What is known of the contacts that we began, client by client. */
export interface LastContacts {
  /**
   * Days at the end of a local day since we last began a contact about no ticket; null where none is on record, and
   * undefined where contacts are not kept for `atLeast` days before it.
   */
  quiet(client: number, day: number, atLeast: number): number | null | undefined;
  /**
   * Whether the last contact that we began up to the end of a day was at most 30 days before and positive, or one nobody
   * asked for; null where fewer days of contacts are kept, and where nothing says how it felt or what it was about.
   */
  welcome(client: number, day: number): boolean | null;
}

const RECENT_DAYS = 30;

/** The contacts that we began by client; null where contacts do not say who began them. */
export const lastContacts: (context: Context) => LastContacts | null = once((context) => {
  const [contacts, words] = [contactsOf(context), contactWords(context)];
  if (contacts === null || words === null || words.outbound === null) return null;
  const { at, table } = contacts;
  const { outbound, apart, mood, welcome } = words;
  const clients = context.facts.clients.list.length;
  const ours = timelines(table.client, at, clients, (row) => outbound[row] === 1 && at[row]! < context.end);
  const unasked = timelines(table.client, at, clients, (row) => outbound[row] === 1 && apart[row] === 1 && at[row]! < context.end);
  const first = firstDays(context).get('contacts') ?? Infinity;
  return {
    quiet(client, day, atLeast) {
      if (!(day - first >= atLeast)) return undefined;
      const place = lastBefore(unasked, client, dayStart(day + 1, context.zone));
      return place < 0 ? null : day - dayOf(unasked.at(client)[place]!, context.zone);
    },
    welcome(client, day) {
      if (!(day - first >= RECENT_DAYS)) return null;
      const last = lastBefore(ours, client, dayStart(day + 1, context.zone));
      if (last < 0 || day - dayOf(ours.at(client)[last]!, context.zone) > RECENT_DAYS) return false;
      const latest = rowsAt(ours, client, last);
      return latest.every((row) => mood(row) === null) ? null : latest.some(welcome);
    },
  };
});
