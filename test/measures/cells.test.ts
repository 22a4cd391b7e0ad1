import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenAccounts } from '../../src/measures/accounts.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import type { Measure, Population } from '../../src/measures/measure.ts';
import { populationOf } from '../../src/measures/population.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';
import { anyRows } from './any-rows.ts';

const asOf = '2026-03-15';
const figuresOfRows = (rows: Rows): Figures => allFigures(contextAt(asOf, factsOf(rows)));
const ticket = (id: string, opened_at: string, client: string | null = 'Alder'): Row => ({
  ticket_id: id,
  client,
  opened_at,
});

describe('periods', () => {
  const figures = figuresOfRows({ tickets: [ticket('1', '2025-12-31 09:00'), ticket('2', '2026-02-10 09:00')] });

  test('run from the first row to the as-of day', () => {
    const starts = (grain: 'week' | 'month' | 'quarter' | 'window') => [...figures.grid('A1-tickets', grain)!.starts];
    expect(starts('week')).toHaveLength(11);
    expect(starts('week').at(0)).toBe(day('2025-12-29'));
    expect(starts('week').at(-1)).toBe(day('2026-03-09'));
    expect(starts('month')).toEqual(['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'].map(day));
    expect(starts('quarter')).toEqual(['2025-10-01', '2026-01-01'].map(day));
    expect(starts('window')).toEqual([day('2025-12-15')]);
  });

  test('hold the rows of their days, and 0 where the table is kept and has none', () => {
    expect(cell(figures, 'A1-tickets', -1, 'week', '2026-02-09').value).toBe(1);
    expect(cell(figures, 'A1-tickets', -1, 'week', '2026-02-16').value).toBe(0);
    expect(cell(figures, 'A1-tickets', -1, 'month', '2025-12-01').value).toBe(1);
    expect(cell(figures, 'A1-tickets', -1, 'quarter', '2026-01-01').value).toBe(1);
    expect(cell(figures, 'A1-tickets').value).toBe(2);
  });

  test('an as-of day within a week leaves that week out and the days before it in the month', () => {
    const rows: Rows = {
      tickets: [ticket('1', '2026-03-03 09:00'), ticket('2', '2026-03-10 09:00'), ticket('3', '2026-03-13 09:00')],
    };
    const midweek = allFigures(contextAt('2026-03-12', factsOf(rows)));
    expect([...midweek.grid('A1-tickets', 'week')!.starts]).toEqual([day('2026-03-02')]);
    expect(cell(midweek, 'A1-tickets', -1, 'month').value).toBe(2);
  });

  test('days are those of the firm’s zone', () => {
    const rows: Rows = {
      tickets: [ticket('1', '2026-03-01 23:30'), ticket('2', '2026-03-15 22:30'), ticket('3', '2026-03-15 23:30')],
    };
    const berlin = allFigures(contextAt(asOf, factsOf(rows), { firm: { name: 'Larkfield IT', zone: 'Europe/Berlin' } }));
    expect(cell(berlin, 'A1-tickets', -1, 'week', '2026-03-02').value).toBe(1);
    expect(cell(berlin, 'A1-tickets', -1, 'week', '2026-03-09').value).toBe(1);
    expect(cell(berlin, 'A1-tickets').value).toBe(2);
  });
});

test('rows of no client and of one that is not listed count for the firm only', () => {
  const rows: Rows = {
    tickets: [ticket('1', '2026-03-10 09:00'), ticket('2', '2026-03-10 09:00', null), ticket('3', '2026-03-10 09:00', 'Nobody')],
  };
  const figures = allFigures(contextAt(asOf, factsOf(rows, [{ name: 'Alder' }, { name: 'Birch' }])));
  expect([-1, 0, 1].map((client) => cell(figures, 'A1-tickets', client).value)).toEqual([3, 1, 0]);
});

test('a table whose rows all lie after the as-of day is not kept yet', () => {
  const figures = figuresOfRows({
    tickets: [ticket('1', '2026-03-03 09:00')],
    complaints: [{ complaint_id: 'C1', client: 'Alder', received_at: '2026-03-17 09:00' }],
  });
  expect(cell(figures, 'A11-count').value).toBeNaN();
  expect(figures.grid('A11-count', 'week')!.starts).toHaveLength(2);
  expect(figures.grid('A11-count', 'week')!.value.every(Number.isNaN)).toBe(true);
});

test('no facts give no figures', () => {
  const figures = figuresOfRows({});
  expect(measures.filter(({ id }) => figures.grid(id, 'window') !== null)).toEqual([]);
  expect(figures.accounts).toEqual([]);
});

