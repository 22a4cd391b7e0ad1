import type { Chance } from './chance.ts';
import { stamp, type Sheet } from './sheet.ts';
import { clientName, clientOf, openedAt, requester, ticketId, type Size } from './ticket-sheet.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = openedAt(0, 1);
const day = (index: number): number => START + index * DAY + 9 * HOUR;

/** The lists that a firm keeps itself: one complaint for 100 tickets, and of every client the reviews, reports and courses of two years. */
export function lists(size: Size, chance: Chance): readonly Sheet[] {
  return [
    complaintSheet(size, chance),
    replacementSheet(size, chance),
    clientSheet(size, chance),
    meetingSheet(size, chance),
    reportSheet(size, chance),
    trainingSheet(size, chance),
  ];
}

const STEPS = 'responded_at,thanked_at,heard_at,restated_at,apologised_at,committed_at,acted_at,confirmed_at,closed_at';

function complaintSheet({ tickets, clients }: Size, { next, one, below }: Chance): Sheet {
  const header = `complaint_id,ticket_id,client,requester,channel,formal,received_at,${STEPS},commit_due_at,escalated_at,severity,scope,finding,cause,vendor_caused,recovery_answer,recovery_scale_low,recovery_scale_high`;
  const rows = Math.max(1, Math.round(tickets / 100));
  const row = (index: number) => {
    const ticket = Math.min(tickets - 1, index * 100);
    const client = clientOf(ticket, clients);
    const received = openedAt(ticket, tickets) + next() * 4 * DAY;
    let at = received;
    const steps = STEPS.split(',').map(() => ((at += next() * 8 * HOUR), next() < 0.8 ? stamp(at) : null));
    const said = [one(['low', 'medium', 'high']), one(['in', 'out', 'unclear']), one(['upheld', 'partly', 'not-upheld'])];
    const why = [one(['slow answer', 'same fault again', 'conduct', 'billing', 'wrong part']), one(['yes', 'no', ''])];
    const who = [clientName(client), requester(client, below(30)), one(['phone', 'mail', 'portal']), one(['yes', 'yes', 'no']), stamp(received)];
    const late = [stamp(received + 2 * DAY), next() < 0.1 ? stamp(received + DAY) : null];
    return [`K${index}`, ticketId(ticket), ...who, ...steps, ...late, ...said, ...why, next() < 0.4 ? 1 + below(5) : null, 1, 5];
  };
  return { file: 'complaints.csv', rows, header, row };
}

function replacementSheet({ tickets, clients }: Size, { next, below, one }: Chance): Sheet {
  const rows = Math.max(1, Math.round(tickets / 200));
  const end = openedAt(tickets, tickets);
  const done = (at: number): string | null => (at < end ? stamp(at) : null);
  const row = (index: number) => {
    const ticket = Math.min(tickets - 1, index * 200);
    const at = openedAt(ticket, tickets);
    const failed = next() < 0.1 ? done(at + next() * 90 * DAY) : null;
    const followed = next() < 0.7 ? done(at + next() * 50 * DAY) : null;
    return [
      `R${index}`,
      clientName(clientOf(ticket, clients)),
      `laptop ${below(4000)}`,
      stamp(at),
      followed,
      failed,
      failed === null ? null : one(['us', 'client']),
      done(at + next() * 3 * DAY),
    ];
  };
  return { file: 'replacements.csv', rows, header: 'replacement_id,client,asset,replaced_at,followed_up_at,failed_again_at,failure_found_by,spare_at', row };
}

function clientSheet({ clients }: Size, { one, below }: Chance): Sheet {
  const row = (index: number) => {
    const ends = index % 10 === 0 ? stamp(day(400 + below(600))) : null;
    const agreed = [one([14, 28, 91]), 85, 95, one(['phone', 'mail']), one(['Europe/London', 'Europe/London', 'Europe/Warsaw', 'America/New_York'])];
    return [
      clientName(index),
      `Manager ${index % 12}`,
      stamp(day(-400)),
      ends,
      ...agreed,
      index % 20 === 0 ? stamp(day(500)) : null,
      index % 3 === 0 ? stamp(day(100)) : null,
    ];
  };
  const header = 'client,account_manager,start,end,review_days,target_low,target_high,contact_preference,time_zone,renewed_at,project_end';
  return { file: 'clients.csv', rows: clients, header, row };
}

function meetingSheet({ clients }: Size, { next, below }: Chance): Sheet {
  const row = (index: number) => {
    const at = stamp(day(Math.floor(index / clients) * 28 + below(10)));
    return [`M${index}`, clientName(index % clients), 'review', at, next() < 0.9 ? at : null, next() < 0.8 ? `minutes ${index}` : null];
  };
  return { file: 'meetings.csv', rows: clients * 26, header: 'meeting_id,client,kind,planned_at,held_at,record_ref', row };
}

function reportSheet({ clients }: Size, { below }: Chance): Sheet {
  const row = (index: number) => {
    const month = Math.floor(index / clients);
    const next = Date.UTC(2024, month + 1, 1);
    return [clientName(index % clients), new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 7), stamp(next + below(8) * DAY)];
  };
  return { file: 'reports-sent.csv', rows: clients * 23, header: 'client,period,sent_at', row };
}

function trainingSheet({ clients }: Size, { below }: Chance): Sheet {
  const row = (index: number) => {
    const invited = 4 + below(12);
    return [`T${index}`, clientName(index % clients), stamp(day(Math.floor(index / clients) * 90 + 20)), `Category ${below(12)}`, invited, below(invited + 1)];
  };
  return { file: 'training.csv', rows: clients * 8, header: 'event_id,client,at,kind,invited,attended', row };
}
