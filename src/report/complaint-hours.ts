import { say, sayPieces } from '../language/language.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { history, known, windowCell, type History, type Material } from './material.ts';
import type { Block, Chart, Section, Span } from './model.ts';
import { monthlyChart, months } from './months.ts';
import { countCell, numberCell } from './plain-cells.ts';
import { runTogether } from './run-together.ts';
import { countScale } from './scales.ts';
import { windowOf } from './window.ts';
import { count, FEW, hitsAmong, hours, label, number, percent, plural } from './words.ts';

const HOUR = 3_600_000;

const enough = ({ cells }: History, which: 'value' | 'p90', unit = 1) =>
  cells.map((cell) => (cell.n >= FEW && !Number.isNaN(cell[which]) ? cell[which] / unit : null));

/** The same months of another measure. */
const alongside = (material: Material, measure: string, { starts }: History): History => history(material, measure, 'month', starts.length);

/** Hours for each complaint by month; null where no month has enough complaints with time logged. */
function hoursChart(material: Material): Chart | null {
  const mean = months(material, 'A12-logged');
  if (!mean.cells.some(({ n }) => n >= FEW)) return null;
  const middle = alongside(material, 'A12-median', mean);
  const untimed = alongside(material, 'A12-untimed', mean);
  const cell = known(windowCell(material, 'A12-logged'));
  const half = known(windowCell(material, 'A12-median'));
  const lines = [
    { name: say`mean`, short: say`mean`, values: enough(mean, 'value') },
    { name: say`half within`, short: say`half`, values: enough(middle, 'value', HOUR) },
    { name: say`9 in 10 within`, short: say`9 in 10`, values: enough(middle, 'p90', HOUR) },
  ];
  return monthlyChart(material, {
    id: 'hours-per-complaint',
    title:
      cell === null || half === null
        ? say`No complaint of the last 13 weeks has time logged`
        : say`A complaint takes ${label(cell.value)} h in the mean, half take ${hours(half.value / HOUR)} or less`,
    what: say`Hours logged for each formal complaint with any, by the month it was received`,
    n: mean.cells.reduce((total, one) => total + one.n, 0),
    starts: mean.starts,
    lines,
    tables: ['complaints', 'time_entries'],
    scale: countScale(
      lines.flatMap(({ values }) => values.filter((value) => value !== null)),
      (value) => `${number(value)}${value === 0 ? '' : '\u00a0h'}`,
    ),
    say: hours,
    more: [
      [say`With time`, mean.cells.map(({ n }) => countCell(n))],
      [say`Without time`, untimed.cells.map((one) => countCell(one.hits))],
    ],
  });
}

/** What part of all hours logged went into complaints, by month; null without such a part. */
function partChart(material: Material): Chart | null {
  const part = months(material, 'A14');
  const now = known(windowCell(material, 'A14'));
  if (part.starts.length === 0) return null;
  const values = part.cells.map(({ value }) => (Number.isNaN(value) ? null : value * 100));
  const [spent, all] = ['A14-complaints', 'A14-all'].map((id) => alongside(material, id, part));
  const total = known(windowCell(material, 'A14-all'));
  const least = Math.min(...part.cells.filter(({ n }) => n > 0).map(({ n }) => n));
  const title =
    now === null || total === null
      ? say`No hours are logged in the last 13 weeks`
      : say`Complaints took ${percent(now.value, now.n)}\u00a0% of ${hoursCount(total.value)} logged ${windowOf(material, 'A14').within}`;
  return monthlyChart(material, {
    id: 'complaint-hours-part',
    title,
    what: say`Hours logged for formal complaints as a part of all hours logged, %, time entries`,
    n: part.cells.reduce((sum, { n }) => sum + (n || 0), 0),
    starts: part.starts,
    lines: [{ name: say`part of all hours`, short: say`part`, values }],
    tables: ['complaints', 'time_entries'],
    scale: countScale(
      values.filter((value) => value !== null),
      (value) => `${number(value)}${value === 0 ? '' : '\u00a0%'}`,
    ),
    say: (value) => `${percent(value / 100, least)}\u00a0%`,
    more: [
      [say`Hours on complaints`, spent!.cells.map((one) => numberCell(one.value, number))],
      [say`All hours`, all!.cells.map((one) => numberCell(one.value, number))],
    ],
  });
}

const hoursCount = (value: number) => `${count(value)}\u00a0h`;

function specs(): readonly FigureSpec[] {
  const each = { href: null, target: null, emptyNote: (within: string) => say`no complaint has time logged ${within}` } as const;
  return [
    {
      ...each,
      measure: 'A12-logged',
      kind: 'mean',
      name: say`Hours logged for each complaint`,
      note: (cell, over) => say`mean of ${plural(cell.n, 'complaint')} with time logged, ${over}`,
      unit: 'h',
      leastRows: 1,
    },
    {
      ...each,
      measure: 'A12-untimed',
      kind: 'share',
      name: say`Complaints with no time logged`,
      note: (cell, over) => say`${hitsAmong(cell.hits, plural(cell.n, 'complaint'))}, ${over}`,
      emptyNote: (within: string) => say`no complaint ${within}`,
    },
  ];
}

/** Where no complaint has time logged, what stands in; the two are never mixed. */
function assumption(material: Material): readonly Block[] {
  const received = known(windowCell(material, 'A11-count'))?.value ?? 0;
  if (known(windowCell(material, 'A12-logged')) !== null || received === 0) return [];
  const { hours_assumed: each } = material.context.settings.complaints;
  return [
    {
      kind: 'prose',
      words: runTogether(
        sayPieces<Span>`No complaint of the last 13 weeks has time logged. The cost takes ${label(each)} h for each, ${{ em: say`assumed` }} in settings.yaml.`,
      ),
    },
  ];
}

/** The work that complaints make, as far as it was logged. */
export function hoursSection(material: Material): readonly Section[] {
  const figures = specs()
    .filter(({ measure }) => material.figures.grid(measure, 'window') !== null)
    .map((spec) => figureOf(material, spec));
  const charts = [hoursChart(material), partChart(material)].filter((chart) => chart !== null);
  if (material.facts.tables.time_entries === undefined) return [];
  const blocks: readonly Block[] = [
    ...(figures.length === 0 ? [] : [{ kind: 'figures' as const, figures }]),
    ...assumption(material),
    ...charts.map((chart) => ({ kind: 'chart' as const, chart })),
  ];
  const note = say`Time logged on the complaint, on the ticket it names or on the ticket that it is. Complaints without time are left out of the mean, and counted.`;
  return blocks.length === 0 ? [] : [{ id: 'hours', head: say`The hours`, note, blocks }];
}
