import { COURTESY_LEAVES, courtesyContacts } from './contacts-columns.ts';
import type { Measure } from './measure.ts';

const INPUTS = ['contacts.at', 'contacts.channel', 'settings.courtesy.channels'];

const seconds: Measure = {
  id: 'A8',
  title: 'Seconds of courtesy per contact',
  question: 'How much longer do we take for a contact, to be courteous?',
  definition:
    'The mean of the seconds of courtesy over all contacts that courtesy is counted for. A contact that logs none takes the settings’ seconds; the figure is then marked assumed.',
  formula: '3,600 × hours of courtesy ÷ contacts',
  unit: 'seconds',
  inputs: ['A9', 'A10'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: (inputs) => {
    const [contacts, hours] = [inputs.get('A9'), inputs.get('A10')];
    const mean = (3600 * (hours?.value ?? NaN)) / (contacts?.value ?? NaN);
    return Number.isFinite(mean) ? { value: mean, n: hours!.n, hits: hours!.hits, assumed: hours!.assumed } : null;
  },
};

const contacts: Measure = {
  id: 'A9',
  title: 'Contacts',
  question: 'How many times do we meet a client’s people?',
  definition: 'Contacts over the channels that courtesy is counted for: those in person, if the settings say nothing.',
  formula: 'number of contacts',
  unit: 'contacts',
  inputs: INPUTS,
  kind: 'count',
  clock: 'none',
  exclusions: COURTESY_LEAVES,
  version: 1,
  population: (context) => {
    const population = courtesyContacts(context);
    return population && { ...population, value: null, assumed: null };
  },
};

const hours: Measure = {
  id: 'A10',
  title: 'Hours of courtesy',
  question: 'What does courtesy cost us in time?',
  definition: 'The seconds of courtesy of all contacts, in hours. A contact that logs none takes the settings’ seconds; the figure is then marked assumed.',
  formula: 'sum of the seconds of courtesy ÷ 3,600',
  unit: 'hours',
  inputs: [...INPUTS, 'contacts.courtesy_seconds', 'settings.courtesy.seconds'],
  kind: 'hours',
  clock: 'none',
  exclusions: COURTESY_LEAVES,
  version: 1,
  population: courtesyContacts,
};

/** How often we meet clients' people, and what courtesy towards them takes. */
export const contact: readonly Measure[] = [seconds, contacts, hours];
