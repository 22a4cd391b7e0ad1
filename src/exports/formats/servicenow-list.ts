import type { Format } from './format.ts';
import { states } from './servicenow-words.ts';

/**
 * A list of incidents, with field names as headers or, where the instance is set so, with labels. Where nobody added
 * `resolved_at`, the resolution is `calendar_stc` seconds of elapsed time after the opening; a ticket in progress again
 * keeps the old figure, so it counts only for one that is resolved or closed.
 */
export const servicenowList: Format = {
  id: 'servicenow-list',
  title: 'ServiceNow, incident list',
  version: 2,
  decimal: '.',
  needs: ['number', ['opened_at', 'Opened'], ['sys_updated_on', 'Updated'], ['state', 'incident_state', 'Incident state', 'priority']],
  knows: [
    'sys_updated_by',
    'Updated by',
    'sys_created_on',
    'Created',
    'opened_by',
    'Opened by',
    'location',
    'impact',
    'urgency',
    'calendar_duration',
    'calendar_stc',
    'business_duration',
    'business_stc',
    'time_worked',
    'sla_due',
  ],
  missing: ['null'],
  notData: [{ column: 'number', matches: /^export stopped\b/i }],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'number' },
        client: { from: ['company', 'caller_id.company'] },
        requester: { from: ['caller_id', 'Caller'] },
        subject: { from: ['short_description', 'Short description'] },
        opened_at: { from: ['opened_at', 'Opened'] },
        resolved_at: {
          from: ['resolved_at', 'Resolved'],
          or: {
            from: 'calendar_stc',
            unit: 'seconds',
            after: 'opened_at',
            where: { column: 'state', matches: /^\s*(resolved|closed|[67]\s*$)/i },
          },
        },
        closed_at: { from: ['closed_at', 'Closed'] },
        updated_at: { from: ['sys_updated_on', 'Updated'] },
        status: { from: ['state', 'incident_state', 'Incident state'], values: states },
        priority: { from: 'priority' },
        type: { from: ['sys_class_name', 'Task type'] },
        category: { from: 'category' },
        channel: { from: ['contact_type', 'Contact type', 'Channel'] },
        agent: { from: ['assigned_to', 'Assigned to'] },
        team: { from: ['assignment_group', 'Assignment group'] },
        reopened_count: { from: ['reopen_count', 'Reopen count'] },
        handoffs: { from: ['reassignment_count', 'Reassignment count'] },
        due_at: { from: ['due_date', 'Due date'] },
        asset: { from: ['cmdb_ci', 'Configuration item'] },
      },
    },
  ],
};
