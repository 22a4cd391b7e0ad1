import { phrase, say, translated } from '../language/language.ts';
import { windowScale } from '../measures/answer-scales.ts';
import { WINDOW_DAYS } from '../measures/axis.ts';
import type { CellValue } from '../measures/measure.ts';
import { scalesSaid } from './answer-scales.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import { sparkOf } from './ledger.ts';
import type { Cell, Figure, Section, Table } from './model.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, FEW, hitsOf, NONE, number, percent, range, SOME } from './words.ts';

interface Formula {
  /** Names it in an address. */
  readonly key: string;
  readonly measure: string;
  readonly name: string;
  /** The name on a switch. */
  readonly short: string;
  readonly figure: string;
  readonly receipt: string;
  /** null = no value. */
  readonly cell: CellValue | null;
  readonly form: (value: number) => string;
}

const PER_CENT = '\u00a0%';
/** Letters from which a value is set smaller. */
const COMPACT = 6;
const COLUMNS = [phrase`Formula`, phrase`Figure`, phrase`Receipt`, phrase`Interval from`, phrase`Interval to`];
/** Under 30 answers the interval comes before the point. */
const INTERVAL_FIRST = [0, 3, 4, 1, 2];
const FIGURE_FIRST = [0, 1, 2, 3, 4];

function shares(material: Material): readonly Formula[] {
  const all = known(windowCell(material, 'S1'));
  if (all === null) return [];
  const sided = known(windowCell(material, 'S3'));
  const negative = (sided?.n ?? all.hits) - all.hits;
  const [plus, minus, n] = [count(all.hits), count(negative), count(all.n)];
  const form = (of: number) => (value: number) => (value < 0 ? `−${percent(-value, of)}` : percent(value, of)) + PER_CENT;
  const figure = (cell: CellValue | null, hits: number) => (cell === null ? NONE : cell.n < FEW ? hitsOf(hits, cell.n) : form(cell.n)(cell.value));
  const net = known(windowCell(material, 'S2'));
  return [
    {
      key: 'positive',
      measure: 'S1',
      short: say`positive of all`,
      name: say`Positive of all`,
      figure: figure(all, all.hits),
      receipt: `${plus} ÷ ${n}`,
      cell: all,
      form: form(all.n),
    },
    {
      key: 'net',
      measure: 'S2',
      short: say`positive less negative`,
      name: say`Positive less negative, of all`,
      figure: figure(net, all.hits - negative),
      receipt: `(${plus} − ${minus}) ÷ ${n}`,
      cell: net,
      form: form(all.n),
    },
    {
      key: 'sided',
      measure: 'S3',
      short: say`of those who took a side`,
      name: say`Positive of those who took a side`,
      figure: figure(sided, all.hits),
      receipt: `${plus} ÷ (${plus} + ${minus})`,
      cell: sided,
      form: form(sided?.n ?? 0),
    },
  ];
}

function mean(material: Material): readonly Formula[] {
  const cell = windowCell(material, 'S4');
  if (cell === null || !(cell.n > 0)) return [];
  const scale = windowScale(material.context);
  const name = scale === null ? say`Mean mark` : say`Mean mark from ${number(scale.low)} to ${number(scale.high)}`;
  const of = { key: 'mean', measure: 'S4', short: say`mean mark` };
  if (Number.isNaN(cell.value)) return [{ ...of, name, figure: NONE, receipt: say`answers on two scales`, cell: null, form: number }];
  return [
    {
      ...of,
      name,
      figure: number(cell.value),
      receipt: `${count(cell.value * cell.n)} ÷ ${count(cell.n)}`,
      cell,
      form: number,
    },
  ];
}

function tableOf(material: Material, formulas: readonly Formula[], n: number): Table {
  const end = (cell: CellValue | null, form: Formula['form'], value: number): Cell =>
    cell === null || Number.isNaN(value) ? { text: NONE, value: null } : { text: cell.n < FEW ? NONE : form(value), value };
  const rows = formulas.map(({ name, figure, receipt, cell, form }): readonly Cell[] => [
    { text: name, value: name },
    { text: figure, value: cell?.value ?? null },
    { text: receipt, value: receipt },
    end(cell, form, cell?.low ?? NaN),
    end(cell, form, cell?.high ?? NaN),
  ]);
  const order = n < SOME ? INTERVAL_FIRST : FIGURE_FIRST;
  return {
    caption: say`The same answers under four formulas, whole firm, ${windowSpan(material, 'S1')}, n\u00a0=\u00a0${count(n)}`,
    columns: order.map((at) => ({ name: translated(COLUMNS[at]!), numeric: at !== 0 && at !== 2 })),
    rows: rows.map((cells) => order.map((at) => cells[at]!)),
  };
}

const unitOf = (figure: string): string => (figure.endsWith(PER_CENT) ? '%' : '');

/** Under thirty answers the interval is the figure. */
function shownValue({ figure, cell, form }: Formula): readonly [value: string, unit: string] {
  if (cell === null || cell.n < FEW) return [figure, ''];
  if (cell.n < SOME && !Number.isNaN(cell.low)) return [`${form(cell.low)}–${form(cell.high)}`.replaceAll(PER_CENT, ''), unitOf(figure)];
  return [figure.replace(PER_CENT, ''), unitOf(figure)];
}

/** One formula as a row of the ledger: its figure, its receipt, its interval and its year. */
function formulaFigure(material: Material, formula: Formula): Figure {
  const { key, measure, name, figure, receipt, cell, form } = formula;
  const [value, unit] = shownValue(formula);
  const told = cell !== null && cell.n >= FEW;
  const ends = told ? range(cell.low, cell.high, form) : '';
  const kind = unitOf(figure) === '%' ? 'share' : 'count';
  const spark = told ? sparkOf(material, { measure, kind, name, href: null, note: () => '', target: null, emptyNote: '', leastRows: FEW }) : null;
  return {
    id: `formula-${key}`,
    name,
    href: null,
    definition: `definitions/#${measure}`,
    note: say`${receipt}, answers, ${windowOf(material, measure).over}`,
    value,
    unit,
    compact: value.length > COMPACT,
    mark: null,
    markText: ends === '' ? '' : cell!.n < SOME ? say`point ${form(cell!.value)}` : say`interval ${ends}`,
    spark,
    sparkText: spark === null ? say`No line: too few weeks have 10 answers.` : say`${name} by week, ${count(spark.values.length)} weeks`,
    status: null,
    interval: '',
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
      head: say`Four formulas`,
      note: `${say`Tools and firms reckon satisfaction differently. This report goes by the first.`}${scalesSaid(material, material.context.asOf - WINDOW_DAYS + 1)}`,
      blocks: [
        {
          kind: 'switch',
          id: 'satisfaction-formula',
          name: 'formula',
          label: say`Formula`,
          choices: formulas.map((formula) => ({
            key: formula.key,
            text: formula.short,
            blocks: [{ kind: 'figures', figures: [formulaFigure(material, formula)] }],
          })),
        },
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
