import { codes } from '../facts/table.ts';
import { dayOf, dayStart } from '../time/weeks.ts';
import { coursesOf } from './courses.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import { LEFT_OUT, type DerivedCell, type Measure } from './measure.ts';
import { firstDays } from './observed.ts';
import { populationOf } from './population.ts';
import { AFTER, BEFORE_TRAINING, leaves, NO_CLIENT, NOT_INVITED, OTHER_SCOPE, YOUNG_OFFER } from './reasons.ts';
import { wilson } from './statistics.ts';
import { firstFrom } from './timelines.ts';

const REACH = 182;
const OFFER = 30 * 86_400_000;

const offers: Measure = {
  id: 'A7-offers',
  title: 'Training offered',
  question: 'How often do we offer to teach a client’s people?',
  definition: 'Courses held in the period, counted once for every client whose people were invited.',
  formula: 'number of courses × clients invited',
  unit: 'invitations',
  inputs: ['training.at', 'training.invited'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(AFTER, NOT_INVITED),
  version: 1,
  population: (context) => {
    const courses = coursesOf(context);
    if (courses === null) return null;
    const { table, at, day, offered } = courses;
    return populationOf(context, table, {
      leftOut: [
        [AFTER, (row) => day[row] === LEFT_OUT],
        [NOT_INVITED, (row) => offered[row] === 0],
      ],
      at,
    });
  },
};

const invited: Measure = {
  id: 'A7',
  title: 'Clients invited to training',
  question: 'Do we offer every client to teach its people?',
  definition:
    'Of the clients with a ticket in the period, the share invited to a course in the 26 weeks up to its end. A period that ends before the first course on record has no value.',
  formula: 'active clients invited in 26 weeks ÷ active clients',
  unit: 'share',
  inputs: ['A1-tickets', 'A7-offers'],
  kind: 'derived',
  clock: 'elapsed',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: (inputs, context): DerivedCell | null => {
    const courses = coursesOf(context);
    const kept = inputs.to >= (firstDays(context).get('training') ?? Infinity);
    if (courses === null || !kept || !((inputs.get('A1-tickets')?.n ?? 0) > 0)) return null;
    const first = firstFrom(courses.lines, inputs.client, dayStart(inputs.to - REACH + 1, context.zone));
    const hits = dayOf(first, context.zone) <= inputs.to ? 1 : 0;
    return { value: hits, n: 1, hits };
  },
};

const attendance: Measure = {
  id: 'A7-attendance',
  title: 'People who came to training',
  question: 'When we invite a client’s people, do they come?',
  definition:
    'Of the people invited to the courses of the period, the share who came. Courses of which either number is missing are left out, and more people than were invited count as all of them.',
  formula: 'people who came ÷ people invited',
  unit: 'share',
  inputs: ['A7-offers', 'training.invited', 'training.attended'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: ({ client, from, to }, context): DerivedCell | null => {
    const courses = coursesOf(context);
    if (courses === null) return null;
    const { day, invited: asked, attended, rows } = courses;
    let [n, hits] = [0, 0];
    for (const row of rows(client)) {
      if (!(day[row]! >= from && day[row]! <= to)) continue;
      if (Number.isNaN(asked[row]) || Number.isNaN(attended[row])) continue;
      n += asked[row]!;
      hits += Math.min(asked[row]!, attended[row]!);
    }
    const interval = wilson(hits, n);
    return interval && { value: hits / n, n, hits, ...interval };
  },
};

const taught: Measure = {
  id: 'A21',
  title: 'Training offered after a complaint outside the contract',
  question: 'When a complaint is about something that is not ours, do we offer to teach?',
  definition:
    'Of the formal complaints outside the contract, the share after which the client was invited to a course within 30 days. A complaint counts when it was received.',
  formula: 'complaints outside the contract with a course within 30 d ÷ complaints outside the contract',
  unit: 'share',
  inputs: ['complaints.received_at', 'complaints.scope', 'training.at', 'training.invited'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...FORMAL, OTHER_SCOPE, NO_CLIENT, BEFORE_TRAINING, YOUNG_OFFER),
  version: 1,
  population: (context) =>
    formalComplaints(context, ({ table, received }) => {
      const [courses, column] = [coursesOf(context), codes(table, 'scope')];
      if (courses === null || column === null) return null;
      const first = dayStart(firstDays(context).get('training') ?? context.asOf + 1, context.zone);
      const offered = (row: number): boolean => firstFrom(courses.lines, table.client[row]!, received[row]!) - received[row]! <= OFFER;
      return {
        leftOut: [
          [OTHER_SCOPE, (row) => column.at(row) !== 'out'],
          [NO_CLIENT, (row) => table.client[row]! < 0],
          [BEFORE_TRAINING, (row) => received[row]! < first],
          [YOUNG_OFFER, (row) => !offered(row) && context.end - received[row]! < OFFER],
        ],
        value: (row) => (offered(row) ? 1 : 0),
      };
    }),
};

/** Whether we offer to teach clients' people, and whether they come. */
export const training: readonly Measure[] = [offers, invited, attendance, taught];
