import { say } from '../language/language.ts';
import type { Material } from './material.ts';
import type { Block, Cell, FileAccount, MeasureAccount, MeasureWords, Page, Refusal, Restatement, Section } from './model.ts';
import { accountTable, assumedTable, readTable } from './data-accounts.ts';
import { countCell, textCell } from './plain-cells.ts';
import { refusedCounts } from './refused.ts';
import { count, date, duration, inWords, NONE, number, percent, plural } from './words.ts';

const SHOWN = 50;

const place = (one: Refusal): Cell => ({ text: one.line === null ? '' : String(one.line), value: one.line });
const found = (one: Refusal): Cell => textCell(one.text.length > 60 ? `${one.text.slice(0, 57)}…` : one.text);

function refusalTable(id: string, caption: string, all: readonly Refusal[], foot: string): Block {
  return {
    kind: 'table',
    id,
    foot: all.length > SHOWN ? `${say`The first ${count(SHOWN)} of ${count(all.length)}.`} ${foot}` : foot,
    table: {
      caption,
      columns: [say`File`, say`Line`, say`Column`, say`Text found`, say`What is wrong`, say`What was done`, say`What to do`].map((name, at) => ({
        name,
        numeric: at === 1,
      })),
      rows: all
        .slice(0, SHOWN)
        .map((one) => [textCell(one.file), place(one), textCell(one.column), found(one), textCell(one.why), textCell(one.consequence), textCell(one.advice)]),
    },
  };
}

function refusedBlocks(all: readonly Refusal[]): readonly Block[] {
  const refusals = all.filter((one) => one.code !== 'clients-unmapped');
  if (refusals.length === 0) return [{ kind: 'prose', words: say`Nothing was refused: every cell that figures need could be read.` }];
  return [refusalTable('refused', say`Cells and rows that could not be used`, refusals, say`The whole list is in refusals.csv.`)];
}

function notesSection(notes: readonly Refusal[]): readonly Section[] {
  if (notes.length === 0) return [];
  return [
    {
      id: 'notes',
      head: say`Noted`,
      note: say`What was ruled or assumed, and lost nothing.`,
      blocks: [refusalTable('noted', say`Rulings and assumptions`, notes, '')],
    },
  ];
}

function unmappedSection({ facts }: Material): readonly Section[] {
  const { unmapped } = facts.clients;
  if (unmapped.length === 0) return [];
  return [
    {
      id: 'unmapped',
      head: say`Unmapped clients`,
      note: say`Names that no client in the list has. Their rows count for the firm. Add them to the clients table, or to the aliases of the client that each is.`,
      blocks: [
        {
          kind: 'table',
          id: 'unmapped-clients',
          foot: '',
          table: {
            caption: say`${plural(unmapped.length, 'name')} without a client`,
            columns: [
              { name: say`Name in the exports`, numeric: false },
              { name: say`Rows`, numeric: true },
              { name: say`Nearest client`, numeric: false },
            ],
            rows: unmapped.map((one) => [textCell(one.name), countCell(one.rows), one.nearest == null ? { text: NONE, value: null } : textCell(one.nearest)]),
          },
        },
      ],
    },
  ];
}

function restatedSection({ measures }: Material, restated: readonly Restatement[], definitions: readonly MeasureWords[]): readonly Section[] {
  if (restated.length === 0) return [];
  const titles = new Map(definitions.map(({ id, title }) => [id, title]));
  const figures = new Map(measures.map((measure) => [measure.id, measure]));
  const newest = restated.toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0)).slice(0, SHOWN);
  const value = ({ measure }: Restatement, one: number | null): Cell => ({ text: one === null ? NONE : figureText(figures.get(measure)!, one), value: one });
  const table = {
    caption: say`${plural(restated.length, 'figure')} of the firm’s weeks that read otherwise than in the report before`,
    columns: [say`Measure`, say`Week of`, say`Was`, say`Is`, say`Rows then`, say`Rows now`, say`Why`].map((name, at) => ({
      name,
      numeric: at >= 2 && at <= 5,
    })),
    rows: newest.map((one) => [
      { text: titles.get(one.measure)!, value: one.measure, href: `definitions/#${one.measure}` },
      { text: date(one.week), value: one.week },
      value(one, one.was),
      value(one, one.is),
      countCell(one.nWas),
      countCell(one.n),
      textCell(one.reason),
    ]),
  };
  const foot = restated.length > SHOWN ? say`The newest ${count(SHOWN)} of ${count(restated.length)}. The whole list is in restated.csv.` : '';
  return [
    {
      id: 'restated',
      head: say`Restated`,
      note: say`Weeks of the past that read otherwise now, and why.`,
      blocks: [{ kind: 'table', id: 'restated-weeks', table, foot }],
    },
  ];
}

