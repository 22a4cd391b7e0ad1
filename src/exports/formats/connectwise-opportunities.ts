import type { Format } from './format.ts';

/**
 * The list of opportunities. An offer is a promise only by the day that the client was told, and which column holds it is
 * the firm's own choice: the settings name it under `columns: {due_at: …}`, and without that the rows are left aside. The
 * export does not say when an offer went out.
 */
export const connectwiseOpportunities: Format = {
  id: 'connectwise-opportunities',
  title: 'ConnectWise PSA, opportunities',
  version: 2,
  needs: ['Opportunity #', 'Opportunity Summary'],
  knows: ['Contact Name', 'Stage', 'Status', 'Sales Rep', 'Revenue', 'Won', 'Close Date'],
  gives: [
    {
      table: 'promises',
      onlyWith: 'due_at',
      fields: {
        promise_id: { from: 'Opportunity #' },
        client: { from: 'Company' },
        kind: { fixed: 'quote' },
        wording: { from: 'Opportunity Summary' },
        due_at: { from: 'Quote Expiration Date' },
      },
    },
  ],
};
