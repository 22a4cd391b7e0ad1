import type { ProposedEntry } from '../src/exports/propose/entries.ts';
import type { ProposedTable } from '../src/exports/propose/propose.ts';
import type { ColumnLook } from '../src/exports/propose/column-look.ts';
import { aligned } from './columns.ts';
import { oneLine } from './command.ts';

const LONGEST = 28;

const short = (text: string): string => {
  const line = oneLine(text);
  return [...line].length > LONGEST ? `${[...line].slice(0, LONGEST - 1).join('')}…` : line;
};

const said = (parts: readonly (string | undefined)[]): string => parts.filter((one) => one !== undefined && one !== '').join(', ');

function tableText({ table, columns, words, set, scale }: ProposedTable): string {
  const rows = columns.map(({ field, from, and, unit, after, dateForm, samples }) => [
    `  ${field}`,
    short(from),
    said([and === undefined ? undefined : `and ${short(and)}`, unit, after === undefined ? undefined : `after ${after}`, dateForm]),
    samples.map(short).join(' | '),
  ]);
  const known = Object.entries(words).flatMap(([field, list]) =>
    list.flatMap(({ word, times, meaning }) => [
      `  ${field}: ${short(word)} (${times}x) ${meaning === null ? 'is not known: say what it means' : `is ${meaning}`}\n`,
    ]),
  );
  const all = [
    ...Object.entries(set).map(([field, word]) => `${field} is ${word}`),
    ...(scale === null ? [] : [`answers run from ${scale.low} to ${scale.high}`]),
  ];
  return `${aligned([`  ${table}`, 'column', 'as', 'examples'], rows, { right: [] })}${known.join('')}${all.length === 0 ? '' : `  every row: ${all.join('; ')}\n`}`;
}

/** A proposal for files, to be read by a person: what each column becomes with up to three of its values, the words, what is left over and what to decide. */
export function proposalText(
  names: readonly string[],
  proposals: readonly ProposedTable[],
  unmapped: readonly ColumnLook[],
  entries: readonly ProposedEntry[],
): string {
  const left = unmapped.length === 0 ? '' : `  not used: ${unmapped.map(({ name }) => short(name)).join(', ')}\n`;
  const decide = entries.flatMap(({ remarks }) => remarks.map((one) => `  to decide: ${oneLine(one)}\n`)).join('');
  return `${names.map(oneLine).join(', ')}\n${proposals.map(tableText).join('')}${left}${decide}\n`;
}

/** What is said of files that no table fits. */
export function unfitText(names: readonly string[], looks: readonly ColumnLook[]): string {
  const columns = looks.map(({ name }) => short(name)).join(', ');
  return `${names.map(oneLine).join(', ')}\n  no table is told by these columns: ${columns}\n  write an entry with table and columns by hand, or list the file under ignore\n\n`;
}
