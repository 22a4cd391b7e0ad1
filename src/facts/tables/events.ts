import type { TableSpec } from '../table.ts';

export const events: TableSpec = {
  name: 'events',
  meaning: 'One row a dated event that charts mark.',
  id: null,
  fields: {
    date: { kind: 'instant', meaning: 'The day.', missing: 'The row is refused.', required: true },
    client: { kind: 'code', meaning: 'Whom it is about.', missing: 'The whole firm.' },
    kind: { kind: 'code', meaning: 'What kind.', missing: 'other.', values: ['programme-start', 'fixed', 'other'] },
    cause: { kind: 'code', meaning: 'The cause that was fixed.', missing: 'None.' },
    label: { kind: 'code', meaning: 'What charts say.', missing: 'The row is refused.', required: true },
  },
};
