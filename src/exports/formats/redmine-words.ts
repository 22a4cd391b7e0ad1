/** The statuses that Redmine brings along, in English, German and French. */
export const redmineStatus = {
  New: 'open',
  'In Progress': 'open',
  Feedback: 'waiting',
  Rejected: 'closed',
  Neu: 'open',
  'In Bearbeitung': 'open',
  Gelöst: 'resolved',
  Erledigt: 'closed',
  Abgewiesen: 'closed',
  Nouveau: 'open',
  'En cours': 'open',
  Commentaire: 'waiting',
  Résolu: 'resolved',
  Fermé: 'closed',
  Rejeté: 'closed',
} as const;
