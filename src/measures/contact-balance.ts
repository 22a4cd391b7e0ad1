import { contractDays, underContract } from './client-days.ts';
import { began, contactMix } from './contact-mix.ts';
import { complaintContacts } from './complaint-contacts.ts';
import { PROACTIVE_WORDS } from './contact-words.ts';
import { lastContacts } from './last-contacts.ts';
import type { CellInputs, Context, DerivedCell, Measure } from './measure.ts';
import { preference } from './preference.ts';

/** Whether a client counts at the end of a period: under contract, and where the firm lists no clients with a ticket in the period. */
function counts({ client, to, get }: CellInputs, context: Context): boolean {
  return context.facts.clients.listed ? underContract(context, client, to) : (get('A1-tickets')?.n ?? 0) > 0;
}

const unknownBefore = (days: number): string => `A period that ends less than ${days} days after the first contact on record has no value.`;

function quietFor(days: number): Measure {
  return {
    id: `B1-${days}`,
    title: `Clients without a word from us for over ${days} days`,
    question: `Which part of our clients has not heard from us for over ${days} days, tickets aside?`,
    definition: `Of the clients under contract at the end of the period, the share with no contact begun by us for over ${days} calendar days. Contacts about tickets do not count. Without any on record the silence begins with the contract. Where the firm lists no clients, those with a ticket in the period count. ${unknownBefore(days)}`,
    formula: `clients with (last day of the period − day of the last contact begun by us) > ${days} d ÷ clients`,
    unit: 'share',
    inputs: ['B1-contacts', 'A1-tickets', 'contacts.ticket_id', 'clients.start', 'clients.end'],
    kind: 'derived',
    clock: 'none',
    exclusions: [],
    version: 1,
    overClients: true,
    derive: (inputs, context) => {
      const last = lastContacts(context)?.quiet(inputs.client, inputs.to, days);
      if (last === undefined || !counts(inputs, context)) return null;
      return hit((last ?? inputs.to - contractDays(context).first[inputs.client]!) > days);
    },
  };
}

const welcome: Measure = {
  id: 'E15',
  title: 'Clients whose last word from us was welcome',
  question: 'Do clients hear good news from us before there is trouble?',
  definition: `Of the clients with a ticket in the period, the share whose last contact begun by us was welcome and at most 30 days old. Welcome is one that felt positive and was not about a problem, or of a kind that nobody had to ask for: ${PROACTIVE_WORDS}. Clients of whose last contact nothing says so are left out. ${unknownBefore(30)}`,
  formula: 'clients with a welcome last contact within 30 calendar days ÷ active clients',
  unit: 'share',
  inputs: ['A1-tickets', 'B1-contacts', 'contacts.kind', 'contacts.sentiment'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: (inputs, context) => {
    const contacts = lastContacts(context);
    if (contacts === null || !((inputs.get('A1-tickets')?.n ?? 0) > 0)) return null;
    const welcomed = contacts.welcome(inputs.client, inputs.to);
    return welcomed === null ? null : hit(welcomed);
  },
};

function hit(holds: boolean): DerivedCell {
  return { value: holds ? 1 : 0, n: 1, hits: holds ? 1 : 0 };
}

export interface Quiet {
  /** Index of the client. */
  readonly client: number;
  /** Days at the as-of day since we last began a contact about no ticket, null = none on record. */
  readonly days: number | null;
}

/** The clients under contract by the days since we last got in touch without a ticket, the longest silence first; null where contacts do not tell. */
export function clientsByQuiet(context: Context): readonly Quiet[] | null {
  const last = lastContacts(context);
  if (last === null) return null;
  const quiet = context.facts.clients.list.flatMap((_, client): readonly Quiet[] => {
    if (!underContract(context, client, context.asOf)) return [];
    return [{ client, days: last.quiet(client, context.asOf, 0) ?? null }];
  });
  const silence = ({ days }: Quiet): number => days ?? Number.MAX_SAFE_INTEGER;
  return quiet.toSorted((a, b) => silence(b) - silence(a));
}

/** Who gets in touch, how it feels, and whether clients hear from us before there is trouble. */
export const contactBalance: readonly Measure[] = [began, quietFor(14), quietFor(30), ...contactMix, welcome, ...complaintContacts, ...preference];
