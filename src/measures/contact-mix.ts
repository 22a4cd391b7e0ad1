import { codes } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import { contactWords, PROACTIVE_KINDS, type ContactWords, type Mood } from './contact-words.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { ABOUT_TICKET, AFTER, INWARD, leaves, NO_CHANNEL, NO_KIND, NO_SENTIMENT, OTHER_CHANNEL, OTHER_KIND, OTHER_MOOD } from './reasons.ts';

interface Choice {
  readonly leftOut: readonly Rule[];
  readonly value?: (row: number) => number;
}

/** The contacts up to the as-of day; null without any, and where `choose` finds that a column is missing. */
function contacts(context: Context, choose: (words: ContactWords) => Choice | null): Population | null {
  const [kept, words] = [contactsOf(context), contactWords(context)];
  const choice = words && choose(words);
  if (kept === null || choice === null) return null;
  const { at, table } = kept;
  const { leftOut, value } = choice;
  return populationOf(context, table, { leftOut: [[AFTER, (row) => !(at[row]! < context.end)], ...leftOut], at, ...(value && { value }) });
}

const inward = (outbound: Uint8Array): Rule => [INWARD, (row) => outbound[row] === 0];

/** Contacts begun by us that are about no ticket. */
export const began: Measure = {
  id: 'B1-contacts',
  title: 'Contacts that we begin',
  question: 'How often do we get in touch without a ticket?',
  definition: 'Contacts that we began and that are about no ticket.',
  formula: 'number of contacts begun by us that name no ticket',
  unit: 'contacts',
  inputs: ['contacts.at', 'contacts.direction', 'contacts.ticket_id'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(AFTER, INWARD, ABOUT_TICKET),
  version: 1,
  population: (context) => contacts(context, ({ outbound, apart }) => outbound && { leftOut: [inward(outbound), [ABOUT_TICKET, (row) => apart[row] === 0]] }),
};

const withReason: Measure = {
  ...began,
  id: 'E11',
  title: 'Contacts that follow up on something',
  question: 'When we get in touch, do we have a reason?',
  definition: 'Of the contacts that we began and that are about no ticket, the share that follows up on something. Those without a kind are left out.',
  formula: 'contacts of kind follow-up ÷ contacts begun by us that name no ticket',
  unit: 'share',
  inputs: [...began.inputs, 'contacts.kind'],
  kind: 'share',
  exclusions: leaves(AFTER, INWARD, ABOUT_TICKET, NO_KIND),
  population: (context) =>
    contacts(context, ({ outbound, apart, kind, kindKept }) => {
      if (outbound === null || !kindKept) return null;
      return {
        leftOut: [inward(outbound), [ABOUT_TICKET, (row) => apart[row] === 0], [NO_KIND, (row) => kind(row) === null]],
        value: (row) => (kind(row) === 'follow-up' ? 1 : 0),
      };
    }),
};

const MOODS: readonly (readonly [Mood, string, string])[] = [
  ['problem', 'about a problem', 'A contact is about a problem when its kind says so or when it felt negative.'],
  ['neutral', 'of neutral mood', 'Neutral is what is neither about a problem nor felt positive.'],
  ['positive', 'of positive mood', 'A contact is positive when it felt so and was not about a problem.'],
];

const moods = MOODS.map(([mood, words, rule]): Measure => ({
  ...began,
  id: `E14-${mood}`,
  title: `Contacts ${words}`,
  question: `How many of our contacts are ${words}?`,
  definition: `Contacts ${words}, whoever began them. ${rule}`,
  formula: `number of contacts ${words}`,
  inputs: ['contacts.at', 'contacts.kind', 'contacts.sentiment'],
  exclusions: leaves(AFTER, NO_SENTIMENT, OTHER_MOOD),
  population: (context) =>
    contacts(context, ({ mood: moodOf, kindKept, feelingKept }) => {
      if (!kindKept && !feelingKept) return null;
      return {
        leftOut: [
          [NO_SENTIMENT, (row) => moodOf(row) === null],
          [OTHER_MOOD, (row) => moodOf(row) !== mood],
        ],
      };
    }),
}));

const KIND_WORDS: Readonly<Record<(typeof PROACTIVE_KINDS)[number], string>> = {
  proactive: 'before anybody asked',
  'follow-up': 'to follow up',
  teaching: 'to teach',
  tip: 'with a tip',
  event: 'about an event',
};

const kinds = PROACTIVE_KINDS.map((wanted): Measure => {
  const words = KIND_WORDS[wanted];
  return {
    ...began,
    id: `E16-${wanted}`,
    title: `Contacts ${words}`,
    question: `How often do we get in touch ${words}?`,
    definition: `Contacts that we began ${words}.`,
    formula: `number of contacts begun by us of kind ${wanted}`,
    inputs: ['contacts.at', 'contacts.direction', 'contacts.kind'],
    exclusions: leaves(AFTER, INWARD, OTHER_KIND),
    population: (context) =>
      contacts(context, ({ outbound, kind, kindKept }) => {
        return outbound !== null && kindKept ? { leftOut: [inward(outbound), [OTHER_KIND, (row) => kind(row) !== wanted]] } : null;
      }),
  };
});

const inPerson: Measure = {
  ...withReason,
  id: 'B7',
  title: 'Contacts in person',
  question: 'How often do we meet face to face?',
  definition: 'Of the contacts whose channel is known, the share in person. Whether people looked each other in the eye, no export says.',
  formula: 'contacts in person ÷ contacts with a channel',
  inputs: ['contacts.at', 'contacts.channel'],
  exclusions: leaves(AFTER, NO_CHANNEL),
  population: (context) => {
    const table = context.facts.tables.contacts;
    const channel = table === undefined ? null : codes(table, 'channel');
    const code = channel?.dictionary.indexOf('in-person') ?? -1;
    return (
      channel && contacts(context, () => ({ leftOut: [[NO_CHANNEL, (row) => channel.codes[row]! < 0]], value: (row) => (channel.codes[row] === code ? 1 : 0) }))
    );
  },
};

const card: Measure = {
  ...withReason,
  id: 'A15',
  title: 'Cards given',
  question: 'When we meet somebody, do we leave a way to reach us?',
  definition: 'Of the contacts in person whose kind is known, the share in which we gave a card or a direct way to reach us.',
  formula: 'contacts in person of kind card ÷ contacts in person',
  inputs: ['contacts.at', 'contacts.channel', 'contacts.kind'],
  exclusions: leaves(AFTER, OTHER_CHANNEL, NO_KIND),
  population: (context) => {
    const table = context.facts.tables.contacts;
    const channel = table === undefined ? null : codes(table, 'channel');
    if (channel === null) return null;
    const code = channel.dictionary.indexOf('in-person');
    return contacts(context, ({ kind, kindKept }) => {
      if (!kindKept) return null;
      return {
        leftOut: [
          [OTHER_CHANNEL, (row) => code < 0 || channel.codes[row] !== code],
          [NO_KIND, (row) => kind(row) === null],
        ],
        value: (row) => (kind(row) === 'card' ? 1 : 0),
      };
    });
  },
};

/** What contacts are about, how they feel, and who begins them. */
export const contactMix: readonly Measure[] = [withReason, ...moods, ...kinds, inPerson, card];
