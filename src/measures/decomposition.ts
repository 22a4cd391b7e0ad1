import type { Context, Measure } from './measure.ts';
import { figureOfSums, twoWindows, type WindowSums } from './two-windows.ts';

/** What one client gave to the change of the firm's figure, in the figure's unit: total = rate + mix. */
export interface Contribution {
  /** Index of the client; null = rows of no client in the list. */
  readonly client: number | null;
  /** Rows (of a rate: what it is counted against) in the window before and now. */
  readonly weightBefore: number;
  readonly weightNow: number;
  /** The client's own figure, NaN without rows. */
  readonly before: number;
  readonly now: number;
  /** By the client's own figure having changed. */
  readonly rate: number;
  /** By the client having a larger or smaller part of all rows. */
  readonly mix: number;
  readonly total: number;
}

/** The change of a firm figure from the 13 weeks before to the 13-week window, taken apart; the totals add up to it. */
export interface Decomposition {
  readonly before: number;
  readonly now: number;
  readonly change: number;
  /** Largest change first, either way; clients without rows in both windows are left out. */
  readonly parts: readonly Contribution[];
}

/**
 * Which clients moved the firm's figure: a change of a share, mean or rate is the sum over clients of the change of
 * their own figure times their mean weight, and of the change of their weight times their mean distance from the
 * firm's. A client with rows in one window only moves it by mix alone. Counts and hours have no mix. Null for medians,
 * which no sum makes up, for derived figures, and where either window has no figure.
 * Source: E. M. Kitagawa, Journal of the American Statistical Association 50 (1955) 1168-1194.
 */
export function decomposition(measure: Measure, context: Context): Decomposition | null {
  if (measure.kind === 'duration') return null;
  const windows = twoWindows(measure, context);
  if (windows === null) return null;
  const [before, now] = [windows.before[0]!, windows.now[0]!];
  const firm = { before: figureOfSums(measure, before), now: figureOfSums(measure, now) };
  const change = firm.now - firm.before;
  if (Number.isNaN(change)) return null;
  const clients = windows.now.slice(1).map((own, client) => ({ client, now: own, before: windows.before[client + 1]! }));
  const rest = { client: null, now: remainder(now, windows.now.slice(1)), before: remainder(before, windows.before.slice(1)) };
  const whole = { before: weightOf(measure, before), now: weightOf(measure, now) };
  const parts = [...clients, rest]
    .map((one) => partOf(measure, one, whole, (firm.before + firm.now) / 2))
    .filter(({ weightBefore, weightNow }) => weightBefore + weightNow > 0)
    .toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total));
  return { ...firm, change, parts };
}

const weightOf = ({ kind }: Measure, { n, exposure }: WindowSums): number => (kind === 'rate' ? exposure : n);

function remainder(all: WindowSums, clients: readonly WindowSums[]): WindowSums {
  const less = (of: (sums: WindowSums) => number): number => of(all) - clients.reduce((sum, own) => sum + of(own), 0);
  return { n: less(({ n }) => n), sum: less(({ sum }) => sum), sumSquares: 0, exposure: less(({ exposure }) => exposure), values: [] };
}

interface Own {
  readonly client: number | null;
  readonly now: WindowSums;
  readonly before: WindowSums;
}

function partOf(measure: Measure, own: Own, whole: { readonly before: number; readonly now: number }, middle: number): Contribution {
  const [before, now] = [figureOfSums(measure, own.before), figureOfSums(measure, own.now)];
  const [weightBefore, weightNow] = [weightOf(measure, own.before), weightOf(measure, own.now)];
  const counted = { client: own.client, weightBefore, weightNow, before, now };
  if (measure.kind === 'count' || measure.kind === 'hours') return { ...counted, rate: now - before, mix: 0, total: now - before };
  const [sharesBefore, sharesNow] = [weightBefore / whole.before, weightNow / whole.now];
  const [from, to] = [Number.isNaN(before) ? now : before, Number.isNaN(now) ? before : now];
  const rate = Number.isNaN(from) ? 0 : (to - from) * ((sharesBefore + sharesNow) / 2);
  const mix = Number.isNaN(from) ? 0 : (sharesNow - sharesBefore) * ((from + to) / 2 - middle);
  return { ...counted, rate, mix, total: rate + mix };
}
