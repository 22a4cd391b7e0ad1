import type { TableName } from '../facts/table.ts';
import type { CellValue } from '../measures/measure.ts';
import { windowValues } from '../measures/window-values.ts';
import { say } from '../language/language.ts';
import { FIRM, known, sourceOf, windowCell, type Material } from './material.ts';
import type { Chart } from './model.ts';
import { spreadChart } from './spread.ts';
import { windowSpan } from './window.ts';
import { count, duration, FEW, openHours } from './words.ts';

/** A time that runs on both clocks, shown by how it spreads; its words are said already. */
export interface Times {
  readonly elapsed: string;
  readonly working: string;
  readonly id: string;
  readonly tables: readonly TableName[];
  readonly noun: readonly [one: string, many: string];
  /** "Call-backs by time from the promise to the call". */
  readonly what: string;
  /** The finding of so many rows with a median in words. */
  readonly half: (cell: CellValue, median: string) => string;
  /** The finding where the rows are too few for a median. */
  readonly few: (cell: CellValue) => string;
}

/** A finding counted in opening hours. Its first letter is a value of its own: not every language has a small one there. */
const inOpeningHours = (title: string): string => say`In opening hours, ${title.charAt(0).toLowerCase()}${title.slice(1)}`;

function timesChart(material: Material, times: Times, clock: 'elapsed' | 'working'): Chart | null {
  const measure = material.measures.find(({ id }) => id === times[clock]);
  const values = measure === undefined ? null : windowValues(measure, material.context);
  const cell = known(windowCell(material, times[clock]));
  if (values === null || cell === null) return null;
  const written = clock === 'elapsed' ? duration : openHours;
  const period = windowSpan(material, times[clock]);
  const title = cell.n < FEW ? times.few(cell) : times.half(cell, written(cell.value));
  return spreadChart({
    id: `${times.id}-${clock}`,
    title: clock === 'elapsed' ? title : inOpeningHours(title),
    subtitle: (units) =>
      clock === 'elapsed'
        ? say`${times.what}, elapsed clock, whole firm, ${period}, ${units}, n\u00a0=\u00a0${count(cell.n)}`
        : say`${times.what}, opening hours, whole firm, ${period}, ${units}, n\u00a0=\u00a0${count(cell.n)}`,
    foot: sourceOf(material, times.tables),
    values: values(FIRM),
    noun: times.noun,
    say: written,
  });
}

/** How a time spreads in the window, as the client felt it and in opening hours; empty without any value. */
export function timesCharts(material: Material, times: Times): readonly Chart[] {
  return (['elapsed', 'working'] as const).map((clock) => timesChart(material, times, clock)).filter((chart) => chart !== null);
}
