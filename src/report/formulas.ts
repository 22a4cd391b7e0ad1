import { windowScale } from '../measures/answer-scales.ts';
import type { CellValue } from '../measures/measure.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Cell, Section, Table } from './model.ts';
import { count, FEW, hitsOf, NONE, number, percent, SOME } from './words.ts';

interface Formula {
  readonly name: string;
  readonly figure: string;
  readonly receipt: string;
  /** null = no value. */
  readonly cell: CellValue | null;
  readonly say: (value: number) => string;
}

const PER_CENT = '\u00a0%';
const COLUMNS = ['Formula', 'Figure', 'Receipt', 'Interval from', 'Interval to'];
/** Under 30 answers the interval comes before the point. */
const INTERVAL_FIRST = [0, 3, 4, 1, 2];
const FIGURE_FIRST = [0, 1, 2, 3, 4];

function shares(material: Material): readonly Formula[] {
  const all = known(windowCell(material, 'S1'));
  if (all === null) return [];
  const sided = known(windowCell(material, 'S3'));
  const negative = (sided?.n ?? all.hits) - all.hits;
  const [plus, minus, n] = [count(all.hits), count(negative), count(all.n)];
  const say = (of: number) => (value: number) => (value < 0 ? `−${percent(-value, of)}` : percent(value, of)) + PER_CENT;
  const figure = (cell: CellValue | null, hits: number) => (cell === null ? NONE : cell.n < FEW ? hitsOf(hits, cell.n) : say(cell.n)(cell.value));
  const net = known(windowCell(material, 'S2'));
  return [
    { name: 'Positive of all', figure: figure(all, all.hits), receipt: `${plus} ÷ ${n}`, cell: all, say: say(all.n) },
    {
      name: 'Positive less negative, of all',
      figure: figure(net, all.hits - negative),
      receipt: `(${plus} − ${minus}) ÷ ${n}`,
      cell: net,
      say: say(all.n),
    },
    {
      name: 'Positive of those who took a side',
      figure: figure(sided, all.hits),
      receipt: `${plus} ÷ (${plus} + ${minus})`,
      cell: sided,
      say: say(sided?.n ?? 0),
    },
  ];
}

function mean(material: Material): readonly Formula[] {
  const cell = windowCell(material, 'S4');
  if (cell === null || !(cell.n > 0)) return [];
  const scale = windowScale(material.context);
  const name = scale === null ? 'Mean mark' : `Mean mark from ${number(scale.low)} to ${number(scale.high)}`;
  if (Number.isNaN(cell.value)) return [{ name, figure: NONE, receipt: 'answers on two scales', cell: null, say: number }];
  return [
    {
      name,
      figure: number(cell.value),
      receipt: `${count(cell.value * cell.n)} ÷ ${count(cell.n)}`,
      cell,
      say: number,
    },
  ];
}

function tableOf(material: Material, formulas: readonly Formula[], n: number): Table {
  const end = (cell: CellValue | null, say: Formula['say'], value: number): Cell =>
    cell === null || Number.isNaN(value) ? { text: NONE, value: null } : { text: cell.n < FEW ? NONE : say(value), value };
  const rows = formulas.map(({ name, figure, receipt, cell, say }): readonly Cell[] => [
    { text: name, value: name },
    { text: figure, value: cell?.value ?? null },
    { text: receipt, value: receipt },
    end(cell, say, cell?.low ?? NaN),
    end(cell, say, cell?.high ?? NaN),
  ]);
  const order = n < SOME ? INTERVAL_FIRST : FIGURE_FIRST;
  return {
    caption: `The same answers under four formulas, whole firm, ${windowSpan(material)}, n\u00a0=\u00a0${count(n)}`,
    columns: order.map((at) => ({ name: COLUMNS[at]!, numeric: at !== 0 && at !== 2 })),
    rows: rows.map((cells) => order.map((at) => cells[at]!)),
  };
}

/** The same answers under the formulas in use, each with the numbers that it is made from. */
export function formulaSection(material: Material): readonly Section[] {
  const formulas = [...shares(material), ...mean(material)];
  const n = known(windowCell(material, 'S1'))?.n ?? 0;
  if (formulas.length === 0 || n === 0) return [];
  return [
    {
      id: 'formulas',
      head: 'Four formulas',
      note: 'Tools and firms reckon satisfaction differently. This report goes by the first.',
      blocks: [
        {
          kind: 'table',
          id: 'satisfaction-formulas',
          table: tableOf(material, formulas, n),
          foot: sourceOf(material, ['surveys']),
        },
      ],
    },
  ];
}
