import type { TableSpec } from '../table.ts';

export const clients: TableSpec = {
  name: 'clients',
  meaning: 'One row a client of the firm.',
  id: 'client',
  fields: {
    client: { kind: 'id', meaning: 'The name or id that the exports use.', missing: 'The row is refused.', required: true },
    name: { kind: 'code', meaning: 'The name to show.', missing: 'The client column.' },
    aliases: { kind: 'code', meaning: 'Other names in the exports, separated by semicolons.', missing: 'None.' },
    account_manager: { kind: 'code', meaning: 'Who looks after it.', missing: 'Nobody named.' },
    start: { kind: 'instant', meaning: 'Start of the contract.', missing: 'Unknown.' },
    end: { kind: 'instant', meaning: 'End of the contract.', missing: 'No end.', endOfDay: true },
    review_days: { kind: 'number', meaning: 'Days between reviews.', missing: 'No reviews agreed.', unit: 'days', least: 1 },
    target_low: { kind: 'number', meaning: 'Satisfaction to reach.', missing: 'The settings’ target.', unit: 'percent', least: 0 },
    target_high: { kind: 'number', meaning: 'Satisfaction that is enough.', missing: 'The settings’ target.', unit: 'percent', least: 0 },
    time_zone: { kind: 'code', meaning: 'Zone of its offices.', missing: 'The firm’s.' },
    calendar: { kind: 'code', meaning: 'Its opening hours, by name in the settings.', missing: 'The firm’s.' },
    contact_preference: { kind: 'code', meaning: 'How it likes to be reached.', missing: 'Unknown.' },
    next_review: { kind: 'instant', meaning: 'Day of the next review.', missing: 'None planned.' },
    renewed_at: { kind: 'instant', meaning: 'When the contract was renewed.', missing: 'Unknown.' },
    project_end: { kind: 'instant', meaning: 'End of the project that began it.', missing: 'Unknown.' },
  },
};
