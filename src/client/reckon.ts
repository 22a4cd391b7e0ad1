import { hundredths } from './numerals.ts';

/** The numbers of the what-if sentence: a week's contacts and avoided complaints, seconds and hours for each. */
export interface Assumed {
  readonly contacts: number;
  readonly seconds: number;
  readonly avoided: number;
  readonly hoursEach: number;
}
/** What follows from them, as words of a sentence. */
export type Outcome = Readonly<Record<'spent' | 'returned' | 'net' | 'even', string>>;

const SECONDS_AN_HOUR = 3600;
const MINUTES_AN_HOUR = 60;

/** Hours as "18 h 02 min" or "52 min", with non-breaking spaces and a true minus. */
export function hourWords(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * MINUTES_AN_HOUR);
  const whole = Math.floor(minutes / MINUTES_AN_HOUR);
  const rest = minutes % MINUTES_AN_HOUR;
  const words = whole === 0 ? `${rest}\u00a0min` : `${whole}\u00a0h\u00a0${String(rest).padStart(2, '0')}\u00a0min`;
  return hours < 0 && minutes > 0 ? `\u2212${words}` : words;
}

/** Hours spent, hours returned, their difference, and how many complaints a week pay for the time ("–" = none can). */
export function reckon({ contacts, seconds, avoided, hoursEach }: Assumed, language: string): Outcome {
  const spent = (contacts * seconds) / SECONDS_AN_HOUR;
  const returned = avoided * hoursEach;
  return {
    spent: hourWords(spent),
    returned: hourWords(returned),
    net: hourWords(returned - spent),
    even: hoursEach > 0 ? hundredths(spent / hoursEach, language) : '\u2013',
  };
}