describe('accounts', () => {
  const context = contextAt(asOf, factsOf({ tickets: [ticket('1', '2026-03-10 09:00'), ticket('2', '2026-03-10 09:00')] }));
  const count = measures.find(({ id }) => id === 'A1-tickets')!;
  const spoilt = (change: (population: Population) => Population): Measure => ({
    ...count,
    population: (one) => change(count.population!(one)!),
  });

  test('a measure that loses a row, or leaves out one too many, is a broken account, by name', () => {
    const losing = spoilt((population) => ({
      ...population,
      day: population.day.map((on, row) => (row === 0 ? -1 : on)),
    }));
    const broken = (measure: Measure) => brokenAccounts(figuresOf([measure], context), context);
    expect(broken(losing)).toEqual([{ measure: 'A1-tickets', says: '1 counted + 0 left out, of 2 facts in tickets' }]);
    const twice = spoilt((population) => ({ ...population, excluded: [{ reason: 'whim', rows: 1 }] }));
    expect(broken(twice)).toEqual([{ measure: 'A1-tickets', says: '2 counted + 1 left out, of 2 facts in tickets' }]);
    expect(broken(count)).toEqual([]);
  });

  test('a row that counts without a day is a fault', () => {
    const table = context.facts.tables.tickets!;
    expect(() => populationOf(context, table, { leftOut: [], at: Float64Array.of(NaN, 0) })).toThrow('tickets');
  });

  test('population and exclusions make up the table, with reasons that the measure names', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { accounts } = figuresOfRows(rows);
        for (const { measure, table, facts, population, excluded } of accounts) {
          expect(facts).toBe(rows[table as keyof Rows]!.length);
          expect(population + excluded.reduce((sum, one) => sum + one.rows, 0)).toBe(facts);
          expect(measures.find(({ id }) => id === measure)!.exclusions).toEqual(expect.arrayContaining(excluded.map(({ reason }) => reason)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Keeps every table from the same day on, whatever other rows there are. */
const EARLIEST: Readonly<Partial<Record<keyof Rows, Row>>> = {
  tickets: { opened_at: '2025-11-03 00:00' },
  surveys: { sent_at: '2025-11-03 00:00' },
  complaints: { received_at: '2025-11-03 00:00' },
  contacts: { at: '2025-11-03 00:00', channel: 'in-person' },
  time_entries: { started_at: '2025-11-03 00:00', minutes: 1 },
};

function eachTable(rows: Rows, change: (some: readonly Row[], name: keyof Rows) => readonly Row[]): Rows {
  return Object.fromEntries(Object.entries(rows).map(([name, some]) => [name, change(some, name as keyof Rows)]));
}

/** The row as one of another client: its ids and what they refer to are its own. */
function asBirch(row: Row): Row {
  const own = Object.entries(row).map(([field, value]) => {
    const named = value !== null && (field.endsWith('_id') || field === 'merged_into');
    return [field, named ? `b${String(value)}` : value] as const;
  });
  return { ...Object.fromEntries(own), client: 'Birch' };
}

/** All cells of a client as texts, so that every digit counts. */
function cellsOf(figures: Figures, client: number, from = 0): string {
  const grains = ['week', 'month', 'quarter', 'window'] as const;
  return JSON.stringify(
    measures.flatMap(({ id }) =>
      grains.map((grain) => {
        const grid = figures.grid(id, grain);
        if (grid === null) return null;
        const periods = [...grid.starts.keys()].filter((period) => grid.starts[period]! >= from);
        return periods.map((period) => Object.values(cellAt(grid, client, period)).map(String));
      }),
    ),
  );
}

describe('laws for any rows', () => {
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const reversed = Object.fromEntries(Object.entries(rows).map(([name, some]) => [name, some.toReversed()]));
        const [there, back] = [figuresOfRows(rows), figuresOfRows(reversed)];
        for (const client of [-1, 0, 1]) expect(cellsOf(back, client)).toBe(cellsOf(there, client));
      }),
      { numRuns: 40 },
    );
  });

  test('another client’s rows change no cell of a client', () => {
    const context = (rows: Rows) => contextAt(asOf, factsOf(rows, [{ name: 'Alder' }, { name: 'Birch' }]));
    fc.assert(
      fc.property(anyRows, anyRows, (rows, others) => {
        const own = eachTable(rows, (some, name) => [...some, { ...EARLIEST[name], client: 'Birch' }]);
        const both = eachTable(own, (some, name) => [...some, ...others[name]!.map(asBirch)]);
        expect(cellsOf(allFigures(context(both)), 0)).toBe(cellsOf(allFigures(context(own)), 0));
      }),
      { numRuns: 40 },
    );
  });

  test('two clients made one have the firm’s cells of both', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const one = eachTable(rows, (some) => some.map((row) => ({ ...row, client: 'Alder' })));
        const [both, merged] = [figuresOfRows(rows), figuresOfRows(one)];
        const firm = measures.filter(({ id }) => id !== 'A1');
        for (const { id } of firm) {
          const grid = both.grid(id, 'window');
          if (grid === null) continue;
          expect(cellAt(merged.grid(id, 'window')!, -1, 0)).toEqual(cellAt(grid, -1, 0));
          if (!id.startsWith('A13')) expect(cellAt(merged.grid(id, 'window')!, 0, 0)).toEqual(cellAt(grid, -1, 0));
        }
      }),
      { numRuns: 40 },
    );
  });
});
