import type { TableSpec } from '../table.ts';

export const appointments: TableSpec = {
  name: 'appointments',
  meaning: 'One row a visit that was agreed.',
  id: 'appointment_id',
  order: [['window_start', 'window_end']],
  fields: {
    appointment_id: { kind: 'id', meaning: 'Its number.', missing: 'The row is refused.', required: true },
    client: { kind: 'code', meaning: 'Who is visited.', missing: 'Read from the ticket.' },
    ticket_id: { kind: 'ref', meaning: 'The ticket it belongs to.', missing: 'Not about a ticket.' },
    scheduled_on: { kind: 'instant', meaning: 'When it was agreed.', missing: 'Unknown.' },
    window_start: { kind: 'instant', meaning: 'Start of the window given.', missing: 'No window given.' },
    window_end: { kind: 'instant', meaning: 'End of the window given.', missing: 'No window given.' },
    arrived_at: { kind: 'instant', meaning: 'When we arrived.', missing: 'Did not arrive, or not recorded.' },
    status: { kind: 'code', meaning: 'What became of it.', missing: 'Unknown.', values: ['planned', 'done', 'missed', 'cancelled'] },
    cancelled_at: { kind: 'instant', meaning: 'When it was cancelled.', missing: 'Not cancelled.' },
    cancel_channel: { kind: 'code', meaning: 'How it was cancelled.', missing: 'Unknown.', values: ['in-person', 'phone', 'mail', 'chat', 'portal'] },
    moved_by: { kind: 'code', meaning: 'Who moved it.', missing: 'Not moved.', values: ['us', 'client'] },
    in_preferred_time: { kind: 'flag', meaning: 'It lay in the client’s preferred time.', missing: 'Unknown.' },
  },
};
