import type { Format } from './format.ts';

/** The list of opportunities. No figure counts offers, so its rows are known and left aside. */
export const connectwiseOpportunities: Format = {
  id: 'connectwise-opportunities',
  title: 'ConnectWise PSA, opportunities',
  version: 1,
  needs: ['Opportunity #', 'Opportunity Summary'],
  knows: [
    'Opportunity #',
    'Opportunity Summary',
    'Company',
    'Contact Name',
    'Stage',
    'Status',
    'Sales Rep',
    'Revenue',
    'Won',
    'Quote Expiration Date',
    'Close Date',
  ],
  gives: [],
};
