import type { Format } from './format.ts';

/** A list, kept by hand, of the hours a month that each client has bought, and the days and hours in which they count. */
export const contractedHours: Format = {
  id: 'contracted-hours',
  title: 'Contracted hours by client, in Portuguese',
  version: 1,
  needs: ['Cliente', 'Pool', 'Dias', 'Horas'],
  gives: [
    {
      table: 'contracts',
      fields: {
        client: { from: 'Cliente' },
        hours_a_month: { from: 'Pool' },
        days: { from: 'Dias' },
        hours: { from: 'Horas' },
      },
    },
  ],
};
