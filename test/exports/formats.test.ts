import { describe, expect, test } from 'vitest';
import { canonicalFormats } from '../../src/exports/formats/canonical.ts';
import { ticketInText } from '../../src/exports/formats/clockify-detailed.ts';
import { namesIn, normalHeader, type Format, type FromColumn, type Gives } from '../../src/exports/formats/format.ts';
import { formats } from '../../src/exports/formats/index.ts';
import { surveyBytes } from '../../src/exports/bytes.ts';
import { sample } from '../../src/exports/read.ts';
import { findColumn, recognise } from '../../src/exports/recognise.ts';
import { tables } from '../../src/facts/tables.ts';
import { fileOf } from '../workspace.ts';

type Names = string | readonly string[] | undefined;
const listOf = (names: Names): readonly string[] => (names === undefined ? [] : typeof names === 'string' ? [names] : names);

/** A column source and every source that stands in for it. */
function chain(source: Gives['fields'][string]): readonly FromColumn[] {
  if ('fixed' in source) return [];
  return source.or === undefined ? [source] : [source, ...chain(source.or)];
}

function headersOf(format: Format): readonly string[] {
  const given = format.gives.flatMap((gives) => [
    ...Object.values(gives.fields)
      .flatMap(chain)
      .flatMap((one) => [...listOf(one.from), ...listOf(one.and), ...listOf(one.where?.column)]),
    ...listOf(gives.when?.column),
    ...listOf(gives.sequence),
  ]);
  return [...given, ...(format.knows ?? [])];
}

/** Formats all of whose needs stand in a header. */
function fitting(header: readonly string[]): readonly string[] {
  return formats.filter((format) => format.needs.every((need) => findColumn(namesIn(format, header), need) !== -1)).map(({ id }) => id);
}

const sources = (format: Format) =>
  format.gives.flatMap((gives) =>
    Object.entries(gives.fields).map(([field, source]) => ({
      gives,
      field,
      source,
      spec: tables[gives.table].fields[field],
    })),
  );

describe('the list', () => {
  test('names each format once', () => {
    const ids = [...formats, ...canonicalFormats].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(formats.map(({ title }) => title)).toHaveLength(new Set(formats.map(({ title }) => title)).size);
  });
});

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test('has a permanent id, a title and a version', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(format.title).not.toBe('');
    expect(Number.isInteger(format.version) && format.version > 0).toBe(true);
  });

  test('gives fields that their tables have', () => {
    const unknown = sources(format).filter(({ gives, field, spec }) => {
      const { prefix } = tables[gives.table];
      return spec === undefined && !(prefix !== undefined && field.startsWith(prefix) && field.length > prefix.length);
    });
    expect(unknown.map(({ field }) => field)).toEqual([]);
  });

  test('gives every field without which a row is refused', () => {
    const lacking = format.gives.flatMap(({ table, fields }) =>
      Object.entries(tables[table].fields)
        .filter(([field, { required }]) => required && fields[field] === undefined)
        .map(([field]) => `${table}.${field}`),
    );
    expect(lacking).toEqual([]);
  });

  test('lets durations run from an instant of the same fact', () => {
    for (const { gives, source, spec } of sources(format)) {
      for (const { after, unit } of chain(source)) {
        if (after === undefined) continue;
        expect(spec?.kind).toBe('instant');
        expect(unit).toBeDefined();
        expect(Object.keys(gives.fields)).toContain(after);
        expect(tables[gives.table].fields[after]?.kind).toBe('instant');
      }
    }
  });

  test('looks only at columns that it names', () => {
    const names = headersOf(format).map(normalHeader);
    const conditions = [
      ...sources(format).flatMap(({ source }) => chain(source).flatMap(({ where }) => listOf(where?.column))),
      ...format.gives.flatMap(({ when, sequence }) => [...listOf(when?.column), ...listOf(sequence)]),
      ...(format.notData ?? []).map(({ column }) => column),
      ...format.needs.flatMap(listOf),
    ];
    expect(conditions.filter((one) => !names.includes(normalHeader(one)))).toEqual([]);
  });

  test('turns words into words that the facts know', () => {
    for (const { field, source, spec } of sources(format)) {
      const fixed = 'fixed' in source ? [source.fixed] : [];
      const words = [...fixed, ...chain(source).flatMap(({ values }) => Object.values(values ?? {}))].filter((word) => word !== '');
      if (spec?.values !== undefined) expect(spec.values, field).toEqual(expect.arrayContaining(words));
      if (spec?.kind === 'flag') expect(['yes', 'no'], field).toEqual(expect.arrayContaining(words));
      if (spec?.kind === 'number' || spec === undefined)
        expect(
          words.filter((word) => !/^\d+$/.test(word)),
          field,
        ).toEqual([]);
    }
  });

  test('captures one group with expressions that keep no place', () => {
    for (const { source } of sources(format)) {
      for (const { capture, where } of chain(source)) {
        if (capture !== undefined) expect(new RegExp(`${capture.source}|`, capture.flags).exec('')).toHaveLength(2);
        expect(`${capture?.flags}${where?.matches.flags}`).not.toMatch(/[gy]/);
      }
    }
  });
});

