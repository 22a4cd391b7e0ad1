import { codes } from '../facts/table.ts';
import { closedTickets } from './closed-tickets.ts';
import { courtesyContacts } from './contacts-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { CellInputs, DerivedCell, Measure } from './measure.ts';
import { sinceKept } from './observed.ts';
import { BEFORE_CONTACTS_KEPT, BEFORE_TICKETS_KEPT, leaves, OTHER_CHANNEL } from './reasons.ts';
import { negativeAnswers } from './satisfaction.ts';

const INPUTS = ['complaints.received_at', 'complaints.formal'];
const SOURCES = 'They come from the complaint log and from the tickets that the settings call complaints.';

const count: Measure = {
  id: 'A11-count',
  title: 'Formal complaints',
  question: 'How many formal complaints do we get?',
  definition: `Formal complaints received in the period. ${SOURCES}`,
  formula: 'number of formal complaints',
  unit: 'complaints',
  inputs: INPUTS,
  kind: 'count',
  clock: 'none',
  exclusions: leaves(...FORMAL),
  version: 1,
  population: (context) => formalComplaints(context),
};

const byContacts: Measure = {
  id: 'A11-rate',
  title: 'Formal complaints per 1,000 contacts',
  question: 'How often does a contact end in a formal complaint?',
  definition: `Formal complaints received for every 1,000 contacts in the same period. The settings choose which contacts count: those in person, if they say nothing. Complaints from before the first contact on record are left out.`,
  formula: '1,000 × formal complaints ÷ contacts',
  unit: 'per 1,000 contacts',
  inputs: [...INPUTS, 'contacts.at', 'contacts.channel', 'settings.courtesy.channels'],
  kind: 'rate',
  clock: 'none',
  exclusions: leaves(...FORMAL, BEFORE_CONTACTS_KEPT),
  version: 2,
  population: (context) => sinceKept(context, formalComplaints(context), 'contacts', BEFORE_CONTACTS_KEPT),
  exposure: courtesyContacts,
  per: 1000,
};

const byTickets: Measure = {
  id: 'D1-rate',
  title: 'Formal complaints per 100 closed tickets',
  question: 'How often does our work end in a formal complaint?',
  definition:
    'Formal complaints received for every 100 tickets closed in the same period. Only tickets raised by a person count. Complaints from before the first ticket on record are left out.',
  formula: '100 × formal complaints ÷ tickets closed',
  unit: 'per 100 closed tickets',
  inputs: [...INPUTS, 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'rate',
  clock: 'none',
  exclusions: leaves(...FORMAL, BEFORE_TICKETS_KEPT),
  version: 2,
  population: (context) => sinceKept(context, formalComplaints(context), 'tickets', BEFORE_TICKETS_KEPT),
  exposure: closedTickets,
  per: 100,
};

/** The ways in which a complaint may come; the last stands for any other and for none. */
const CHANNELS = [
  ['in-person', 'in person'],
  ['phone', 'by phone'],
  ['mail', 'by mail'],
  ['chat', 'by chat'],
  ['portal', 'through the portal'],
  ['unknown', 'in an unknown way'],
] as const;

function byChannel([channel, words]: (typeof CHANNELS)[number]): Measure {
  const named: ReadonlySet<string> = new Set(CHANNELS.slice(0, -1).map(([word]) => word));
  return {
    ...count,
    id: `D1-${channel}`,
    title: `Formal complaints ${words}`,
    question: `How many formal complaints come ${words}?`,
    definition: `Formal complaints received ${words}. ${SOURCES}`,
    formula: `number of formal complaints ${words}`,
    inputs: [...INPUTS, 'complaints.channel'],
    exclusions: leaves(...FORMAL, OTHER_CHANNEL),
    population: (context) =>
      formalComplaints(context, ({ table }) => {
        const column = codes(table, 'channel');
        if (column === null) return null;
        const others = column.dictionary.map((word) => (named.has(word) ? word : 'unknown') !== channel);
        return { leftOut: [[OTHER_CHANNEL, (row) => others[column.codes[row]!] ?? channel !== 'unknown']] };
      }),
  };
}

const silent: Measure = {
  id: 'D1-silent',
  title: 'Negative answers per formal complaint',
  question: 'How much dissatisfaction never becomes a complaint?',
  definition: 'Negative answers for every formal complaint of the same period. Both are counted apart; nothing links one to the other.',
  formula: 'negative answers ÷ formal complaints',
  unit: 'per complaint',
  inputs: ['D1-negative', 'A11-count'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: silence,
};

function silence(inputs: CellInputs): DerivedCell | null {
  const [negative, formal] = [inputs.get('D1-negative'), inputs.get('A11-count')];
  const ratio = (negative?.value ?? NaN) / (formal?.value ?? NaN);
  if (!Number.isFinite(ratio)) return null;
  return { value: ratio, n: formal!.value, hits: negative!.value, assumed: negative!.assumed };
}

/** How many complaints come, against what, by which way, and how many negative answers never become one. */
export const complaints: readonly Measure[] = [count, byContacts, byTickets, ...CHANNELS.map(byChannel), negativeAnswers, silent];
