import { dateOf, endOfWeeks, mondayOf, seconds, startOfWindow, weekOf } from './clock.ts';
import type { Complaint } from './complaints.ts';
import type { Sheet } from './csv.ts';
import type { Contact } from './contacts.ts';
import type { Entry } from './hours.ts';
import { stateAt, type Ticket } from './ticket.ts';
import { programme, span } from './truth.ts';

const weeks = Array.from({ length: span.weeks }, (_, index) => index);

/** Number of items in each complete week. */
function weekly(times: readonly number[]): readonly number[] {
  const counts = weeks.map(() => 0);
  for (const time of times) {
    const index = weekOf(time);
    if (index < span.weeks) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function isSignal(values: readonly number[], low: number, mean: number, high: number, index: number): boolean {
  const value = values[index] ?? mean;
  const run = values.slice(Math.max(0, index - 7), index + 1);
  const isRun = run.length === 8 && (run.every((one) => one < mean) || run.every((one) => one > mean));
  return value < low || value > high || isRun;
}

/** XmR chart of weekly values: limits from the baseline, mean plus and minus 2.66 mean moving ranges (Wheeler 1993). */
function processChart(values: readonly number[]) {
  const baseline = values.slice(0, programme.baselineWeeks);
  const mean = sum(baseline) / baseline.length;
  const range = sum(baseline.slice(1).map((value, index) => Math.abs(value - (baseline[index] ?? 0)))) / (baseline.length - 1);
  const [low, high] = [mean - 2.66 * range, mean + 2.66 * range];
  const signals = weeks.filter((index) => isSignal(values, low, mean, high, index));
  const after = signals.find((index) => index >= programme.baselineWeeks);
  return {
    mean,
    low,
    high,
    signalsInBaseline: signals.filter((index) => index < programme.baselineWeeks).length,
    firstSignalWeek: after === undefined ? null : dateOf(mondayOf(after)),
  };
}

/** Formal complaints and in-person contacts: by week, on either side of the programme's start, and as a process chart. */
export function complaintCounts(complaints: readonly Complaint[], contacts: readonly Contact[]) {
  const formal = complaints.filter((one) => one.formal);
  const received = weekly(formal.map((one) => one.received));
  const met = weekly(contacts.filter(({ channel }) => channel === 'in-person').map(({ at }) => at));
  const side = (from: number, to: number) => ({
    weeks: to - from,
    complaints: sum(received.slice(from, to)),
    contacts: sum(met.slice(from, to)),
    perThousand: (sum(received.slice(from, to)) / sum(met.slice(from, to))) * 1000,
  });
  return {
    inLog: complaints.filter(({ record }) => record !== 'ticket').length,
    inLogNotFormal: complaints.length - formal.length,
    ticketOnly: formal.filter(({ record }) => record === 'ticket').length,
    inLogAndOwnTicket: formal.filter(({ record }) => record === 'log-and-ticket').length,
    inRunningWeek: formal.filter((one) => one.received >= endOfWeeks).length,
    before: side(0, programme.baselineWeeks),
    after: side(programme.baselineWeeks, span.weeks),
    byWeek: received,
    contactsByWeek: met,
    countChart: processChart(received),
    rateChart: processChart(received.map((count, index) => (count / (met[index] ?? 1)) * 1000)),
  };
}

/** Hours logged against formal complaints received up to the as-of day, all of them or those of the last 13 weeks. */
export function hourCounts(complaints: readonly Complaint[], entries: readonly Entry[], onlyWindow: boolean) {
  const counted = complaints.filter((one) => one.formal && one.received < endOfWeeks && (!onlyWindow || one.received >= startOfWindow));
  const totals = counted.map(({ id, ticket }) => {
    const mine = entries.filter((entry) => entry.complaint === id || (ticket !== null && entry.ticket === ticket));
    return sum(mine.filter(({ startedAt }) => startedAt < endOfWeeks).map(({ minutes }) => minutes));
  });
  const withTime = totals.filter((minutes) => minutes > 0);
  return {
    complaints: counted.length,
    withTime: withTime.length,
    hours: sum(withTime) / 60,
    mean: sum(withTime) / 60 / withTime.length,
  };
}

/** Tickets in their last state; merged ones are among `unique`. Faulty rows are not counted. */
export function ticketCounts(tickets: readonly Ticket[]) {
  const states = tickets.map((ticket) => [ticket, stateAt(ticket, seconds(span.now))] as const);
  const isMerged = (ticket: Ticket) => ticket.mergedInto !== null && ticket.closed !== null && ticket.closed <= seconds(span.now);
  return {
    unique: tickets.length,
    merged: tickets.filter(isMerged).length,
    reopened: states.filter(([, { reopenedCount }]) => reopenedCount > 0).length,
    machineMade: tickets.filter(({ source }) => source === 'Monitoring').length,
    unmapped: tickets.filter(({ client }) => client === null).length,
    notResolved: states.filter(([ticket, { resolved }]) => resolved === null && !isMerged(ticket)).length,
    openedByWeek: weekly(tickets.filter((ticket) => !isMerged(ticket)).map(({ opened }) => opened)),
  };
}

/** For the exports of one table, faulty rows among them: rows read, rows equal to another in every cell, and rows replaced by a newer state. */
export function repeatCounts(sheets: readonly Sheet[]) {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const distinct = new Set(rows.map((row) => row.join('\u0000')));
  const ids = new Set(rows.map((row) => row[0]));
  return {
    read: rows.length,
    duplicate: rows.length - distinct.size,
    superseded: distinct.size - ids.size,
    used: ids.size,
  };
}
