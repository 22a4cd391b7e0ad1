import { complaintReasons } from './call-complaints.ts';
import { missedVisits } from './call-visits.ts';
import { lastOutbound } from './outbound.ts';
import type { Client } from '../facts/clients.ts';
import { dayOf } from '../time/weeks.ts';
import { cellAt, type Figures } from './grid.ts';
import type { Context } from './measure.ts';
import { endedTables } from './observed.ts';
import type { Reason } from './reason-to-call.ts';
import { satisfactionBand, statusOfCell } from './status.ts';

export interface Call {
  /** Index of the client. */
  readonly client: number;
  readonly reasons: readonly Reason[];
  /** Day of the last contact that we began, null where none is on record. */
  readonly lastOutbound: number | null;
}

const SILENT_FROM = 5;
const CONTACT_DAYS = 30;
const ENDING_DAYS = 90;
const MISSED_VISITS = 3;

/**
 * The clients that need a call, those with most reasons first, then in the order of the client list. Clients whose
 * contract is over are left out, and where the firm lists no clients those without a ticket in the window. No contact is missed
 * where the contacts end before the as-of day.
 */
export function needsCall(figures: Figures, context: Context): readonly Call[] {
  const contacts = lastOutbound(context);
  const complaints = complaintReasons(context);
  const visits = missedVisits(context);
  // Since an export that was not renewed, nobody knows whom we spoke to.
  const knowsSilence = !endedTables(context).has('contacts');
  const calls = context.facts.clients.list.flatMap((of, client): readonly Call[] => {
    if (!isCurrent(of, client, figures, context)) return [];
    const missed = visits?.(client) ?? 0;
    const reasons = [
      ...silent(figures, client),
      ...(knowsSilence ? noContact(contacts?.(client), context) : []),
      ...(complaints?.(client) ?? []),
      ...standing(of, figures, context, client),
      ...(missed >= MISSED_VISITS ? [{ rule: 'visits', count: missed, days: null } as const] : []),
    ];
    return reasons.length === 0 ? [] : [{ client, reasons, lastOutbound: contacts?.(client) ?? null }];
  });
  return calls.toSorted((a, b) => b.reasons.length - a.reasons.length);
}

function isCurrent({ start, end }: Client, client: number, figures: Figures, context: Context): boolean {
  if (end < context.end || start >= context.end) return false;
  if (context.facts.clients.listed) return true;
  const tickets = figures.grid('A1-tickets', 'window');
  return tickets === null || cellAt(tickets, client, 0).n > 0;
}

function silent(figures: Figures, client: number): readonly Reason[] {
  const grid = figures.grid('A2', 'window');
  const cell = grid && cellAt(grid, client, 0);
  return cell && cell.n >= SILENT_FROM && cell.hits === 0 ? [{ rule: 'silent', count: cell.n, days: null }] : [];
}

/** `last` is undefined where no contacts are kept. */
function noContact(last: number | null | undefined, { asOf }: Context): readonly Reason[] {
  if (last === undefined || (last !== null && asOf - last < CONTACT_DAYS)) return [];
  return [{ rule: 'no-contact', count: null, days: last === null ? null : asOf - last }];
}

function standing(of: Client, figures: Figures, context: Context, client: number): readonly Reason[] {
  const grid = figures.grid('S1', 'window');
  const cell = grid && cellAt(grid, client, 0);
  const status = cell ? statusOfCell('share', cell, satisfactionBand(context, client)) : 'not enough answers';
  const days = dayOf(of.end - 1, context.zone) - context.asOf;
  const ending = days >= 0 && days <= ENDING_DAYS && status !== 'meets';
  return [
    ...(status === 'below' ? [{ rule: 'below', count: cell!.n, days: null } as const] : []),
    ...(ending ? [{ rule: 'ending', count: status === 'below' ? cell!.n : null, days } as const] : []),
  ];
}
