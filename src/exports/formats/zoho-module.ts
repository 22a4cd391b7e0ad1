import type { Format } from './format.ts';
import { zohoGives, zohoKnows } from './zoho-words.ts';

/** The export of the ticket module: the columns of the report without the module's name. `ID` is the record's, people know the ticket's number. */
export const zohoModule: Format = {
  id: 'zoho-module',
  title: 'Zoho Desk, export of the ticket module',
  version: 1,
  needs: ['ID', 'Ticket Number', 'Created Time', 'Status'],
  knows: ['ID', ...zohoKnows],
  missing: ['-'],
  gives: zohoGives('Ticket Number'),
};
