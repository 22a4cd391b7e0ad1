import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { contactWords } from './contact-words.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { populationOf } from './population.ts';
import { AFTER, BEFORE_CONTACTS_KEPT, leaves, NO_ACTIVITY, NO_CLIENT, NO_NOTICE, OTHER_WORK } from './reasons.ts';
import { lastBefore, timelines, type Timelines } from './timelines.ts';

const DAY = 86_400_000;
/** The word for work on a client's equipment among the activities of time entries. */
const ON_EQUIPMENT = 'on-equipment';

/** The contacts that we began by client, all of them or those over one channel; null where contacts do not tell. */
function ourContacts(context: Context, channel: string | null): Timelines | null {
  const contacts = contactsOf(context);
  const outbound = contactWords(context)?.outbound ?? null;
  const channels = channel === null || contacts === null ? null : codes(contacts.table, 'channel');
  if (contacts === null || outbound === null || (channel !== null && channels === null)) return null;
  const { at, table } = contacts;
  const wanted = channel === null ? -1 : channels!.dictionary.indexOf(channel);
  const counts = (row: number): boolean => outbound[row] === 1 && at[row]! < context.end && (channels === null || channels.codes[row] === wanted);
  return timelines(table.client, at, context.facts.clients.list.length, counts);
}

/** The work on equipment up to the as-of day, by the day it began; `only` leaves out the work that nobody was told of. */
function noticed(context: Context, channel: string | null, only: boolean): Population | null {
  const table = context.facts.tables.time_entries;
  const [activity, at] = [table && codes(table, 'activity'), table && numbers(table, 'started_at')];
  const [any, ours] = [ourContacts(context, null), ourContacts(context, channel)];
  if (table === undefined || !activity || !at || any === null || ours === null) return null;
  const equipment = activity.dictionary.map((word) => fold(word) === ON_EQUIPMENT);
  const since = dayStart(firstDays(context).get('contacts') ?? context.asOf + 1, context.zone);
  const told = (lines: Timelines, row: number): boolean => {
    const client = table.client[row]!;
    return (lines.at(client)[lastBefore(lines, client, at[row]!)] ?? NaN) >= at[row]! - DAY;
  };
  return populationOf(context, table, {
    leftOut: [
      [AFTER, (row) => !(at[row]! < context.end)],
      [NO_ACTIVITY, (row) => activity.codes[row]! < 0],
      [OTHER_WORK, (row) => !equipment[activity.codes[row]!]],
      [NO_CLIENT, (row) => table.client[row]! < 0],
      [BEFORE_CONTACTS_KEPT, (row) => at[row]! - DAY < since],
      [NO_NOTICE, (row) => only && !told(any, row)],
    ],
    at,
    value: (row) => (told(ours, row) ? 1 : 0),
  });
}

const given: Measure = {
  id: 'B10',
  title: 'Notice before touching equipment',
  question: 'Does a client hear from us before we touch its equipment?',
  definition:
    'Of the work on clients’ equipment, the share before which we had been in touch with the client within 24 hours. It is the time logged under the activity on-equipment.',
  formula: 'work on equipment with a contact begun by us in the 24 h before ÷ work on equipment',
  unit: 'share',
  inputs: ['time_entries.started_at', 'time_entries.activity', 'contacts.at', 'contacts.direction'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(AFTER, NO_ACTIVITY, OTHER_WORK, NO_CLIENT, BEFORE_CONTACTS_KEPT),
  version: 1,
  population: (context) => noticed(context, null, false),
};

const byPhone: Measure = {
  ...given,
  id: 'B10-phone',
  title: 'Notice by phone before touching equipment',
  question: 'When we give notice before touching equipment, do we call?',
  definition: 'Of the work on clients’ equipment of which we gave notice within 24 hours before, the share with a notice by phone.',
  formula: 'work on equipment with a call of ours in the 24 h before ÷ work on equipment with a notice',
  inputs: [...given.inputs, 'contacts.channel'],
  exclusions: leaves(AFTER, NO_ACTIVITY, OTHER_WORK, NO_CLIENT, BEFORE_CONTACTS_KEPT, NO_NOTICE),
  population: (context) => noticed(context, 'phone', true),
};

/** Whether clients are told before we touch their equipment. */
export const notices: readonly Measure[] = [given, byPhone];
