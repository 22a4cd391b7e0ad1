import { londonText } from './clock.ts';
import type { Complaint } from './complaints.ts';
import type { Sheet } from './csv.ts';

/** Rows of the complaint log. `numbers` gives a ticket's number by its key. */
export function complaintSheet(complaints: readonly Complaint[], numbers: ReadonlyMap<number, number>): Sheet {
  const headers =
    'complaint_id,ticket_id,client,requester,channel,formal,received_at,responded_at,thanked_at,heard_at,restated_at,' +
    'apologised_at,committed_at,commit_due_at,acted_at,confirmed_at,closed_at,escalated_at,severity,scope,finding,cause,' +
    'recovery_answer,recovery_scale_low,recovery_scale_high';
  const logged = complaints.filter(({ record }) => record !== 'ticket');
  const rows = logged.map(({ steps, recovery, ...one }) => [
    one.id,
    one.ticket === null ? '' : `${numbers.get(one.ticket)}`,
    one.client,
    one.requester,
    one.channel,
    one.formal ? 'yes' : 'no',
    londonText(one.received),
    ...[steps.responded, steps.thanked, steps.heard, steps.restated, steps.apologised, steps.committed].map(londonText),
    ...[steps.commitDue, steps.acted, steps.confirmed, steps.closed, steps.escalated].map(londonText),
    one.severity,
    one.scope,
    one.finding,
    one.cause,
    ...(recovery === null ? ['', '', ''] : [`${recovery}`, '1', '5']),
  ]);
  return { headers: headers.split(','), rows };
}
