import { say } from '../language/language.ts';
import type { CellValue, Kind } from '../measures/measure.ts';
import { statusOfCell, type Target } from '../measures/status.ts';
import { FIRM, history, known, WEEKS_SHOWN, windowCell, type Material } from './material.ts';
import type { Band, Figure, MarkDrawing, Scale, SparkDrawing, Status, Words } from './model.ts';
import { countScale, durationScale, shareScale } from './scales.ts';
import { windowOf } from './window.ts';
import { count, duration, FEW, hours, NONE, number, percent, range, SOME, valueAndUnit } from './words.ts';

/** A headline figure before it is set: which measure, how it reads, what it should be. */
export interface FigureSpec {
  readonly measure: string;
  readonly kind: Kind;
  readonly name: string;
  readonly href: string | null;
  /** n, period and what is assumed; `over` says how long the window is. */
  readonly note: (cell: CellValue, over: string) => Words;
  readonly target: Target | null;
  /** The text under the mark, where no target is set. */
  readonly unit?: string;
  /** Weeks of a line with fewer rows than this are gaps. */
  readonly leastRows?: number;
  /** Why there is no line, where the reason is not too few rows. */
  readonly noLine?: string;
  /** Why there is no value; `within` says in how long a window. */
  readonly emptyNote: string | ((within: string) => string);
  /** The rows are all there are, not a sample of them: shown as counts, without an interval. */
  readonly census?: true;
}

const MARK_MOST = 1.5;
/** Weeks from which a line says something. */
const LEAST_WEEKS = 8;
/** Characters of a value that fit at full size. */
const MOST_LARGE = 5;

function written(kind: Kind, value: number, n: number): string {
  if (kind === 'share') return percent(value, n);
  if (kind === 'hours') return value === 0 ? '0' : hours(value);
  return kind === 'duration' ? duration(value) : number(value);
}

function valueOf({ kind, census }: FigureSpec, cell: CellValue): readonly [string, string] {
  if (Number.isNaN(cell.value)) return [NONE, ''];
  if (kind === 'share' && (cell.n < FEW || census)) return [count(cell.hits), say`of ${count(cell.n)}`];
  if (kind === 'share' && cell.n < SOME) return [`${percent(cell.low, cell.n)}–${percent(cell.high, cell.n)}`, '%'];
  if (kind === 'share') return [percent(cell.value, cell.n), '%'];
  return kind === 'duration' || kind === 'hours' ? valueAndUnit(written(kind, cell.value, cell.n)) : [number(cell.value), ''];
}

function bandOf(kind: Kind, target: Target | null): Band | null {
  if (target === null) return null;
  if (target.side === 'band') return { low: target.low, high: target.high, text: say`${count(target.low * 100)} to ${count(target.high * 100)}\u00a0%` };
  const text = kind === 'share' ? `${count(target.value * 100)}\u00a0%` : written(kind, target.value, 0);
  return target.side === 'at most'
    ? { low: null, high: target.value, text: say`${text} at most` }
    : { low: target.value, high: null, text: say`${text} at least` };
}

function markScale(kind: Kind, cell: CellValue, target: Target | null, band: Band | null): Scale {
  const values = [cell.value, cell.low, cell.high, band?.low ?? NaN, band?.high ?? NaN].filter((value) => !Number.isNaN(value));
  if (kind === 'share') {
    const whole = shareScale(values);
    const limits = [band?.low, band?.high].filter((value) => value !== undefined && value !== null);
    const ends = target?.side === 'band' ? limits : [];
    const high = target === null ? [whole.high] : [];
    return { ...whole, ticks: [whole.low, ...ends, ...high].map((value) => ({ value, text: String(Math.round(value * 100)) })) };
  }
  const bounds = kind === 'duration' ? durationScale(values) : countScale(values);
  const high = Math.max(bounds.ticks[1]?.value ?? 1, Math.max(...values, 0) * (values.length > 0 ? MARK_MOST / 1.25 : 1));
  const end = target === null ? [{ value: bounds.high, text: bounds.ticks.at(-1)!.text }] : [];
  return { low: 0, high: target === null ? bounds.high : high, ticks: [{ value: 0, text: '0' }, ...end] };
}

