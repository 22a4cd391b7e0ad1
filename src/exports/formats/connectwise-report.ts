import { firstOf, machineMade, statusFrom } from './connectwise-words.ts';
import type { Format, FromColumn } from './format.ts';

/** An instant whose `_UTC` column is UTC and whose twin of the same name without it is the server's local time. */
function utcOrLocal(name: string): FromColumn {
  return { from: `${name}_UTC`, zone: 'UTC', or: { from: name } };
}

/**
 * A report over ConnectWise's view v_rpt_Service, under the view's own names or those of a migration export.
 * `Date_Responded_UTC`, `Merged_Into` and `Reopened_Count` are columns that a report writer adds.
 */
export const connectwiseReport: Format = {
  id: 'connectwise-report',
  title: 'ConnectWise PSA, service report',
  version: 1,
  needs: [
    ['SR_Service_RecID', 'TicketNbr'],
    ['Date_Entered_UTC', 'Date_Entered', 'Board_Name', 'SR_Board_Name'],
    ['Summary', 'Status_Description', 'Closed_Flag', 'Date_Closed_UTC', 'Date_Closed'],
  ],
  knows: [
    'TicketNbr',
    'Site_Name',
    'Closed_Flag',
    'ClosedDesc',
    'Closed_By',
    'ServiceSubTypeItem',
    'Company_RecID',
    'Contact_RecID',
    'Detail_Description',
    'Internal_Analysis',
    'Resolution',
    'Agreement_Name',
    'Territory',
    'Entered_By',
    'Hours_Actual',
    'Hours_Budget',
    'Hours_Billable',
    'Age',
    'Date_Entered',
    'Date_Closed',
    'Last_Update',
    'Date_Status_Changed_UTC',
    'Resolved_By',
    'Resolved_Minutes',
    'Severity',
    'Impact',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: ['SR_Service_RecID', 'TicketNbr'] },
        client: { from: ['Company_Name', 'Company_RecID'] },
        requester: { from: ['Contact_Name', 'Contact_RecID'] },
        subject: { from: 'Summary' },
        opened_at: utcOrLocal('Date_Entered'),
        first_response_at: utcOrLocal('Date_Responded'),
        resolved_at: utcOrLocal('Date_Resolved'),
        closed_at: utcOrLocal('Date_Closed'),
        updated_at: utcOrLocal('Last_Update'),
        status: statusFrom(['Status_Description']),
        priority: { from: ['Priority_Description', 'Urgency'] },
        type: { from: 'ServiceType' },
        category: { from: 'ServiceSubType' },
        channel: { from: 'Source' },
        agent: firstOf(['Resource_List']),
        team: { from: ['Board_Name', 'SR_Board_Name', 'Team_Name'] },
        reopened_count: { from: 'Reopened_Count' },
        due_at: utcOrLocal('Date_Required'),
        merged_into: { from: 'Merged_Into', missing: ['0'] },
        machine_made: machineMade,
      },
    },
  ],
};
