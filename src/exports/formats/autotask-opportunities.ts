import type { Format } from './format.ts';

/** The list of opportunities. No figure counts offers, so its rows are known and left aside. */
export const autotaskOpportunities: Format = {
  id: 'autotask-opportunities',
  title: 'Autotask PSA, opportunities',
  version: 1,
  needs: ['Opportunity Owner', 'Projected Close Date', 'Revenue (Total)'],
  knows: ['Opportunity Owner', 'Projected Close Date', 'Revenue (Total)', 'Opportunity', 'Company', 'Stage', 'Status', 'Create Date', 'Account Manager'],
  gives: [],
};
