/** A ticket's whole life. Times are seconds in UTC; null means that it has not happened. */
export interface Ticket {
  /** Position in order of making; the number that people see is given when all tickets are known. */
  readonly key: number;
  /** Client id, or null where the company is nobody's client. */
  readonly client: string | null;
  readonly company: string;
  readonly requester: string;
  readonly summary: string;
  readonly type: string;
  readonly subtype: string;
  readonly board: string;
  readonly priority: string;
  readonly source: string;
  readonly agents: readonly string[];
  readonly opened: number;
  readonly responded: number | null;
  /** First resolution; the last one where it was never reopened. */
  readonly resolvedFirst: number | null;
  readonly reopened: number | null;
  readonly resolved: number | null;
  readonly closed: number | null;
  readonly required: number | null;
  readonly hours: number;
  readonly unresolved: boolean;
  readonly mergedInto: number | null;
}

/** What a ticket looks like at a moment: what an export made then says. */
export interface TicketState {
  readonly status: string;
  readonly responded: number | null;
  readonly resolved: number | null;
  readonly closed: number | null;
  readonly updated: number;
  readonly reopenedCount: number;
  readonly hours: number;
}

function by(at: number, time: number | null): number | null {
  return time !== null && time <= at ? time : null;
}

function statusOf(ticket: Ticket, seen: Omit<TicketState, 'status' | 'hours' | 'updated'>): string {
  if (seen.closed !== null) return ticket.mergedInto !== null ? 'Merged' : ticket.unresolved ? 'Unresolved' : 'Closed';
  if (seen.resolved !== null) return 'Resolved';
  if (seen.reopenedCount > 0) return 'Re-opened';
  if (seen.responded === null) return 'New';
  return ticket.key % 3 === 0 ? 'Waiting on Client' : 'In Progress';
}

/** The state of a ticket, opened by then, at time `at`. */
export function stateAt(ticket: Ticket, at: number): TicketState {
  const reopened = by(at, ticket.reopened);
  const resolved = by(at, reopened === null ? ticket.resolvedFirst : ticket.resolved);
  const seen = {
    responded: by(at, ticket.responded),
    resolved,
    closed: by(at, ticket.closed),
    reopenedCount: reopened === null ? 0 : 1,
  };
  const updated = Math.max(ticket.opened, seen.responded ?? 0, resolved ?? 0, reopened ?? 0, seen.closed ?? 0);
  const hours = resolved !== null || seen.closed !== null ? ticket.hours : seen.responded === null ? 0 : ticket.hours / 2;
  return { ...seen, status: statusOf(ticket, seen), updated, hours };
}
