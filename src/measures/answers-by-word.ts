import { codeColumn } from '../facts/columns.ts';
import { codes } from '../facts/table.ts';
import { countsByCode, type CodeCount } from './by-code.ts';
import type { Context } from './measure.ts';
import { satisfaction } from './satisfaction.ts';
import { surveysOf } from './surveys-columns.ts';

/**
 * Answers about satisfaction on the days from..to (inclusive) and the positive ones among them, by the word that a coded
 * column of tickets gives the ticket they are about; answers about no ticket, or one without a word, stand under null.
 * Null without answers, and where no ticket has a word.
 */
export function answersByWord(context: Context, field: string, from: number, to: number): readonly CodeCount[] | null {
  const population = satisfaction[0]!.population!(context);
  const surveys = surveysOf(context);
  const { tickets } = context.facts.tables;
  const column = tickets === undefined ? null : codes(tickets, field);
  if (population === null || surveys === null || column === null || column.dictionary.length === 0) return null;
  const ofTickets = surveys.ticket.map((row) => (row < 0 ? -1 : column.codes[row]!));
  return countsByCode(population, codeColumn(ofTickets, [...column.dictionary]), from, to);
}
