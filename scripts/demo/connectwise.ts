import { connectWiseText, seconds } from './clock.ts';
import type { Sheet } from './csv.ts';
import { stateAt, type Ticket } from './ticket.ts';
import { span } from './truth.ts';

/** Columns of the report, taken from ConnectWise's view v_rpt_Service, with those that a user adds to it. */
export const headers = (
  'SR_Service_RecID,company_name,contact_name,Summary,status_description,Board_Name,ServiceType,ServiceSubType,' +
  'Priority_Description,Source,team_name,resource_list,Date_Entered_UTC,Date_Responded_UTC,Date_Resolved_UTC,' +
  'Date_Closed_UTC,Last_Update_UTC,Date_Required,Closed_Flag,Hours_Actual,Merged_Into,Reopened_Count'
).split(',');

/** One export: its file, when it was made, and from which last update on it brings tickets. */
export interface Export {
  readonly file: string;
  readonly madeAt: number;
  readonly from: number;
}

/** Each export goes back before the one before it was made, so tickets occur twice, some with a newer state. */
export const ticketExports: readonly Export[] = [
  { file: 'exports/cw-tickets-2025-h1.csv.gz', madeAt: seconds('2025-07-07T06:40:00Z'), from: 0 },
  { file: 'exports/cw-tickets-2025-h2.csv.gz', madeAt: seconds('2026-01-05T07:15:00Z'), from: seconds('2025-06-23') },
  { file: 'exports/cw-tickets-2026-h1.csv.gz', madeAt: seconds('2026-08-03T06:30:00Z'), from: seconds('2025-12-22') },
  { file: 'exports/cw-tickets-latest.csv', madeAt: seconds(span.now), from: seconds('2026-07-20') },
];

function rowAt(ticket: Ticket, at: number, numbers: ReadonlyMap<number, number>): readonly string[] {
  const state = stateAt(ticket, at);
  const isMerged = state.status === 'Merged';
  return [
    `${numbers.get(ticket.key)}`,
    ticket.company,
    ticket.requester,
    ticket.summary,
    state.status,
    ticket.board,
    ticket.type,
    ticket.subtype,
    ticket.priority,
    ticket.source,
    ticket.board === 'Client Care' ? 'Care' : 'Desk',
    ticket.agents.join(', '),
    connectWiseText(ticket.opened),
    connectWiseText(state.responded),
    connectWiseText(state.resolved),
    connectWiseText(state.closed),
    connectWiseText(state.updated),
    connectWiseText(ticket.required),
    state.closed === null ? 'False' : 'True',
    state.hours.toFixed(2),
    isMerged ? `${numbers.get(ticket.mergedInto ?? -1)}` : '',
    `${state.reopenedCount}`,
  ];
}

/** The sheet of one export. `numbers` gives a ticket's number by its key. */
export function exportSheet(tickets: readonly Ticket[], numbers: ReadonlyMap<number, number>, made: Export): Sheet {
  const rows = tickets
    .filter((ticket) => ticket.opened <= made.madeAt && stateAt(ticket, made.madeAt).updated >= made.from)
    .map((ticket) => rowAt(ticket, made.madeAt, numbers));
  return { headers, rows };
}
