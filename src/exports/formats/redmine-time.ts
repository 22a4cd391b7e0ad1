import type { Format } from './format.ts';

/** The list of time entries, in English, German and French. An issue stands as `Bug #412: Printer jams`; hours are decimal, by the country's mark. */
export const redmineTime: Format = {
  id: 'redmine-time',
  title: 'Redmine, time entries',
  version: 1,
  needs: [
    ['Hours', 'Stunden', 'Heures'],
    ['Activity', 'Aktivität', 'Activité'],
    ['Issue', 'Ticket', 'Demande'],
    ['Date', 'Datum'],
    ['User', 'Benutzer', 'Utilisateur'],
  ],
  knows: ['Comment', 'Kommentar', 'Commentaire'],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: ['Issue', 'Ticket', 'Demande'], capture: /#(\d+)(?::|$)/ },
        client: { from: ['Project', 'Projekt', 'Projet'] },
        agent: { from: ['User', 'Benutzer', 'Utilisateur'] },
        started_at: { from: ['Date', 'Datum'] },
        minutes: { from: ['Hours', 'Stunden', 'Heures'], unit: 'hours' },
        activity: { from: ['Activity', 'Aktivität', 'Activité'] },
      },
    },
  ],
};
