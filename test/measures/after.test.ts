import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happened } from '../../src/exports/latest.ts';
import type { TableName } from '../../src/facts/table.ts';
import { tables } from '../../src/facts/tables.ts';
import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import { addDays, dayText } from '../../src/time/weeks.ts';
import { anyService, calendars, clientList } from '../proof/any-service.ts';
import { allFigures } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';

const figuresOf = (rows: Rows): Figures => allFigures(contextAt(asOf, factsOf(rows, clientList), { calendars }));

function cells(figures: Figures, measure: string): string {
  return GRAINS.flatMap((grain) => {
    const grid = figures.grid(measure, grain);
    const periods = grid === null ? [] : [...grid.starts.keys()];
    return [-1, 0, 1, 2].flatMap((client) => periods.map((at) => [grain, client, grid!.starts[at], ...Object.values(cellAt(grid!, client, at))].join(' ')));
  }).join('\n');
}

const isAfter = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && value.slice(0, 10) > asOf;

function changed(rows: Rows, change: (value: string, field: string, required: boolean) => string | null): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [
      name,
      some!.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([field, value]): [string, Row[string]] => {
            const spec = tables[name as TableName].fields[field];
            return [
              field,
              spec?.kind === 'instant' && happened(name as TableName, field) && isAfter(value) ? change(value, field, spec.required === true) : value!,
            ];
          }),
        ),
      ),
    ]),
  );
}

const later = (value: string) => `${dayText(addDays(day(value.slice(0, 10)), 17))}${value.slice(10)}`;

const differing = (some: Figures, others: Figures) => measures.flatMap(({ id }) => (cells(some, id) === cells(others, id) ? [] : [id]));

const runs = { numRuns: 12, endOnFailure: true };

test('how long after the as-of day something happened changes no figure', () => {
  fc.assert(
    fc.property(anyService(asOf), (rows) => {
      expect(differing(figuresOf(changed(rows, later)), figuresOf(rows))).toEqual([]);
    }),
    runs,
  );
}, 300_000);

/** A change hides the one before it; a survey without an answer time takes its ticket's, and a row without a time that it needs none at all. */
const TELLS = new Set(['updated_at', 'answered_at']);

test('what happened after the as-of day might as well not have happened', () => {
  fc.assert(
    fc.property(anyService(asOf), (rows) => {
      const undated: Rows = { ...rows, tickets: rows.tickets!.map((row) => ({ ...row, status: null, reopened_count: null })) };
      const without = changed(undated, (value, field, required) => (required || TELLS.has(field) ? value : null));
      expect(differing(figuresOf(without), figuresOf(undated))).toEqual([]);
    }),
    runs,
  );
}, 300_000);
