import { firstOf, machineMade, statusFrom } from './connectwise-words.ts';
import type { Format } from './format.ts';

/**
 * The list of a service board or ticket search. Its default view has no date of creation, answer or resolution, so those
 * fields are absent unless the user adds `Date Entered`. Priority is an icon whose file name is a colour: the colour stands
 * as the priority. Some titles begin with a backslash before a quote; it is the export's, not the title's. `Next Date` is the
 * next visit in the schedule, a day without a window where it stands at midnight; a ticket may have several, one after the other.
 */
export const connectwiseBoard: Format = {
  id: 'connectwise-board',
  title: 'ConnectWise PSA, board list',
  version: 2,
  needs: [['Selected_Sr_Service_Recid', 'Ticket #'], 'Summary Description', ['Last Update', 'Resources', 'SLA Status', 'Age']],
  knows: ['Ticket #', 'Age', 'Schedule', 'Total Hours', 'Budget', 'SLA Status', 'Item', 'Board Icon', 'Site Time Zone', 'Site', 'Level', 'Customer Updated'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: ['Selected_Sr_Service_Recid', 'Ticket #'] },
        client: { from: 'Company' },
        requester: { from: 'Contact', missing: ['Select Contact'] },
        subject: { from: 'Summary Description', capture: /^\\?([\s\S]*)$/ },
        opened_at: { from: ['Date Entered', 'Entered'] },
        updated_at: { from: 'Last Update' },
        status: statusFrom(['Status']),
        priority: { from: 'Priority', capture: /^(?:.*\/(?=[^/]*\.gif$))?(.+?)(?:\.gif)?$/ },
        type: { from: 'Type' },
        category: { from: 'Subtype' },
        channel: { from: 'Source' },
        agent: firstOf(['Resources']),
        team: { from: ['Board', 'Service Board'] },
        due_at: { from: 'Due Date' },
        machine_made: machineMade,
      },
    },
    {
      table: 'appointments',
      when: { column: 'Next Date', matches: /\S/ },
      fields: {
        appointment_id: { from: ['Selected_Sr_Service_Recid', 'Ticket #'], and: 'Next Date' },
        client: { from: 'Company' },
        ticket_id: { from: ['Selected_Sr_Service_Recid', 'Ticket #'] },
        scheduled_on: { from: 'Next Date' },
      },
    },
  ],
};
