import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { closedTickets } from './closed-tickets.ts';
import type { Context, Measure, Population } from './measure.ts';
import { refined } from './population.ts';
import { leaves, MACHINE, MERGED, NO_EXTRA, NOT_CLOSED, OTHER_WORD } from './reasons.ts';

/** What became of an extra request, as the record says it: "done", "declined", or "declined: why". */
type Outcome = 'done' | 'declined' | 'explained' | null;

function outcomeOf(text: string): Outcome {
  const [, word, reason] = /^(done|declined)\b[\s:,;.–-]*(.*)$/u.exec(fold(text)) ?? [];
  if (word === undefined) return null;
  return word === 'done' ? 'done' : reason === '' ? 'declined' : 'explained';
}

function extras(context: Context, wanted: readonly Outcome[]): Population | null {
  const { tickets } = context.facts.tables;
  const extra = tickets === undefined ? null : codes(tickets, 'onsite_extra');
  const closed = closedTickets(context);
  if (extra === null || closed === null) return null;
  const outcomes = extra.dictionary.map(outcomeOf);
  return refined(closed, {
    leftOut: [
      [NO_EXTRA, (row) => extra.codes[row]! < 0],
      [OTHER_WORD, (row) => outcomes[extra.codes[row]!] === null],
    ],
    value: (row) => (wanted.includes(outcomes[extra.codes[row]!]!) ? 1 : 0),
  });
}

const answered: Measure = {
  id: 'B13',
  title: 'Extra requests on site, done or explained',
  question: 'On site, does a client that asks for more get it, or a reason?',
  definition:
    'Of the tickets closed with an extra request on site, the share in which it was done or declined with a reason. The reason is what the record says after the word declined.',
  formula: 'extra requests done or declined with a reason ÷ extra requests',
  unit: 'share',
  inputs: ['tickets.onsite_extra', 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(MERGED, MACHINE, NOT_CLOSED, NO_EXTRA, OTHER_WORD),
  version: 1,
  population: (context) => extras(context, ['done', 'explained']),
};

const done: Measure = {
  ...answered,
  id: 'B13-done',
  title: 'Extra requests on site done',
  question: 'On site, does a client that asks for more get it?',
  definition: 'Of the tickets closed with an extra request on site, the share in which it was done.',
  formula: 'extra requests done ÷ extra requests',
  population: (context) => extras(context, ['done']),
};

/** What becomes of the extra requests that clients make on site. */
export const onSiteExtras: readonly Measure[] = [answered, done];
