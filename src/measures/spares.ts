import { numbers } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import { daysOf } from './days.ts';
import { LEFT_OUT, type Context, type Measure, type Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, leaves, NEVER_OPEN, NO_CLIENT, NO_VISIT, YOUNG_FAILURE } from './reasons.ts';
import { visitsOf } from './visits-columns.ts';

/** Replacements with the instants of each and of its spare up to the as-of day, NaN for none; null where nothing says when spares were there. */
function replacementsOf(
  context: Context,
  choose: (
    replaced: Float64Array,
    spare: Float64Array,
    client: Int32Array,
  ) => { readonly leftOut: readonly Rule[]; readonly value: (row: number) => number } | null,
): Population | null {
  const table = context.facts.tables.replacements;
  const [at, there] = ['replaced_at', 'spare_at'].map((field) => (table === undefined ? null : numbers(table, field)));
  if (table === undefined || !at || !there) return null;
  const choice = choose(at, upTo(context, there, table.rows), table.client);
  if (choice === null) return null;
  return populationOf(context, table, { leftOut: [[AFTER, (row) => !(at[row]! < context.end)], ...choice.leftOut], at, value: choice.value });
}

const spare: Measure = {
  id: 'E5',
  title: 'Spare there within a business day',
  question: 'When something breaks, can the client go on working?',
  definition:
    'Of the parts and devices replaced, the share for which a spare was there within one business day, or before. One without a spare is a miss after that day.',
  formula: 'replacements with (spare − replacement) ≤ 1 business day ÷ replacements',
  unit: 'share',
  inputs: ['replacements.replaced_at', 'replacements.spare_at', 'settings.calendar'],
  kind: 'share',
  clock: 'working',
  exclusions: leaves(AFTER, NEVER_OPEN, YOUNG_FAILURE),
  version: 1,
  population: (context) =>
    replacementsOf(context, (replaced, there, client) => {
      const soon = (row: number, until: number): boolean => {
        const clock = context.working(client[row]!);
        return until <= replaced[row]! || clock.between(replaced[row]!, until) <= clock.businessDay;
      };
      return {
        leftOut: [
          [NEVER_OPEN, (row) => Number.isNaN(context.working(client[row]!).businessDay)],
          [YOUNG_FAILURE, (row) => Number.isNaN(there[row]) && soon(row, context.end)],
        ],
        value: (row) => (soon(row, there[row]!) ? 1 : 0),
      };
    }),
};

/** Local days on which we arrived at each client, as `client day`; null where no arrivals are recorded. */
function daysOnSite(context: Context): ReadonlySet<string> | null {
  const visits = visitsOf(context);
  if (visits === null || visits.arrived === null) return null;
  const day = daysOf(context, visits.arrived);
  return new Set([...day.keys()].flatMap((row) => (day[row] === LEFT_OUT ? [] : [`${visits.client[row]} ${day[row]}`])));
}

const trips: Measure = {
  id: 'E5-trips',
  title: 'Return trips avoided',
  question: 'Do we bring the spare with us, or have to come again?',
  definition:
    'Of the replacements made on a day on which we arrived at the client, the share with the spare there by then. Otherwise somebody has to come again.',
  formula: 'replacements with (spare ≤ replacement) ÷ replacements on the day of a visit',
  unit: 'share',
  inputs: ['replacements.replaced_at', 'replacements.spare_at', 'appointments.arrived_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(AFTER, NO_CLIENT, NO_VISIT),
  version: 1,
  population: (context) =>
    replacementsOf(context, (replaced, there, client) => {
      const visited = daysOnSite(context);
      const day = daysOf(context, replaced);
      return (
        visited && {
          leftOut: [
            [NO_CLIENT, (row) => client[row]! < 0],
            [NO_VISIT, (row) => !visited.has(`${client[row]} ${day[row]}`)],
          ],
          value: (row) => (there[row]! <= replaced[row]! ? 1 : 0),
        }
      );
    }),
};

/** Whether a spare is there when something breaks. */
export const spares: readonly Measure[] = [spare, trips];
