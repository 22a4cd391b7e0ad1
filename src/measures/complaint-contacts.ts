import { contactsOf } from './contacts-columns.ts';
import { contactWords } from './contact-words.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Context, Measure } from './measure.ts';
import { once } from './once.ts';
import { leaves, NO_CONTACT_BEFORE, NO_SENTIMENT } from './reasons.ts';
import { lastBefore, rowsAt, timelines } from './timelines.ts';

/** Contacts with each client whose mood is known; null where contacts do not tell. */
const moodLines = once((context: Context) => {
  const [contacts, words] = [contactsOf(context), contactWords(context)];
  if (contacts === null || words === null || !words.feelingKept) return null;
  const lines = timelines(contacts.table.client, contacts.at, context.facts.clients.list.length, (row) => contacts.at[row]! < context.end);
  return { lines, mood: words.mood };
});

const before: Measure = {
  id: 'E15-complaints',
  title: 'Complaints after a positive contact',
  question: 'Was the last word before a complaint a good one?',
  definition: 'Of the formal complaints received, the share whose client’s last contact before it was positive. Those without a contact before are left out.',
  formula: 'complaints after a positive contact ÷ complaints with a contact before',
  unit: 'share',
  inputs: ['complaints.received_at', 'contacts.at', 'contacts.kind', 'contacts.sentiment'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_CONTACT_BEFORE, NO_SENTIMENT),
  version: 1,
  population: (context) =>
    formalComplaints(context, ({ table, received }) => {
      const known = moodLines(context);
      if (known === null) return null;
      const { lines, mood } = known;
      const last = Int32Array.from(received, (at, row) => lastBefore(lines, table.client[row]!, at));
      const moods = (row: number) => [...rowsAt(lines, table.client[row]!, last[row]!)].map(mood);
      return {
        leftOut: [
          [NO_CONTACT_BEFORE, (row) => last[row] === -1],
          [NO_SENTIMENT, (row) => moods(row).every((one) => one === null)],
        ],
        value: (row) => (moods(row).includes('positive') ? 1 : 0),
      };
    }),
};

/** What came before complaints. */
export const complaintContacts: readonly Measure[] = [before];
