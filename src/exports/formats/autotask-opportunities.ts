import type { Format } from './format.ts';

/**
 * The list of opportunities, which has no number: the company and the opportunity's name stand for it. An offer is a promise
 * only by the day that the client was told, and which column holds it is the firm's own choice: the settings name it under
 * `columns: {due_at: …}`, and without that the rows are left aside. The day on which an opportunity was won is the only
 * one that shows that the offer had gone out.
 */
export const autotaskOpportunities: Format = {
  id: 'autotask-opportunities',
  title: 'Autotask PSA, opportunities',
  version: 2,
  needs: ['Opportunity Owner', 'Projected Close Date', 'Revenue (Total)'],
  knows: [
    'Opportunity Owner',
    'Revenue (Total)',
    'Stage',
    'Status',
    'Account Manager',
    'Opportunity Category',
    'Age (in days)',
    'Gross Profit',
    'Last Activity',
    'Line of Business',
    'Rating',
  ],
  gives: [
    {
      table: 'promises',
      onlyWith: 'due_at',
      fields: {
        promise_id: { from: 'Company', and: 'Opportunity' },
        client: { from: 'Company' },
        kind: { fixed: 'quote' },
        wording: { from: 'Opportunity' },
        made_at: { from: 'Create Date' },
        due_at: { from: 'Projected Close Date' },
        kept_at: { from: 'Closed Date', where: { column: 'Stage', matches: /^\s*won\b/i } },
      },
    },
  ],
};
