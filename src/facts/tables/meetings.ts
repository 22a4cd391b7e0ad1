import type { TableSpec } from '../table.ts';

export const meetings: TableSpec = {
  name: 'meetings',
  meaning: 'One row a meeting with a client.',
  id: 'meeting_id',
  fields: {
    meeting_id: { kind: 'id', meaning: 'Its number.', missing: 'Made from the row.' },
    client: { kind: 'code', meaning: 'With whom.', missing: 'The row is refused.', required: true },
    kind: { kind: 'code', meaning: 'What kind.', missing: 'other.', values: ['review', 'other'] },
    planned_at: { kind: 'instant', meaning: 'When it was planned for.', missing: 'Not planned.' },
    held_at: { kind: 'instant', meaning: 'When it was held.', missing: 'Not held.' },
    record_ref: { kind: 'code', meaning: 'Where its record is.', missing: 'No record.' },
  },
};
