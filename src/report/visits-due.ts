import { numbers } from '../facts/table.ts';
import { windowStart, type Material } from './material.ts';

const MINUTE = 60_000;

/** One visit whose window is over, in minutes. */
export interface DueVisit {
  /** Length of the window. */
  readonly width: number;
  /** From the start of the window to our arrival, NaN where we did not arrive. */
  readonly arrived: number;
  readonly kept: boolean;
}

/** The visits that C13 counts in the 13-week window; null where no windows or arrivals are recorded. */
export function dueVisits(material: Material): readonly DueVisit[] | null {
  const { context, measures } = material;
  const table = context.facts.tables.appointments;
  const population = measures.find(({ id }) => id === 'C13')?.population?.(context) ?? null;
  if (table === undefined || population === null) return null;
  const [from, to, arrived] = ['window_start', 'window_end', 'arrived_at'].map((field) => numbers(table, field)!);
  const { day, value } = population;
  const rows = [...day.keys()].filter((row) => day[row]! >= windowStart(material) && day[row]! <= context.asOf);
  return rows.map((row) => {
    const at = arrived![row]! < context.end ? arrived![row]! : NaN;
    return { width: (to![row]! - from![row]!) / MINUTE, arrived: (at - from![row]!) / MINUTE, kept: value![row] === 1 };
  });
}
