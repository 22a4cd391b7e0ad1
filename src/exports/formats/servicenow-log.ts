import type { Format } from './format.ts';
import { states } from './servicenow-words.ts';

/**
 * The audit log of incidents: a row for every change, which all carry the same opening, resolution and closing.
 * The row of the last update is the ticket's state, `sys_mod_count` decides within a minute. `?` stands for missing.
 */
export const servicenowLog: Format = {
  id: 'servicenow-log',
  title: 'ServiceNow, incident audit log',
  version: 1,
  needs: ['number', 'sys_mod_count', 'sys_updated_at', 'opened_at'],
  knows: [
    'active',
    'made_sla',
    'opened_by',
    'sys_created_by',
    'sys_created_at',
    'sys_updated_by',
    'location',
    'subcategory',
    'u_symptom',
    'impact',
    'urgency',
    'knowledge',
    'u_priority_confirmation',
    'notify',
    'problem_id',
    'rfc',
    'vendor',
    'caused_by',
    'closed_code',
    'resolved_by',
  ],
  missing: ['?'],
  gives: [
    {
      table: 'tickets',
      sequence: 'sys_mod_count',
      fields: {
        ticket_id: { from: 'number' },
        client: { from: 'company' },
        requester: { from: 'caller_id' },
        opened_at: { from: 'opened_at' },
        resolved_at: { from: 'resolved_at' },
        closed_at: { from: 'closed_at' },
        updated_at: { from: 'sys_updated_at' },
        status: { from: 'incident_state', values: states },
        priority: { from: 'priority' },
        category: { from: 'category' },
        channel: { from: 'contact_type' },
        agent: { from: 'assigned_to' },
        team: { from: 'assignment_group' },
        reopened_count: { from: 'reopen_count' },
        handoffs: { from: 'reassignment_count' },
        asset: { from: 'cmdb_ci' },
      },
    },
  ],
};
