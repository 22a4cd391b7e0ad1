import type { Format } from './format.ts';
import { zammadZone } from './zammad-zone.ts';

/**
 * The time accounting by activity, a spreadsheet saved as CSV, with a title above and the zone below. What a unit of time is
 * worth is each firm's own convention: the rows count only where the settings say it, as
 * `columns: {minutes: {from: Time Units, unit: minutes}}`.
 */
export const zammadTime: Format = {
  id: 'zammad-time',
  title: 'Zammad, time accounting by activity',
  version: 1,
  needs: ['Ticket#', 'Agent - Login', 'Time Units'],
  knows: ['Title', 'Customer - Name'],
  missing: ['-'],
  zoneSaid: zammadZone,
  notData: [{ column: 'Title', matches: /^$/ }],
  gives: [
    {
      table: 'time_entries',
      onlyWith: 'minutes',
      fields: {
        ticket_id: { from: 'Ticket#' },
        client: { from: 'Organization' },
        agent: { from: ['Agent - Name', 'Agent - Login'] },
        started_at: { from: 'Created at' },
        minutes: { from: 'Time Units', unit: 'minutes' },
        activity: { from: 'Activity Type' },
      },
    },
  ],
};
