import type { Material } from './material.ts';
import type { Block, Cell, FileAccount, MeasureAccount, MeasureWords, Page, Refusal, Restatement, Section } from './model.ts';
import { refusedCounts } from './refused.ts';
import { count, date, duration, inWords, NONE, number, percent, plural } from './words.ts';

const text = (value: string): Cell => ({ text: value, value });
const rows = (value: number): Cell => ({ text: count(value), value });

function readTable(files: readonly FileAccount[]): Block {
  return {
    kind: 'table',
    id: 'files-read',
    foot: 'Rows read = used + repeated + replaced + refused + not data. Repeated: equal to another row in every cell. Replaced: an older state of the same id.',
    table: {
      caption: 'Rows of every file and what became of them',
      columns: ['File', 'Recognised as', 'Read', 'Used', 'Repeated', 'Replaced', 'Refused', 'Not data'].map((name, at) => ({ name, numeric: at > 1 })),
      rows: files.map((file) => [
        text(file.file),
        text(file.format),
        rows(file.read),
        rows(file.used),
        rows(file.duplicate),
        rows(file.superseded),
        rows(file.rejected),
        rows(file.notData),
      ]),
    },
  };
}

const orders: Readonly<Record<string, string>> = { 'day-first': 'day first', 'month-first': 'month first' };

function assumedTable(files: readonly FileAccount[], asOf: string): Block {
  return {
    kind: 'table',
    id: 'files-assumed',
    foot: `Oldest and newest are the days of what happened first and last in the file; the report is up to ${date(asOf)}.`,
    table: {
      caption: 'What reading each file assumed',
      columns: ['File', 'Tables', 'Encoding', 'Delimiter', 'Dates', 'Zone', 'Oldest', 'Newest'].map((name) => ({ name, numeric: false })),
      rows: files.map((file) => [
        text(file.file),
        text(file.tables.join(', ')),
        text(file.encoding),
        text(file.delimiter),
        text(orders[file.dateOrder] ?? file.dateOrder),
        text(file.zone),
        { text: file.oldest === null ? NONE : date(file.oldest), value: file.oldest },
        { text: file.newest === null ? NONE : date(file.newest), value: file.newest },
      ]),
    },
  };
}

const SHOWN = 50;

const place = (one: Refusal): Cell => ({ text: one.line === null ? '' : String(one.line), value: one.line });
const found = (one: Refusal): Cell => text(one.text.length > 60 ? `${one.text.slice(0, 57)}…` : one.text);

function refusalTable(id: string, caption: string, all: readonly Refusal[], foot: string): Block {
  return {
    kind: 'table',
    id,
    foot: all.length > SHOWN ? `The first ${count(SHOWN)} of ${count(all.length)}. ${foot}` : foot,
    table: {
      caption,
      columns: ['File', 'Line', 'Column', 'Text found', 'What is wrong', 'What was done', 'What to do'].map((name, at) => ({ name, numeric: at === 1 })),
      rows: all
        .slice(0, SHOWN)
        .map((one) => [text(one.file), place(one), text(one.column), found(one), text(one.why), text(one.consequence), text(one.advice)]),
    },
  };
}

function refusedBlocks(all: readonly Refusal[]): readonly Block[] {
  const refusals = all.filter((one) => one.code !== 'clients-unmapped');
  if (refusals.length === 0) return [{ kind: 'prose', words: 'Nothing was refused: every cell that figures need could be read.' }];
  return [refusalTable('refused', 'Cells and rows that could not be used', refusals, 'The whole list is in refusals.csv.')];
}

function notesSection(notes: readonly Refusal[]): readonly Section[] {
  if (notes.length === 0) return [];
  return [
    { id: 'notes', head: 'Noted', note: 'What was ruled or assumed, and lost nothing.', blocks: [refusalTable('noted', 'Rulings and assumptions', notes, '')] },
  ];
}

function unmappedSection({ facts }: Material): readonly Section[] {
  const { unmapped } = facts.clients;
  if (unmapped.length === 0) return [];
  return [
    {
      id: 'unmapped',
      head: 'Unmapped clients',
      note: 'Names that no client in the list has. Their rows count for the firm. Add them to the clients table, or to the aliases of the client that each is.',
      blocks: [
        {
          kind: 'table',
          id: 'unmapped-clients',
          foot: '',
          table: {
            caption: `${plural(unmapped.length, 'name')} without a client`,
            columns: [
              { name: 'Name in the exports', numeric: false },
              { name: 'Rows', numeric: true },
              { name: 'Nearest client', numeric: false },
            ],
            rows: unmapped.map((one) => [text(one.name), rows(one.rows), one.nearest == null ? { text: NONE, value: null } : text(one.nearest)]),
          },
        },
      ],
    },
  ];
}

