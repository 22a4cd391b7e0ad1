import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Measure } from './measure.ts';
import { populationOf } from './population.ts';
import { AFTER, leaves, MACHINE, MERGED, NO_CATEGORY, NO_KIND, NOT_OPENED, OTHER_CATEGORY, OTHER_KIND } from './reasons.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';

const contacts: Measure = {
  id: 'B22',
  title: 'Contacts that teach',
  question: 'How often do we show a client how to help itself?',
  definition: 'Contacts with a client’s people that taught them something.',
  formula: 'number of contacts of kind teaching',
  unit: 'contacts',
  inputs: ['contacts.at', 'contacts.kind'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(AFTER, NO_KIND, OTHER_KIND),
  version: 1,
  population: (context) => {
    const known = contactsOf(context);
    const kind = known && codes(known.table, 'kind');
    if (known === null || kind === null) return null;
    const taught = kind.dictionary.indexOf('teaching');
    return populationOf(context, known.table, {
      leftOut: [
        [AFTER, (row) => !(known.at[row]! < context.end)],
        [NO_KIND, (row) => kind.codes[row]! < 0],
        [OTHER_KIND, (row) => kind.codes[row] !== taught],
      ],
      at: known.at,
    });
  },
};

const questions: Measure = {
  id: 'B22-tickets',
  title: 'Tickets that ask how',
  question: 'Do clients ask less often how something is done?',
  definition: 'Tickets opened in the period that ask how something is done. The settings say which categories these are.',
  formula: 'number of tickets of the how-to categories',
  unit: 'tickets',
  inputs: ['tickets.opened_at', 'tickets.category', 'settings.training.how_to'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(MERGED, MACHINE, NOT_OPENED, AFTER, NO_CATEGORY, OTHER_CATEGORY),
  version: 1,
  population: (context) => {
    const tickets = ticketsOf(context);
    const category = tickets && codes(tickets.table, 'category');
    const chosen = new Set(context.settings.training.how_to.map(fold));
    if (tickets === null || tickets.opened === null || category === null || chosen.size === 0) return null;
    const { opened, table } = tickets;
    const asks = category.dictionary.map((word) => chosen.has(fold(word)));
    return populationOf(context, table, {
      leftOut: [
        ...neverCounted(tickets),
        [NOT_OPENED, (row) => Number.isNaN(opened[row])],
        [AFTER, (row) => opened[row]! >= context.end],
        [NO_CATEGORY, (row) => category.codes[row]! < 0],
        [OTHER_CATEGORY, (row) => !asks[category.codes[row]!]],
      ],
      at: opened,
    });
  },
};

/** How often we teach, beside how often clients ask what could be taught. */
export const teaching: readonly Measure[] = [contacts, questions];
