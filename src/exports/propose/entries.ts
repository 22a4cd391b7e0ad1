import { tables } from '../../facts/tables.ts';
import { normalHeader } from '../formats/format.ts';
import type { ProposedColumn, ProposedTable } from './propose.ts';

/** Answer to the question how dates that can be read both ways are meant; null where nobody said. */
export type DateOrder = 'day-first' | 'month-first' | null;

/** One entry for `sources` of the settings: what is sure as data, what is not as remarks. */
export interface ProposedEntry {
  readonly data: Readonly<Record<string, unknown>>;
  /** What somebody should look at, a line each. */
  readonly remarks: readonly string[];
}

const SHOWN = 8;

function columnData({ from, and, unit, after, dateForm }: ProposedColumn): unknown {
  if (and === undefined && unit === undefined && after === undefined && dateForm === undefined) return from;
  return {
    from,
    ...(and === undefined ? {} : { and }),
    ...(after === undefined ? {} : { after }),
    ...(unit === undefined ? {} : { unit }),
    ...(dateForm === undefined ? {} : { date_form: dateForm }),
  };
}

function remarksOf(proposal: ProposedTable, order: DateOrder): readonly string[] {
  const words = Object.entries(proposal.words).flatMap(([field, list]) => {
    const unsure = list.filter(({ meaning }) => meaning === null);
    if (unsure.length === 0) return [];
    const more = unsure.length > SHOWN ? `, and ${unsure.length - SHOWN} more` : '';
    const known = tables[proposal.table].fields[field]?.values?.join(', ') ?? 'yes, no';
    return [
      `values of ${field} that nobody told (${known}): ${unsure
        .slice(0, SHOWN)
        .map(({ word, times }) => `"${word}" ${times}x`)
        .join(', ')}${more}`,
    ];
  });
  const answer = proposal.columns.some(({ field }) => field === 'answer');
  const classed = proposal.columns.some(({ field }) => field === 'class');
  return [
    ...(proposal.dateOrder === 'open' && order === null ? ['dates can be read both ways: add date_order: day-first, or date_order: month-first'] : []),
    ...(answer && !classed && proposal.scale === null ? ['add the lowest and highest answer possible, such as scale: { low: 1, high: 5 }'] : []),
    ...words,
  ];
}

/** Headers by which a file is known as the one proposed: those that its rows need, and the first others, at most so many. */
export function signOf(proposals: readonly ProposedTable[], most: number): readonly string[] {
  const columns = proposals.flatMap(({ table, columns: all }) =>
    all
      .map((one) => ({ ...one, spec: tables[table].fields[one.field] }))
      .filter(({ spec }) => spec?.kept !== false)
      .map(({ from, spec }) => ({ from, needed: spec?.required === true })),
  );
  const names = [...columns.filter(({ needed }) => needed), ...columns.filter(({ needed }) => !needed)].map(({ from }) => from);
  return [...new Set(names)].slice(0, most);
}

/** Whether one of these headers has all of the names, so that an entry with them would speak of its file too. */
export function isTaken(sign: readonly string[], headers: readonly (readonly string[])[]): boolean {
  return headers.some((header) => {
    const names = new Set(header.map(normalHeader));
    return sign.every((one) => names.has(normalHeader(one)));
  });
}

/** The entry that makes a table of facts from the files that `which` tells, by their headers or by a name. */
export function entryOf(which: { readonly headers: readonly string[] } | { readonly files: string }, proposal: ProposedTable, order: DateOrder): ProposedEntry {
  const values = Object.entries(proposal.words)
    .map(([field, list]) => [field, list.filter(({ meaning }) => meaning !== null).map(({ word, meaning }) => [word, meaning!] as const)] as const)
    .filter(([, sure]) => sure.length > 0);
  return {
    data: {
      ...which,
      table: proposal.table,
      ...(proposal.dateOrder === 'open' && order !== null ? { date_order: order } : {}),
      ...(proposal.missing.length === 0 ? {} : { missing: proposal.missing }),
      columns: Object.fromEntries(proposal.columns.map((column) => [column.field, columnData(column)])),
      ...(Object.keys(proposal.set).length === 0 ? {} : { set: proposal.set }),
      ...(proposal.scale === null ? {} : { scale: proposal.scale }),
      ...(values.length === 0 ? {} : { values: new Map(values.map(([field, sure]) => [field, new Map(sure)])) }),
    },
    remarks: remarksOf(proposal, order),
  };
}
