import type { TableSpec } from '../table.ts';

export const reports_sent: TableSpec = {
  name: 'reports_sent',
  meaning: 'One row a report that went to a client.',
  id: null,
  fields: {
    client: { kind: 'code', meaning: 'To whom.', missing: 'The row is refused.', required: true },
    period: { kind: 'code', meaning: 'The month it is about, YYYY-MM.', missing: 'The row is refused.', required: true },
    sent_at: { kind: 'instant', meaning: 'When it went out.', missing: 'The row is refused.', required: true },
  },
};
