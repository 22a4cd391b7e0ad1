import { signalsNow, signalText, type Process } from './process.ts';
import { date, plural, shortDate } from './words.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** Weeks in which a signal is news. */
const RECENT = 13;

/** What a weekly process without dated events shows, as a title: its newest signal, or that the newest weeks have none. */
export function trendTitle(process: Process, rows: string): string {
  const signals = signalsNow(process);
  const newest = signals.toSorted((a, b) => b.to - a.to)[0];
  if (process.values.every((value) => value === null)) return `No week has 10 ${rows} yet`;
  if (newest === undefined) {
    const limited = process.segments.at(-1)?.chart.limited ?? false;
    return limited ? 'No week differs from the others by more than chance' : `Too few weeks with 20 ${rows} to tell any change`;
  }
  if (newest.to < process.starts.length - RECENT) return `No signal in the last ${RECENT} weeks, ${plural(signals.length, 'signal')} before`;
  const day = process.starts[newest.at]!;
  return capital(signalText(process, newest, false).replace(shortDate(day), date(day)));
}
