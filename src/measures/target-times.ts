import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import type { Settings } from '../settings.ts';
import type { Tickets } from './tickets-columns.ts';

type Target = Settings['targets']['resolution'];

/**
 * Instant by which each ticket is due, NaN where nothing sets one: the export's due time, else the settings' elapsed
 * time after opening, by the ticket's priority before the default.
 */
export function targetTimes({ table, opened }: Tickets, dueField: string, target: Target): Float64Array {
  const due = numbers(table, dueField);
  const priority = codes(table, 'priority');
  const byPriority = new Map(Object.entries(target.by_priority).map(([word, allowed]) => [fold(word), allowed]));
  const otherwise = target.default ?? NaN;
  const allowed = priority?.dictionary.map((word) => byPriority.get(fold(word)) ?? otherwise) ?? [];
  const times = new Float64Array(table.rows).fill(NaN);
  for (let row = 0; row < times.length; row++) {
    const own = due?.[row] ?? NaN;
    times[row] = Number.isNaN(own) ? (opened?.[row] ?? NaN) + (allowed[priority?.codes[row] ?? -1] ?? otherwise) : own;
  }
  return times;
}
