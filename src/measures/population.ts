import type { FactTable } from '../facts/table.ts';
import { daysOf } from './days.ts';
import { LEFT_OUT, type Context, type Population } from './measure.ts';
import { TOO_OLD } from './reasons.ts';

/** Why a row may be left out: the reason and the rows it holds for. */
export type Rule = readonly [reason: string, holds: (row: number) => boolean];

export interface Selection {
  /** The first rule that holds leaves the row out. */
  readonly leftOut: readonly Rule[];
  /** The instant that anchors a row; a number before `context.end` for every row that no rule leaves out. */
  readonly at: Float64Array;
  /** Client of each row where it is not the table's own. */
  readonly client?: Int32Array;
  /** Value of a row that counts. */
  readonly value?: (row: number) => number;
  readonly assumed?: Uint8Array | null;
  readonly scale?: Int32Array | null;
  readonly possible?: Population['possible'];
}

const REACH = 3653;

/** The oldest day that figures reach back to: ten years before the as-of day. */
export function oldestDay({ asOf }: Context): number {
  return Math.max(0, asOf - REACH);
}

/** The rows of a table that no rule leaves out, and how many rows each rule left out. */
export function populationOf(context: Context, table: FactTable, selection: Selection): Population {
  const { value } = selection;
  const days = daysOf(context, selection.at);
  const oldest = oldestDay(context);
  const tests = selection.leftOut.map(([, holds]) => holds);
  const day = new Int32Array(table.rows).fill(LEFT_OUT);
  const values = value === undefined ? null : new Float64Array(table.rows).fill(NaN);
  const counts = new Float64Array(tests.length + 1);
  for (let row = 0; row < table.rows; row++) {
    let rule = 0;
    while (rule < tests.length && !tests[rule]!(row)) rule++;
    const local = days[row]!;
    if (rule < tests.length || (local < oldest && local !== LEFT_OUT)) {
      counts[rule]!++;
      continue;
    }
    if (local === LEFT_OUT || local > context.asOf) throw new Error(`A row of ${table.name} counts without a day up to the as-of day.`);
    day[row] = local;
    if (values !== null) values[row] = value!(row);
  }
  return {
    table: table.name,
    facts: table.rows,
    day,
    client: selection.client ?? table.client,
    value: values,
    assumed: selection.assumed ?? null,
    scale: selection.scale ?? null,
    ...(selection.possible && { possible: selection.possible }),
    excluded: reasonsCounted([...selection.leftOut.map(([reason]) => reason), TOO_OLD], counts),
  };
}

/** The rows of a population that no further rule leaves out, with values of their own. */
export function refined(population: Population, { leftOut = [], value, possible }: Partial<Pick<Selection, 'leftOut' | 'value' | 'possible'>>): Population {
  const day = leftOut.length === 0 ? population.day : population.day.slice();
  const values = value === undefined ? null : new Float64Array(day.length).fill(NaN);
  const tests = leftOut.map(([, holds]) => holds);
  const counts = new Float64Array(leftOut.length);
  for (let row = 0; row < day.length; row++) {
    if (day[row] === LEFT_OUT) continue;
    let rule = 0;
    while (rule < tests.length && !tests[rule]!(row)) rule++;
    if (rule < tests.length) {
      counts[rule]!++;
      day[row] = LEFT_OUT;
    } else if (values !== null) values[row] = value!(row);
  }
  return {
    ...population,
    day,
    value: values,
    ...(possible && { possible }),
    excluded: [
      ...population.excluded,
      ...reasonsCounted(
        leftOut.map(([reason]) => reason),
        counts,
      ),
    ],
  };
}

function reasonsCounted(reasons: readonly string[], counts: Float64Array): Population['excluded'] {
  return reasons.map((reason, rule) => ({ reason, rows: counts[rule]! })).filter(({ rows }) => rows > 0);
}
