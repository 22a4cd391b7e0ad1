import { cellIndex, type Figures, type Grid } from '../measures/grid.ts';
import type { MeasureWords } from '../measures/measure.ts';
import { dayText } from '../time/weeks.ts';
import { csv } from './csv.ts';
import { NUMBER_BYTES, putBytes, putNumber } from './csv-bytes.ts';
import type { ClientEntry } from './model.ts';
import { GRAINS, isEmpty } from './series.ts';

const HEADER = 'measure,version,client,grain,start,value,n,hits,exposure,low,high,p90,unit,clock,assumed'.split(',');
const NUMBERS = 7;
const PIECE = 1 << 18;

const encoder = new TextEncoder();
const fields = (...values: readonly (string | number | null)[]): string => csv([values]).slice(0, -'\r\n'.length);

/** What measures.csv says of a measure. */
export type Defined = Pick<MeasureWords, 'id' | 'version' | 'unit' | 'clock'>;

/** What stands before and after the numbers of a line. */
interface Around {
  /** Measure, version, client and grain. */
  readonly head: Uint8Array;
  /** The first day of each period. */
  readonly starts: readonly Uint8Array[];
  /** Unit, clock and whether it is assumed, to the end of the line. */
  readonly tails: readonly [known: Uint8Array, assumed: Uint8Array];
}

/** The most bytes that the lines of one client take in a grain. */
const mostOf = ({ head, starts, tails }: Around): number => starts.length * (head.length + (starts[0]?.length ?? 0) + NUMBERS * NUMBER_BYTES + tails[1].length);

/** Puts the lines of one client, or of the firm, in one grain at a place of bytes: those of every period with rows or a value. Gives the place after them. */
function putLines(out: Uint8Array, from: number, grid: Grid, client: number, { head, starts, tails }: Around): number {
  const { value, n, hits, exposure, low, high, p90, assumed } = grid;
  const first = cellIndex(grid, client, 0);
  let end = from;
  for (let period = 0; period < starts.length; period++) {
    const at = first + period;
    if (isEmpty(grid, at)) continue;
    end = putBytes(out, putBytes(out, end, head), starts[period]!);
    end = putNumber(out, end, value[at]!);
    end = putNumber(out, end, n[at]!);
    end = putNumber(out, end, hits[at]!);
    end = putNumber(out, end, exposure[at]!);
    end = putNumber(out, end, low[at]!);
    end = putNumber(out, end, high[at]!);
    end = putNumber(out, end, p90[at]!);
    end = putBytes(out, end, tails[assumed[at] === 1 ? 1 : 0]);
  }
  return end;
}

/**
 * measures.csv, tidy: one row a figure of the firm (no client) and of every client, empty = no value, full precision; in
 * pieces of UTF-8. A period without rows and without a value has no line.
 */
export function* measuresCsv(figures: Figures, definitions: readonly Defined[], clients: readonly Pick<ClientEntry, 'id'>[]): Generator<Uint8Array> {
  yield encoder.encode(csv([HEADER]));
  const names = [null, ...clients.map(({ id }) => id)];
  let piece = new Uint8Array(PIECE);
  let end = 0;
  for (const { id, version, unit, clock } of definitions) {
    const tailOf = (assumed: string): Uint8Array => encoder.encode(`${fields(unit, clock, assumed)}\r\n`);
    const tails = [tailOf('no'), tailOf('yes')] as const;
    for (const grain of GRAINS) {
      const grid = figures.grid(id, grain);
      if (grid === null) continue;
      const starts = Array.from(grid.starts, (day) => encoder.encode(`${dayText(day)},`));
      for (const [at, name] of names.entries()) {
        const around = { head: encoder.encode(`${fields(id, version, name, grain)},`), starts, tails };
        if (end + mostOf(around) > piece.length) {
          yield piece.subarray(0, end);
          piece = new Uint8Array(Math.max(PIECE, mostOf(around)));
          end = 0;
        }
        end = putLines(piece, end, grid, at - 1, around);
      }
    }
  }
  yield piece.subarray(0, end);
}
