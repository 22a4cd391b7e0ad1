import { say } from '../language/language.ts';
import { newcombe } from '../measures/statistics.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { civilOf } from '../time/civil.ts';
import { dayText, periodEnd } from '../time/weeks.ts';
import { shortMonth } from './forms.ts';
import { history, sourceOf, span, type History, type Material } from './material.ts';
import type { Section } from './model.ts';
import { clientBand } from './satisfaction-clients.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { type ShareRow } from './shares.ts';
import { count, FEW, hitsOf, monthName, NONE, plural } from './words.ts';

const MOST_QUARTERS = 8;
const MOST_MONTHS = 13;

interface Quarter extends ShareRow {
  readonly start: number;
  readonly complete: boolean;
}

/** "Apr to Jun 2026"; the running one says so. */
function quarterName(start: number, complete: boolean): string {
  const months = say`${shortMonth(start)} to ${shortMonth(periodEnd('quarter', start))}`;
  return `${months} ${civilOf(start).year}${complete ? '' : say`, incomplete`}`;
}

function quarters(material: Material, client: number): readonly Quarter[] {
  const { starts, cells } = history(material, 'S1', 'quarter', MOST_QUARTERS, client);
  const rows = starts.map((start, at) => {
    const complete = periodEnd('quarter', start) <= material.context.asOf;
    return { label: quarterName(start, complete), cell: cells[at]!, start, complete };
  });
  const first = rows.findIndex(({ cell }) => cell.n > 0);
  return first === -1 ? [] : rows.slice(first);
}

/** Whether the last complete quarter can be told apart from the one before. */
function quarterTitle(rows: readonly Quarter[]): string {
  const [before, last] = rows.filter(({ complete }) => complete).slice(-2);
  if (before === undefined || last === undefined || before.cell.n < FEW || last.cell.n < FEW) return say`Too few answers to compare one quarter with the next`;
  const difference = newcombe(last.cell.hits, last.cell.n, before.cell.hits, before.cell.n)!;
  if (difference.low > 0) return say`More satisfied answers in the last complete quarter than in the one before`;
  if (difference.high < 0) return say`Fewer satisfied answers in the last complete quarter than in the one before`;
  return say`The last complete quarter cannot be told apart from the one before`;
}

/** What a client answered, quarter by quarter. */
export function quartersSection(material: Material, client: number): readonly Section[] {
  const rows = quarters(material, client);
  if (rows.length === 0) return [];
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = say`Positive answers of all answers, this client, by quarter, ${span(rows[0]!.start, material.context.asOf)}, %, n\u00a0=\u00a0${count(n)}`;
  const target = satisfactionBand(material.context, client);
  const chart = sharesChart(rows, {
    id: `client-${material.clients[client]!.slug}-quarters`,
    title: quarterTitle(rows),
    subtitle,
    foot: sourceOf(material, ['surveys'], rows[0]!.start),
    table: sharesTable(subtitle, [say`Quarter`, say`Satisfied`, say`Answers`], rows, ({ cell }) => (cell.n > 0 ? statusOfCell('share', cell, target) : null)),
    noun: ['quarter', 'quarters'],
    band: clientBand(material, client),
    singled: [],
  });
  return [
    {
      id: 'answers',
      head: say`What they told us`,
      note: say`Under ${count(FEW)} answers the counts stand alone.`,
      blocks: [{ kind: 'chart', chart }],
    },
  ];
}

const isKnown = (value: number) => !Number.isNaN(value);

function withComplaints(received: History): History {
  const first = received.cells.findIndex(({ value }) => value > 0);
  return first === -1 ? { starts: [], cells: [] } : { starts: received.starts.slice(first), cells: received.cells.slice(first) };
}

/** The complaints of a client by month, and how many had an answer in 24 hours. */
export function complaintsByMonth(material: Material, client: number): readonly Section[] {
  if (material.figures.grid('A11-count', 'month') === null) return [];
  const months = history(material, 'A11-count', 'month', MOST_MONTHS, client);
  const kept = months.cells.filter(({ value }) => isKnown(value)).length;
  const received = withComplaints(months);
  const head = {
    id: 'complaints',
    head: say`Complaints`,
    note: say`Formal complaints only; an answer counts when it came within 24 h.`,
  };
  if (received.starts.length === 0) return [{ ...head, blocks: [{ kind: 'prose', words: say`No formal complaint in ${plural(kept, 'month')} on record.` }] }];
  const answered = history(material, 'D3', 'month', received.starts.length, client).cells;
  const { asOf } = material.context;
  const total = received.cells.reduce((sum, { value }) => sum + (isKnown(value) ? value : 0), 0);
  const rows = received.starts.map((start, at) => {
    const { value } = received.cells[at]!;
    const cell = answered[at];
    const running = periodEnd('month', start) > asOf ? say`, incomplete` : '';
    return [
      { text: `${monthName(start, start)} ${civilOf(start).year}${running}`, value: dayText(start).slice(0, 7) },
      { text: count(value), value: isKnown(value) ? value : null },
      cell === undefined || !isKnown(cell.value) ? { text: NONE, value: null } : { text: hitsOf(cell.hits, cell.n), value: cell.hits },
    ];
  });
  const table = {
    caption: say`${plural(total, 'formal complaint')} by month, ${span(received.starts[0]!, asOf)}, n\u00a0=\u00a0${count(total)}`,
    columns: [say`Month`, say`Received`, say`Answered in 24\u00a0h`].map((name, at) => ({ name, numeric: at > 0 })),
    rows,
  };
  return [
    {
      ...head,
      blocks: [
        {
          kind: 'table',
          id: `client-${material.clients[client]!.slug}-complaints`,
          table,
          foot: sourceOf(material, ['complaints'], received.starts[0]),
        },
      ],
    },
  ];
}
