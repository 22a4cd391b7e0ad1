import { dayText } from '../time/weeks.ts';
import { say } from '../language/language.ts';
import { history, known, sourceOf, span, WEEKS_SHOWN, windowCell, type History, type Material } from './material.ts';
import type { Cell, Chart, TimePoint } from './model.ts';
import { columnsOf, inMinutes } from './plain-cells.ts';
import type { Speed } from './response-speeds.ts';
import { durationScale } from './scales.ts';
import { count, date, duration, FEW, NONE, openHours, plural } from './words.ts';

export { FIRST_RESPONSE } from './response-speeds.ts';

const MINUTE = 60_000;

interface Line {
  readonly name: string;
  readonly short: string;
  readonly values: readonly (number | null)[];
  readonly written: (ms: number) => string;
}

function linesOf(elapsed: History, working: History): readonly Line[] {
  const pick = ({ cells }: History, which: 'value' | 'p90') => cells.map((cell) => (cell.n >= FEW && !Number.isNaN(cell[which]) ? cell[which] : null));
  return [
    { name: say`half, opening hours`, short: say`half, open`, values: pick(working, 'value'), written: openHours },
    { name: say`9 in 10, opening hours`, short: say`9 in 10, open`, values: pick(working, 'p90'), written: openHours },
    { name: say`half, elapsed`, short: say`half`, values: pick(elapsed, 'value'), written: duration },
    { name: say`9 in 10, elapsed`, short: say`9 in 10`, values: pick(elapsed, 'p90'), written: duration },
  ];
}

const said = ({ values, written }: Line, at: number): Cell => {
  const value = values[at]!;
  return value === null ? { text: NONE, value: null } : { text: written(value), value: value / MINUTE };
};

/** Median and 90th percentile by week, drawn in opening hours, on both clocks in the table; null where no week has enough tickets. */
export function clocksChart(material: Material, { id, elapsed, working, words }: Speed): Chart | null {
  const weeks = history(material, elapsed, 'week', WEEKS_SHOWN);
  const lines = linesOf(weeks, history(material, working, 'week', WEEKS_SHOWN));
  const drawn = lines.slice(0, 2);
  const all = drawn.flatMap(({ values }) => values.filter((value) => value !== null));
  if (all.length === 0) return null;
  const [felt, open] = [known(windowCell(material, elapsed)), known(windowCell(material, working))];
  const n = weeks.cells.reduce((sum, cell) => sum + cell.n, 0);
  const subtitle = say`Median and 90th percentile of the ${words.time()} in opening hours (both clocks in the table), whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, n\u00a0=\u00a0${count(n)}`;
  const points = (values: Line['values']): readonly TimePoint[] => values.map((value, at) => ({ start: dayText(weeks.starts[at]!), value, open: false }));
  const last = ({ name, values, written }: Line) => `${name} ${written(values.findLast((value) => value !== null) ?? NaN)}`;
  return {
    id: `${id}-both-clocks`,
    title:
      felt === null || open === null
        ? say`The last 13 weeks have no value`
        : say`In opening hours half within ${openHours(open.value)}, 9 in 10 within ${openHours(open.p90)}`,
    subtitle,
    summary: say`${plural(weeks.starts.length, 'week')}. In the last week with a value: ${lines.map(last).join(', ')}. In opening hours shortest ${openHours(Math.min(...all))}, longest ${openHours(Math.max(...all))}.`,
    foot: sourceOf(material, ['tickets'], weeks.starts[0]),
    drawing: {
      shape: 'lines',
      scale: durationScale(all, openHours),
      series: drawn.map(({ name, short, values }) => ({ name, short, points: points(values) })),
      events: [],
      band: null,
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Week of`, say`Tickets`, ...lines.map(({ name }) => inMinutes(name))]),
      rows: weeks.starts.map((start, at) => {
        const { n: rows } = weeks.cells[at]!;
        return [{ text: date(start), value: dayText(start) }, { text: count(rows), value: rows }, ...lines.map((line) => said(line, at))];
      }),
    },
  };
}
