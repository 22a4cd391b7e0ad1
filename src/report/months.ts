import type { TableName } from '../facts/table.ts';
import { say } from '../language/language.ts';
import { dayText, periodEnd } from '../time/weeks.ts';
import { fromFirstValue, history, sourceOf, span, type Material } from './material.ts';
import type { Cell, Chart, Scale } from './model.ts';
import { columnsOf } from './plain-cells.ts';
import { count, monthName, NONE, plural } from './words.ts';

/** One line by month: its value in each month by the first day, null where there is none. */
export interface MonthLine {
  readonly name: string;
  readonly short: string;
  readonly values: readonly (number | null)[];
}

/** Figures by month, and the words of the page that shows them. */
export interface Monthly extends Pick<Chart, 'id' | 'title'> {
  readonly starts: readonly number[];
  readonly lines: readonly MonthLine[];
  /** Measure, who and unit; the period and n are added. */
  readonly what: string;
  readonly n: number;
  readonly tables: readonly TableName[];
  readonly scale: Scale;
  readonly say: (value: number) => string;
  /** Further columns of the table: name, and the cell of each month. */
  readonly more: readonly (readonly [name: string, cells: readonly Cell[]])[];
}

const MOST_MONTHS = 24;

/** The newest months of a measure from the first that has a value. */
export const months = (material: Material, measure: string) => fromFirstValue(history(material, measure, 'month', MOST_MONTHS));

/** Up to four figures by month on one scale, the running month marked. */
export function monthlyChart(material: Material, monthly: Monthly): Chart {
  const { starts, lines, say: told, what, n } = monthly;
  const { asOf } = material.context;
  const isOpen = (start: number) => periodEnd('month', start) > asOf;
  const subtitle = say`${what}, whole firm, per month, ${span(starts[0]!, asOf)}, n\u00a0=\u00a0${count(n)}`;
  const summed = lines.map(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
    if (known.length === 0) return say`${name}: no month has a value`;
    const [low, high, last] = [known.reduce((a, b) => (b.value < a.value ? b : a)), known.reduce((a, b) => (b.value > a.value ? b : a)), known.at(-1)!];
    const when = ({ at }: (typeof known)[number]) => monthName(starts[at]!, NaN);
    return say`${name}: lowest ${told(low.value)} in ${when(low)}, highest ${told(high.value)} in ${when(high)}, last ${told(last.value)} in ${when(last)}`;
  });
  return {
    id: monthly.id,
    title: monthly.title,
    subtitle,
    summary: `${plural(starts.length, 'month')}. ${summed.join('. ')}.`,
    foot: sourceOf(material, monthly.tables, starts[0]),
    drawing: {
      shape: 'lines',
      scale: monthly.scale,
      series: lines.map(({ name, short, values }) => ({
        name,
        short,
        points: values.map((value, at) => ({ start: dayText(starts[at]!), value, open: isOpen(starts[at]!) })),
      })),
      events: [],
      band: null,
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Month`, ...lines.map(({ name }) => name), ...monthly.more.map(([name]) => name)]),
      rows: starts.map((start, at) => [
        { text: isOpen(start) ? say`${monthName(start, NaN)}, incomplete` : monthName(start, NaN), value: dayText(start) },
        ...lines.map(({ values }): Cell => ({ text: values[at] === null ? NONE : told(values[at]!), value: values[at]! })),
        ...monthly.more.map(([, cells]) => cells[at]!),
      ]),
    },
  };
}
