import type { CodeColumn } from '../facts/columns.ts';
import { codes, numbers, type FactTable } from '../facts/table.ts';
import { classOfScore, classOfWord, type AnswerClass } from '../facts/answers.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import type { Interval } from './statistics.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

/** What measures read of the surveys. Instants in epoch ms, NaN = none. */
export interface Surveys {
  readonly table: FactTable;
  /** Own client, else the ticket's. */
  readonly client: Int32Array;
  /** Row of the ticket that it asks about, -1 for none. */
  readonly ticket: Int32Array;
  readonly sent: Float64Array | null;
  /** 1 where the question is about satisfaction (csat). */
  readonly csat: Uint8Array;
  /** 1 where there is an answer, of whatever day. */
  readonly answered: Uint8Array;
  /** When it was answered, else when its ticket was resolved, and 1 where that stands in. */
  readonly at: Float64Array;
  readonly assumed: Uint8Array;
  readonly class: readonly AnswerClass[];
  /** The answer as a number on its scale, NaN without one; rows with one number in `scale` share a scale. */
  readonly score: Float64Array;
  readonly scale: Int32Array;
  /** Lowest and highest mark of each scale. */
  readonly scales: readonly Interval[];
}

/** The surveys, null without any. */
export const surveysOf: (context: Context) => Surveys | null = once((context) => {
  const table = context.facts.tables.surveys;
  if (table === undefined) return null;
  const ticket = ticketsNamed(context, table);
  const answers = codes(table, 'answer');
  const given = codes(table, 'class');
  const kind = codes(table, 'kind');
  const otherKinds = kind?.dictionary.map((word) => word !== 'csat') ?? [];
  return {
    table,
    client: clientsByTicket(context, table, ticket),
    ticket,
    sent: numbers(table, 'sent_at'),
    csat: Uint8Array.from({ length: table.rows }, (_, row) => (otherKinds[kind?.codes[row] ?? -1] ? 0 : 1)),
    answered: Uint8Array.from({ length: table.rows }, (_, row) => ((answers?.codes[row] ?? -1) >= 0 || (given?.codes[row] ?? -1) >= 0 ? 1 : 0)),
    ...answerTimes(context, table, ticket),
    ...marks(table, answers, given),
  };
});

function answerTimes(context: Context, table: FactTable, ticket: Int32Array): Pick<Surveys, 'at' | 'assumed'> {
  const answered = numbers(table, 'answered_at');
  const tickets = context.facts.tables.tickets;
  const resolved = tickets === undefined ? null : numbers(tickets, 'resolved_at');
  const at = new Float64Array(table.rows).fill(NaN);
  const assumed = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const own = answered?.[row] ?? NaN;
    const stand = resolved?.[ticket[row]!] ?? NaN;
    at[row] = Number.isNaN(own) ? stand : own;
    assumed[row] = Number.isNaN(own) && !Number.isNaN(stand) ? 1 : 0;
  }
  return { at, assumed };
}

function marks(table: FactTable, answers: CodeColumn | null, given: CodeColumn | null): Pick<Surveys, 'class' | 'score' | 'scale' | 'scales'> {
  const [low, high] = [numbers(table, 'scale_low'), numbers(table, 'scale_high')];
  const numeric = answers?.dictionary.map((text) => (/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN)) ?? [];
  const worded = answers?.dictionary.map(classOfWord) ?? [];
  const told = given?.dictionary.map((word) => ({ positive: 1, neutral: 0, negative: -1 })[word] as AnswerClass) ?? [];
  const scales = new Map<string, Interval & { readonly at: number }>();
  const [score, scale] = [new Float64Array(table.rows).fill(NaN), new Int32Array(table.rows)];
  const classes = Array.from({ length: table.rows }, (_, row): AnswerClass => {
    const code = answers?.codes[row] ?? -1;
    const [from, to] = [low?.[row] ?? NaN, high?.[row] ?? NaN];
    const number = numeric[code] ?? NaN;
    const key = `${from} ${to}`;
    if (!scales.has(key)) scales.set(key, { at: scales.size, low: from, high: to });
    scale[row] = scales.get(key)!.at;
    if (number >= from && number <= to) score[row] = number;
    return told[given?.codes[row] ?? -1] ?? classOfScore(number, from, to) ?? worded[code] ?? null;
  });
  return { class: classes, score, scale, scales: [...scales.values()] };
}
