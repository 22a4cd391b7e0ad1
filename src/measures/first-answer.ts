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
 * any kind; null where no export says either. An export tells when its tool has a column for a person's answer; of tables
 * that people fill in, those tell of which any ticket carries one.
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
  const accounts = context.facts.files;
  const files = table.file.reduce((most, file) => Math.max(most, file), -1) + 1;
  const sources = Array.from({ length: files }, (_, file): string | number => accounts[file]?.format ?? file);
  const documented = sources.map((_, file) => accounts[file]?.tellsPeople ?? false);
  const telling = new Set<string | number>();
  human?.forEach((answer, row) => {
    const file = table.file[row]!;
    if (!documented[file] && !Number.isNaN(answer)) telling.add(sources[file]!);
  });
  const tells = sources.map((source, file) => documented[file] || telling.has(source));
  return (row) => tells[table.file[row]!] ?? false;
}