function restatedSection(restated: readonly Restatement[], definitions: readonly MeasureWords[]): readonly Section[] {
  if (restated.length === 0) return [];
  const words = new Map(definitions.map((measure) => [measure.id, measure]));
  const newest = restated.toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0)).slice(0, SHOWN);
  const value = ({ measure }: Restatement, one: number | null): Cell => ({ text: one === null ? NONE : figureText(words.get(measure)!, one), value: one });
  const table = {
    caption: `${plural(restated.length, 'figure')} of the firm’s weeks that read otherwise than in the report before`,
    columns: ['Measure', 'Week of', 'Was', 'Is', 'Rows then', 'Rows now', 'Why'].map((name, at) => ({ name, numeric: at >= 2 && at <= 5 })),
    rows: newest.map((one) => [
      { text: words.get(one.measure)!.title, value: one.measure, href: `definitions/#${one.measure}` },
      { text: date(one.week), value: one.week },
      value(one, one.was),
      value(one, one.is),
      rows(one.nWas),
      rows(one.n),
      text(one.reason),
    ]),
  };
  const foot = restated.length > SHOWN ? `The newest ${count(SHOWN)} of ${count(restated.length)}. The whole list is in restated.csv.` : '';
  return [
    {
      id: 'restated',
      head: 'Restated',
      note: 'Weeks of the past that read otherwise now, and why.',
      blocks: [{ kind: 'table', id: 'restated-weeks', table, foot }],
    },
  ];
}

/** A figure of any measure as text, by its kind. */
function figureText({ kind, unit }: MeasureWords, value: number): string {
  if (kind === 'share') return `${percent(value, 0)}\u00a0%`;
  return kind === 'duration' ? duration(value) : `${number(value)}${unit === 'hours' ? '\u00a0h' : ''}`;
}

function accountTable(accounts: readonly MeasureAccount[], definitions: readonly MeasureWords[]): Block {
  const titles = new Map(definitions.map(({ id, title }) => [id, title]));
  return {
    kind: 'table',
    id: 'accounts',
    foot: 'Counted + left out = facts of the table, for every measure; the build stops where this does not hold.',
    table: {
      caption: 'Rows that each measure counts and leaves out',
      columns: ['Measure', 'Table', 'Facts', 'Counted', 'Left out', 'Why'].map((name, at) => ({ name, numeric: at >= 2 && at <= 4 })),
      rows: accounts.map((one) => [
        { text: titles.get(one.measure) ?? one.measure, value: one.measure, href: `definitions/#${one.measure}` },
        text(one.table.replaceAll('_', ' ')),
        rows(one.facts),
        rows(one.population),
        rows(one.facts - one.population),
        text(
          one.excluded
            .filter((reason) => reason.rows > 0)
            .map((reason) => `${count(reason.rows)} ${reason.reason}`)
            .join('; '),
        ),
      ]),
    },
  };
}

const downloads: Block = {
  kind: 'downloads',
  links: [
    { text: 'measures.csv', href: 'data/measures.csv', note: 'every figure of the firm and of each client by week, month, quarter and 13 weeks' },
    { text: 'files.csv', href: 'data/files.csv', note: 'every file and what became of its rows' },
    { text: 'refusals.csv', href: 'data/refusals.csv', note: 'every cell and row that could not be used' },
    { text: 'restated.csv', href: 'data/restated.csv', note: 'every week that reads otherwise than in the report before' },
    { text: 'report.json', href: 'report.json', note: 'the whole report for machines' },
  ],
};

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

function titleOf({ files, refusals }: DataInput): string {
  const total = files.reduce((sum, file) => sum + file.read, 0);
  const { rows: refused, cells, partly } = refusedCounts(files, refusals);
  if (refused === 0 && cells === 0) return `All ${plural(total, 'row')} of ${plural(files.length, 'file')} were read`;
  const out = refused === 0 ? 'No row' : inWords(refused, true);
  const left = `${out} of ${plural(total, 'row')} ${refused === 1 ? 'was' : 'were'} left out`;
  return partly === 0 ? left : `${left}, and cells of ${inWords(partly, false)} more`;
}

/** What was read, what was assumed, what was refused, what is missing. */
export function dataPage(material: Material, input: DataInput): Page {
  const { files, refusals, notes, restated, accounts, definitions, asOf } = input;
  return {
    path: 'data/',
    nav: 'Data',
    tab: 'Data',
    head: 'Data',
    note: 'What was read, and how.',
    title: titleOf(input),
    lead: false,
    intro: `${plural(files.length, 'file')} gave ${plural(Object.keys(material.facts.tables).length, 'table')} of facts. Every row is accounted for.`,
    sections: [
      { id: 'files', head: 'Files', note: 'Files are known by their columns, never by their names.', blocks: [readTable(files), assumedTable(files, asOf)] },
      { id: 'refusals', head: 'Refused', note: 'Nothing is left out in silence.', blocks: refusedBlocks(refusals) },
      ...unmappedSection(material),
      ...notesSection(notes),
      ...restatedSection(restated, definitions),
      { id: 'counted', head: 'Counted', note: 'Which facts a measure is made from.', blocks: [accountTable(accounts, definitions)] },
      { id: 'downloads', head: 'Downloads', note: 'The numbers behind every page.', blocks: [downloads] },
    ],
  };
}
