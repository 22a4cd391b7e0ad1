import { WINDOW_DAYS } from '../measures/axis.ts';
import type { CellValue } from '../measures/measure.ts';
import { quantile } from '../measures/statistics.ts';
import { nounFor, say } from '../language/language.ts';
import { aimOf } from './aim.ts';
import { nineInTen } from './figures.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { titleOf, WEEKS_SHOWN, type Material } from './material.ts';
import type { Block, Figure } from './model.ts';
import { shareCell } from './promises-share.ts';
import { shareText, type Noun } from './shares.ts';
import { overBefore } from './window.ts';
import { count, duration, hitsOf, plural } from './words.ts';

const hitsNote = (cell: CellValue, [one, many]: Noun, over: string) => say`${count(cell.hits)} of ${count(cell.n)} ${nounFor(cell.n, one, many)}, ${over}`;

/** A share of the ledger, with words said already; `aim` sets the firm's aim beside it. */
export function shareSpec(material: Material, measure: string, name: string, noun: Noun, aim: boolean): FigureSpec {
  return {
    measure,
    kind: 'share',
    name,
    href: null,
    note: (cell, over) => hitsNote(cell, noun, over),
    target: aim ? aimOf(material) : null,
    emptyNote: (within) => say`no ${noun[0]} to count ${within}`,
  };
}

/** A time of the ledger, with words said already: its median with the 90th percentile beside it. */
export function timeSpec(measure: string, name: string, [one, many]: Noun): FigureSpec {
  return {
    measure,
    kind: 'duration',
    name,
    href: null,
    note: (cell, over) => `${say`median of ${plural(cell.n, one, many)}, ${over}`}${nineInTen(cell)}`,
    target: null,
    emptyNote: (within) => say`no ${one} to time ${within}`,
  };
}

/** The figure of the 13 weeks before the window, in words; null where they hold no row. */
function before(material: Material, { measure, kind }: FigureSpec): string | null {
  const { context, measures } = material;
  const population = measures.find(({ id }) => id === measure)?.population?.(context) ?? null;
  const last = context.asOf - WINDOW_DAYS;
  const values =
    population === null ? [] : [...population.value!].filter((_, row) => population.day[row]! <= last && population.day[row]! > last - WINDOW_DAYS);
  const over = overBefore(material, measure);
  if (values.length === 0 || over === null) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  if (kind === 'share') {
    const hits = hitsOf(sum, values.length);
    const text = shareText(shareCell(sum, values.length)).replace(hits, hits.replaceAll(' ', '\u00a0'));
    return say`${over} before: ${text}`;
  }
  const sorted = values.toSorted((a, b) => a - b);
  return say`${over} before: ${duration(quantile(sorted, 0.5))}, n\u00a0=\u00a0${count(values.length)}`;
}

/** A figure with its line where most weeks have a value, else with the figure of the 13 weeks before. */
function figureWithPast(material: Material, spec: FigureSpec): Figure {
  const figure = figureOf(material, spec);
  const present = figure.spark?.values.filter((value) => value !== null).length ?? 0;
  if (present * 2 >= WEEKS_SHOWN) return figure;
  const past = before(material, spec);
  return past === null ? figure : { ...figure, spark: null, sparkText: past };
}

/** The specs that are measured, as blocks of a section: none where nothing is. */
export function figureBlocks(material: Material, specs: readonly FigureSpec[]): readonly Block[] {
  const measured = specs.filter(({ measure }) => material.figures.grid(measure, 'window') !== null);
  return measured.length === 0 ? [] : [{ kind: 'figures', figures: measured.map((spec) => figureWithPast(material, spec)) }];
}

/** Promises kept by the time first given. */
export function promisesKept(material: Material): FigureSpec {
  return {
    ...shareSpec(material, 'B21', say`Promises kept`, [say`promise`, say`promises`], true),
    href: 'promises/',
    emptyNote: (within) => say`no promise fell due ${within}`,
  };
}

/** Arrivals within the window. */
export function arrivalsOnTime(material: Material): FigureSpec {
  return {
    ...shareSpec(material, 'C13', say`On-time arrivals`, [say`visit`, say`visits`], true),
    href: 'promises/#arrivals',
    emptyNote: (within) => say`no visit was due ${within}`,
  };
}

/** How we promise, and whether we say so when it slips. */
export function promisingSpecs(material: Material): readonly FigureSpec[] {
  const promise: Noun = [say`promise`, say`promises`];
  const ticket: Noun = [say`ticket`, say`tickets`];
  const commitment: Noun = [say`commitment`, say`commitments`];
  return [
    { ...promisesKept(material), href: null },
    shareSpec(material, 'B16', say`Slips told beforehand`, [say`slip`, say`slips`], false),
    timeSpec('B21-slip', say`How far they slip`, [say`late promise`, say`late promises`]),
    shareSpec(material, 'C3', say`Promises that name an hour`, promise, false),
    shareSpec(material, 'C1', say`Expectation set at the start`, ticket, true),
    shareSpec(material, 'C2', say`Expectation met`, ticket, true),
    shareSpec(material, 'C8', say`Reminded that we met it`, ticket, false),
    shareSpec(material, 'D13', titleOf(material, 'D13'), commitment, false),
    shareSpec(material, 'D14', titleOf(material, 'D14'), commitment, true),
  ];
}

/** Whether quotes are there when promised. */
export function quoteSpecs(material: Material): readonly FigureSpec[] {
  return [
    shareSpec(material, 'E9', say`Quotes there when promised`, [say`quote`, say`quotes`], true),
    timeSpec('E9-slip', say`How far quotes slip`, [say`late quote`, say`late quotes`]),
  ];
}

/** Whether the time promised fits the time taken. */
export function paddingSpecs(material: Material): readonly FigureSpec[] {
  const kept: Noun = [say`promise kept`, say`promises kept`];
  return [shareSpec(material, 'E10-padding', say`Done in under half the time`, kept, false), shareSpec(material, 'E10-late', say`Kept late`, kept, false)];
}
