import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import { contactWords } from './contact-words.ts';
import type { Context, DerivedCell, Measure } from './measure.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { AFTER, INWARD, leaves, NO_CHANNEL, NO_PREFERENCE } from './reasons.ts';

/** How each client likes to be reached, folded, by its index; null where no file says. */
const preferences: (context: Context) => ReadonlyMap<number, string> | null = once(({ facts }) => {
  const table = facts.tables.clients;
  const column = table === undefined ? null : codes(table, 'contact_preference');
  if (table === undefined || column === null) return null;
  const known = new Map<number, string>();
  table.client.forEach((client, row) => {
    const word = column.at(row);
    if (client >= 0 && word !== null) known.set(client, fold(word));
  });
  return known;
});

const preferred: Measure = {
  id: 'B20',
  title: 'Contacts in the way the client likes',
  question: 'Do we reach clients in the way they like?',
  definition:
    'Of the contacts that we began with clients who told us how they like to be reached, the share in that way. Every contact that we begin counts, not only the first about a matter.',
  formula: 'contacts begun by us over the preferred channel ÷ contacts begun by us',
  unit: 'share',
  inputs: ['contacts.direction', 'contacts.channel', 'clients.contact_preference'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(AFTER, INWARD, NO_CHANNEL, NO_PREFERENCE),
  version: 1,
  population: (context) => {
    const [contacts, known] = [contactsOf(context), preferences(context)];
    const outbound = contactWords(context)?.outbound ?? null;
    const channel = contacts && codes(contacts.table, 'channel');
    if (contacts === null || known === null || outbound === null || channel === null) return null;
    const { at, table } = contacts;
    const words = channel.dictionary.map(fold);
    return populationOf(context, table, {
      leftOut: [
        [AFTER, (row) => !(at[row]! < context.end)],
        [INWARD, (row) => outbound[row] === 0],
        [NO_CHANNEL, (row) => channel.codes[row]! < 0],
        [NO_PREFERENCE, (row) => !known.has(table.client[row]!)],
      ],
      at,
      value: (row) => (words[channel.codes[row]!] === known.get(table.client[row]!) ? 1 : 0),
    });
  },
};

const asked: Measure = {
  id: 'B20-known',
  title: 'Clients whose preference we know',
  question: 'Do we know how clients like to be reached?',
  definition: 'Of the clients with a ticket in the period, the share of which we know how they like to be reached.',
  formula: 'active clients with a preference on record ÷ active clients',
  unit: 'share',
  inputs: ['A1-tickets', 'clients.contact_preference'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: (inputs, context): DerivedCell | null => {
    const known = preferences(context);
    if (known === null || known.size === 0 || !((inputs.get('A1-tickets')?.n ?? 0) > 0)) return null;
    const hits = known.has(inputs.client) ? 1 : 0;
    return { value: hits, n: 1, hits };
  },
};

/** Whether we know how clients like to be reached, and reach them so. */
export const preference: readonly Measure[] = [preferred, asked];
