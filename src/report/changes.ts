import type { TableName } from '../facts/table.ts';
import type { Material } from './material.ts';
import type { FileAccount, Refusal, Report, Restatement, Section, Words } from './model.ts';
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

const nouns: Readonly<Partial<Record<TableName, string>>> = {
  surveys: 'survey',
  tickets: 'ticket',
  complaints: 'complaint',
  contacts: 'contact',
  appointments: 'visit',
  promises: 'promise',
  time_entries: 'time entry',
};

const pluralOf = (noun: string) => (noun.endsWith('y') && !noun.endsWith('ey') ? `${noun.slice(0, -1)}ies` : `${noun}s`);

function added({ facts }: Material, previous: Report): string {
  const changes = Object.entries(nouns).map(([table, noun]) => ({ noun, more: (facts.tables[table as TableName]?.rows ?? 0) - (previous.facts[table] ?? 0) }));
  const more = changes.filter((one) => one.more > 0).map((one) => plural(one.more, one.noun, pluralOf(one.noun)));
  const fewer = changes.filter((one) => one.more < 0).map((one) => plural(-one.more, one.noun, pluralOf(one.noun)));
  const gained = more.length === 0 ? 'No row was added' : `${listed(more)} ${more.length === 1 && more[0]!.startsWith('1 ') ? 'was' : 'were'} added`;
  return fewer.length === 0 ? `${gained}.` : `${gained}. The exports hold fewer rows than last time: ${listed(fewer)} less.`;
}

/** Figures whose restated weeks are told one by one, and what their rows are called. */
const TOLD: readonly (readonly [measure: string, noun: string])[] = [
  ['A11-count', 'complaint'],
  ['S1', 'answer'],
  ['F1-elapsed', 'answered ticket'],
];

/** Weeks of the last report whose counts read differently now, and why; then how many other figures do. */
function restatedWords(restated: readonly Restatement[]): readonly Words[] {
  const told = TOLD.flatMap(([measure, noun]) => {
    const changes = restated.filter((one) => one.measure === measure && one.n !== one.nWas);
    const last = changes.at(-1);
    if (last === undefined) return [];
    const others = changes.length === 1 ? '' : ` ${inWords(changes.length - 1, true)} earlier ${changes.length === 2 ? 'week is' : 'weeks are'} restated too.`;
    return [`The week of ${shortDate(last.week)} now reads ${plural(last.n, noun)}; it read ${count(last.nWas)}, as ${last.reason}.${others}`];
  });
  if (restated.length === 0) return [];
  const weeks = new Set(restated.map(({ week }) => week)).size;
  const figures = new Set(restated.map(({ measure }) => measure)).size;
  const sum = `In all, ${plural(figures, 'measure')} ${figures === 1 ? 'reads' : 'read'} otherwise in ${plural(weeks, 'week')}: `;
  return [...told, [sum, { text: 'the list', href: 'data/#restated' }, '.']];
}

function refused({ refusals, files }: Since): string {
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const { rows, cells, partly } = refusedCounts(files, refusals);
  if (rows === 0 && cells === 0) return `None of ${plural(read, 'row')} was refused in whole or in part.`;
  const named = [...new Set(refusals.filter((one) => one.line !== null).map((one) => one.file))];
  const where = named.length <= 3 ? listed(named) : `${inWords(named.length, false)} files`;
  const whole = rows === 0 ? [] : [`${plural(rows, 'row')} of ${count(read)} ${rows === 1 ? 'was' : 'were'} left out`];
  const part = cells === 0 ? [] : [`${plural(cells, 'cell')} in ${plural(partly, rows === 0 ? 'row' : 'other row')} left empty`];
  return `${listed([...whole, ...part])}, in ${where}. ${rows + cells === 1 ? 'It is' : 'They are'} listed under Data.`;
}

/** The part of the first page that says what is new, what reads differently and what was refused. */
export function changesBlock(material: Material, since: Since): Section {
  const { previous } = since;
  const entries = [
    ...restatedWords(since.restated).map((what) => ({ label: 'Restated', what })),
    ...(previous === null ? [] : [{ label: 'New', what: added(material, previous) }]),
    { label: 'Refused', what: refused(since) },
    ...(previous === null
      ? []
      : [
          {
            label: 'Settings',
            what:
              previous.settings === since.settings
                ? 'Nothing changed: same targets, calendar and rules.'
                : `The settings changed since the report of ${date(previous.asOf)}.`,
          },
        ]),
  ];
  return {
    id: 'since',
    head: 'Since the last report',
    note: previous === null ? 'This is the first report; the next one is compared with it.' : `Compared with the report up to ${date(previous.asOf)}.`,
    blocks: [{ kind: 'notes', entries }],
  };
}
