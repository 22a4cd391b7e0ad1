import { numbers } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { satisfaction } from './satisfaction.ts';
import { wilson, type Interval } from './statistics.ts';

const MONTH = 365.25 / 12;
const YEAR = 364;

/** Satisfaction in one stretch of months since a client's project ended, or its contract began. */
export interface Tenure {
  /** Months from and up to, not included; null = no end. */
  readonly from: number;
  readonly to: number | null;
  readonly n: number;
  readonly hits: number;
  readonly interval: Interval | null;
}

const EDGES = [0, 3, 6, 12, 24] as const;

/**
 * Positive answers of the 52 weeks up to the as-of day by the months since the client's project ended, else since its
 * contract began (E2); answers before that and of clients without either are left out. Null where no client has one.
 */
export function satisfactionByTenure(context: Context): readonly Tenure[] | null {
  const population = satisfaction[0]!.population!(context);
  const starts = startDays(context);
  if (population === null || starts.every(Number.isNaN)) return null;
  const [n, hits] = [EDGES.map(() => 0), EDGES.map(() => 0)];
  population.day.forEach((day, row) => {
    const months = (day - (starts[population.client[row]!] ?? NaN)) / MONTH;
    const bucket = EDGES.findLastIndex((edge) => months >= edge);
    if (day === LEFT_OUT || day <= context.asOf - YEAR || bucket < 0) return;
    n[bucket]!++;
    hits[bucket]! += population.value![row]!;
  });
  return EDGES.map((from, bucket) => ({
    from,
    to: EDGES[bucket + 1] ?? null,
    n: n[bucket]!,
    hits: hits[bucket]!,
    interval: wilson(hits[bucket]!, n[bucket]!),
  }));
}

/** Local day on which each client's project ended, else on which its contract began; NaN for neither. */
function startDays({ facts, zone }: Context): Float64Array {
  const days = Float64Array.from(facts.clients.list, ({ start }) => dayOf(start, zone));
  const table = facts.tables.clients;
  const ends = table === undefined ? null : numbers(table, 'project_end');
  ends?.forEach((at, row) => {
    const client = table!.client[row]!;
    if (client >= 0 && !Number.isNaN(at)) days[client] = dayOf(at, zone);
  });
  return days;
}
