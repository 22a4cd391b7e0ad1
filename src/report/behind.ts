import { phrase, say, translated } from '../language/language.ts';
import { codes, numbers } from '../facts/table.ts';
import { rowsBehind, type Behind, type RowBehind } from '../measures/behind.ts';
import type { Measure } from '../measures/measure.ts';
import type { Material } from './material.ts';
import type { Block, Cell, Section } from './model.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, date, duration, NONE, plural } from './words.ts';

/** A figure whose facts a client's page lists. */
interface Listed {
  readonly measure: string;
  /** "2 of 31 answers were not satisfied", from both numbers. */
  readonly title: (rows: number, counted: number) => string;
  readonly columns: readonly [id: string, day: string, detail: string];
  readonly detail: (material: Material, measure: Measure, row: RowBehind) => string;
}

/** Rows that a page sets, and that its CSV holds. */
const SHOWN = 10;
const MOST = 500;

function worded(material: Material, table: 'surveys' | 'complaints' | 'appointments' | 'promises', field: string, { row }: RowBehind): string {
  return codes(material.facts.tables[table]!, field)?.at(row) ?? NONE;
}

/** Time from one instant of a ticket to another, "–" where either is missing. */
function between(material: Material, from: string, to: readonly string[], { row }: RowBehind): string {
  const table = material.facts.tables.tickets!;
  const end = to.map((field) => numbers(table, field)?.[row] ?? NaN).find((at) => at < material.context.end);
  return duration((end ?? NaN) - (numbers(table, from)?.[row] ?? NaN));
}

function slip(material: Material, { row }: RowBehind): string {
  const table = material.facts.tables.promises!;
  const kept = numbers(table, 'kept_at')?.[row] ?? NaN;
  if (!(kept < material.context.end)) return say`not kept`;
  return say`${duration(kept - (numbers(table, 'due_at')?.[row] ?? NaN))} late`;
}

const LISTED: readonly Listed[] = [
  {
    measure: 'S1',
    title: (rows, counted) => say`${count(rows)} of ${plural(counted, 'answer')} not satisfied`,
    columns: [phrase`Survey`, phrase`Counts on`, phrase`Answer`],
    detail: (material, _, row) => worded(material, 'surveys', 'answer', row),
  },
  {
    measure: 'F4',
    title: (rows, counted) => say`${count(rows)} of ${plural(counted, 'ticket')} answered after target`,
    columns: [phrase`Ticket`, phrase`Answered`, phrase`First answer after`],
    detail: (material, _, row) => between(material, 'opened_at', ['first_human_response_at', 'first_response_at'], row),
  },
  {
    measure: 'F5',
    title: (rows, counted) => say`${count(rows)} of ${plural(counted, 'ticket')} solved after target`,
    columns: [phrase`Ticket`, phrase`Solved`, phrase`Solved after`],
    detail: (material, _, row) => between(material, 'opened_at', ['resolved_at'], row),
  },
  {
    measure: 'A11-count',
    title: (rows) => plural(rows, 'formal complaint'),
    columns: [phrase`Complaint`, phrase`Received`, phrase`Cause`],
    detail: (material, _, row) => worded(material, 'complaints', 'cause', row),
  },
  {
    measure: 'B21',
    title: (rows, counted) => say`${count(rows)} of ${plural(counted, 'promise')} not kept when due`,
    columns: [phrase`Promise`, phrase`Due`, phrase`Slip`],
    detail: (material, _, row) => slip(material, row),
  },
  {
    measure: 'C13',
    title: (rows, counted) => say`${count(rows)} of ${plural(counted, 'visit')} not on time`,
    columns: [phrase`Visit`, phrase`Counts on`, phrase`Status`],
    detail: (material, _, row) => worded(material, 'appointments', 'status', row),
  },
];

const text = (value: string): Cell => ({ text: value === '' ? NONE : value, value: value === '' ? null : value });

/** How many rows there are where a page does not set them all. */
function moreOf(rows: number): readonly string[] {
  if (rows <= SHOWN) return [];
  const [shown, all] = [count(SHOWN), count(rows)];
  return [rows > MOST ? say`The newest ${shown} of ${all}, ${count(MOST)} in the CSV.` : say`The newest ${shown} of ${all}, all in the CSV.`];
}

function blocksOf(material: Material, client: number, listed: Listed, measure: Measure, { counted, rows }: Behind): readonly Block[] {
  const shown = rows.slice(0, MOST);
  const left = material.figures.accounts.find((one) => one.measure === listed.measure)?.excluded.filter((one) => one.rows > 0) ?? [];
  const without = left.map((one) => `${count(one.rows)} ${translated(one.reason)}`).join('; ');
  const foot = [...moreOf(rows.length), ...(left.length === 0 ? [] : [say`Left out of this figure, whole firm and all time: ${without}.`])];
  const place = ({ file, line }: RowBehind) => say`${material.facts.files[file]?.file ?? ''}, line ${line}`;
  return [
    {
      kind: 'table',
      id: `client-${material.clients[client]!.slug}-behind-${listed.measure.toLowerCase()}`,
      foot: foot.join(' '),
      shown: SHOWN,
      table: {
        caption: `${listed.title(rows.length, counted)}, ${windowSpan(material, listed.measure)}`,
        columns: [...listed.columns, phrase`Stands in`].map((name) => ({ name: translated(name), numeric: false })),
        rows: shown.map((row) => [
          { ...text(row.id), strong: true },
          { text: date(row.day), value: date(row.day) },
          text(listed.detail(material, measure, row)),
          text(place(row)),
        ]),
      },
    },
  ];
}

const kept = new WeakMap<Material, ReadonlyMap<string, ReturnType<typeof rowsBehind>>>();

function behindOf(material: Material): ReadonlyMap<string, ReturnType<typeof rowsBehind>> {
  const found =
    kept.get(material) ??
    new Map(
      LISTED.flatMap(({ measure: id }) => {
        const measure = material.measures.find((one) => one.id === id);
        return measure === undefined ? [] : [[id, rowsBehind(measure, material.context)] as const];
      }),
    );
  kept.set(material, found);
  return found;
}

/** The tickets, answers, promises and visits that a client's figures fell short by, each with the file and line it stands on. */
export function behindSection(material: Material, client: number): readonly Section[] {
  const blocks = LISTED.flatMap((listed) => {
    const found = behindOf(material).get(listed.measure)?.(client);
    const measure = material.measures.find(({ id }) => id === listed.measure);
    return found === undefined || measure === undefined || found.rows.length === 0 ? [] : blocksOf(material, client, listed, measure, found);
  });
  if (blocks.length === 0) return [];
  return [
    {
      id: 'behind',
      head: say`Behind the figures`,
      note: say`What fell short ${windowOf(material).within}, one line each, and where it stands in your exports.`,
      blocks,
    },
  ];
}
