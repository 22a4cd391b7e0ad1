import { costOf } from '../issue.ts';
import type { TableName } from '../facts/table.ts';
import { say, sayPieces } from '../language/language.ts';
import type { Material } from './material.ts';
import type { FileAccount, Note, Refusal, Report, Restatement, Section, Span, Words } from './model.ts';
import { refusedCounts } from './refused.ts';
import { count, date, inWords, listed, plural, shortDate } from './words.ts';

/** What the changes since the last report are told from: that report, and this one's refusals and settings. */
export interface Since {
  readonly previous: Report | null;
  readonly refusals: readonly Refusal[];
  readonly files: readonly Pick<FileAccount, 'read' | 'rejected'>[];
  readonly settings: string;
  readonly restated: readonly Restatement[];
}

/** A number of rows in words. */
type Counted = (rows: number) => string;

const GROWING: readonly (readonly [table: TableName, counted: Counted])[] = [
  ['surveys', (rows) => plural(rows, 'survey')],
  ['tickets', (rows) => plural(rows, 'ticket')],
  ['complaints', (rows) => plural(rows, 'complaint')],
  ['contacts', (rows) => plural(rows, 'contact')],
  ['appointments', (rows) => plural(rows, 'visit')],
  ['promises', (rows) => plural(rows, 'promise')],
  ['time_entries', (rows) => plural(rows, 'time entry', 'time entries')],
];

function gained(changes: readonly { readonly counted: Counted; readonly more: number }[]): string {
  const more = changes.filter((one) => one.more > 0);
  if (more.length === 0) return say`No row was added.`;
  const rows = listed(more.map((one) => one.counted(one.more)));
  return more.length === 1 && more[0]!.more === 1 ? say`${rows} was added.` : say`${rows} were added.`;
}

function added({ facts }: Material, previous: Report): string {
  const changes = GROWING.map(([table, counted]) => ({ counted, more: (facts.tables[table]?.rows ?? 0) - (previous.facts[table] ?? 0) }));
  const fewer = changes.filter((one) => one.more < 0).map((one) => one.counted(-one.more));
  if (fewer.length === 0) return gained(changes);
  return `${gained(changes)} ${say`The exports hold fewer rows than last time: ${listed(fewer)} less.`}`;
}

/** Figures whose restated weeks are told one by one, and how their rows are counted. */
const TOLD: readonly (readonly [measure: string, counted: Counted])[] = [
  ['A11-count', (rows) => plural(rows, 'complaint')],
  ['S1', (rows) => plural(rows, 'answer')],
  ['F1-elapsed', (rows) => plural(rows, 'answered ticket')],
];

/** How many weeks before the one that is told are restated too. */
function earlierWeeks(weeks: number): string {
  return weeks === 1 ? say`One earlier week is restated too.` : say`${inWords(weeks, true)} earlier weeks are restated too.`;
}

/** Where the site lists one or more. */
function listedAt(href: string, one: boolean): Words {
  const link = { text: say`Data`, href };
  return one ? sayPieces<Span>`It is listed under ${link}.` : sayPieces<Span>`They are listed under ${link}.`;
}

/** Weeks of the last report whose counts read differently now, and why; then how many other figures do. */
function restatedNotes(restated: readonly Restatement[]): readonly Note[] {
  if (restated.length === 0) return [];
  const told = TOLD.flatMap(([measure, counted]) => {
    const changes = restated.filter((one) => one.measure === measure && one.n !== one.nWas);
    const last = changes.at(-1);
    if (last === undefined) return [];
    const newest = say`The week of ${shortDate(last.week)} now reads ${counted(last.n)}; it read ${count(last.nWas)}, as ${last.reason}.`;
    return [changes.length === 1 ? newest : `${newest} ${earlierWeeks(changes.length - 1)}`];
  });
  const weeks = plural(new Set(restated.map(({ week }) => week)).size, 'week');
  const figures = new Set(restated.map(({ measure }) => measure)).size;
  const sum = figures === 1 ? say`In all, 1 measure reads otherwise in ${weeks}.` : say`In all, ${count(figures)} measures read otherwise in ${weeks}.`;
  const label = say`Restated`;
  return [...told.map((what) => ({ label, what })), { label, what: sum, where: listedAt('data/#restated', figures === 1) }];
}

const leftOut = (rows: number, read: number): string =>
  rows === 1 ? say`1 row of ${count(read)} was left out` : say`${count(rows)} rows of ${count(read)} were left out`;

/** How many cells are left empty, and in how many rows: others than those left out, where there are such. */
function leftEmpty(cells: number, rows: number, only: boolean): string {
  const what = plural(cells, 'cell');
  if (only) return rows === 1 ? say`${what} in 1 row left empty` : say`${what} in ${count(rows)} rows left empty`;
  return rows === 1 ? say`${what} in 1 other row left empty` : say`${what} in ${count(rows)} other rows left empty`;
}

function refusedNote({ refusals, files }: Since): Note {
  const label = say`Refused`;
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const { rows, cells, partly } = refusedCounts(files, refusals);
  if (rows === 0 && cells === 0 && read === 1) return { label, what: say`The one row was not refused in whole or in part.` };
  if (rows === 0 && cells === 0) return { label, what: say`None of ${plural(read, 'row')} was refused in whole or in part.` };
  const named = [...new Set(refusals.filter((one) => one.line !== null && costOf(one.code) !== null).map((one) => one.file))];
  const where = named.length <= 3 ? listed(named) : say`${inWords(named.length, false)} files`;
  const what = listed([...(rows === 0 ? [] : [leftOut(rows, read)]), ...(cells === 0 ? [] : [leftEmpty(cells, partly, rows === 0)])]);
  return { label, what: say`${what}, in ${where}.`, where: listedAt('data/#refusals', rows + cells === 1) };
}

/** The part of the first page that says what is new, what reads differently and what was refused. */
export function changesBlock(material: Material, since: Since): Section {
  const { previous } = since;
  const entries: readonly Note[] = [
    ...restatedNotes(since.restated),
    ...(previous === null ? [] : [{ label: say`New`, what: added(material, previous) }]),
    refusedNote(since),
    ...(previous === null
      ? []
      : [
          {
            label: say`Settings`,
            what:
              previous.settings === since.settings
                ? say`Nothing changed: same targets, calendar and rules.`
                : say`The settings changed since the report of ${date(previous.asOf)}.`,
          },
        ]),
  ];
  return {
    id: 'since',
    head: say`Since the last report`,
    note:
      previous === null
        ? say`There is no report of an earlier week. The next week’s is compared with this one.`
        : say`Compared with the report up to ${date(previous.asOf)}.`,
    blocks: [{ kind: 'notes', entries }],
  };
}
