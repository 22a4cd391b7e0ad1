import { flags, texts } from '../facts/table.ts';
import { endedTables, firstDays } from '../measures/observed.ts';
import { wilson } from '../measures/statistics.ts';
import { quantile } from '../measures/statistics.ts';
import { satisfactionBand } from '../measures/status.ts';
import { surveysOf } from '../measures/surveys-columns.ts';
import { dayFromText, dayOf, dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { ReviewPeriod } from './review-period.ts';
import type { ClientRecord, SharedQuote, Span } from './share-model.ts';
import { counted, firmRows, hitsIn, inside, medianOf, rowsByClient, rowsIn, timesIn } from './share-rows.ts';
import { once } from '../measures/once.ts';

const MOST_QUOTES = 20;

/** How long this client's requests waited for a first answer, in opening hours. */
export function answersOf(material: Material, client: number, { period, before }: ReviewPeriod): ClientRecord['answers'] {
  const of = counted(material, 'F1-working');
  if (of === null) return null;
  const times = timesIn(of, rowsIn(of, client, period));
  if (times.length === 0) return null;
  const firm = firmRows(material, 'F1-working', of, client, period);
  return {
    times,
    median: quantile(times, 0.5),
    nine: quantile(times, 0.9),
    before: medianOf(timesIn(of, rowsIn(of, client, before))),
    firm: firm && medianOf(timesIn(of, firm)),
  };
}

const approvedRows = once((context) => {
  const surveys = surveysOf(context);
  const approved = surveys && flags(surveys.table, 'approved');
  if (surveys === null || !approved) return null;
  return rowsByClient(surveys.client, (row) => approved[row] === 1 && surveys.at[row]! < context.end);
});

/** What the client's people wrote and agreed to see quoted, the newest first. */
function quotesOf({ context }: Material, client: number, { period }: ReviewPeriod): readonly SharedQuote[] {
  const surveys = surveysOf(context);
  const comments = surveys && texts(surveys.table, 'comment');
  const rows = approvedRows(context)?.(client) ?? [];
  if (surveys === null || !comments) return [];
  const holds = inside(period);
  return rows
    .flatMap((row) => {
      const [day, text] = [dayOf(surveys.at[row]!, context.zone), comments.at(row)?.trim() ?? ''];
      return text === '' || !holds(day) ? [] : [{ day: dayText(day), text }];
    })
    .toSorted((a, b) => (a.day === b.day ? (a.text < b.text ? -1 : 1) : a.day > b.day ? -1 : 1))
    .slice(0, MOST_QUOTES);
}

/** What this client answered to surveys about satisfaction. */
export function satisfiedOf(material: Material, client: number, of: ReviewPeriod): ClientRecord['satisfied'] {
  const answers = counted(material, 'S1');
  const found = answers && hitsIn(answers, rowsIn(answers, client, of.period));
  if (answers === null || found === null) return null;
  const { low, high } = wilson(found.hits, found.n)!;
  const band = satisfactionBand(material.context, client);
  const firm = firmRows(material, 'S1', answers, client, of.period);
  return {
    ...found,
    low,
    high,
    before: hitsIn(answers, rowsIn(answers, client, of.before)),
    firm: firm && hitsIn(answers, firm),
    aim: band.side === 'band' ? { low: band.low, high: band.high } : { low: band.value, high: 1 },
    quotes: quotesOf(material, client, of),
  };
}

/** Whether surveys of a span are kept: they begin by its end and do not break off before. */
function areKept({ context }: Material, { to }: Span): boolean {
  const end = dayFromText(to)!;
  const [first, last] = [firstDays(context).get('surveys') ?? Infinity, endedTables(context).get('surveys') ?? Infinity];
  return first <= end && last >= end;
}

const answeredRows = once((context) => {
  const surveys = surveysOf(context);
  return surveys && rowsByClient(surveys.client, (row) => surveys.csat[row] === 1 && surveys.answered[row] === 1);
});

/** Where nobody of this client answered about satisfaction: how many surveys went out. An answer of which the day or the meaning is unknown is one. */
export function unansweredIn(material: Material, client: number, { period }: ReviewPeriod): ClientRecord['unanswered'] {
  const { context } = material;
  const surveys = surveysOf(context);
  if (surveys === null || !areKept(material, period)) return null;
  const holds = inside(period);
  const isOfPeriod = (row: number): boolean => Number.isNaN(surveys.at[row]) || holds(dayOf(surveys.at[row]!, context.zone));
  if (answeredRows(context)?.(client).some(isOfPeriod)) return null;
  const sent = counted(material, 'A2-sent');
  return { asked: sent && rowsIn(sent, client, period).length };
}
