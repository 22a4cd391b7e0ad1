import { numbers } from '../facts/table.ts';
import { once } from '../measures/once.ts';
import { answersKept } from '../measures/answers-kept.ts';
import { unanswered, type Unanswered } from '../measures/unanswered.ts';
import { phrase, say, translated } from '../language/language.ts';
import { ledgerBlock } from './ledger-block.ts';
import type { Material } from './material.ts';
import type { Section, Words } from './model.ts';
import { count, duration, hitsOf, listed, plural } from './words.ts';

const waitingOf = once(unanswered);

/** Open tickets without a first answer; null where no export says when tickets are opened or answered. */
export function waiting({ context }: Material, client: number): Unanswered | null {
  return waitingOf(context)?.(client) ?? null;
}

const oldest = ({ oldest: age }: Unanswered) => duration(age ?? NaN);

/** "437 of 527 closed tickets", those without a first answer, where most have none: what the others wait for cannot be told. Null else. */
export function rarelyRecorded({ context }: Material): string | null {
  const kept = answersKept(context);
  return kept === null || kept.mostly ? null : say`${hitsOf(kept.without, kept.closed)} closed tickets`;
}

/** What open tickets without a first answer are called. */
export const waitingHead = (material: Material): string => (rarelyRecorded(material) === null ? say`Unanswered` : say`No answer on record`);

/** What is told of the open tickets without a first answer. */
export function waitingSentence(material: Material, found: Unanswered): string {
  if (found.count === 0) return say`No open ticket waits for a first answer.`;
  const rarely = rarelyRecorded(material);
  if (rarely !== null) {
    const open = say`${plural(found.count, 'open ticket has', 'open tickets have')} no first answer on record.`;
    return `${open} ${say`Nor have ${rarely} of the firm, so whether anybody waits cannot be told.`}`;
  }
  if (found.count === 1) return say`1 open ticket has no first answer; it has waited ${oldest(found)}.`;
  return say`${count(found.count)} open tickets have no first answer; the oldest has waited ${oldest(found)}.`;
}

/** The open tickets without a first answer, by client, the longest wait first. */
export function waitingSection(material: Material): readonly Section[] {
  const firm = waiting(material, -1);
  if (firm === null) return [];
  const rows = material.clients
    .map(({ name, slug }, client) => ({ name, slug, found: waiting(material, client)! }))
    .filter(({ found }) => found.count > 0)
    .toSorted((a, b) => b.found.oldest! - a.found.oldest!);
  const isKept = rarelyRecorded(material) === null;
  const what = (found: Unanswered) => {
    if (isKept) return found.count === 1 ? say`1 ticket, for ${oldest(found)}.` : say`${plural(found.count, 'ticket')}, the oldest for ${oldest(found)}.`;
    return found.count === 1 ? say`1 ticket, open for ${oldest(found)}.` : say`${plural(found.count, 'ticket')}, the oldest open for ${oldest(found)}.`;
  };
  const others = firm.count - rows.reduce((sum, { found }) => sum + found.count, 0);
  const entries = [
    ...rows.map(({ name, slug, found }) => ({
      who: [{ text: name, href: `clients/${slug}/` }] as Words,
      what: what(found),
      aside: [],
    })),
    ...(others > 0 ? [{ who: say`No listed client`, what: `${plural(others, 'ticket')}.`, aside: [] }] : []),
  ];
  return [
    {
      id: 'unanswered',
      head: waitingHead(material),
      note: say`Open at the end of the as-of day, on the elapsed clock. They stand beside the medians, which count answered tickets only.`,
      blocks: [{ kind: 'prose', words: waitingSentence(material, firm) }, ...(entries.length === 0 ? [] : [ledgerBlock(entries)])],
    },
  ];
}

const TIMES: readonly (readonly [fields: readonly string[], what: string])[] = [
  [['opened_at'], phrase`no opening time`],
  [['first_response_at', 'first_human_response_at'], phrase`no time of a first answer`],
  [['resolved_at'], phrase`no time of a resolution`],
];

/** Files whose tickets all lack one of the instants. */
function filesWithout({ facts }: Material, fields: readonly string[]): readonly string[] {
  const table = facts.tables.tickets!;
  const columns = fields.map((field) => numbers(table, field));
  const [seen, given] = [new Set<number>(), new Set<number>()];
  table.file.forEach((file, row) => {
    if (given.has(file)) return;
    seen.add(file);
    if (columns.some((column) => !Number.isNaN(column?.[row] ?? NaN))) given.add(file);
  });
  const without = [...seen].filter((file) => !given.has(file)).toSorted((a, b) => a - b);
  return without.flatMap((file) => (facts.files[file] === undefined ? [] : [`${facts.files[file].file} (${facts.files[file].format})`]));
}

/** Files that a sentence names; more of them are counted. */
const MOST_NAMED = 2;

function missingSentence(files: readonly string[], what: string): string {
  if (files.length > MOST_NAMED) return say`Not available: ${count(files.length)} exports give ${what}.`;
  return files.length === 1 ? say`Not available: ${files[0]!} gives ${what}.` : say`Not available: ${listed(files)} give ${what}.`;
}

/** What no page can tell since an export does not give it, in sentences; '' where every export gives every time. */
export function missingTimes(material: Material): string {
  if (material.facts.tables.tickets === undefined) return '';
  const missing = new Map<string, { readonly files: readonly string[]; readonly what: readonly string[] }>();
  for (const [fields, what] of TIMES) {
    const files = filesWithout(material, fields);
    if (files.length === 0) continue;
    const key = files.length > MOST_NAMED ? String(files.length) : files.join('\n');
    missing.set(key, { files, what: [...(missing.get(key)?.what ?? []), translated(what)] });
  }
  return [...missing.values()].map(({ files, what }) => missingSentence(files, listed(what))).join(' ');
}
