import type { Format } from './format.ts';

/** The notes of tickets, from a report or a migration. No figure reads notes, so its rows are known and left aside. */
export const connectwiseNotes: Format = {
  id: 'connectwise-notes',
  title: 'ConnectWise PSA, ticket notes',
  version: 1,
  needs: ['SR_Service_RecID', ['SR_Detail_RecID', 'Detail_Description_Flag']],
  knows: [
    'SR_Service_RecID',
    'SR_Detail_RecID',
    'Detail_Description_Flag',
    'Contact_RecID',
    'Detail_Notes',
    'Internal_Flag',
    'Internal_Analysis_Flag',
    'Resolution_Flag',
    'Time_Flag',
    'Date_Created_UTC',
  ],
  gives: [],
};
