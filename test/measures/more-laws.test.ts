import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import { dayText } from '../../src/time/weeks.ts';
import { allFigures } from './cell.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

const first = day('2025-11-10');
const at = fc.tuple(fc.nat(140), fc.nat(23)).map(([on, hour]) => `${dayText(first + on)} ${String(hour).padStart(2, '0')}:00`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const one = (...words: readonly string[]) => maybe(fc.constantFrom(...words));
const client = fc.constantFrom('Alder', 'Birch');
const ref = maybe(fc.nat(8).map(String));
const flag = maybe(fc.boolean());

function rows(id: string, row: Record<string, fc.Arbitrary<string | number | boolean | null>>): fc.Arbitrary<Row[]> {
  return fc
    .array(fc.record(row), { minLength: 1, maxLength: 15 })
    .map((some) => some.map((each, index) => ({ ...(id !== '' && { [id]: String(index) }), ...each })));
}

/** Rows of the tables and columns that measures of courtesy read. */
const anyRows: fc.Arbitrary<Rows> = fc.record({
  tickets: rows('ticket_id', {
    client,
    opened_at: maybe(at),
    first_response_at: maybe(at),
    resolved_at: maybe(at),
    closed_at: maybe(at),
    reopened_at: maybe(at),
    updated_at: maybe(at),
    expectation_told_at: maybe(at),
    expectation_due_at: maybe(at),
    requester: one('Ann', 'Bo'),
    status: one('open', 'closed', 'unresolved'),
    cause: one('misunderstood', 'changed-request'),
    handoffs: maybe(fc.nat(4)),
    agent: one('Kim', 'Lee'),
    first_agent: one('Kim', 'Lee'),
    vendor_caused: flag,
    rework_accepted: flag,
    due_at: maybe(at),
  }),
  surveys: rows('response_id', { client, ticket_id: ref, sent_at: maybe(at), answered_at: maybe(at), answer: one('good', 'bad', 'ok') }),
  complaints: rows('complaint_id', {
    client,
    ticket_id: ref,
    received_at: at,
    committed_at: maybe(at),
    commit_due_at: maybe(at),
    acted_at: maybe(at),
    cause: one('conduct', 'own-fault'),
    vendor_caused: flag,
  }),
  contacts: rows('contact_id', {
    client,
    at,
    direction: one('in', 'out'),
    channel: one('in-person', 'phone', 'mail'),
    kind: one('problem', 'closing', 'tip', 'follow-up', 'card'),
    sentiment: one('positive', 'neutral', 'negative'),
    requester: one('ann', 'Bo'),
    ticket_id: ref,
    complaint_id: ref,
    promise_id: ref,
  }),
  time_entries: rows('entry_id', { client, ticket_id: ref, started_at: at, minutes: fc.nat(90) }),
  appointments: rows('appointment_id', {
    client,
    ticket_id: ref,
    scheduled_on: maybe(at),
    window_start: maybe(at),
    window_end: maybe(at),
    arrived_at: maybe(at),
    status: one('planned', 'done', 'missed', 'cancelled'),
    cancelled_at: maybe(at),
    cancel_channel: one('phone', 'mail'),
    moved_by: one('us', 'client'),
    in_preferred_time: flag,
  }),
  promises: rows('promise_id', {
    client,
    ticket_id: ref,
    kind: one('task', 'callback', 'quote'),
    made_at: maybe(at),
    due_at: at,
    due_has_time: flag,
    requested_at: maybe(at),
    told_at: maybe(at),
    kept_at: maybe(at),
  }),
  meetings: rows('', { client, kind: one('review', 'other'), held_at: maybe(at), record_ref: one('minutes') }),
  replacements: rows('', {
    client,
    asset: one('Disk'),
    replaced_at: at,
    followed_up_at: maybe(at),
    failed_again_at: maybe(at),
    failure_found_by: one('us', 'client'),
  }),
  reports_sent: rows('', { client, period: fc.constantFrom('2025-12', '2026-01', '2026-02', 'May'), sent_at: at }),
});

const clients = [
  { name: 'Alder', reviewDays: 14 },
  { name: 'Birch', end: instant('2026-02-01') },
];
const figuresOf = (some: Rows): Figures => allFigures(contextAt('2026-03-15', factsOf(some, clients)));

function allCells(figures: Figures): string {
  const grains = ['week', 'month', 'quarter', 'window'] as const;
  const cells = measures.flatMap(({ id }) =>
    grains.flatMap((grain) => {
      const grid = figures.grid(id, grain);
      if (grid === null) return [];
      return [-1, 0, 1].flatMap((of) =>
        [...grid.starts.keys()].map((period) => [id, grain, of, period, ...Object.values(cellAt(grid, of, period)).map(String)].join(' ')),
      );
    }),
  );
  return cells.join('\n');
}

test('population and exclusions make up the table, whose order changes nothing', () => {
  fc.assert(
    fc.property(anyRows, (some) => {
      const figures = figuresOf(some);
      for (const { measure, excluded } of figures.accounts) {
        expect(measures.find(({ id }) => id === measure)!.exclusions, measure).toEqual(expect.arrayContaining(excluded.map(({ reason }) => reason)));
      }
      const back = figuresOf(Object.fromEntries(Object.entries(some).map(([name, each]) => [name, each.toReversed()])));
      expect(allCells(back)).toBe(allCells(figures));
    }),
    { numRuns: 40 },
  );
}, 300_000);

test('a firm’s share is made of its clients’ where every row has one', () => {
  fc.assert(
    fc.property(anyRows, (some) => {
      const figures = figuresOf(some);
      const named = new Set(['tickets', 'complaints', 'contacts', 'appointments', 'promises', 'meetings', 'replacements']);
      for (const { measure, table } of figures.accounts) {
        const grid = figures.grid(measure, 'window');
        if (grid === null || !named.has(table)) continue;
        expect(cellAt(grid, 0, 0).n + cellAt(grid, 1, 0).n, measure).toBe(cellAt(grid, -1, 0).n);
      }
    }),
    { numRuns: 20 },
  );
}, 300_000);
