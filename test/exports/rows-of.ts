import { planRows, rowsIn } from '../../src/exports/rows.ts';
import type { Issue } from '../../src/issue.ts';
import { fileOf } from '../workspace.ts';

/** What `rows` makes of a file: its text, its account and what was said; `refused` = the whole file. */
export interface Read {
  readonly csv: string;
  readonly accepted: number;
  readonly refused: number;
  readonly notData: number;
  readonly issues: readonly Issue[];
  readonly whole: Issue | null;
}

/** Reads a file in memory as `npm run rows` does, in pieces of so many bytes. */
export async function readRows(content: string | Uint8Array, piece?: number): Promise<Read> {
  const file = fileOf('t.csv', content, piece);
  const plan = await planRows(file);
  if ('code' in plan) return { csv: '', accepted: 0, refused: 0, notData: 0, issues: [], whole: plan };
  const read = { csv: '', accepted: 0, refused: 0, notData: 0, issues: [] as Issue[], whole: null };
  for await (const batch of rowsIn(file, plan)) {
    read.csv += batch.csv;
    read.accepted += batch.accepted;
    read.refused += batch.refused;
    read.notData += batch.notData;
    read.issues.push(...batch.issues);
  }
  return read;
}

/** The codes of issues with the lines that they name. */
export const told = (issues: readonly Issue[]): readonly string[] => issues.map(({ code, line }) => `${line ?? ''} ${code}`.trim());
