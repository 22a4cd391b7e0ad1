import type { TableSpec } from '../table.ts';

export const contacts: TableSpec = {
  name: 'contacts',
  meaning: 'One row a contact with a client’s people.',
  id: 'contact_id',
  fields: {
    contact_id: { kind: 'id', meaning: 'Its number.', missing: 'Made from the row.' },
    client: { kind: 'code', meaning: 'The client spoken to.', missing: 'The row is refused.', required: true },
    at: { kind: 'instant', meaning: 'When.', missing: 'The row is refused.', required: true },
    direction: { kind: 'code', meaning: 'Who began it.', missing: 'Unknown.', values: ['in', 'out'] },
    channel: { kind: 'code', meaning: 'How.', missing: 'Unknown.', values: ['in-person', 'phone', 'mail', 'chat', 'portal'] },
    kind: {
      kind: 'code',
      meaning: 'What about.',
      missing: 'Unknown.',
      values: ['problem', 'update', 'closing', 'proactive', 'follow-up', 'teaching', 'tip', 'event', 'card', 'reference', 'senior', 'sales'],
    },
    sentiment: { kind: 'code', meaning: 'How it felt.', missing: 'Unknown.', values: ['positive', 'neutral', 'negative'] },
    requester: { kind: 'code', meaning: 'The client’s person.', missing: 'Unknown.' },
    ticket_id: { kind: 'ref', meaning: 'The ticket it belongs to.', missing: 'Not about a ticket.' },
    complaint_id: { kind: 'ref', meaning: 'The complaint it belongs to.', missing: 'Not about a complaint.' },
    promise_id: { kind: 'ref', meaning: 'The promise it belongs to.', missing: 'Not about a promise.' },
    courtesy_seconds: { kind: 'number', meaning: 'Extra time taken for courtesy.', missing: 'The settings’ assumption holds.', unit: 'seconds', least: 0 },
    agent: { kind: 'code', meaning: 'Who spoke for the firm.', missing: 'Unknown.' },
  },
};
