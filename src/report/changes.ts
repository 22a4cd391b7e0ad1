import type { TableName } from '../facts/table.ts';
import { dayText } from '../time/weeks.ts';
import { history, WEEKS_SHOWN, type Material } from './material.ts';
import type { Refusal, Report, Section } from './model.ts';
import { count, date, inWords, listed, plural, shortDate } from './words.ts';

/** What the changes since the last report are told from: that report, and this one's refusals and settings. */
export interface Since {
  readonly previous: Report | null;
  readonly refusals: readonly Refusal[];
  readonly read: number;
  readonly settings: string;
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
  const parts = Object.entries(nouns).flatMap(([table, noun]) => {
    const more = (facts.tables[table as TableName]?.rows ?? 0) - (previous.facts[table] ?? 0);
    return more > 0 ? [plural(more, noun, pluralOf(noun))] : [];
  });
  return parts.length === 0 ? 'No row was added.' : `${listed(parts)} ${parts.length === 1 && parts[0]!.startsWith('1 ') ? 'was' : 'were'} added.`;
}

const RESTATED: readonly (readonly [measure: string, noun: string])[] = [
  ['A11-count', 'complaint'],
  ['S1', 'answer'],
  ['F1-elapsed', 'answered ticket'],
];

/** Weeks of the last report whose counts read differently now. */
function restated(material: Material, previous: Report): readonly string[] {
  return RESTATED.flatMap(([measure, noun]) => {
    const before = previous.series.find((series) => series.measure === measure && series.client === null && series.grain === 'week');
    if (before === undefined) return [];
    const now = history(material, measure, 'week', WEEKS_SHOWN);
    const changes = now.starts.flatMap((start, at) => {
      const index = before.starts.indexOf(dayText(start));
      const was = index === -1 ? null : before.n[index]!;
      const is = now.cells[at]!.n;
      return was === null || Number.isNaN(is) || was === is ? [] : [{ start, was, is }];
    });
    const last = changes.at(-1);
    if (last === undefined) return [];
    const others = changes.length === 1 ? '' : ` ${inWords(changes.length - 1, true)} earlier ${changes.length === 2 ? 'week is' : 'weeks are'} restated too.`;
    return [`The week of ${shortDate(last.start)} now reads ${plural(last.is, noun)}; it read ${count(last.was)}.${others}`];
  });
}

function refused({ refusals: all, read }: Since): string {
  const refusals = all.filter((one) => one.line !== null);
  if (refusals.length === 0) return `None of ${plural(read, 'row')} was refused in whole or in part.`;
  const files = [...new Set(refusals.map((one) => one.file))];
  const where = files.length <= 3 ? listed(files) : `${inWords(files.length, false)} files`;
  const rows = new Set(refusals.map((one) => `${one.file} ${one.line}`)).size;
  return `${count(rows)} of ${plural(read, 'row')}, in whole or in part, in ${where}. They are listed under Data.`;
}

/** The part of the first page that says what is new, what reads differently and what was refused. */
export function changesBlock(material: Material, since: Since): Section {
  const { previous } = since;
  const entries = [
    ...(previous === null ? [] : restated(material, previous).map((what) => ({ label: 'Restated', what }))),
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
