import type { TableSpec } from '../table.ts';

export const time_entries: TableSpec = {
  name: 'time_entries',
  meaning: 'One row a stretch of work that someone logged.',
  id: 'entry_id',
  fields: {
    entry_id: { kind: 'id', meaning: 'Its number in the tool.', missing: 'Made from the row.' },
    ticket_id: { kind: 'ref', meaning: 'The ticket worked on.', missing: 'Not ticket work.' },
    complaint_id: { kind: 'ref', meaning: 'The complaint worked on.', missing: 'Not complaint work.' },
    client: { kind: 'code', meaning: 'The client worked for.', missing: 'Read from the ticket.' },
    agent: { kind: 'code', meaning: 'Who worked.', missing: 'Unknown.' },
    started_at: { kind: 'instant', meaning: 'When the work began.', missing: 'The row is refused.', required: true },
    minutes: { kind: 'number', meaning: 'How long it took.', missing: 'The row is refused.', required: true, unit: 'minutes', least: 0 },
    activity: { kind: 'code', meaning: 'What kind of work.', missing: 'Unknown.' },
  },
};
