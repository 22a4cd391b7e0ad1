import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenAccounts } from '../../src/measures/accounts.ts';
import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import type { Context } from '../../src/measures/measure.ts';
import { wilson } from '../../src/measures/statistics.ts';
import { anyService, calendars, clientList } from '../proof/any-service.ts';
import { allFigures } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';
const clients = [...clientList, { name: 'Elm' }];
const runs = { numRuns: 8, endOnFailure: true };
const LONG = 60_000;

/** A context whose rows come from files of one export each, by their `file`. */
function context(rows: Rows, formats: readonly string[] = ['one', 'two']): Context {
  const facts = factsOf(rows, clients);
  return contextAt(asOf, { ...facts, files: formats.map((format) => ({ format })) as never }, { calendars });
}

function eachTable(rows: Rows, change: (some: readonly Row[], name: keyof Rows) => readonly Row[]): Rows {
  return Object.fromEntries(Object.entries(rows).map(([name, some]) => [name, change(some, name as keyof Rows)]));
}

/** Every cell of a measure for some clients, as texts, so that every digit counts. */
function cells(figures: Figures, measure: string, of: readonly number[]): readonly string[] {
  return GRAINS.flatMap((grain) => {
    const grid = figures.grid(measure, grain);
    const periods = grid === null ? [] : [...grid.starts.keys()];
    return of.flatMap((client) => periods.map((at) => [grain, client, grid!.starts[at], ...Object.values(cellAt(grid!, client, at))].join(' ')));
  });
}

const EVERYBODY = [-1, 0, 1, 2, 3];

function expectSame(first: Figures, second: Figures, of = EVERYBODY): void {
  const different = measures.filter(({ id }) => cells(first, id, of).join('\n') !== cells(second, id, of).join('\n'));
  expect(different.map(({ id }) => id)).toEqual([]);
}

/** The row as one of Elm, from a file of its own: its ids and what they refer to are its own. */
function asElm(row: Row): Row {
  const own = Object.entries(row).map(([field, value]) => {
    const named = value !== null && (field.endsWith('_id') || field === 'merged_into' || field === 'requester');
    return [field, named ? `elm ${String(value)}` : value] as const;
  });
  return { ...Object.fromEntries(own), client: 'Elm', file: 1 };
}

