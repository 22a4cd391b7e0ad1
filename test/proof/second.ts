import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/measures/measure.ts';
import { calendar } from './calendar.sql.ts';
import { backlogs } from './backlog.sql.ts';
import { openDatabase } from './database.ts';
import { writeFacts } from './facts-csv.ts';
import { populations } from './populations.sql.ts';
import { relations } from './relations.sql.ts';
import { silences } from './silences.sql.ts';
import type { Proof } from './kinds.sql.ts';

/** A figure of the second computation; null = no value. */
export interface SecondCell {
  readonly value: number | null;
  readonly n: number | null;
  readonly hits: number | null;
  readonly exposure: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p90: number | null;
}

/** Cells by `measure grain start client`, the start as a day number since 1970-01-01, the client -1 for the firm. */
export type SecondFigures = ReadonlyMap<string, SecondCell>;

export const keyOf = (measure: string, grain: string, start: number, client: number) => `${measure} ${grain} ${start} ${client}`;

const CELL = `CREATE TABLE cell (measure VARCHAR, grain VARCHAR, start DATE, client INTEGER,
  value DOUBLE, n DOUBLE, hits DOUBLE, exposure DOUBLE, low DOUBLE, high DOUBLE, p90 DOUBLE)`;

/** The figures of the proofs, computed by the database from the facts as CSV. */
export async function secondFigures({ facts, settings }: Context, asOf: string, proofs: readonly Proof[]): Promise<SecondFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'proof-'));
  try {
    writeFacts(facts, folder);
    const database = await openDatabase(folder, settings, asOf);
    for (const statement of [...calendar, ...populations, CELL, ...silences, ...backlogs, ...relations]) await database.run(statement);
    for (const { id, cells } of proofs)
      await database.run(`INSERT INTO cell SELECT '${id}', grain, start, client, value, n, hits, exposure, low, high, p90 FROM (${cells})`);
    const rows = await database.rows(`SELECT * REPLACE (CAST(start - DATE '1970-01-01' AS INTEGER) AS start) FROM cell`);
    database.close();
    return new Map(rows.map((row) => [keyOf(String(row.measure), String(row.grain), Number(row.start), Number(row.client)), row as unknown as SecondCell]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
