/** Columns of the facts that figures are made from, with the type in which the database reads each. */
export type SqlType = 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR';

const of = (type: SqlType, names: string) => names.split(' ').map((name) => [name, type] as const);
const instants = (names: string) => of('BIGINT', names);
const numbers = (names: string) => of('DOUBLE', names);
const flags = (names: string) => of('BOOLEAN', names);
const texts = (names: string) => of('VARCHAR', names);

/** By table: its columns, without the client, which every table gives as an index. Instants are epoch milliseconds. */
export const schema = {
  tickets: [
    ...texts('ticket_id requester status priority type category channel agent first_agent team asset scope merged_into cause tags onsite_extra'),
    ...instants('opened_at first_response_at first_human_response_at first_response_due_at resolved_at closed_at reopened_at updated_at due_at'),
    ...instants('expectation_told_at expectation_due_at'),
    ...numbers('reopened_count handoffs pending_minutes'),
    ...flags('machine_made onsite vendor_caused rework_accepted options_offered plan_noted'),
  ],
  surveys: [
    ...texts('response_id ticket_id respondent kind answer class'),
    ...instants('sent_at answered_at'),
    ...numbers('scale_low scale_high item_helpful item_serious item_clear item_honest item_respect item_need'),
    ...flags('approved'),
  ],
  complaints: [
    ...texts('complaint_id ticket_id requester channel severity scope finding cause'),
    ...instants('received_at responded_at thanked_at heard_at restated_at apologised_at committed_at commit_due_at acted_at'),
    ...instants('confirmed_at closed_at escalated_at'),
    ...numbers('recovery_answer recovery_scale_low recovery_scale_high'),
    ...flags('formal vendor_caused'),
  ],
  time_entries: [...texts('entry_id ticket_id complaint_id agent activity'), ...instants('started_at'), ...numbers('minutes')],
  contacts: [
    ...texts('contact_id direction channel kind sentiment requester ticket_id complaint_id promise_id agent'),
    ...instants('at'),
    ...numbers('courtesy_seconds'),
  ],
  appointments: [
    ...texts('appointment_id ticket_id status cancel_channel moved_by'),
    ...instants('scheduled_on window_start window_end arrived_at cancelled_at'),
    ...flags('in_preferred_time'),
  ],
  promises: [
    ...texts('promise_id ticket_id kind wording'),
    ...instants('made_at due_at requested_at revised_at revised_due_at told_at kept_at'),
    ...flags('due_has_time'),
  ],
  meetings: [...texts('meeting_id kind record_ref'), ...instants('planned_at held_at')],
  replacements: [...texts('replacement_id asset failure_found_by'), ...instants('replaced_at followed_up_at failed_again_at spare_at')],
  reports_sent: [...texts('period'), ...instants('sent_at')],
  training: [...texts('event_id kind'), ...instants('at'), ...numbers('invited attended')],
  clients: [...texts('calendar time_zone contact_preference'), ...instants('renewed_at')],
  events: [...texts('kind cause label'), ...instants('date')],
  contracts: [...texts('days hours'), ...numbers('hours_a_month')],
} as const satisfies Readonly<Record<string, readonly (readonly [name: string, type: SqlType])[]>>;

export type ProofTable = keyof typeof schema;

export const proofTables = Object.keys(schema) as ProofTable[];