/** A figure of any measure as text, by its kind. */
function figureText({ kind, unit }: Pick<MeasureWords, 'kind' | 'unit'>, value: number): string {
  if (kind === 'share') return `${percent(value, 0)}\u00a0%`;
  return kind === 'duration' ? duration(value) : `${number(value)}${unit === 'hours' ? '\u00a0h' : ''}`;
}

const downloads = (): Block => ({
  kind: 'downloads',
  links: [
    { text: 'measures.csv', href: 'data/measures.csv', note: say`every figure of the firm and of each client by week, month, quarter and 13 weeks` },
    { text: 'files.csv', href: 'data/files.csv', note: say`every file and what became of its rows` },
    { text: 'refusals.csv', href: 'data/refusals.csv', note: say`every cell and row that could not be used` },
    { text: 'restated.csv', href: 'data/restated.csv', note: say`every week that reads otherwise than in the report before` },
    { text: 'report.json', href: 'report.json', note: say`the whole report for machines` },
  ],
});

/** What the page is written from, besides the facts. */
export interface DataInput {
  readonly files: readonly FileAccount[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Refusal[];
  readonly restated: readonly Restatement[];
  readonly accounts: readonly MeasureAccount[];
  readonly definitions: readonly MeasureWords[];
  readonly asOf: string;
}

function allRead(total: number, files: string): string {
  if (total === 0) return say`There were no rows to read`;
  return total === 1 ? say`The one row of ${files} was read` : say`All ${plural(total, 'row')} of ${files} were read`;
}

function cellsLeftOut(partly: number, total: number): string {
  if (total === 1) return say`Cells of the one row were left out`;
  const all = plural(total, 'row');
  return partly === 1 ? say`Cells of one of ${all} were left out` : say`Cells of ${inWords(partly, false)} of ${all} were left out`;
}

function rowsLeftOut(refused: number, total: number): string {
  if (total === 1) return say`The one row was left out`;
  const all = plural(total, 'row');
  if (refused === total) return say`All ${all} were left out`;
  return refused === 1 ? say`One of ${all} was left out` : say`${inWords(refused, true)} of ${all} were left out`;
}

function titleOf({ files, refusals }: DataInput): string {
  const total = files.reduce((sum, file) => sum + file.read, 0);
  const { rows: refused, partly } = refusedCounts(files, refusals);
  if (refused === 0) return partly === 0 ? allRead(total, plural(files.length, 'file')) : cellsLeftOut(partly, total);
  const left = rowsLeftOut(refused, total);
  if (partly === 0) return left;
  return partly === 1 ? say`${left}, and cells of one more` : say`${left}, and cells of ${inWords(partly, false)} more`;
}

/** What was read, what was assumed, what was refused, what is missing. */
export function dataPage(material: Material, input: DataInput): Page {
  const { files, refusals, notes, restated, accounts, definitions, asOf } = input;
  return {
    path: 'data/',
    nav: say`Data`,
    tab: say`Data`,
    head: say`Data`,
    note: say`What was read, and how.`,
    title: titleOf(input),
    lead: false,
    intro: say`${plural(files.length, 'file')} gave ${plural(Object.keys(material.facts.tables).length, 'table')} of facts. Every row is accounted for.`,
    sections: [
      {
        id: 'files',
        head: say`Files`,
        note: say`Files are known by their columns, never by their names.`,
        blocks: [readTable(files), assumedTable(files, asOf)],
      },
      { id: 'refusals', head: say`Refused`, note: say`Nothing is left out in silence.`, blocks: refusedBlocks(refusals) },
      ...unmappedSection(material),
      ...notesSection(notes),
      ...restatedSection(material, restated, definitions),
      { id: 'counted', head: say`Counted`, note: say`Which facts a measure is made from.`, blocks: [accountTable(accounts, definitions)] },
      { id: 'downloads', head: say`Downloads`, note: say`The numbers behind every page.`, blocks: [downloads()] },
    ],
  };
}
