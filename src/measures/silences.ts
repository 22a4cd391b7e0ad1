import { WINDOW_DAYS } from './axis.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { silence } from './updates.ts';

/** A ticket with its longest silence. */
export interface Silence {
  /** Row of the ticket, and index of its client, UNNAMED or UNMAPPED. */
  readonly row: number;
  readonly client: number;
  /** Local day of its resolution. */
  readonly resolved: number;
  /** Opening time in ms without a word from us. */
  readonly length: number;
}

const MOST = 10;

/**
 * The ten tickets resolved in the 13-week window with the longest silences (B3), the longest first, then as the table
 * has them: of a client by its index, of the firm by -1. Null where B3 has no population.
 */
export function longestSilences(context: Context, client = -1): readonly Silence[] | null {
  const population = silence.population!(context);
  if (population === null) return null;
  const { day, client: clients, value } = population;
  const rows = [...day.keys()].filter((row) => day[row] !== LEFT_OUT && day[row]! > context.asOf - WINDOW_DAYS && (client < 0 || clients[row] === client));
  return rows
    .map((row) => ({ row, client: clients[row]!, resolved: day[row]!, length: value![row]! }))
    .toSorted((a, b) => b.length - a.length || a.row - b.row)
    .slice(0, MOST);
}
