import { ticketInText } from './clockify-detailed.ts';
import type { Format } from './format.ts';

/** The timesheet export, in English. A duration is hours and minutes or, where the template says so, decimal. */
export const kimaiTimesheet: Format = {
  id: 'kimai-timesheet',
  title: 'Kimai, timesheet export',
  version: 2,
  needs: ['From', 'To', 'Staff number', 'VAT-ID'],
  knows: [
    'To',
    'Staff number',
    'VAT-ID',
    'Currency',
    'Price',
    'Internal price',
    'Hourly price',
    'Fixed price',
    'E-mail',
    'Project',
    'Billable',
    'Tags',
    'Type',
    'category',
    'Account',
    'Project number',
    'Order number',
  ],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: 'Description', capture: ticketInText },
        client: { from: 'Customer' },
        agent: { from: ['Name', 'User'] },
        started_at: { from: 'Date', and: 'From' },
        minutes: { from: 'Duration', unit: 'hours' },
        activity: { from: 'Activity' },
      },
    },
  ],
};
