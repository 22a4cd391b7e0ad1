import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context, Measure } from './measure.ts';
import { populationOf } from './population.ts';
import { AFTER, leaves, NO_ANSWER, NO_ANSWER_TIME, NO_CLASS, NO_CLIENT, NO_PROMOTER, NOT_RECOMMEND } from './reasons.ts';
import { surveysOf } from './surveys-columns.ts';

/** Whether a client, or a person of it where both are named, gave a reference up to the as-of day; null where contacts do not say what they are about. */
function referees(context: Context): ((client: number, person: string | null) => boolean) | null {
  const contacts = contactsOf(context);
  const kind = contacts && codes(contacts.table, 'kind');
  if (contacts === null || kind === null) return null;
  const speaker = codes(contacts.table, 'requester');
  const known = new Map<number, Set<string | null>>();
  for (let row = 0; row < contacts.table.rows; row++) {
    const client = contacts.table.client[row]!;
    if (client < 0 || kind.at(row) !== 'reference' || !(contacts.at[row]! < context.end)) continue;
    const name = speaker?.at(row) ?? null;
    const people = known.get(client) ?? new Set();
    known.set(client, people.add(name === null ? null : fold(name)));
  }
  return (client, person) => {
    const people = known.get(client);
    return people !== undefined && (person === null || people.has(null) || people.has(fold(person)));
  };
}

const reference: Measure = {
  id: 'E1',
  title: 'Promoters who gave a reference',
  question: 'Do clients who would recommend us do it?',
  definition:
    'Of the answers that would recommend us (9 or 10 of 10), the share whose giver has given a reference by the as-of day. Where a person is named on either side only, the client counts. It counts when it was answered.',
  formula: 'answers of promoters with a reference ÷ answers of promoters',
  unit: 'share',
  inputs: ['surveys.kind', 'surveys.answer', 'surveys.answered_at', 'surveys.respondent', 'contacts.at', 'contacts.kind', 'contacts.requester'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_RECOMMEND, NO_ANSWER, NO_ANSWER_TIME, AFTER, NO_CLASS, NO_PROMOTER, NO_CLIENT),
  version: 1,
  population: (context) => {
    const [surveys, gave] = [surveysOf(context), referees(context)];
    const kind = surveys && codes(surveys.table, 'kind');
    if (surveys === null || gave === null || kind === null || !kind.dictionary.includes('nps')) return null;
    const { table, answered, at, assumed, client, class: classes } = surveys;
    const person = codes(table, 'respondent');
    return populationOf(context, table, {
      leftOut: [
        [NOT_RECOMMEND, (row) => kind.at(row) !== 'nps'],
        [NO_ANSWER, (row) => answered[row] === 0],
        [NO_ANSWER_TIME, (row) => Number.isNaN(at[row])],
        [AFTER, (row) => at[row]! >= context.end],
        [NO_CLASS, (row) => classes[row] === null],
        [NO_PROMOTER, (row) => classes[row] !== 1],
        [NO_CLIENT, (row) => client[row]! < 0],
      ],
      at,
      client,
      assumed,
      value: (row) => (gave(client[row]!, person?.at(row) ?? null) ? 1 : 0),
    });
  },
};

/** Whether those who would recommend us do it. */
export const references: readonly Measure[] = [reference];