/** The interval of a figure over its band; under ten answers only the band. */
export function markOf(kind: Kind, cell: CellValue, target: Target | null): MarkDrawing {
  const band = bandOf(kind, target);
  const enough = !(kind === 'share' && cell.n < FEW) && !Number.isNaN(cell.value);
  const finite = (value: number) => (enough && !Number.isNaN(value) ? value : null);
  return { shape: 'mark', scale: markScale(kind, cell, target, band), band, value: finite(cell.value), low: finite(cell.low), high: finite(cell.high) };
}

const LEAST_ROWS: Readonly<Partial<Record<Kind, number>>> = { share: FEW, duration: FEW };

/** A year of the figure in one line, or null where no week can be shown. */
export function sparkOf(material: Material, spec: FigureSpec, client = FIRM): SparkDrawing | null {
  const { cells } = history(material, spec.measure, 'week', WEEKS_SHOWN, client);
  const least = spec.leastRows ?? LEAST_ROWS[spec.kind] ?? 0;
  const values = cells.map((cell) => (Number.isNaN(cell.value) || cell.n < least ? null : cell.value));
  const present = values.filter((value) => value !== null);
  if (present.length < LEAST_WEEKS) return null;
  const band = spec.kind === 'share' ? bandOf(spec.kind, spec.target) : null;
  return { shape: 'spark', values, band, mean: band === null ? present.reduce((sum, value) => sum + value, 0) / present.length : null };
}

const nothing: CellValue = { value: NaN, n: 0, hits: NaN, exposure: NaN, low: NaN, high: NaN, p90: NaN, assumed: false };

function statusFor({ kind, target }: FigureSpec, cell: CellValue): Status | null {
  if (target === null) return null;
  return Number.isNaN(cell.value) ? 'not enough answers' : statusOfCell(kind, cell, target);
}

/** Why a figure has no line. */
function whyNoLine({ noLine, leastRows, kind }: FigureSpec): string {
  const least = leastRows ?? LEAST_ROWS[kind] ?? 0;
  return noLine ?? (least === 0 ? say`too few weeks have a value` : say`too few weeks have ${least} rows or more`);
}

/** One row of the ledger: the figure of the window, its interval, its year, its status. */
export function figureOf(material: Material, spec: FigureSpec, client = FIRM): Figure {
  const cell = windowCell(material, spec.measure, client) ?? nothing;
  const [value, unit] = valueOf(spec, cell);
  const status = statusFor(spec, cell);
  const few = spec.kind === 'share' && (cell.n < FEW || spec.census === true);
  const ends = range(cell.low, cell.high, (end) => written(spec.kind, end, cell.n));
  const interval = few ? '' : spec.kind === 'share' && cell.n < SOME ? say`point ${percent(cell.value, cell.n)}` : ends;
  const band = bandOf(spec.kind, spec.target);
  const spark = sparkOf(material, spec, client);
  const { over, within } = windowOf(material, spec.measure);
  return {
    id: spec.measure,
    name: spec.name,
    href: spec.href,
    definition: `definitions/#${spec.measure}`,
    note: known(cell) === null ? (typeof spec.emptyNote === 'string' ? spec.emptyNote : spec.emptyNote(within)) : spec.note(cell, over),
    value,
    unit: unit || (spec.unit ?? ''),
    compact: value.length > MOST_LARGE,
    mark: spec.census || (spec.kind === 'count' && spec.target === null) ? null : markOf(spec.kind, cell, spec.target),
    markText:
      spec.census || (spec.kind === 'count' && spec.target === null)
        ? ''
        : `${[value, unit].filter((part) => part !== '').join(' ')}${interval === '' ? '' : say`, interval ${ends}`}${band === null ? '' : say`, should be ${band.text}`}`,
    spark,
    sparkText: spark === null ? say`No line: ${whyNoLine(spec)}.` : say`${spec.name} by week, ${count(spark.values.length)} weeks`,
    status,
    interval,
  };
}
