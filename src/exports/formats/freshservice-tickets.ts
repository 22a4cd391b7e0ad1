import type { Format } from './format.ts';

const label = 'Survey Result';

/**
 * The ticket export. Like Freshdesk's its elapsed columns are working hours, so every time is read from the timestamps.
 * `Company` stands where the account serves several firms, elsewhere `Department` names who asked. A survey result gives a
 * survey as well; its labels are each account's own, so those that are no plain word of satisfaction wait for the settings.
 */
export const freshserviceTickets: Format = {
  id: 'freshservice-tickets',
  title: 'Freshservice, ticket export',
  version: 1,
  needs: ['Ticket Id', 'Urgency', 'Impact', 'Initial Response Time'],
  knows: [
    'Urgency',
    'Impact',
    'Description',
    'Sub-Category',
    'Item',
    'Resolution Note',
    'Experience Score',
    'Association type',
    'Requester Location',
    'Requester VIP',
    'Requester Email',
    'Time Tracked',
    'First Response Time (in Hrs)',
    'Resolution Time (in Hrs)',
    'Agent interactions',
    'Customer interactions',
    'Resolution Status',
    'First Response Status',
    'Approval Status',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Id' },
        client: { from: ['Company', 'Department'] },
        requester: { from: 'Requester Name' },
        subject: { from: 'Subject' },
        opened_at: { from: 'Created Time' },
        first_response_at: { from: 'Initial Response Time' },
        resolved_at: { from: 'Resolved Time' },
        closed_at: { from: 'Closed Time' },
        updated_at: { from: 'Last Updated Time' },
        status: { from: 'Status', values: { Pending: 'waiting' } },
        priority: { from: 'Priority' },
        type: { from: 'Type' },
        category: { from: 'Category' },
        channel: { from: 'Source' },
        agent: { from: 'Agent', missing: ['No Agent'] },
        team: { from: 'Group', missing: ['No Group'] },
        due_at: { from: 'Due by Time' },
        tags: { from: 'Tags' },
      },
    },
    {
      table: 'surveys',
      when: { column: label, matches: /[^\s-]/ },
      fields: {
        response_id: { from: 'Ticket Id' },
        ticket_id: { from: 'Ticket Id' },
        client: { from: ['Company', 'Department'] },
        respondent: { from: 'Requester Name' },
        kind: { fixed: 'csat' },
        answer: { from: label },
        class: { from: label, values: { '*': '' } },
      },
    },
  ],
};
