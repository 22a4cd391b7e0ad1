import type { Format } from './format.ts';

/**
 * The ticket's number in a description written by hand. In this order at the same place: `Ticket 1353` in any spelling of
 * the five letters i, c, k, e, t after a T, `GLPI 1354`, `#4821`, a key such as `SUP-12` or `T20260424.0084`, or four to
 * nine digits at the very beginning. A date, a time, a percentage or an address at the beginning is no ticket.
 */
export const ticketInText =
  /(?:(?:^|[^\p{L}\p{N}])(?:[tT][iIcCkKeEtT]{4,6}[sS]?|[gG][lL][pP][iI])(?:\s*(?:#|:|n[º°.]))?\s*|(?:^|[^\p{L}\p{N}&])#\s?(?=\d{2})|(?:^|[^\p{L}\p{N}-])(?=[A-Z][A-Z\d]{1,9}-\d+(?![\p{L}\p{N}-])|T\d{8}\.\d{4})|^(?=\d{4,9}(?![\d.:/%]|-\d)))(T\d{8}\.\d{4}|[A-Z][A-Z\d]{1,9}-\d+|\d+)/u;

/**
 * The detailed report, in English and in Portuguese. Of its two durations the hours and minutes are read, not the decimal:
 * they equal end minus start, while the decimal is rounded to 36 seconds (0:40 stands as 0.67). The decimal is read where
 * the other column is missing.
 */
export const clockifyDetailed: Format = {
  id: 'clockify-detailed',
  title: 'Clockify, detailed report',
  version: 1,
  needs: [
    ['Duration (h)', 'Duração (h)', 'Duration (decimal)', 'Duração (decimal)'],
    ['Start Date', 'Data de início'],
    ['User', 'Usuário'],
  ],
  knows: [
    'Project',
    'Projeto',
    'Group',
    'Grupo',
    'Email',
    'Tags',
    'Etiqueta',
    'Billable',
    'Faturável',
    'End Date',
    'Data final',
    'End Time',
    'Hora de término',
    'Duration (decimal)',
    'Duração (decimal)',
    'Billable Rate (*',
    'Billable Amount (*',
    'Cost Rate (*',
    'Cost Amount (*',
    'Date of creation',
  ],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: ['Description', 'Descrição'], capture: ticketInText },
        client: { from: ['Client', 'Cliente'] },
        agent: { from: ['User', 'Usuário'] },
        started_at: { from: ['Start Date', 'Data de início'], and: ['Start Time', 'Hora de início'] },
        minutes: { from: ['Duration (h)', 'Duração (h)', 'Duration (decimal)', 'Duração (decimal)'], unit: 'hours' },
        activity: { from: ['Task', 'Tarefa', 'Activity'] },
      },
    },
  ],
};
