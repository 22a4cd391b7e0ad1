import { dayText } from '../time/weeks.ts';
import type { Figures, MeasureCount } from './grid.ts';
import type { Context } from './measure.ts';
import { OPENED, RESOLVED_TICKETS, ticketFlow, type Flow } from './ticket-flow.ts';

/** A measure whose figures do not add up. */
export interface BrokenAccount {
  readonly measure: string;
  /** What is counted on both sides, with the week and the client where it is one of many. */
  readonly says: string;
}

/**
 * Every account that does not balance, the first place of each measure: population + excluded = facts of the table, and
 * opened + open before = resolved + ended otherwise + open after, for every week and client.
 */
export function brokenAccounts(figures: Figures, context: Context): readonly BrokenAccount[] {
  return [...figures.accounts.filter((account) => !balanced(account, context)).map(lostRows), ...brokenFlows(figures, context)];
}

function balanced({ table, facts, population, excluded }: MeasureCount, context: Context): boolean {
  const sum = population + excluded.reduce((rows, one) => rows + one.rows, 0);
  return sum === facts && facts === context.facts.tables[table]?.rows;
}

function lostRows({ measure, table, facts, population, excluded }: MeasureCount): BrokenAccount {
  const left = excluded.reduce((sum, { rows }) => sum + rows, 0);
  return { measure, says: `${population} counted + ${left} left out, of ${facts} facts in ${table}` };
}

function brokenFlows(figures: Figures, context: Context): readonly BrokenAccount[] {
  const [opened, resolved] = [OPENED, RESOLVED_TICKETS].map((id) => figures.grid(id, 'week'));
  const flow = opened && ticketFlow(context, opened.starts);
  if (!flow || !opened || !resolved) return [];
  const broken = new Map<string, BrokenAccount>();
  for (let cell = 0; cell < opened.n.length; cell++) {
    const [came, went] = [opened.n[cell]!, resolved.n[cell]!];
    if (came + flow.before[cell]! === went + flow.otherwise[cell]! + flow.after[cell]!) continue;
    const wrong = [...(came === flow.opened[cell] ? [] : [OPENED]), ...(went === flow.resolved[cell] ? [] : [RESOLVED_TICKETS])];
    for (const measure of wrong) if (!broken.has(measure)) broken.set(measure, { measure, says: placed(context, flow, cell, came, went) });
  }
  return [...broken.values()];
}

function placed({ facts }: Context, { starts, before, otherwise, after }: Flow, cell: number, opened: number, resolved: number): string {
  const [client, week] = [Math.floor(cell / starts.length) - 1, cell % starts.length];
  const whose = client < 0 ? 'the firm' : facts.clients.list[client]!.name;
  const sides = `${opened} opened + ${before[cell]} open before, ${resolved} resolved + ${otherwise[cell]} ended otherwise + ${after[cell]} open after`;
  return `week of ${dayText(starts[week]!)}, ${whose}: ${sides}`;
}
