import { codes, numbers } from '../facts/table.ts';
import { dayFromText, dayStart, monthOf, periodEnd } from '../time/weeks.ts';
import { underContract } from './client-days.ts';
import { daysOf } from './days.ts';
import type { Context, DerivedCell, Measure } from './measure.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { AFTER, BEFORE_END, leaves, NO_MONTH } from './reasons.ts';

const BY_DAY = 5;

interface Sent {
  /** First day of the month that each report is about, NaN where the period is none. */
  readonly month: Float64Array;
  /** By client: first days of the months whose report went out in time. */
  readonly inTime: ReadonlyMap<number, ReadonlySet<number>>;
  /** First month that any report is about; Infinity without any. */
  readonly first: number;
}

const reportsSent: (context: Context) => Sent | null = once((context) => {
  const table = context.facts.tables.reports_sent;
  const [period, sent] = [table && codes(table, 'period'), table && numbers(table, 'sent_at')];
  if (table === undefined || !period || !sent) return null;
  const months = period.dictionary.map((text) => dayFromText(`${text}-01`) ?? NaN);
  const month = Float64Array.from(period.codes, (code) => months[code] ?? NaN);
  const on = daysOf(context, sent);
  const inTime = new Map<number, Set<number>>();
  let first = Infinity;
  for (let row = 0; row < table.rows; row++) {
    const about = month[row]!;
    if (Number.isNaN(about) || !(sent[row]! < context.end)) continue;
    first = Math.min(first, about);
    if (on[row]! > periodEnd('month', about) + BY_DAY) continue;
    const own = inTime.get(table.client[row]!);
    if (own === undefined) inTime.set(table.client[row]!, new Set([about]));
    else own.add(about);
  }
  return { month, inTime, first };
});

const delay: Measure = {
  id: 'B14-delay',
  title: 'Time to the monthly report',
  question: 'How long after a month does its report go out?',
  definition: 'Time from the end of a month to sending a report about it. A report counts when it was sent.',
  formula: 'median and 90th percentile of (sending − end of the month)',
  unit: 'duration',
  inputs: ['reports_sent.period', 'reports_sent.sent_at'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(AFTER, NO_MONTH, BEFORE_END),
  version: 1,
  population: (context) => {
    const table = context.facts.tables.reports_sent;
    const reports = reportsSent(context);
    if (table === undefined || reports === null) return null;
    const sent = numbers(table, 'sent_at')!;
    const end = reports.month.map((month) => (Number.isNaN(month) ? NaN : dayStart(periodEnd('month', month) + 1, context.zone)));
    return populationOf(context, table, {
      leftOut: [
        [AFTER, (row) => !(sent[row]! < context.end)],
        [NO_MONTH, (row) => Number.isNaN(end[row])],
        [BEFORE_END, (row) => sent[row]! < end[row]!],
      ],
      at: sent,
      value: (row) => sent[row]! - end[row]!,
    });
  },
};

const coverage: Measure = {
  id: 'B14',
  title: 'Monthly reports sent in time',
  question: 'Does every client get its report every month?',
  definition: `Of the months of clients under contract at their end, the share whose report was sent by day ${BY_DAY} of the next month. A month counts on its last day, from the first month that any report is about.`,
  formula: `months with a report by day ${BY_DAY} of the next ÷ months of clients under contract`,
  unit: 'share',
  inputs: ['B14-delay', 'reports_sent.client', 'reports_sent.period', 'clients.start', 'clients.end'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: ({ client, from, to }, context): DerivedCell | null => {
    const reports = reportsSent(context);
    if (reports === null) return null;
    const months = monthsEnding(Math.max(from, reports.first), to, context).filter((month) => underContract(context, client, periodEnd('month', month)));
    const hits = months.filter((month) => reports.inTime.get(client)?.has(month) ?? false).length;
    return months.length === 0 ? null : { value: hits / months.length, n: months.length, hits };
  },
};

/** First days of the months whose last day lies in from..to and whose report is due by the as-of day. */
function monthsEnding(from: number, to: number, { asOf }: Context): readonly number[] {
  const months: number[] = [];
  if (!Number.isFinite(from)) return months;
  for (let month = monthOf(from); periodEnd('month', month) <= to; month = periodEnd('month', month) + 1) {
    if (periodEnd('month', month) + BY_DAY <= asOf) months.push(month);
  }
  return months;
}

/** Whether clients get a report every month. */
export const monthlyReports: readonly Measure[] = [delay, coverage];
