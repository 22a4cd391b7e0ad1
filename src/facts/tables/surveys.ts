import type { TableSpec } from '../table.ts';

export const surveys: TableSpec = {
  name: 'surveys',
  meaning: 'One row a survey that was sent or answered.',
  id: 'response_id',
  order: [['sent_at', 'answered_at']],
  prefix: 'item_',
  fields: {
    response_id: { kind: 'id', meaning: 'The answer’s number in its tool, else made from the ticket’s.', missing: 'Made from the row.', required: true },
    ticket_id: { kind: 'ref', meaning: 'The ticket it asks about.', missing: 'Not about a ticket.' },
    client: { kind: 'code', meaning: 'The client asked.', missing: 'Read from the ticket.' },
    respondent: { kind: 'code', meaning: 'The person who answered.', missing: 'Unknown.' },
    kind: { kind: 'code', meaning: 'What was asked.', missing: 'csat.', values: ['csat', 'nps', 'ces', 'recovery'] },
    sent_at: { kind: 'instant', meaning: 'When it was sent.', missing: 'No figure about surveys sent.' },
    answered_at: { kind: 'instant', meaning: 'When it was answered.', missing: 'The ticket’s resolution, marked assumed.' },
    answer: { kind: 'code', meaning: 'The answer as the tool wrote it.', missing: 'Not answered.' },
    scale_low: { kind: 'number', meaning: 'Lowest answer possible.', missing: 'Read from the words of the answer.', unit: 'points' },
    scale_high: { kind: 'number', meaning: 'Highest answer possible.', missing: 'Read from the words of the answer.', unit: 'points' },
    class: { kind: 'code', meaning: 'What the answer counts as.', missing: 'Classed by its scale.', values: ['positive', 'neutral', 'negative'] },
    comment: { kind: 'text', meaning: 'What the client wrote.', missing: 'No comment.' },
    approved: { kind: 'flag', meaning: 'The client agreed to be quoted.', missing: 'Not agreed.' },
  },
};
