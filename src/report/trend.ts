import { signalsNow, signalText, type Process } from './process.ts';
import { date, inWords, shortDate } from './words.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a weekly process without dated events shows, as a title: its signal, or that there is none. */
export function trendTitle(process: Process, rows: string): string {
  const signals = signalsNow(process);
  const runs = signals.filter(({ kind }) => kind === 'run');
  const shown = runs[0] ?? signals.at(-1);
  if (process.values.every((value) => value === null)) return `No week has 10 ${rows} yet`;
  if (shown === undefined) {
    const limited = process.segments.at(-1)?.chart.limited ?? false;
    return limited ? 'No week differs from the others by more than chance' : `Too few weeks with 20 ${rows} to tell any change`;
  }
  const others = signals.length === 1 ? '' : `, one of ${inWords(signals.length, false)}${shown.kind === 'run' ? '' : ' signals'}`;
  const day = process.starts[shown.at]!;
  return `${capital(signalText(process, shown, false).replace(shortDate(day), date(day)))}${others}`;
}
