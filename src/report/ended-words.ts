import type { TableName } from '../facts/table.ts';
import { named, phrase, say } from '../language/language.ts';
import { date } from './words.ts';

const EXPORTS: Readonly<Partial<Record<TableName, string>>> = {
  tickets: phrase`the ticket export`,
  surveys: phrase`the survey export`,
  complaints: phrase`the complaint export`,
  contacts: phrase`the contact export`,
  time_entries: phrase`the time export`,
};

/** "the ticket export ends on 11 Sep 2025": that a table has no rows after a day, as the middle of a sentence says it. */
export const endsOn = (table: string, day: number): string => say`${named(EXPORTS, table) ?? table} ends on ${date(day)}`;

/** A text that begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
