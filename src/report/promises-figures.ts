import { WINDOW_DAYS } from '../measures/axis.ts';
import type { CellValue } from '../measures/measure.ts';
import { quantile } from '../measures/statistics.ts';
import { aimOf } from './aim.ts';
import { nineInTen } from './figures.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { WEEKS_SHOWN, type Material } from './material.ts';
import type { Block, Figure } from './model.ts';
import { shareCell } from './promises-share.ts';
import { shareText } from './shares.ts';
import { count, duration, hitsOf, plural } from './words.ts';

type Noun = readonly [one: string, many: string];

const WITHIN = '13 weeks';
const hitsNote = (cell: CellValue, [one, many]: Noun) => `${hitsOf(cell.hits, cell.n)} ${cell.n === 1 ? one : many}, ${WITHIN}`;

/** A share of the ledger; `aim` sets the firm's aim beside it. */
export function shareSpec(material: Material, measure: string, name: string, noun: Noun, aim: boolean): FigureSpec {
  return {
    measure,
    kind: 'share',
    name,
    href: null,
    note: (cell) => hitsNote(cell, noun),
    target: aim ? aimOf(material) : null,
    emptyNote: `no ${noun[0]} to count in ${WITHIN}`,
  };
}

/** A time of the ledger, its median with the 90th percentile beside it. */
export function timeSpec(measure: string, name: string, [one, many]: Noun): FigureSpec {
  return {
    measure,
    kind: 'duration',
    name,
    href: null,
    note: (cell) => `median of ${plural(cell.n, one, many)}, ${WITHIN}${nineInTen(cell)}`,
    target: null,
    emptyNote: `no ${one} to time in ${WITHIN}`,
  };
}

/** The figure of the 13 weeks before the window, in words; null where they hold no row. */
function before({ context, measures }: Material, { measure, kind }: FigureSpec): string | null {
  const population = measures.find(({ id }) => id === measure)?.population?.(context) ?? null;
  const last = context.asOf - WINDOW_DAYS;
  const values =
    population === null ? [] : [...population.value!].filter((_, row) => population.day[row]! <= last && population.day[row]! > last - WINDOW_DAYS);
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const half = () =>
    duration(
      quantile(
        values.toSorted((a, b) => a - b),
        0.5,
      ),
    );
  return `${WITHIN} before: ${kind === 'share' ? shareText(shareCell(sum, values.length)).replace(/(\d) of (\d)/, '$1\u00a0of\u00a0$2') : `${half()}, n\u00a0=\u00a0${count(values.length)}`}`;
}

/** A figure with its line where most weeks have a value, else with the figure of the 13 weeks before. */
function figureWithPast(material: Material, spec: FigureSpec): Figure {
  const figure = figureOf(material, spec);
  const present = figure.spark?.values.filter((value) => value !== null).length ?? 0;
  const past = before(material, spec);
  return present * 2 >= WEEKS_SHOWN || past === null ? figure : { ...figure, spark: null, sparkText: past };
}

/** The specs that are measured, as blocks of a section: none where nothing is. */
export function figureBlocks(material: Material, specs: readonly FigureSpec[]): readonly Block[] {
  const measured = specs.filter(({ measure }) => material.figures.grid(measure, 'window') !== null);
  return measured.length === 0 ? [] : [{ kind: 'figures', figures: measured.map((spec) => figureWithPast(material, spec)) }];
}

const PROMISE: Noun = ['promise', 'promises'];
const SLIP: Noun = ['slip', 'slips'];
const TICKET: Noun = ['ticket', 'tickets'];
const COMMITMENT: Noun = ['commitment', 'commitments'];

/** Promises kept by the time first given. */
export function promisesKept(material: Material): FigureSpec {
  return { ...shareSpec(material, 'B21', 'Promises kept', PROMISE, true), href: 'promises/', emptyNote: `no promise fell due in ${WITHIN}` };
}

/** Arrivals within the window. */
export function arrivalsOnTime(material: Material): FigureSpec {
  return {
    ...shareSpec(material, 'C13', 'On-time arrivals', ['visit', 'visits'], true),
    href: 'promises/#arrivals',
    emptyNote: `no visit was due in ${WITHIN}`,
  };
}

/** How we promise, and whether we say so when it slips. */
export function promisingSpecs(material: Material): readonly FigureSpec[] {
  return [
    { ...promisesKept(material), href: null },
    shareSpec(material, 'B16', 'Slips told beforehand', SLIP, false),
    timeSpec('B21-slip', 'How far they slip', ['late promise', 'late promises']),
    shareSpec(material, 'C3', 'Promises that name an hour', PROMISE, false),
    shareSpec(material, 'C1', 'Expectation set at the start', TICKET, true),
    shareSpec(material, 'C2', 'Expectation met', TICKET, true),
    shareSpec(material, 'C8', 'Reminded that we met it', TICKET, false),
    shareSpec(material, 'D13', 'Complaint commitments dated', COMMITMENT, false),
    shareSpec(material, 'D14', 'Complaint commitments kept', COMMITMENT, true),
  ];
}

/** Whether quotes are there when promised. */
export function quoteSpecs(material: Material): readonly FigureSpec[] {
  return [
    shareSpec(material, 'E9', 'Quotes there when promised', ['quote', 'quotes'], true),
    timeSpec('E9-slip', 'How far quotes slip', ['late quote', 'late quotes']),
  ];
}

/** Whether the time promised fits the time taken. */
export function paddingSpecs(material: Material): readonly FigureSpec[] {
  return [
    shareSpec(material, 'E10-padding', 'Done in under half the time', ['promise kept', 'promises kept'], false),
    shareSpec(material, 'E10-late', 'Kept late', ['promise kept', 'promises kept'], false),
  ];
}
