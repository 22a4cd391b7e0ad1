import { comparisons, type Comparison } from '../measures/comparison.ts';
import { decomposition, type Contribution, type Decomposition } from '../measures/decomposition.ts';
import { say } from '../language/language.ts';
import type { Measure } from '../measures/measure.ts';
import { windowStart, sourceOf, span, type Material } from './material.ts';
import type { Cell, Section, Table } from './model.ts';
import { columnsOf } from './plain-cells.ts';
import { turnOf } from './turn.ts';
import { count, FEW, hitsOf, NONE, percent, rate } from './words.ts';
import type { TableName } from '../facts/table.ts';

/** A figure whose change is told client by client. */
export interface Moved {
  readonly measure: string;
  /** Names the section and its file. */
  readonly id: string;
  /** "Satisfaction", "Complaints per 1,000 contacts". */
  readonly name: string;
  /** What its rows, or what a rate is counted against, are called: "answers", "contacts". */
  readonly rows: string;
  readonly tables: readonly TableName[];
}

const MOST_ROWS = 8;
const WINDOW = 91;

const isShare = ({ kind }: Measure): boolean => kind === 'share';
/** A difference in the unit that it is told in: percentage points of a share. */
const scaled = (measure: Measure, value: number): number => (isShare(measure) ? value * 100 : value);

function signed(value: number): string {
  const text = rate(Math.abs(value));
  if (Number.isNaN(value)) return NONE;
  return /[1-9]/.test(text) ? `${value < 0 ? '−' : '+'}${text}` : text;
}

function figureCell(measure: Measure, value: number, n: number): Cell {
  if (Number.isNaN(value)) return { text: NONE, value: null };
  if (!isShare(measure)) return { text: rate(value), value };
  return { text: n < FEW ? hitsOf(value * n, n) : `${percent(value, n)}\u00a0%`, value };
}

const plain = (value: number): Cell => ({ text: count(value), value });
const change = (measure: Measure, value: number): Cell => ({ text: signed(scaled(measure, value)), value: scaled(measure, value) });

type Row = readonly Cell[];

function rowOf(material: Material, measure: Measure, part: Contribution): Row {
  const client = part.client === null ? null : material.clients[part.client]!;
  const name: Cell =
    client === null ? { text: say`No client of the list`, value: null } : { text: client.name, value: client.name, href: `clients/${client.slug}/` };
  return [
    name,
    change(measure, part.total),
    change(measure, part.rate),
    change(measure, part.mix),
    figureCell(measure, part.before, part.weightBefore),
    plain(part.weightBefore),
    figureCell(measure, part.now, part.weightNow),
    plain(part.weightNow),
  ];
}

const sumOf = (parts: readonly Contribution[], of: (part: Contribution) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
const blank: Cell = { text: '', value: null };

function sumRow(measure: Measure, name: string, parts: readonly Contribution[], firm: Decomposition | null): Row {
  const before = sumOf(parts, ({ weightBefore }) => weightBefore);
  const now = sumOf(parts, ({ weightNow }) => weightNow);
  return [
    { text: name, value: name, strong: firm !== null },
    change(measure, firm === null ? sumOf(parts, (part) => part.total) : firm.change),
    change(
      measure,
      sumOf(parts, (part) => part.rate),
    ),
    change(
      measure,
      sumOf(parts, (part) => part.mix),
    ),
    firm === null ? blank : figureCell(measure, firm.before, before),
    plain(before),
    firm === null ? blank : figureCell(measure, firm.now, now),
    plain(now),
  ];
}

function tableOf(material: Material, measure: Measure, { name, rows }: Moved, found: Decomposition): Table {
  const shown = found.parts.slice(0, found.parts.length > MOST_ROWS + 1 ? MOST_ROWS : undefined);
  const others = found.parts.slice(shown.length);
  const from = windowStart(material);
  const [before, now] = [span(from - WINDOW, from - 1), span(from, material.context.asOf)];
  return {
    caption: isShare(measure) ? say`${name}, ${before} against ${now}; in percentage points` : say`${name}, ${before} against ${now}; in its own unit`,
    columns: columnsOf([
      say`Client`,
      isShare(measure) ? say`Points` : say`Change`,
      say`by its own`,
      say`by weight`,
      say`Before`,
      say`${rows} before`,
      say`Now`,
      say`${rows} now`,
    ]),
    rows: [
      ...shown.map((part) => rowOf(material, measure, part)),
      ...(others.length === 0 ? [] : [sumRow(measure, say`${count(others.length)} others`, others, null)]),
      sumRow(measure, say`Whole firm`, found.parts, found),
    ],
  };
}

/** What the change of the firm's figure amounts to, and who gave most of it; no word of better or worse without a signal. */
function headingOf(material: Material, measure: Measure, found: Decomposition, firm: Comparison | null): string {
  const size = signed(scaled(measure, found.change));
  const amount = isShare(measure) ? say`${size} points` : size;
  if (firm === null) return say`${amount}, too few rows to compare`;
  if (firm.signal === null) return say`${amount}, which cannot be told from chance`;
  const first = found.parts.find(({ total }) => Math.sign(total) === Math.sign(found.change));
  if (first === undefined) return say`${amount}, a change beyond chance`;
  if (first.client === null) return say`${amount}, a change beyond chance, most of it from no client of the list`;
  return say`${amount}, a change beyond chance, most of it from ${material.clients[first.client]!.name}`;
}

/** Which clients moved a figure of the firm since the 13 weeks before, summing to its change; none where it cannot be told. */
export function movedSection(material: Material, moved: Moved): readonly Section[] {
  const measure = material.measures.find(({ id }) => id === moved.measure);
  if (measure === undefined || material.clients.length < 2) return [];
  const found = decomposition(measure, material.context);
  if (found === null) return [];
  const firm = comparisons(measure, material.context)?.[0] ?? null;
  const turn = firm === null || firm.signal === null ? null : turnOf(moved.measure, firm.signal === 'up');
  const heading = headingOf(material, measure, found, firm);
  return [
    {
      id: 'moved',
      head: say`What moved it`,
      note: say`By its own: the client’s figure changed. By weight: it has more or fewer of all rows. The column adds up to the change.`,
      blocks: [
        {
          kind: 'heading',
          text: heading,
          subtitle: say`${moved.name}, these 13 weeks against the 13 before`,
          ...(firm !== null && firm.signal !== null && { beyondChance: true, ...(turn !== null && { turn }) }),
        },
        {
          kind: 'table',
          id: moved.id,
          table: tableOf(material, measure, moved, found),
          foot: sourceOf(material, moved.tables, windowStart(material) - WINDOW),
        },
      ],
    },
  ];
}