/** Header lines as the tools write them; each fits one format alone. */
const headers: readonly (readonly [id: string, what: string, header: string])[] = [
  [
    'connectwise-board',
    'default view',
    'Selected_Sr_Service_Recid,Ticket #,Priority,Age,Status,Schedule,Company,Summary Description,Resources,Total Hours,Budget,SLA Status,Contact,Subtype,Item,Last Update,Due Date,Next Date,Site,Source,Customer Updated,Solution Design ',
  ],
  ['connectwise-board', 'search with few columns', 'Ticket #,Status,Company,Summary Description,Resources'],
  [
    'connectwise-report',
    'the view’s names',
    'TicketNbr,Board_Name,status_description,Source,Closed_Flag,date_closed,ServiceType,company_name,contact_name,Summary,date_entered,Last_Update,Date_Required,Hours_Actual,resource_list,Date_Resolved_UTC,SR_Service_RecID,Date_Entered_UTC,Date_Closed_UTC,Priority_Description',
  ],
  [
    'connectwise-report',
    'a migration’s names',
    'SR_Service_RecID,Company_RecID,Contact_RecID,Summary,Detail_Description,Status_Description,Urgency,SR_Board_Name,Date_Entered_UTC,Last_Update_UTC,Date_Closed_UTC',
  ],
  ['connectwise-hours', 'a migration', 'SR_Service_RecID,Hours_Actual,Date_Start'],
  ['connectwise-notes', 'a migration', 'SR_Detail_RecID,SR_Service_RecID,Contact_RecID,Detail_Notes,Internal_Flag,Date_Created_UTC'],
  ['connectwise-notes', 'flags', 'SR_Service_RecID,Detail_Description_Flag,Internal_Analysis_Flag,Resolution_Flag,Time_Flag'],
  ['connectwise-time', 'the list', 'Date,Member,Company,Project,Service #,Work Role,Work Type,Billable,Hours,Notes,Status'],
  [
    'servicenow-list',
    'field names',
    'number,opened_at,short_description,caller_id,priority,state,category,assignment_group,assigned_to,sys_updated_on,sys_updated_by',
  ],
  ['servicenow-list', 'labels', 'Number,Opened,Short description,Caller,Priority,State,Category,Assignment group,Assigned to,Updated,Updated by'],
  [
    'servicenow-log',
    'the log',
    'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_updated_by,sys_updated_at,contact_type,category,priority,assignment_group,assigned_to,resolved_at,closed_at',
  ],
  [
    'clockify-detailed',
    'English',
    'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)',
  ],
  [
    'clockify-detailed',
    'Portuguese',
    'Projeto,Cliente,Descrição,Tarefa,Usuário,Grupo,Email,Etiqueta,Data de início,Hora de início,Data final,Hora de término,Duração (h),Duração (decimal)',
  ],
  [
    'zendesk-tickets',
    'the export',
    'Summation column,Id,Requester,Requester id,Requester external id,Requester email,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Organization,Due date,Solved at,Satisfaction Score,Group stations,Assignee stations,Reopens,First reply time in minutes',
  ],
  ['zendesk-view', 'a view', 'ID,Priority,Subject,Requested,Updated,Latest updater type (agent/end user)'],
  ['zendesk-view', 'a view with the status', 'Status,ID,Subject,Requester,Requested,Updated,Assignee,Group'],
  [
    'freshdesk-tickets',
    'the export',
    'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Resolution status,First response status,Tags,Survey results,Full name,Company Name',
  ],
  [
    'otrs-report',
    'Portuguese',
    'Número,Ticket#,Idade,Titulo,Criado,Última Alteração,Hora de Fechamento,Fila,Estado,Prioridade,Usuário Cliente,ID do Cliente,Serviço,Atendente/Proprietário,Primeira Resposta,StateType',
  ],
  [
    'otrs-report',
    'English',
    'Number,Ticket#,Age,Title,Created,Changed,Close Time,Queue,State,Priority,Customer User,CustomerID,Service,SLA,Type,Agent/Owner,FirstResponse,StateType',
  ],
  ['otrs-clients', 'the list', 'ID do Cliente,Nome,Estado,Municipio'],
  [
    'salesforce-survey',
    'the report',
    'Survey Taker: Survey Response,Survey Taker: Created Date,Response,Question Type,Survey Taker: ID,Survey Question: Choices,Survey Question: Survey,Survey Question: Question Title',
  ],
  [
    'salesforce-milestones',
    'the report',
    'Status,Priority,Case Origin,Date/Time Opened,Milestone,Target Date,Completion Date,Target Response (Hours),Elapsed Time (Hours),Your Email Address,Case Number',
  ],
  ['contracted-hours', 'the list', 'Cliente,Pool,Dias,Horas'],
  [
    'autotask-tickets',
    'the grid',
    'Ticket Number,Title,Description,Account,Resources,Status,Created,Total Hours Worked,Billed Hours,Sub-Issue Type,Issue Type',
  ],
  ['autotask-tickets', 'another word for the client', 'Ticket Number,Title,Business Unit,Status,Created,Sub-Issue Type,Issue Type'],
  [
    'autotask-template',
    'with what an import needs',
    'External (Legacy) Ticket ID,Autotask Ticket Number (updates only),[required] Title,Description,Tags (separate with |),[required] Company,Location,Contact,[required] Status,[required] Priority,[required] Source,Estimated Hours,[required if no Queue] Primary Resource,Role,[required if no Primary Resource] Queue,[required] Ticket Type,Ticket Category,Issue Type,Sub-Issue Type,Create Date/Time,Complete Date/Time,[required] Due Date/Time,First Response Date/Time',
  ],
  [
    'autotask-template',
    'without',
    'Autotask Ticket Number (updates only),Title,Company,Contact,Status,Priority,Source,Create Date/Time,Complete Date/Time,Due Date/Time',
  ],
  [
    'autotask-opportunities',
    'the list',
    'Company,Opportunity,Opportunity Owner,Account Manager,Opportunity Category,Classification,Stage,Create Date,Projected Close Date,Revenue (Total),Age (in days),Contact,Description,Status,Cost (Total)',
  ],
  [
    'connectwise-opportunities',
    'the list',
    'Opportunity #,Opportunity Summary,Company,Contact Name,Stage,Status,Status,Sales Rep,Revenue,Won,Quote Expiration Date',
  ],
  [
    'freshservice-tickets',
    'the export',
    'Subject,Type,Status,Urgency,Impact,Priority,Group,Agent,Company,Description,Category,Sub-Category,Item,Source,Resolution Note,Experience Score,Association type,Requester Location,Requester VIP,Ticket Id,Requester Name,Requester Email,Created Time,Due by Time,Resolved Time,Closed Time,Last Updated Time,Initial Response Time,Time Tracked,First Response Time (in Hrs),Resolution Time (in Hrs),Agent interactions,Customer interactions,Resolution Status,First Response Status,Tags,Survey Result,Approval Status,Others,Others',
  ],
  [
    'jira-issues',
    'all fields',
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Project type,Priority,Resolution,Assignee,Reporter,Created,Updated,Last Viewed,Resolved,Due date,Votes,Labels,Labels,Description,Environment,Watchers,Watchers,Custom field (Organizations),Satisfaction rating,Custom field (Time to first response),Comment,Comment,Parent,Status Category',
  ],
  [
    'jira-issues',
    'Spanish',
    'Resumen,Clave de incidencia,Tipo de Incidencia,Estado,Prioridad,Persona asignada,Informador,Creada,Actualizada,Resuelta,Calificación de satisfacción,Campo personalizado (Organizations)',
  ],
  [
    'zammad-tickets',
    'the report',
    '#,Title,State,Priority,Group,Owner,Customer,Organization,Create Channel,Sender,Tags,Time Units Total,Created At,Updated At,Closed At,Close Escalation At,Close In Min,First Response At,First Response In Min,Last Contact Customer At',
  ],
  ['zammad-time', 'with activities', 'Ticket#,Title,Customer - Name,Organization,Agent - Name,Agent - Login,Time Units,Activity Type,Created at'],
  [
    'osticket-tickets',
    'the default columns',
    'Ticket Number,Date Created,Subject,From,From Email,Priority,Department,Help Topic,Source,Current Status,Last Updated,SLA Due Date,SLA Plan,Due Date,Closed Date,Overdue,Merged,Linked,Answered,Agent Assigned,Team Assigned,Thread Count,Reopen Count,Attachment Count,Task Count',
  ],
  [
    'glpi-tickets',
    'a view',
    'ID,Title,Entity,Status,Last update,Opening date,Priority,Requester - Requester,Assigned to - Technician,Category,Time to resolve',
  ],
  ['glpi-tickets', 'French', "ID,Titre,Entité,Statut,Dernière modification,Date d'ouverture,Priorité,Demandeur - Demandeur,Attribué à - Technicien,Catégorie"],
  ['redmine-issues', 'the default columns', '#,Tracker,Status,Priority,Subject,Assignee,Updated'],
  ['redmine-issues', 'German', '#,Projekt,Tracker,Status,Priorität,Thema,Autor,Zugewiesen an,Angelegt,Geschlossen am,% erledigt'],
  ['redmine-issues', 'French', '#,Projet,Tracker,Statut,Priorité,Sujet,Auteur,Assigné à,Créé,Fermé'],
  ['redmine-time', 'the default columns', 'Date,User,Activity,Issue,Comment,Hours'],
  ['redmine-time', 'German', 'Projekt,Datum,Benutzer,Aktivität,Ticket,Kommentar,Stunden'],
  ['rt-tickets', 'the default columns', 'id,Subject,Status,Queue,Owner,Priority,Requestors,Created,Told,Last Updated,Time Left'],
  [
    'zoho-tickets',
    'a report',
    'Ticket Id,Subject,Status (Ticket),Priority (Ticket),Category (Ticket),Ticket Type,Created Time (Ticket),Ticket Closed Time,Ticket Owner,Account Name,Contact Name,Email (Contact),SLA Violation Type,First Response Time in Business Hours,Number of Reopen,Happiness Rating,Team',
  ],
  [
    'zoho-module',
    'the export',
    'ID,Ticket Number,Subject,Status,Priority,Category,Created Time,Ticket Closed Time,Ticket Owner,Account Name,Contact Name,Happiness Rating',
  ],
  [
    'atera-tickets',
    'a script',
    'TicketID,TicketTitle,TicketNumber,TicketPriority,TicketStatus,TicketSource,TicketType,EndUserEmail,TicketCreatedDate,TicketResolvedDate,TechnicianFirstCommentDate,FirstResponseDueDate,ClosedTicketDueDate,CustomerName,TechnicianFullName',
  ],
  [
    'intercom-conversations',
    'the dataset',
    'Conversation ID,Conversation started at (America/Argentina/Buenos_Aires),Started by,Conversation source,Current conversation state,Team currently assigned,Teammate currently assigned,Last teammate rated,Channel,Ticket type,First response time (seconds),User name,User email,Company name',
  ],
  [
    'intercom-ratings',
    'the dataset',
    'Conversation ID,Updated at (Europe/Berlin),Conversation rating,Conversation rating remark,Agent rated type,User name,Company name,Last survey sent',
  ],
  [
    'spiceworks-tickets',
    'the export',
    'Ticket Number,Summary,Description,Status,Priority,Category,Request Type,Assigned To,Created By,Created On,Closed On,Organization Name,Organization Host,Site / Office,Link to Ticket',
  ],
  [
    'surveymonkey-responses',
    'all responses',
    'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How satisfied were you?,What did you use?,,',
  ],
  [
    'qualtrics-responses',
    'the names',
    'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2',
  ],
  ['google-forms', 'a form', 'Timestamp,Username,How satisfied were you? (1-5),Comments'],
  ['microsoft-forms', 'a form', 'ID,Start time,Completion time,Email,Name,How satisfied were you?,Comments'],
  ['typeform-responses', 'a form', '#,How was it?,Start Date (UTC),Submit Date (UTC),Network ID'],
  [
    'harvest-time',
    'the report',
    'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,Employee Id,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL',
  ],
  [
    'harvest-time',
    'hours rounded, no money',
    'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,First Name,Last Name,Department,Employee?',
  ],
  ['toggl-detailed', 'the report', 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (USD)'],
  [
    'harvest-time',
    'of 2015, with an address',
    'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Email,Department,Employee?,Billable Rate',
  ],
  ['toggl-detailed', 'without a currency', 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags'],
  [
    'clockify-detailed',
    'costs, a task of another name, no clock',
    'Project,Client,Description,Activity,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (decimal),Cost Rate (EUR),Cost Amount (EUR),Profit (EUR),Date of creation',
  ],
  [
    'kimai-timesheet',
    'without money',
    'Date,From,To,Duration,Name,User,E-mail,Staff number,Customer,Project,Activity,Description,Billable,Tags,Type,category,Account,Project number,VAT-ID,Order number',
  ],
  [
    'kimai-timesheet',
    'the export',
    'Date,From,To,Duration,Currency,Price,Internal price,Hourly price,Fixed price,Name,User,E-mail,Staff number,Customer,Project,Activity,Description,Billable,Tags,Type,category,Account,Project number,VAT-ID,Order number',
  ],
];

describe('a header', () => {
  test.each(headers)('%s: %s', (id, _, header) => {
    expect(fitting(header.split(','))).toEqual([id]);
  });

  test.each(headers)('is recognised as %s: %s', async (id, _, header) => {
    for (const delimiter of [',', ';', '\t']) {
      const file = fileOf('x.csv', `${header.split(',').join(delimiter)}\r\n`);
      const survey = await surveyBytes(file, undefined);
      const found = recognise(file.name, await sample(file, survey), undefined);
      expect('format' in found ? [found.format.id, found.delimiter] : found).toEqual([id, delimiter]);
    }
  });

  test('stands here for every format', () => {
    expect(new Set(headers.map(([id]) => id))).toEqual(new Set(formats.map(({ id }) => id)));
  });

  test.each(canonicalFormats.map((format) => [format.id, format] as const))('%s fits no tool', (_, format) => {
    expect(fitting(Object.keys(format.gives[0]!.fields))).toEqual([]);
  });

  test.each([
    ['a sheet with a time stamp', 'Timestamp,Name,Amount'],
    ['a weighbridge', 'Ticket #,Company,Vehicle,Gross,Tare,Net,Date'],
    ['a list of Jira work logs', 'Issue Key,Issue summary,Hours,Work date,Full name'],
  ])('of %s fits none', (_, header) => {
    expect(fitting(header.split(','))).toEqual([]);
  });
});

describe('a ticket in a description', () => {
  test.each([
    ['Ticket 1353 - Backup', '1353'],
    ['TIcket 1405 GLPI - Printer', '1405'],
    ['Tikcet 1389', '1389'],
    ['tickets #1353 and 1354', '1353'],
    ['GLPI 1354 - Printer', '1354'],
    ['Call about ticket: 1360', '1360'],
    ['1388 - access for the new desk', '1388'],
    ['1456 restart', '1456'],
    ['SUP-12 driver', 'SUP-12'],
    ['Driver (SUP-12)', 'SUP-12'],
    ['Ticket SUP-12', 'SUP-12'],
    ['Followed up #4821', '4821'],
    ['T20260424.0084 mailbox', 'T20260424.0084'],
    ['Weekly meeting', null],
    ['Host web-07 down (10.20.30.40)', null],
    ['CPU at 100% since Ticketing began', null],
    ['2026-01-31 stock take', null],
    ['31/01/2026 stock take', null],
    ['1400: stock take', null],
    ['Tablet 1234 returned', null],
    ['R&#39;s laptop', null],
    ['x-SUP-12', null],
  ])('%s', (text, ticket) => {
    expect(ticketInText.exec(text)?.[1] ?? null).toBe(ticket);
  });
});
