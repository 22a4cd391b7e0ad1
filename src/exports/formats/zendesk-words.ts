import type { FromColumn } from './format.ts';

/** Zendesk's statuses. A ticket on hold waits for somebody outside. */
export const zendeskStatus: FromColumn = {
  from: 'Status',
  values: { New: 'open', Open: 'open', Pending: 'waiting', Hold: 'waiting', 'On-hold': 'waiting', Solved: 'resolved', Closed: 'closed' },
};
