import type { TableSpec } from '../table.ts';

export const training: TableSpec = {
  name: 'training',
  meaning: 'One row an event at which a client’s people were taught.',
  id: 'event_id',
  fields: {
    event_id: { kind: 'id', meaning: 'Its number.', missing: 'The row is refused.', required: true },
    client: { kind: 'code', meaning: 'Who was invited.', missing: 'The row is refused.', required: true },
    at: { kind: 'instant', meaning: 'When.', missing: 'The row is refused.', required: true },
    kind: { kind: 'code', meaning: 'What kind.', missing: 'Unknown.' },
    invited: { kind: 'number', meaning: 'People invited.', missing: 'Unknown.', unit: 'people', least: 0 },
    attended: { kind: 'number', meaning: 'People who came.', missing: 'Unknown.', unit: 'people', least: 0 },
  },
};
