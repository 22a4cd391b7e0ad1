import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import { countsByCode, type CodeCount } from '../measures/by-code.ts';
import type { CellValue } from '../measures/measure.ts';
import { statusOfCell } from '../measures/status.ts';
import { wilson } from '../measures/statistics.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, windowSpan, windowStart, type Material } from './material.ts';
import type { Cell, Chart, Table } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { count, duration, NONE } from './words.ts';

interface ByPriority {
  readonly measure: 'F4' | 'F5';
  readonly id: string;
  readonly name: string;
  readonly done: string;
  readonly due: string;
  readonly target: 'first_response' | 'resolution';
}

const BY_PRIORITY: readonly ByPriority[] = [
  {
    measure: 'F4',
    id: 'answered-within-target-by-priority',
    name: 'Answered within target',
    done: 'answered',
    due: 'first_response_due_at',
    target: 'first_response',
  },
  {
    measure: 'F5',
    id: 'solved-within-target-by-priority',
    name: 'Solved within target',
    done: 'solved',
    due: 'due_at',
    target: 'resolution',
  },
];

const NO_PRIORITY = 'No priority';
const MOST_ROWS = 40;

function cellOf({ n, hits }: CodeCount): CellValue {
  const { low, high } = wilson(hits, n)!;
  return { value: hits / n, n, hits, low, high, exposure: NaN, p90: NaN, assumed: false };
}

function priorityRows(material: Material, id: string): readonly ShareRow[] {
  const { context } = material;
  const tickets = context.facts.tables.tickets;
  const column = tickets === undefined ? null : codes(tickets, 'priority');
  const population = material.measures.find((measure) => measure.id === id)?.population?.(context) ?? null;
  if (column === null || population === null) return [];
  const counts = countsByCode(population, column, windowStart(material), context.asOf);
  return ranked(counts.map((one) => ({ label: one.word ?? NO_PRIORITY, cell: cellOf(one) })));
}

/** The settings' time of a priority, or that tickets carry their own due time. */
function targetText(material: Material, { due, target }: ByPriority, label: string): string {
  const own = numbers(material.facts.tables.tickets!, due);
  if (own?.some((at) => !Number.isNaN(at))) return 'the export’s due time';
  const { by_priority: words, default: otherwise } = material.context.settings.targets[target];
  const found = Object.entries(words).find(([word]) => fold(word) === fold(label))?.[1] ?? otherwise;
  return found === undefined ? NONE : duration(found);
}

function priorityChart(material: Material, by: ByPriority): Chart | null {
  const rows = priorityRows(material, by.measure);
  const whole = known(windowCell(material, by.measure));
  if (rows.length < 2 || whole === null) return null;
  const words: ApartWords = {
    noun: ['priority', 'priorities'],
    rows: 'tickets',
    below: [`is ${by.done} within target less often than the rest`, `are ${by.done} within target less often than the rest`],
    above: [`is ${by.done} within target more often than the rest`, `are ${by.done} within target more often than the rest`],
    none: 'No priority can be told apart from the others',
  };
  const { title, rows: apart } = apartTitle(rows, whole, words);
  const subtitle = `${by.name}, by priority, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${count(whole.n)}`;
  const table = sharesTable(subtitle, ['Priority', 'Within it', 'Tickets'], rows, ({ cell }) => statusOfCell('share', cell, aimOf(material)));
  const targets: readonly Cell[] = rows.map(({ label }) => targetText(material, by, label)).map((text) => ({ text, value: text }));
  const withTargets: Table = {
    ...table,
    columns: [...table.columns, { name: 'Target', numeric: false }],
    rows: table.rows.map((cells, at) => [...cells, targets[at]!]),
  };
  return sharesChart(rows.slice(0, MOST_ROWS), {
    id: by.id,
    title,
    subtitle,
    foot: sourceOf(material, ['tickets']),
    table: withTargets,
    noun: words.noun,
    band: aimBand(material),
    singled: apart,
  });
}

/** The shares within target by priority, where tickets carry more than one. */
export function priorityCharts(material: Material): readonly Chart[] {
  return BY_PRIORITY.map((by) => priorityChart(material, by)).filter((chart) => chart !== null);
}
