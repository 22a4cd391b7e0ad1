import { complaintsOf } from './complaints-columns.ts';
import { complaintsOfEntry, complaintsTimed } from './complaint-time.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import { NOT_NEGATIVE } from './intervals.ts';
import { numbers } from '../facts/table.ts';
import type { CellInputs, Context, DerivedCell, Measure, Population } from './measure.ts';
import { populationOf } from './population.ts';
import { AFTER, leaves, NO_COMPLAINT, NO_MINUTES, UNTIMED } from './reasons.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

const INPUTS = ['time_entries.minutes', 'time_entries.complaint_id', 'time_entries.ticket_id', 'complaints.ticket_id'];
const TIME = 'Time counts for a complaint when it was logged on it, on the ticket it names or on the ticket that it is.';
const FROM_ZERO = 'The interval does not go below zero.';
const SHARED = 'Time on a ticket that several complaints name is shared among them in equal parts.';

function timed(context: Context, unitMinutes: number): Population | null {
  const population = formalComplaints(context, ({ minutes }) => ({
    leftOut: [[UNTIMED, (row) => Number.isNaN(minutes[row])]],
    value: (row) => minutes[row]! * unitMinutes,
  }));
  return population && { ...population, possible: [NOT_NEGATIVE] };
}

const hoursLogged: Measure = {
  id: 'A12-logged',
  title: 'Hours logged per formal complaint',
  question: 'How much work does a complaint make, as far as it was logged?',
  definition: `The mean of the hours logged for a complaint, over complaints with any time logged. ${TIME} ${SHARED} A complaint counts when it was received. ${FROM_ZERO}`,
  formula: 'hours logged for complaints ÷ complaints with any time logged',
  unit: 'hours',
  inputs: INPUTS,
  kind: 'mean',
  clock: 'none',
  exclusions: leaves(...FORMAL, UNTIMED),
  version: 1,
  population: (context) => timed(context, 1 / 60),
};

const hours: Measure = {
  id: 'A12',
  title: 'Hours per formal complaint',
  question: 'How much work does a complaint make?',
  definition: `The mean of the hours logged for a complaint, over complaints with any time logged. ${SHARED} Where there are complaints and none has any, the settings’ assumption stands in, marked assumed. ${FROM_ZERO}`,
  formula: 'hours logged for complaints ÷ complaints with any time logged, else the assumed hours',
  unit: 'hours',
  inputs: ['A12-logged', 'A11-count'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: hoursOrAssumption,
};

function hoursOrAssumption(inputs: CellInputs, context: Context): DerivedCell | null {
  const logged = inputs.get('A12-logged');
  if (logged !== null && logged.n > 0) return { value: logged.value, n: logged.n, low: logged.low, high: logged.high };
  const received = inputs.get('A11-count')?.value ?? NaN;
  return received > 0 ? { value: context.settings.complaints.hours_assumed, n: 0, assumed: true } : null;
}

const middle: Measure = {
  id: 'A12-median',
  title: 'Time per formal complaint, half below and half above',
  question: 'How much work does the complaint in the middle make?',
  definition: `The median of the time logged for a complaint, and the time that nine in ten stay under. ${TIME} ${SHARED}`,
  formula: 'median and 90th percentile of the time logged for a complaint',
  unit: 'duration',
  inputs: INPUTS,
  kind: 'duration',
  clock: 'none',
  exclusions: leaves(...FORMAL, UNTIMED),
  version: 1,
  population: (context) => timed(context, 60_000),
};

const untimed: Measure = {
  id: 'A12-untimed',
  title: 'Complaints with no time logged',
  question: 'For how many complaints do we not know the work?',
  definition: `Of the formal complaints received, the share for which no time was logged. ${TIME}`,
  formula: 'formal complaints with no time logged ÷ formal complaints',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL),
  version: 1,
  population: (context) => formalComplaints(context, ({ minutes }) => ({ value: (row) => (Number.isNaN(minutes[row]) ? 1 : 0) })),
};

const allHours: Measure = {
  id: 'A14-all',
  title: 'Hours logged',
  question: 'How much work do we log?',
  definition: 'All hours logged, on whatever. An entry counts on the day that the work began.',
  formula: 'sum of the minutes logged ÷ 60',
  unit: 'hours',
  inputs: ['time_entries.minutes', 'time_entries.started_at'],
  kind: 'hours',
  clock: 'none',
  exclusions: leaves(AFTER, NO_MINUTES),
  version: 1,
  population: (context) => entries(context, false),
};

const complaintHours: Measure = {
  ...allHours,
  id: 'A14-complaints',
  title: 'Hours spent on formal complaints',
  question: 'How much of our work goes into complaints?',
  definition: `Hours logged for formal complaints, on the day that the work began. ${TIME} Time on a ticket that several complaints name counts once.`,
  formula: 'sum of the minutes logged for formal complaints ÷ 60',
  inputs: INPUTS,
  exclusions: leaves(AFTER, NO_MINUTES, NO_COMPLAINT),
  population: (context) => entries(context, true),
};

const complaintShare: Measure = {
  id: 'A14',
  title: 'Part of our hours that complaints take',
  question: 'What part of our work goes into complaints?',
  definition: 'Hours spent on formal complaints as a part of all hours logged in the same period.',
  formula: 'hours spent on formal complaints ÷ hours logged',
  unit: 'share',
  inputs: ['A14-complaints', 'A14-all'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: (inputs) => {
    const share = (inputs.get('A14-complaints')?.value ?? NaN) / (inputs.get('A14-all')?.value ?? NaN);
    return Number.isFinite(share) ? { value: share, n: inputs.get('A14-all')!.n } : null;
  },
};

function entries(context: Context, aboutComplaints: boolean): Population | null {
  const table = context.facts.tables.time_entries;
  const [started, minutes] = ['started_at', 'minutes'].map((field) => table && numbers(table, field));
  const about = complaintsTimed(context);
  const complaints = complaintsOf(context);
  if (!table || !started || !minutes || (aboutComplaints && (about === null || complaints === null))) return null;
  const isAbout = (row: number) =>
    complaintsOfEntry(about!, row).some((complaint) => complaints!.formal[complaint] === 1 && complaints!.received[complaint]! < context.end);
  return populationOf(context, table, {
    leftOut: [
      [AFTER, (row) => !(started[row]! < context.end)],
      [NO_MINUTES, (row) => Number.isNaN(minutes[row])],
      ...(aboutComplaints ? ([[NO_COMPLAINT, (row: number) => !isAbout(row)]] as const) : []),
    ],
    at: started,
    client: clientsByTicket(context, table, ticketsNamed(context, table)),
    value: (row) => minutes[row]!,
  });
}

/** The work that complaints make. */
export const complaintWork: readonly Measure[] = [hoursLogged, hours, middle, untimed, allHours, complaintHours, complaintShare];
