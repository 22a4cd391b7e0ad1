import { texts } from '../facts/table.ts';
import { WINDOW_DAYS } from './axis.ts';
import { complaintsOf } from './complaints-columns.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { recovery } from './recovery.ts';

/** A formal complaint that was not answered within 24 hours. */
export interface LateAnswer {
  /** Its id; null where the log gives none. */
  readonly id: string | null;
  /** Index of the client, UNNAMED or UNMAPPED. */
  readonly client: number;
  /** Local day on which it was received. */
  readonly received: number;
  /** Milliseconds to the first answer; where there is none to the closing, else up to the as-of day. */
  readonly waited: number;
  /** open: waits for an answer still. closed: never had one. */
  readonly state: 'answered' | 'closed' | 'open';
}

/**
 * The complaints of the 13-week window that D3 counts as misses: those that wait for an answer first, then the longest wait
 * first. Null where nothing says when complaints are answered.
 */
export function lateAnswers(context: Context): readonly LateAnswer[] | null {
  const population = recovery.find(({ id }) => id === 'D3')!.population!(context);
  const complaints = complaintsOf(context);
  if (population === null || complaints === null) return null;
  const { table, received, answered, closed } = complaints;
  const ids = texts(table, 'complaint_id');
  const rows = [...population.day.keys()].filter(
    (row) => population.day[row] !== LEFT_OUT && population.day[row]! > context.asOf - WINDOW_DAYS && population.value![row] === 0,
  );
  const found = rows.map((row): LateAnswer => {
    const state = !Number.isNaN(answered[row]) ? 'answered' : !Number.isNaN(closed[row]) ? 'closed' : 'open';
    return {
      id: ids?.at(row) ?? null,
      client: population.client[row]!,
      received: population.day[row]!,
      waited: { answered: answered[row]!, closed: closed[row]!, open: context.end }[state] - received[row]!,
      state,
    };
  });
  return found.toSorted((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || b.waited - a.waited || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
