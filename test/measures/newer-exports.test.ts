import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import { anyService, calendars, clientList } from '../proof/any-service.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';
const isLater = (value: Row[string] | undefined): boolean => value != null && String(value).slice(0, 10) > asOf;

/** By table: the instant that makes a row, the instants of what came of it, and what an export says together with one of those. */
const HAPPENED: Readonly<Partial<Record<keyof Rows, { readonly row: string; readonly later: Readonly<Record<string, readonly string[]>> }>>> = {
  tickets: {
    row: 'opened_at',
    later: {
      first_response_at: [],
      first_human_response_at: [],
      resolved_at: ['status'],
      closed_at: ['status'],
      reopened_at: ['status', 'reopened_count'],
      updated_at: ['updated_at'],
      expectation_told_at: [],
    },
  },
  surveys: {
    row: 'sent_at',
    later: { answered_at: ['answer', 'class', 'item_helpful', 'item_serious', 'item_clear', 'item_honest', 'item_respect', 'item_need'] },
  },
  complaints: {
    row: 'received_at',
    later: Object.fromEntries(
      ['responded', 'thanked', 'heard', 'restated', 'apologised', 'committed', 'acted', 'confirmed', 'closed', 'escalated'].map((step) => [`${step}_at`, []]),
    ),
  },
  contacts: { row: 'at', later: {} },
  time_entries: { row: 'started_at', later: {} },
  appointments: { row: '', later: { arrived_at: ['status'], cancelled_at: ['status', 'cancel_channel'] } },
  promises: { row: 'made_at', later: { told_at: [], kept_at: [] } },
  meetings: { row: 'held_at', later: {} },
  replacements: { row: 'replaced_at', later: { followed_up_at: [], failed_again_at: ['failure_found_by'], spare_at: [] } },
  reports_sent: { row: 'sent_at', later: {} },
  training: { row: 'at', later: {} },
  clients: { row: '', later: { renewed_at: [] } },
};

/** What an export gives as of its own day only. */
const NEWEST: ReadonlySet<string> = new Set(['status', 'reopened_count', 'updated_at']);

/** Whether a row begins after the as-of day and says, backwards, that something of it came or was due before. */
function isBackwards(name: string, one: Row): boolean {
  const made = HAPPENED[name as keyof Rows]!.row;
  const isEarlier = Object.entries(one).some(([field, value]) => /_(at|on)$|^window_/.test(field) && field !== made && value !== null && !isLater(value));
  return isLater(one[made]) && (isEarlier || (name === 'surveys' && one.answered_at == null));
}

/** The rows as an export of the as-of day has them: without what came later. */
function known(rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([name, some]) => {
      const { row: made, later } = HAPPENED[name as keyof Rows]!;
      const there = some.filter((one) => !isLater(one[made]));
      return [
        name,
        there.map((one) => {
          const gone = Object.entries(later).filter(([field]) => isLater(one[field]));
          return { ...one, ...Object.fromEntries(gone.flatMap(([field, said]) => [field, ...said].map((each) => [each, null]))) };
        }),
      ];
    }),
  );
}

/** The same rows as a later export has them; what it only says of today says nothing of the as-of day. */
function timed(rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([name, some]) => {
      const { later } = HAPPENED[name as keyof Rows]!;
      return [
        name,
        some.map((one) => {
          const words = Object.entries(later).flatMap(([field, said]) => (isLater(one[field]) ? said.filter((word) => NEWEST.has(word)) : []));
          return { ...one, ...Object.fromEntries(words.map((word) => [word, null])) };
        }),
      ];
    }),
  );
}

const figuresOf = (rows: Rows): Figures => allFigures(contextAt(asOf, factsOf(rows, clientList), { calendars, training: { how_to: ['How to'] } }));

function texts(figures: Figures, id: string): string {
  return GRAINS.flatMap((grain) => {
    const grid = figures.grid(id, grain);
    if (grid === null) return [];
    return [-1, 0, 1, 2].flatMap((client) =>
      [...grid.starts.keys()].map((at) => `${grain} ${grid.starts[at]} ${client}: ${Object.values(cellAt(grid, client, at)).join(' ')}`),
    );
  }).join('\n');
}

test('what came after the as-of day changes no figure', () => {
  fc.assert(
    fc.property(anyService(asOf), (made) => {
      const rows = Object.fromEntries(Object.entries(made).map(([name, some]) => [name, some.filter((one) => !isBackwards(name, one))]));
      const [then, now] = [figuresOf(known(rows)), figuresOf(timed(rows))];
      expect(measures.filter(({ id }) => texts(then, id) !== texts(now, id)).map(({ id }) => id)).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 300_000);

test('a ticket resolved before the as-of day and closed after it is closed at its resolution', () => {
  const tickets = [
    { ticket_id: '1', client: 'Alder', opened_at: '2026-03-02 09:00', resolved_at: '2026-03-03 09:00', closed_at: '2026-03-17 09:00', handoffs: 2 },
  ];
  const figures = allFigures(contextAt(asOf, factsOf({ tickets })));
  expect(cell(figures, 'B2', -1, 'week', '2026-03-02')).toMatchObject({ value: 2, n: 1 });
  const after = allFigures(contextAt('2026-03-22', factsOf({ tickets })));
  expect(cell(after, 'B2', -1, 'week', '2026-03-02').n).toBe(0);
  expect(cell(after, 'B2', -1, 'week', '2026-03-16')).toMatchObject({ value: 2, n: 1 });
});
