import type { Format } from './format.ts';

/** Time entries from a report or a migration. A ticket of 0 or none is work that belongs to no ticket; hours are decimal. */
export const connectwiseHours: Format = {
  id: 'connectwise-hours',
  title: 'ConnectWise PSA, report of time',
  version: 1,
  needs: ['SR_Service_RecID', 'Hours_Actual', 'Date_Start'],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: 'SR_Service_RecID', zeroIsMissing: true },
        client: { from: ['Company_Name', 'Company_RecID'] },
        started_at: { from: 'Date_Start' },
        minutes: { from: 'Hours_Actual', unit: 'hours' },
      },
    },
  ],
};
