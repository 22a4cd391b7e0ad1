import type { Span } from './before-after.ts';
import { courtesyContacts } from './contacts-columns.ts';
import { formalComplaints } from './formal-complaints.ts';
import type { Context } from './measure.ts';
import { meanInterval, quantile } from './statistics.ts';

/** Hours for a complaint of some weeks. */
export interface ComplaintTime {
  /** Mean of those with time logged, else the settings' assumption. */
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Null where none has time logged. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Complaints with time logged, and without. */
  readonly n: number;
  readonly untimed: number;
  readonly assumed: boolean;
}

/** Courtesy of some weeks. */
export interface CourtesyTime {
  readonly contacts: number;
  readonly contactsAWeek: number;
  /** Mean seconds for a contact; the settings' where there was none. */
  readonly seconds: number;
  readonly hoursAWeek: number;
  /** Contacts that log their seconds; the others take the settings' and make the figure an assumption. */
  readonly logged: number;
  readonly assumed: boolean;
}

/** Hours for each formal complaint received from one day to another. */
export function complaintTime(context: Context, from: number, to: number): ComplaintTime {
  const population = formalComplaints(context, ({ minutes }) => ({ value: (row) => minutes[row]! / 60 }));
  const inSpan = population?.value!.filter((_, row) => population.day[row]! >= from && population.day[row]! <= to);
  const hours = (inSpan ?? new Float64Array()).filter((value) => !Number.isNaN(value)).toSorted();
  const untimed = (inSpan?.length ?? 0) - hours.length;
  const n = hours.length;
  if (n === 0) {
    const mean = context.settings.complaints.hours_assumed;
    return { mean, low: null, high: null, median: null, p90: null, n, untimed, assumed: true };
  }
  const sum = hours.reduce((total, value) => total + value, 0);
  const squares = hours.reduce((total, value) => total + value * value, 0);
  const interval = meanInterval(n, sum, squares);
  return {
    mean: sum / n,
    low: interval && Math.max(0, interval.low),
    high: interval && interval.high,
    median: quantile(hours, 0.5),
    p90: quantile(hours, 0.9),
    n,
    untimed,
    assumed: false,
  };
}

/** Contacts and seconds of courtesy in the weeks of a span; null where no contacts are kept. */
export function courtesyTime(context: Context, { from, to, weeks }: Span): CourtesyTime | null {
  const population = courtesyContacts(context);
  if (population === null || weeks === 0) return null;
  const { day, value, assumed } = population;
  const inSpan = (row: number): boolean => day[row]! >= from && day[row]! <= to;
  const minutes = value!.filter((_, row) => inSpan(row)).toSorted();
  const logged = value!.filter((_, row) => inSpan(row) && assumed![row] === 0).length;
  const hours = minutes.reduce((sum, one) => sum + one, 0) / 60;
  const contacts = minutes.length;
  return {
    contacts,
    contactsAWeek: contacts / weeks,
    seconds: contacts === 0 ? context.settings.courtesy.seconds : (hours * 3600) / contacts,
    hoursAWeek: hours / weeks,
    logged,
    assumed: logged < contacts || contacts === 0,
  };
}
