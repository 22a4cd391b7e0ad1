import type { TableSpec } from '../table.ts';

export const promises: TableSpec = {
  name: 'promises',
  meaning: 'One row a thing that we said we would do.',
  id: 'promise_id',
  order: [['made_at', 'kept_at']],
  fields: {
    promise_id: { kind: 'id', meaning: 'Its number.', missing: 'The row is refused.', required: true },
    client: { kind: 'code', meaning: 'To whom.', missing: 'Read from the ticket.' },
    ticket_id: { kind: 'ref', meaning: 'The ticket it belongs to.', missing: 'Not about a ticket.' },
    kind: { kind: 'code', meaning: 'What kind.', missing: 'Unknown.', values: ['task', 'callback', 'quote', 'arrival'] },
    wording: { kind: 'text', meaning: 'What we said.', missing: 'Not recorded.' },
    made_at: { kind: 'instant', meaning: 'When we said it.', missing: 'Unknown.' },
    due_at: { kind: 'instant', meaning: 'By when.', missing: 'The row is refused.', required: true, endOfDay: true },
    due_has_time: { kind: 'flag', meaning: 'The due time names an hour.', missing: 'Read from the cell.' },
    requested_at: { kind: 'instant', meaning: 'By when the client asked for it.', missing: 'Not asked.' },
    revised_at: { kind: 'instant', meaning: 'When we moved it.', missing: 'Not moved.' },
    revised_due_at: { kind: 'instant', meaning: 'The later day we gave.', missing: 'Not moved.', endOfDay: true },
    told_at: { kind: 'instant', meaning: 'When we told them it would slip.', missing: 'Not told.' },
    kept_at: { kind: 'instant', meaning: 'When it was done.', missing: 'Not done.' },
  },
};
