import { say } from '../language/language.ts';
import type { Signal } from '../measures/xmr.ts';
import { newestSignal, signalsNow, weeksOfRun, type Process } from './process.ts';
import { date, inWords, plural } from './words.ts';

/** Weeks in which a signal is news. */
const RECENT = 13;

/** A signal as a title says it: `signalText` with the year of its day. */
function signalTitle(process: Process, signal: Signal): string {
  const by = date(process.starts[signal.at]!);
  const under = signal.side === 'below';
  if (signal.kind !== 'run') return under ? say`Week of ${by}: under the limits` : say`Week of ${by}: over the limits`;
  const weeks = inWords(weeksOfRun(process, signal), true);
  return under ? say`${weeks} weeks in a row under the mean: a signal by ${by}` : say`${weeks} weeks in a row over the mean: a signal by ${by}`;
}

/** That the newest weeks have no value to judge, as no row or too few came in each; null where one has. */
function silence({ history: { cells }, starts, values }: Process, rows: string): string | null {
  if (values.slice(-RECENT).some((value) => value !== null)) return null;
  if (cells.slice(-RECENT).some(({ n }) => n > 0)) return say`None of the last ${RECENT} weeks has 10 ${rows}`;
  return say`No data since the week of ${date(starts[cells.findLastIndex(({ n }) => n > 0)]!)}`;
}

/** What a weekly process without dated events shows, as a title: its newest signal, or that the newest weeks have none, or no value. */
export function trendTitle(process: Process, rows: string): string {
  const signals = signalsNow(process);
  const newest = newestSignal(process);
  if (process.values.every((value) => value === null)) return say`No week has 10 ${rows} yet`;
  const silent = silence(process, rows);
  if (silent !== null) return newest === undefined ? silent : say`${silent}, ${plural(signals.length, 'signal')} before`;
  if (newest === undefined) {
    const limited = process.segments.at(-1)?.chart.limited ?? false;
    return limited ? say`No week differs from the others by more than chance` : say`Too few weeks with 20 ${rows} to tell any change`;
  }
  if (newest.to < process.starts.length - RECENT) return say`No signal in the last ${RECENT} weeks, ${plural(signals.length, 'signal')} before`;
  return signalTitle(process, newest);
}
