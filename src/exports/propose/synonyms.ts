import type { TableName } from '../../facts/table.ts';

const list = (text: string): readonly string[] => text.split('|');

/** What all tables call their client, its person and ours. */
const client = list(
  'client|client name|customer|customer name|company|company name|account|account name|organization|organisation|organization name|organisation name|site name|client id|kunde|firma|mandant|cliente|empresa|organización|organização|société',
);
const requester = list(
  'requester|requester name|user|user name|end user|contact|contact name|reported by|reporter|raised by|caller|requestor|created by|customer contact|melder|anforderer|ansprechpartner|solicitante|contacto|contato|demandeur',
);
const agent = list(
  'agent|agent name|technician|tech|assigned to|assignee|owner|ticket owner|assigned tech|assigned technician|resource|engineer|member|employee|staff|bearbeiter|techniker|zuständig|mitarbeiter|técnico|asignado a|atribuído a|technicien|assigné à',
);
const ticket = list(
  'ticket id|ticket number|ticket no|ticket nr|ticket #|ticket|case id|case number|case no|case|incident number|incident id|request id|request number|issue key|reference|ref|ticketnummer|ticket nummer|vorgang|vorgangsnummer|fallnummer|número de ticket|nº ticket|chamado|numéro de ticket',
);
const comment = list(
  'comment|comments|feedback comment|customer comment|review|remarks|verbatim|what could we do better|kommentar|bemerkung|comentario|comentário|commentaire',
);

