import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import { countsByCode, type CodeCount } from '../measures/by-code.ts';
import type { CellValue } from '../measures/measure.ts';
import { statusOfCell } from '../measures/status.ts';
import { wilson } from '../measures/statistics.ts';
import { say } from '../language/language.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, windowStart, type Material } from './material.ts';
import type { Cell, Chart, Table } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, duration, NONE } from './words.ts';

interface ByPriority {
  readonly measure: 'F4' | 'F5';
  readonly id: string;
  readonly due: string;
  readonly target: 'first_response' | 'resolution';
  readonly words: () => Pick<ApartWords, 'below' | 'above'>;
  readonly subtitle: (span: string, n: number) => string;
}

const BY_PRIORITY: readonly ByPriority[] = [
  {
    measure: 'F4',
    id: 'answered-within-target-by-priority',
    due: 'first_response_due_at',
    target: 'first_response',
    words: () => ({
      below: [say`is answered within target less often than the rest`, say`are answered within target less often than the rest`],
      above: [say`is answered within target more often than the rest`, say`are answered within target more often than the rest`],
    }),
    subtitle: (span, n) => say`Answered within target, by priority, whole firm, ${span}, %, n\u00a0=\u00a0${count(n)}`,
  },
  {
    measure: 'F5',
    id: 'solved-within-target-by-priority',
    due: 'due_at',
    target: 'resolution',
    words: () => ({
      below: [say`is solved within target less often than the rest`, say`are solved within target less often than the rest`],
      above: [say`is solved within target more often than the rest`, say`are solved within target more often than the rest`],
    }),
    subtitle: (span, n) => say`Solved within target, by priority, whole firm, ${span}, %, n\u00a0=\u00a0${count(n)}`,
  },
];

const MOST_ROWS = 40;

/** A share with the word of its priority in the export; null where tickets carry none. */
interface PriorityRow extends ShareRow {
  readonly word: string | null;
}

function cellOf({ n, hits }: CodeCount): CellValue {
  const { low, high } = wilson(hits, n)!;
  return { value: hits / n, n, hits, low, high, exposure: NaN, p90: NaN, assumed: false };
}

function priorityRows(material: Material, id: string): readonly PriorityRow[] {
  const { context } = material;
  const tickets = context.facts.tables.tickets;
  const column = tickets === undefined ? null : codes(tickets, 'priority');
  const population = material.measures.find((measure) => measure.id === id)?.population?.(context) ?? null;
  if (column === null || population === null) return [];
  const counts = countsByCode(population, column, windowStart(material), context.asOf);
  return ranked(counts.map((one) => ({ word: one.word, label: one.word ?? say`No priority`, cell: cellOf(one) })));
}

/** The settings' time of a priority, or that tickets carry their own due time. */
function targetText(material: Material, { due, target }: ByPriority, word: string | null): string {
  const own = numbers(material.facts.tables.tickets!, due);
  if (own?.some((at) => !Number.isNaN(at))) return say`the export’s due time`;
  const { by_priority: times, default: otherwise } = material.context.settings.targets[target];
  const found = (word === null ? undefined : Object.entries(times).find(([name]) => fold(name) === fold(word))?.[1]) ?? otherwise;
  return found === undefined ? NONE : duration(found);
}

function priorityChart(material: Material, by: ByPriority): Chart | null {
  const rows = priorityRows(material, by.measure);
  const whole = known(windowCell(material, by.measure));
  if (rows.length < 2 || whole === null) return null;
  const words: ApartWords = {
    ...by.words(),
    noun: [say`priority`, say`priorities`],
    rows: say`tickets`,
    none: say`No priority can be told apart from the others`,
  };
  const { title, rows: apart } = apartTitle(rows, whole, words);
  const subtitle = by.subtitle(windowSpan(material, by.measure), whole.n);
  const table = sharesTable(subtitle, [say`Priority`, say`Within it`, say`Tickets`], rows, ({ cell }) => statusOfCell('share', cell, aimOf(material)));
  const targets: readonly Cell[] = rows.map(({ word }) => targetText(material, by, word)).map((text) => ({ text, value: text }));
  const withTargets: Table = {
    ...table,
    columns: [...table.columns, { name: say`Target`, numeric: false }],
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
