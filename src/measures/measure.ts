import type { Facts } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import type { Settings } from '../settings.ts';
import type { Zone } from '../time/zone.ts';
import type { ClientClocks } from './calendars.ts';
import type { Figures } from './grid.ts';
import type { Interval } from './statistics.ts';

/** A measure's own words, as the definitions page, the tooltips and the file headers give them. */
export interface MeasureWords {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly inputs: readonly string[];
  readonly kind: string;
  readonly clock: string;
  readonly exclusions: readonly string[];
  readonly version: number;
}

export type Grain = 'week' | 'month' | 'quarter' | 'window';

export type Kind = 'share' | 'duration' | 'count' | 'rate' | 'hours' | 'mean' | 'derived';

/** What every measure may read. Days are local day numbers since 1970-01-01 in the firm's zone. */
export interface Context {
  readonly facts: Facts;
  readonly settings: Settings;
  readonly zone: Zone;
  /** The working clock of each client by its index; the firm’s for rows of none. */
  readonly working: ClientClocks;
  /** Last day that counts. */
  readonly asOf: number;
  /** First day after `asOf` as an instant: rows from here on are left out. */
  readonly end: number;
}

/** A row that the population leaves out has this day. */
export const LEFT_OUT = -1;

/**
 * The rows of one table that a measure counts, as columns of the table's length.
 * population + excluded = facts of the table.
 */
export interface Population {
  readonly table: TableName;
  readonly facts: number;
  /** Local day that anchors the row, LEFT_OUT where the row does not count. */
  readonly day: Int32Array;
  /** Index of the client, UNNAMED or UNMAPPED. */
  readonly client: Int32Array;
  /** share: 1 or 0; duration: ms; hours: minutes; mean: the value; null for counts. */
  readonly value: Float64Array | null;
  /** 1 where the day or the value of the row is an assumption; a cell with such a row is assumed. Null = no row is. */
  readonly assumed: Uint8Array | null;
  /** Rows with different numbers are never averaged together: a mean has no value where they meet. Null = all alike. */
  readonly scale: Int32Array | null;
  /** Lowest and highest value that a mean can have, by the number of the scale, 0 where all are alike: its interval ends there. Absent = any value. */
  readonly possible?: readonly Interval[];
  readonly excluded: readonly { readonly reason: string; readonly rows: number }[];
}

/** A figure as data: its words, which rows it counts and how. */
export interface Measure extends MeasureWords {
  readonly kind: Kind;
  readonly clock: 'elapsed' | 'working' | 'none';
  /** The rows it counts; null where a table or a column it needs is missing. Absent for derived measures. */
  readonly population?: (context: Context) => Population | null;
  /** What a rate is counted against, and the factor of its unit (1000 = per 1,000). */
  readonly exposure?: (context: Context) => Population | null;
  readonly per?: number;
  /** A derived figure, cell by cell, from the figures named in `inputs`; null = no value. */
  readonly derive?: (inputs: CellInputs, context: Context) => DerivedCell | null;
  /** A share of each client, which gives `n` and `hits`; the firm's cell is made of theirs, added up. Every cell gets its Wilson interval. */
  readonly overClients?: true;
}

export interface DerivedCell {
  readonly value: number;
  readonly n?: number;
  readonly hits?: number;
  readonly low?: number;
  readonly high?: number;
  readonly assumed?: boolean;
}

/** One figure in one cell; every number NaN where it has no value. */
export interface CellValue {
  readonly value: number;
  readonly n: number;
  readonly hits: number;
  readonly exposure: number;
  readonly low: number;
  readonly high: number;
  readonly p90: number;
  readonly assumed: boolean;
}

/** The figures of the same client and period, by measure id; null where the measure has no grid. */
export interface CellInputs {
  get(measure: string): CellValue | null;
  /** Client of the cell, -1 = the firm. */
  readonly client: number;
  readonly grain: Grain;
  /** Every figure that was ready before this one. */
  readonly figures: Figures;
  /** First and last day of the period, and how many weeks of it lie up to the as-of day. */
  readonly from: number;
  readonly to: number;
  readonly weeks: number;
}
