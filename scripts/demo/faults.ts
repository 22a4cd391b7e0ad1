import type { Sheet } from './csv.ts';

/** A row that is put in with a fault. `cells` names the cells that it has; all others are empty. */
interface Fault {
  readonly file: string;
  /** Position among the file's data rows at which it is put, from 0; a negative one counts from the end. */
  readonly position: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The column that is wrong, and the word for what is wrong with it. */
  readonly column: string;
  readonly code: string;
}

/** A fault as it stands in the finished file; the header is line 1. */
export interface FaultAt {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly column: string;
  readonly text: string;
  readonly code: string;
}

const ticket = {
  company_name: 'Ashdown Veterinary Group',
  Summary: 'Printer offline',
  status_description: 'Closed',
  Board_Name: 'Help Desk',
  ServiceType: 'Printing',
  ServiceSubType: 'Printer',
  Priority_Description: 'P3 Normal',
  Source: 'Phone',
  team_name: 'Desk',
  resource_list: 'jreid',
  Closed_Flag: 'True',
  Hours_Actual: '0.50',
  Reopened_Count: '0',
};
const latest = 'exports/cw-tickets-latest.csv';
const answered = { sent_at: '2026-05-12T09:10Z', answered_at: '2026-05-12T11:40Z', scale_low: '1', scale_high: '5' };

const july = {
  Date_Responded_UTC: '7/22/2026 9:40:11',
  Date_Resolved_UTC: '7/22/2026 11:02:45',
  Date_Closed_UTC: '7/22/2026 11:06:00',
  Last_Update_UTC: '7/22/2026 11:06:00',
};

/** Eight rows that must be refused or reported, each for one reason. */
export const faults: readonly Fault[] = [
  {
    file: latest,
    position: 40,
    cells: { SR_Service_RecID: '90001', ...ticket, Date_Entered_UTC: '2/30/2026 9:15:00', ...july },
    column: 'Date_Entered_UTC',
    code: 'impossible-date',
  },
  {
    file: latest,
    position: 120,
    cells: {
      SR_Service_RecID: '90002',
      ...ticket,
      ...july,
      Date_Entered_UTC: '7/23/2026 8:30:00',
      Date_Responded_UTC: '',
    },
    column: 'Date_Resolved_UTC',
    code: 'resolved-before-opened',
  },
  {
    file: 'exports/surveys-2026.csv',
    position: 300,
    cells: { response_id: 'S90001', client: 'ashdown', kind: 'csat', ...answered, answer: '7' },
    column: 'answer',
    code: 'outside-scale',
  },
  {
    file: 'exports/contacts-2026-august.csv',
    position: 25,
    cells: { contact_id: 'C90001', at: '2026-08-05 11:20', direction: 'out', channel: 'phone', kind: 'proactive' },
    column: 'client',
    code: 'missing-required',
  },
  {
    file: 'exports/complaints.csv',
    position: -8,
    cells: { complaint_id: 'K90001', client: 'kestrel', channel: 'mail', formal: 'yes', severity: 'low', scope: 'in' },
    column: 'received_at',
    code: 'missing-required',
  },
  {
    file: 'exports/time.csv',
    position: 700,
    cells: {
      entry_id: 'E90001',
      client: 'lodz',
      agent: 'kwren',
      started_at: '2025-12-03T10:00Z',
      minutes: '-30',
      activity: 'remote',
    },
    column: 'minutes',
    code: 'negative',
  },
  {
    file: 'exports/promises.csv',
    position: -20,
    cells: {
      promise_id: 'P90001',
      client: 'marlowe',
      kind: 'task',
      wording: 'Move the backup',
      made_at: '2026-08-03 10:12',
      due_at: '2026-08-32',
      due_has_time: 'no',
    },
    column: 'due_at',
    code: 'impossible-date',
  },
  {
    file: 'exports/appointments.csv',
    position: 90,
    cells: {
      client: 'eastgate',
      scheduled_on: '2025-08-14',
      window_start: '2025-08-14 09:00',
      window_end: '2025-08-14 10:00',
      status: 'done',
    },
    column: 'appointment_id',
    code: 'missing-required',
  },
];

function placed(sheet: Sheet, fault: Fault): readonly [Sheet, FaultAt] {
  const rows = [...sheet.rows];
  const index = fault.position < 0 ? rows.length + fault.position : fault.position;
  if (index < 0 || index > rows.length) throw new Error(`${fault.file} has no row ${fault.position}`);
  rows.splice(
    index,
    0,
    sheet.headers.map((header) => fault.cells[header] ?? ''),
  );
  const id = fault.cells[sheet.headers[0] ?? ''] ?? '';
  const { file, column, code } = fault;
  return [
    { ...sheet, rows },
    { file, line: index + 2, id, column, text: fault.cells[column] ?? '', code },
  ];
}

/** The sheets with the faulty rows put in, and where these now stand. Throws when a file or row is not there. */
export function withFaults(sheets: ReadonlyMap<string, Sheet>): readonly [ReadonlyMap<string, Sheet>, readonly FaultAt[]] {
  const made = new Map(sheets);
  const places = faults.map((fault) => {
    const sheet = made.get(fault.file);
    if (sheet === undefined) throw new Error(`no file ${fault.file}`);
    const [withRow, place] = placed(sheet, fault);
    made.set(fault.file, withRow);
    return place;
  });
  return [made, places];
}
