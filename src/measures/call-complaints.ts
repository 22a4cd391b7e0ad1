import { complaintsOf } from './complaints-columns.ts';
import { formalComplaints } from './formal-complaints.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import type { Reason } from './reason-to-call.ts';

const DAY = 86_400_000;
const RECENT_DAYS = 14;

/**
 * Reasons to call a client, by its index, that lie in its formal complaints: two in the last 14 days, and those without
 * an answer for 24 hours that are not closed. Null without complaints.
 */
export function complaintReasons(context: Context): ((client: number) => readonly Reason[]) | null {
  const complaints = complaintsOf(context);
  const population = formalComplaints(context);
  if (complaints === null || population === null) return null;
  const { answered, answersKept, closed, received } = complaints;
  const recent = new Map<number, number>();
  const waiting = new Map<number, readonly number[]>();
  for (let row = 0; row < population.facts; row++) {
    const client = population.client[row]!;
    if (population.day[row] === LEFT_OUT || client < 0) continue;
    if (population.day[row]! > context.asOf - RECENT_DAYS) recent.set(client, (recent.get(client) ?? 0) + 1);
    const age = context.end - received[row]!;
    const open = answersKept[row] === 1 && Number.isNaN(answered[row]) && Number.isNaN(closed[row]);
    if (open && age >= DAY) waiting.set(client, [...(waiting.get(client) ?? []), age]);
  }
  return (client) => {
    const count = recent.get(client) ?? 0;
    const ages = waiting.get(client) ?? [];
    return [
      ...(count >= 2 ? [{ rule: 'complaints', count, days: RECENT_DAYS } as const] : []),
      ...(ages.length > 0 ? [{ rule: 'unanswered', count: ages.length, days: Math.floor(Math.max(...ages) / DAY) } as const] : []),
    ];
  };
}