/** By table and column of the facts: words that headers have for it, most usual first; lower case, without signs. */
export const synonyms: Readonly<Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>>> = {
  tickets: {
    ticket_id: [...ticket, ...list('id|number|no|nr|#|key|fault id|nummer|número|numéro')],
    client,
    requester,
    opened_at: list(
      'date created|created|created at|created on|created date|created time|create date|creation date|date opened|opened|opened at|opened on|open date|date logged|logged|logged at|logged on|date occurred|date occured|occurred|date raised|raised|raised on|date entered|entered|reported on|reported date|date reported|submitted|submitted on|start date|erstellt|erstellt am|erfasst am|eröffnet|eröffnet am|angelegt|creado|fecha de creación|criado|criado em|data de abertura|créé le|ouvert le',
    ),
    first_response_at: list(
      'first response|first response at|first response date|first response time|first reply|first replied at|first reply time|response date|response time|responded|responded at|date responded|first contact|first contacted|time to first response|erste antwort|erste reaktion|primera respuesta|primeira resposta|première réponse',
    ),
    first_response_due_at: list('first response due|response due|response target|response due date|first response target|respond by|response sla due'),
    resolved_at: list(
      'resolved|resolved at|resolved on|date resolved|resolved date|resolution date|solved|solved at|date solved|completed|completed at|completed on|date completed|completed date|completion date|fixed|fixed at|resolution time|time to resolution|gelöst|gelöst am|erledigt|erledigt am|abgeschlossen|resuelto|fecha de resolución|resolvido|resolvido em|résolu le',
    ),
    closed_at: list(
      'closed|closed at|closed on|date closed|closed date|close date|closing date|time to close|geschlossen|geschlossen am|cerrado|fecha de cierre|fechado|fechado em|data de fechamento|fermé le|clôturé le',
    ),
    reopened_at: list('reopened|reopened at|reopened on|date reopened'),
    updated_at: list(
      'updated|updated at|updated on|last updated|last update|date updated|modified|last modified|modified on|last modified date|last action|last action date|last activity|last changed|geändert|geändert am|letzte änderung|actualizado|atualizado|modifié le',
    ),
    due_at: list(
      'due|due date|due at|due by|due on|fix by|fix by date|resolve by|resolution due|deadline|target date|sla due|sla due date|resolution target|fällig|fällig am|fälligkeit|vencimiento|vencimento|échéance',
    ),
    status: list('status|state|ticket status|current status|stage|zustand|estado|situação|statut|état'),
    priority: list('priority|urgency|severity|priority level|priorität|dringlichkeit|prioridad|prioridade|priorité'),
    type: list('ticket type|type|request type|issue type|case type|record type|typ|art|tipo|type de ticket'),
    category: list('category|subcategory|sub category|problem type|topic|subject area|issue category|kategorie|categoría|categoria|catégorie'),
    channel: list('source|channel|via|origin|contact method|kanal|quelle|origen|origem|canal'),
    agent,
    team: list('team|group|queue|board|department|assigned team|assigned group|section|abteilung|gruppe|warteschlange|equipo|equipe|fila|grupo|groupe|équipe'),
    subject: list('subject|summary|title|description|short description|issue|betreff|titel|zusammenfassung|asunto|assunto|título|sujet|objet'),
    reopened_count: list('reopen count|reopens|times reopened|reopened count|number of reopens'),
    pending_minutes: list('on hold|on hold time|hold time|pending time|waiting time|time on hold|time pending|customer wait time'),
    scope: list('scope|in scope|contract scope'),
    onsite: list('on site|onsite|onsite visit|vor ort'),
    asset: list('asset|device|configuration item|computer|gerät|equipo informático|equipamento'),
    tags: list('tags|tag|labels|label|etiketten|etiquetas'),
  },
  surveys: {
    response_id: list('response id|survey id|review id|rating id|feedback id|survey response id|respondent id|submission id|id|#'),
    ticket_id: ticket,
    client,
    respondent: [...list('respondent|rated by|reviewer|contact|contact name|customer contact|email|e mail|name'), ...requester],
    kind: list('survey type|question type|metric'),
    sent_at: list('sent|sent at|sent on|date sent|survey sent|invited|invited at|versendet am'),
    answered_at: list(
      'rated on|rated at|date rated|answered|answered at|responded|responded at|responded on|response date|date received|received|received on|survey date|review date|feedback date|submitted|submitted at|submitted on|completed at|date|timestamp|rating date|beantwortet am|datum|fecha|data',
    ),
    answer: list(
      'rating|score|csat|csat score|csat rating|satisfaction|satisfaction score|satisfaction rating|customer satisfaction|feedback|feedback score|feedback rating|survey rating|survey score|survey result|answer|nps|nps score|smiley|stars|how did we do|bewertung|zufriedenheit|note|puntuación|satisfacción|avaliação|nota|satisfação|évaluation',
    ),
    comment,
  },
  time_entries: {
    entry_id: list('entry id|time entry id|log id|worklog id|id'),
    ticket_id: ticket,
    client,
    agent,
    started_at: list(
      'started|started at|start|start time|start date|date|work date|entry date|date worked|time entry date|logged on|day|beginn|datum|startzeit|fecha|inicio|data|início',
    ),
    minutes: list(
      'minutes|duration|time spent|hours|hours worked|time worked|actual hours|total hours|time|billable hours|duration minutes|duration hours|dauer|stunden|minuten|zeit|duración|horas|duração|durée|heures',
    ),
    activity: list('activity|work type|task|charge type|work role|tätigkeit|leistung|actividad|atividade|activité'),
  },
  complaints: {
    complaint_id: list('complaint id|complaint number|complaint no|complaint #|complaint|beschwerde|reklamation|reklamationsnummer|id|number|no'),
    ticket_id: ticket,
    client,
    requester: list('complainant|complained by|contact|beschwerdeführer'),
    received_at: list(
      'received|received at|received on|date received|complaint date|date of complaint|complained on|eingang|eingegangen am|logged|date logged',
    ),
    responded_at: list('responded|responded at|acknowledged|acknowledged on|first response|date acknowledged'),
    apologised_at: list('apologised|apologized|apologised on|apology sent'),
    closed_at: list('closed|closed at|closed on|date closed|resolved|resolved on|erledigt am'),
    cause: list('cause|root cause|reason|ursache|grund'),
    severity: list('severity|level|grade|schwere'),
    scope: list('scope|in scope'),
    finding: list('finding|outcome|upheld|result|ergebnis'),
    formal: list('formal|formal complaint'),
  },
  contacts: {
    contact_id: list('contact id|call id|interaction id'),
    client,
    at: list('date|when|call date|call time|contacted at|contact date|time|datum|start time'),
    direction: list('direction|inbound outbound|in out|call direction|richtung'),
    channel: list('channel|method|contact method|medium|kanal'),
    requester: list('contact|contact name|person|caller|spoke to'),
    ticket_id: ticket,
    agent,
    sentiment: list('sentiment|mood|stimmung'),
  },
  appointments: {
    appointment_id: list('appointment id|visit id|schedule id|appointment|visit|termin'),
    client,
    ticket_id: ticket,
    scheduled_on: list('scheduled|scheduled on|booked on|booked|agreed on'),
    window_start: list('window start|appointment start|scheduled start|start|start time|from|beginn'),
    window_end: list('window end|appointment end|scheduled end|end|end time|to|ende'),
    arrived_at: list('arrived|arrived at|arrival|arrival time|check in|ankunft'),
    status: list('status|appointment status|outcome'),
  },
  promises: {
    promise_id: list('promise id|task id|commitment id|quote id|quote number|opportunity id'),
    client,
    ticket_id: ticket,
    kind: list('promise type|kind'),
    made_at: list('promised on|made|made on|made at|date promised|committed on'),
    due_at: list('due|due date|due at|promised for|promised by|deadline|by when|fällig|fällig am'),
    kept_at: list('kept|kept at|done|done at|done on|completed|completed on|delivered on|erledigt am'),
  },
  meetings: {
    meeting_id: list('meeting id|review id|qbr id'),
    client,
    planned_at: list('planned|planned for|planned at|meeting date|scheduled for|review date'),
    held_at: list('held|held on|held at|took place|date held'),
    kind: list('meeting type|kind|type'),
  },
  clients: {
    client: [...client, ...list('name|key|customer id|customer number|kundennummer')],
    name: list('display name|full name|name'),
    account_manager: list('account manager|relationship manager|account owner|customer success manager|betreuer|kundenbetreuer'),
    start: list('contract start|client since|customer since|start date|start|vertragsbeginn'),
    end: list('contract end|end date|contract expiry|expires|end|vertragsende'),
    time_zone: list('time zone|timezone|zeitzone'),
    review_days: list('review interval days|review days'),
  },
  training: {
    event_id: list('training id|session id|event id|course id'),
    client,
    at: list('training date|session date|date|held on|when'),
    invited: list('invited|people invited|seats|enrolled'),
    attended: list('attended|attendees|attendance|present'),
  },
};
