import { fold } from '../fold.ts';
import { codes, numbers, type FactTable } from '../facts/table.ts';
import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { AFTER, leaves, OTHER_CHANNEL } from './reasons.ts';

/** What measures read of the contacts. */
export interface Contacts {
  readonly table: FactTable;
  readonly at: Float64Array;
  /** 1 where courtesy is counted: the contact went over one of the settings' channels. Null where no file gives one. */
  readonly courtesy: Uint8Array | null;
  /** Seconds of courtesy logged, NaN where none. */
  readonly seconds: Float64Array;
}

/** The contacts, null without any. */
export const contactsOf: (context: Context) => Contacts | null = once((context) => {
  const table = context.facts.tables.contacts;
  const at = table === undefined ? null : numbers(table, 'at');
  if (table === undefined || at === null) return null;
  const channel = codes(table, 'channel');
  const chosen = new Set(context.settings.courtesy.channels.map(fold));
  const counted = channel?.dictionary.map((word) => chosen.has(fold(word)));
  return {
    table,
    at,
    courtesy: channel && Uint8Array.from(channel.codes, (code) => (counted?.[code] ? 1 : 0)),
    seconds: numbers(table, 'courtesy_seconds') ?? new Float64Array(table.rows).fill(NaN),
  };
});

export const COURTESY_LEAVES = leaves(OTHER_CHANNEL, AFTER);

/** The contacts that courtesy is counted for, each with its minutes of courtesy: logged, else the settings' seconds. */
export const courtesyContacts: (context: Context) => Population | null = once((context) => {
  const contacts = contactsOf(context);
  if (contacts === null || contacts.courtesy === null) return null;
  const { at, courtesy, seconds, table } = contacts;
  const assumed = context.settings.courtesy.seconds;
  return populationOf(context, table, {
    leftOut: [
      [OTHER_CHANNEL, (row) => courtesy[row] === 0],
      [AFTER, (row) => !(at[row]! < context.end)],
    ],
    at,
    value: (row) => (Number.isNaN(seconds[row]) ? assumed : seconds[row]!) / 60,
    assumed: Uint8Array.from(seconds, (logged) => (Number.isNaN(logged) ? 1 : 0)),
  });
});
