import { cellIndex, type Figures, type Grid } from '../measures/grid.ts';
import type { MeasureWords } from '../measures/measure.ts';
import { dayText } from '../time/weeks.ts';
import { csv } from './csv.ts';
import type { ClientEntry } from './model.ts';
import { GRAINS, isEmpty } from './series.ts';

const HEADER = 'measure,version,client,grain,start,value,n,hits,exposure,low,high,p90,unit,clock,assumed'.split(',');

const fields = (values: readonly (string | number | null)[]): string => csv([values]).slice(0, -'\r\n'.length);

/** A number in full precision, empty where there is none. */
const figure = (value: number): string => (value === value ? `${value}` : '');

/** The lines of one client, or of the firm, in one grain: those of every period with rows or a value. */
function lines(grid: Grid, starts: readonly string[], client: number, head: string, tail: string): string {
  const { value, n, hits, exposure, low, high, p90, assumed } = grid;
  const from = cellIndex(grid, client, 0);
  let text = '';
  for (let period = 0; period < starts.length; period++) {
    const at = from + period;
    if (isEmpty(grid, at)) continue;
    const found = `${figure(value[at]!)},${figure(n[at]!)},${figure(hits[at]!)},${figure(exposure[at]!)}`;
    const range = `${figure(low[at]!)},${figure(high[at]!)},${figure(p90[at]!)}`;
    text += `${head},${starts[period]!},${found},${range},${tail},${assumed[at] === 1 ? 'yes' : 'no'}\r\n`;
  }
  return text;
}

/** What measures.csv says of a measure. */
export type Defined = Pick<MeasureWords, 'id' | 'version' | 'unit' | 'clock'>;

/**
 * measures.csv, tidy: one row a figure of the firm (no client) and of every client, empty = no value, full precision; in
 * pieces. A period without rows and without a value has no line.
 */
export function* measuresCsv(figures: Figures, definitions: readonly Defined[], clients: readonly Pick<ClientEntry, 'id'>[]): Generator<string> {
  yield csv([HEADER]);
  const names = [null, ...clients.map(({ id }) => id)];
  for (const { id, version, unit, clock } of definitions) {
    const tail = fields([unit, clock]);
    for (const grain of GRAINS) {
      const grid = figures.grid(id, grain);
      if (grid === null) continue;
      const starts = Array.from(grid.starts, dayText);
      for (const [at, name] of names.entries()) yield lines(grid, starts, at - 1, fields([id, version, name, grain]), tail);
    }
  }
}
