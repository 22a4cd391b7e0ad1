import type { TableSpec } from '../table.ts';

export const contracts: TableSpec = {
  name: 'contracts',
  meaning: 'One row a contract with hours a month.',
  id: 'client',
  fields: {
    client: { kind: 'id', meaning: 'With whom.', missing: 'The row is refused.', required: true },
    hours_a_month: { kind: 'number', meaning: 'Hours agreed a month.', missing: 'Not agreed.', unit: 'hours', least: 0 },
    days: { kind: 'code', meaning: 'Days covered.', missing: 'Unknown.' },
    hours: { kind: 'code', meaning: 'Hours of the day covered.', missing: 'Unknown.' },
  },
};
