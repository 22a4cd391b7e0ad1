import { numbers, type FactTable } from '../facts/table.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';

/** First answers to tickets. */
export interface FirstAnswers {
  /** Epoch ms, NaN where there was none before the as-of day ended. */
  readonly at: Float64Array;
  /** Whose answers they are: people's, anybody's (automatic ones included), or people's in some exports only. */
  readonly by: 'people' | 'anybody' | 'mixed';
}

/**
 * The first answer of a person in exports that tell one from an automatic acknowledgement, else the first answer of
 * any kind; null where no export says either. An export tells when any of its tickets carries a person's answer.
 */
export const firstAnswers: (context: Context) => FirstAnswers | null = once((context) => {
  const table = context.facts.tables.tickets;
  const human = table === undefined ? null : numbers(table, 'first_human_response_at');
  const any = table === undefined ? null : numbers(table, 'first_response_at');
  if (table === undefined || (human === null && any === null)) return null;
  const tells = exportsThatTell(context, table, human);
  const at = new Float64Array(table.rows);
  let people = 0;
  for (let row = 0; row < table.rows; row++) {
    const told = tells(row);
    const answer = (told ? human : any)?.[row] ?? NaN;
    if (told) people++;
    at[row] = answer < context.end ? answer : NaN;
  }
  return { at, by: people === table.rows ? 'people' : people === 0 ? 'anybody' : 'mixed' };
});

function exportsThatTell(context: Context, table: FactTable, human: Float64Array | null): (row: number) => boolean {
  const sourceOf = (file: number): string | number => context.facts.files[file]?.format ?? file;
  const files = table.file.reduce((most, file) => Math.max(most, file), -1) + 1;
  const sources = Array.from({ length: files }, (_, file) => sourceOf(file));
  const telling = new Set<string | number>();
  human?.forEach((answer, row) => {
    if (!Number.isNaN(answer)) telling.add(sources[table.file[row]!]!);
  });
  const tells = sources.map((source) => telling.has(source));
  return (row) => tells[table.file[row]!] ?? false;
}
