import type { Format } from './format.ts';
import { zohoGives, zohoKnows } from './zoho-words.ts';

/**
 * A report of tickets; names of columns carry their module in brackets, though not in every report. The first response
 * stands as working hours alone and is not read. A ticket has one end, so it stands as resolution and closing. A happiness
 * rating gives a survey as well, without a day.
 */
export const zohoTickets: Format = {
  id: 'zoho-tickets',
  title: 'Zoho Desk, ticket report',
  version: 2,
  needs: [
    'Ticket Id',
    [
      'Status (Ticket)',
      'Priority (Ticket)',
      'Category (Ticket)',
      'Created Time (Ticket)',
      'Created By (Ticket)',
      'Ticket Closed Time (Ticket)',
      'Phone (Ticket)',
      'Product Name (Ticket)',
      'SLA Violation Type',
      'Happiness Rating',
      'Number of Reopen',
    ],
  ],
  knows: zohoKnows,
  missing: ['-'],
  gives: zohoGives('Ticket Id'),
};
