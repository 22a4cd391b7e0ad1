import { ticketInText } from './clockify-detailed.ts';
import type { Format } from './format.ts';

/** The detailed time report, a row for a person's work on a day. Dates and decimals follow the account's country. */
export const harvestTime: Format = {
  id: 'harvest-time',
  title: 'Harvest, detailed time',
  version: 2,
  needs: ['Project Code', 'Billable?', 'Hours', 'Date'],
  knows: [
    'Project Code',
    'Billable?',
    'Project',
    'Hours Rounded',
    'Invoiced?',
    'Approved?',
    'Employee Id',
    'Roles',
    'Department',
    'Employee?',
    'Billable Rate',
    'Billable Amount',
    'Cost Rate',
    'Cost Amount',
    'Currency',
  ],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: 'Notes', and: 'External Reference URL', capture: ticketInText },
        client: { from: 'Client' },
        agent: { from: 'First Name', and: 'Last Name' },
        started_at: { from: 'Date' },
        minutes: { from: 'Hours', unit: 'hours' },
        activity: { from: 'Task' },
      },
    },
  ],
};
