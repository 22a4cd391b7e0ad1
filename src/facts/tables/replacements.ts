import type { TableSpec } from '../table.ts';

export const replacements: TableSpec = {
  name: 'replacements',
  meaning: 'One row a part or device that was replaced.',
  id: 'replacement_id',
  fields: {
    replacement_id: { kind: 'id', meaning: 'Its number.', missing: 'Made from the row.' },
    client: { kind: 'code', meaning: 'For whom.', missing: 'The row is refused.', required: true },
    asset: { kind: 'code', meaning: 'What was replaced.', missing: 'Unknown.' },
    replaced_at: { kind: 'instant', meaning: 'When.', missing: 'The row is refused.', required: true },
    followed_up_at: { kind: 'instant', meaning: 'When we asked how it does.', missing: 'Not asked.' },
    failed_again_at: { kind: 'instant', meaning: 'When it failed again.', missing: 'It did not.' },
    failure_found_by: { kind: 'code', meaning: 'Who noticed.', missing: 'Unknown.', values: ['us', 'client'] },
    spare_at: { kind: 'instant', meaning: 'When a spare was there.', missing: 'No spare.' },
  },
};
