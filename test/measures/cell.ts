import { figuresOf } from '../../src/measures/cells.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import type { CellValue, Context, Grain } from '../../src/measures/measure.ts';
import { day } from './facts-of.ts';

/** All figures of a context. */
export function allFigures(context: Context): Figures {
  return figuresOf(measures, context);
}

/** The cell of a measure for a client (-1 = the firm) in the period that starts on a day, the window by default. */
export function cell(figures: Figures, measure: string, client = -1, grain: Grain = 'window', start?: string): CellValue {
  const grid = figures.grid(measure, grain);
  if (grid === null) throw new Error(`${measure} has no ${grain} grid`);
  const period = start === undefined ? grid.starts.length - 1 : grid.starts.indexOf(day(start));
  if (period < 0) throw new Error(`${measure} has no ${grain} from ${start}`);
  return cellAt(grid, client, period);
}

/** What a measure left out, by reason. */
export function leftOut(figures: Figures, measure: string): Readonly<Record<string, number>> {
  const account = figures.accounts.find((one) => one.measure === measure);
  if (account === undefined) throw new Error(`${measure} has no account`);
  return Object.fromEntries(account.excluded.map(({ reason, rows }) => [reason, rows]));
}