describe('for every measure and any rows', () => {
  test(
    'the order of rows changes nothing, and every row is counted or left out with a reason that the measure names',
    () => {
      fc.assert(
        fc.property(anyService(asOf), (rows) => {
          const there = allFigures(context(rows));
          expectSame(allFigures(context(eachTable(rows, (some) => some.toReversed()))), there);
          expect(brokenAccounts(there, context(rows))).toEqual([]);
          const unnamed = there.accounts.flatMap(({ measure, excluded }) =>
            excluded
              .filter(({ reason }) => !measures.find(({ id }) => id === measure)!.exclusions.includes(reason))
              .map(({ reason }) => `${measure}: ${reason}`),
          );
          expect(unnamed).toEqual([]);
        }),
        runs,
      );
    },
    LONG,
  );

  test(
    'rows that come in several files of one export count as in one',
    () => {
      fc.assert(
        fc.property(anyService(asOf), (rows) => {
          const split = eachTable(rows, (some) => some.map((row, at) => ({ ...row, file: at % 2 })));
          expectSame(allFigures(context(split, ['one', 'one'])), allFigures(context(rows, ['one'])));
        }),
        runs,
      );
    },
    LONG,
  );

  test(
    'another client’s rows change no cell of a client',
    () => {
      fc.assert(
        fc.property(anyService(asOf), anyService(asOf), (rows, others) => {
          const before = eachTable(rows, (some, name) => [...some, ...others[name]!.filter(() => name !== 'clients').map(asElm)]);
          const after = eachTable(before, (some, name) =>
            name === 'clients' ? some : [...some, ...rows[name]!.map((row) => ({ ...asElm(row), ...again(row) }))],
          );
          expectSame(allFigures(context(after)), allFigures(context(before)), [0, 1, 2]);
        }),
        runs,
      );
    },
    LONG,
  );

  test(
    'a firm’s rows, hits, hours and counts are those of its clients together, where every row has one',
    () => {
      fc.assert(
        fc.property(anyService(asOf), (rows) => {
          const owned = eachTable(rows, (some) => some.map((row) => (row.client === null || row.client === 'Dogwood' ? { ...row, client: 'Elm' } : row)));
          const figures = allFigures(context(owned));
          expect(measures.flatMap(({ id, kind, overClients }) => (kind === 'derived' && !overClients ? [] : unequal(figures, id, kind)))).toEqual([]);
        }),
        runs,
      );
    },
    LONG,
  );

  test(
    'a share comes with its population and its Wilson interval, for the firm and every client',
    () => {
      fc.assert(
        fc.property(anyService(asOf), (rows) => {
          const figures = allFigures(context(rows));
          expect(measures.filter(({ kind, overClients }) => kind === 'share' || overClients).flatMap(({ id }) => withoutInterval(figures, id))).toEqual([]);
        }),
        runs,
      );
    },
    LONG,
  );

  test(
    'two clients made one have the firm’s cells of both, but for what goes by who the client is',
    () => {
      fc.assert(
        fc.property(anyService(asOf), (rows) => {
          const named = (one: Row, name: string): Row => ({ ...one, client: name });
          const { clients: _, ...facts } = rows;
          const two = eachTable(facts, (some) => some.map((one) => named(one, one.client === 'Alder' ? 'Alder' : 'Birch')));
          const figures = (some: Rows) => allFigures(contextAt(asOf, factsOf(some, [{ name: 'Alder' }, { name: 'Birch' }])));
          const [both, merged] = [figures(two), figures(eachTable(two, (some) => some.map((one) => named(one, 'Alder'))))];
          const asked = measures.filter(({ id, overClients }) => overClients === undefined && !BY_CLIENT.has(id));
          const different = asked.filter(({ id }) => cells(merged, id, [-1]).join('\n') !== cells(both, id, [-1]).join('\n'));
          expect(different.map(({ id }) => id)).toEqual([]);
        }),
        runs,
      );
    },
    LONG,
  );
});

/** Measures that look for another row of the same client: with two clients as one they find more. */
const BY_CLIENT: ReadonlySet<string> = new Set(
  'A4-gap A7-before A7-after A16 A20 A21 B10 B10-phone D16 D17 D20 E1 E5-trips E15-complaints E17-high E17-low'.split(' '),
);

/** The ids of a row that Elm has once more. */
function again(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => (value !== null && field.endsWith('_id') ? [[field, `again ${String(value)}`]] : [])),
  );
}

/** Cells of a share that have a value and not the interval of their hits. */
function withoutInterval(figures: Figures, id: string): string[] {
  return GRAINS.flatMap((grain) => {
    const grid = figures.grid(id, grain);
    if (grid === null) return [];
    return EVERYBODY.flatMap((client) =>
      [...grid.starts.keys()].flatMap((at) => {
        const { value, n, hits, low, high } = cellAt(grid, client, at);
        const interval = Number.isNaN(value) ? null : wilson(hits, n)!;
        return interval === null || (low === interval.low && high === interval.high) ? [] : [`${id} ${grain} ${grid.starts[at]} client ${client}`];
      }),
    );
  }).slice(0, 2);
}

/** Where a firm's cell is not the sum of its clients'. */
function unequal(figures: Figures, id: string, kind: string): string[] {
  return GRAINS.flatMap((grain) => {
    const grid = figures.grid(id, grain);
    if (grid === null) return [];
    return [...grid.starts.keys()].flatMap((at) => {
      const [firm, ...each] = EVERYBODY.map((client) => cellAt(grid, client, at));
      const columns = (kind === 'count' || kind === 'hours' ? ['n', 'hits', 'value'] : ['n', 'hits']) as readonly ('n' | 'hits' | 'value')[];
      return columns.flatMap((column) => {
        const sum = each.reduce((total, one) => total + (Number.isNaN(one[column]) ? 0 : one[column]), 0);
        const whole = Number.isNaN(firm![column]) ? 0 : firm![column];
        return Math.abs(sum - whole) < 1e-9 ? [] : [`${id} ${grain} ${grid.starts[at]}: ${column} ${whole}, clients ${sum}`];
      });
    });
  }).slice(0, 2);
}
