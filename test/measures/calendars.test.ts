import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRAINS } from '../../src/measures/axis.ts';
import { unknownCalendars } from '../../src/measures/calendars.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import { cellAt } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import { readSettings } from '../../src/settings.ts';
import { anyRows } from './any-rows.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, factsOf, settingsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const asOf = '2026-04-05';
const [ALDER, BIRCH, CEDAR] = [0, 1, 2];

const hours = { mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00', thu: '09:00-17:00', fri: '09:00-13:00' };
const shop = { hours, holidays: ['2026-03-30'] };
const settings = { firm: { name: 'Larkfield IT', zone: 'Europe/London' }, calendars: { Shop: shop } };
/** Alder goes by the firm’s clock in London; Birch is a shop in Berlin; Cedar keeps the firm’s hours on the clock of New York. */
const clients: readonly Row[] = [
  { client: 'Alder', calendar: null, time_zone: null },
  { client: 'Birch', calendar: 'shop', time_zone: 'Europe/Berlin' },
  { client: 'Cedar', calendar: null, time_zone: 'America/New_York' },
];
const ticket = (client: string, opened_at: string, row: Row): Row => ({ ticket_id: `${client} ${opened_at}`, client, opened_at, ...row });
const figuresIn = (rows: Rows, more: object = {}) => allFigures(contextAt(asOf, factsOf({ clients, ...rows }), { ...settings, ...more }));

describe('each client’s working clock', () => {
  const tickets = [
    // Monday 07:00 to 09:00 in London, the day after the clock went forward.
    ticket('Alder', '2026-03-30 06:00', { first_response_at: '2026-03-30 08:00' }),
    // Friday 12:00 in Berlin to Tuesday 10:00, with the clock put forward and a holiday on Monday between: an hour on both days.
    ticket('Birch', '2026-03-27 11:00', { first_response_at: '2026-03-31 08:00' }),
    // Monday 07:00 to 09:00 in New York.
    ticket('Cedar', '2026-03-30 11:00', { first_response_at: '2026-03-30 13:00' }),
  ];

  test('runs on its calendar in its zone, over a change of clocks and its holidays', () => {
    const figures = figuresIn({ tickets });
    expect([ALDER, BIRCH, CEDAR].map((client) => cell(figures, 'F1-working', client).value)).toEqual([HOUR, 2 * HOUR, HOUR]);
    expect(cell(figures, 'F1-working')).toMatchObject({ n: 3, value: HOUR });
    expect(cell(figures, 'F1-working').p90).toBeCloseTo(1.8 * HOUR, 6);
  });

  test('is the firm’s for tickets of nobody', () => {
    const figures = figuresIn({ tickets: [{ ...tickets[1]!, client: null }] });
    // Friday 11:00 to 18:00, Monday 08:00 to 18:00, Tuesday 08:00 to 09:00.
    expect(cell(figures, 'F1-working')).toMatchObject({ n: 1, value: 18 * HOUR });
  });

  test('a calendar with a zone of its own keeps it, and takes the firm’s holidays where it names none', () => {
    const desk = { hours, zone: 'Europe/London' };
    const calendar = { hours: { fri: '08:00-18:00', mon: '08:00-18:00', tue: '08:00-18:00' }, holidays: ['2026-03-27'] };
    const figures = figuresIn({ tickets }, { calendar, calendars: { shop: desk } });
    // Monday 09:00 to 17:00 and no minute of Tuesday before 09:00 in London; Friday is closed.
    expect(cell(figures, 'F1-working', BIRCH).value).toBe(8 * HOUR);
    expect(cell(figuresIn({ tickets }, { calendar, calendars: { shop: { ...desk, holidays: [] } } }), 'F1-working', BIRCH).value).toBe(10 * HOUR);
  });

  test('can be named in the settings, where the clients table says nothing', () => {
    const calendars = { Shop: { ...shop, zone: 'Europe/Berlin', clients: ['Alder', 'Birch'] }, Night: { hours: { sat: '00:00-24:00' } } };
    const rows = { tickets: [{ ...tickets[1]!, client: 'Alder' }, tickets[1]!], clients: [{ client: 'Birch', calendar: 'night' }] };
    const figures = allFigures(contextAt(asOf, factsOf(rows), { ...settings, calendars }));
    expect([ALDER, BIRCH].map((client) => cell(figures, 'F1-working', client).value)).toEqual([2 * HOUR, 24 * HOUR]);
  });

  test('serves every figure of opening hours', () => {
    const opened = '2026-03-31 05:00';
    const figures = figuresIn({
      tickets: [
        ticket('Birch', opened, {
          first_response_at: '2026-03-31 07:30',
          expectation_told_at: '2026-03-31 15:00',
          resolved_at: '2026-04-01 15:00',
          pending_minutes: 60,
        }),
      ],
      appointments: [{ appointment_id: '1', client: 'Birch', ticket_id: `Birch ${opened}`, arrived_at: '2026-03-31 08:00' }],
      promises: [{ promise_id: '1', client: 'Birch', kind: 'callback', made_at: opened, due_at: '2026-04-01 09:00', kept_at: '2026-03-31 09:00' }],
      contacts: [
        { client: 'Birch', at: '2026-03-01 09:00', direction: 'out', ticket_id: null },
        { client: 'Birch', at: '2026-04-01 08:00', direction: 'out', ticket_id: `Birch ${opened}` },
      ],
    });
    const own = (id: string) => cell(figures, id, BIRCH);
    // In Berlin it is opened on Tuesday at 07:00, answered at 09:30, and resolved on Wednesday at 17:00.
    expect(own('F1-working').value).toBe(0.5 * HOUR);
    expect(own('F2-working').value).toBe(15 * HOUR);
    expect(own('E6-working').value).toBe(HOUR);
    expect(own('E7-working').value).toBe(2 * HOUR);
    expect(own('C1')).toMatchObject({ n: 1, hits: 0 });
    expect(own('B3').value).toBe(8.5 * HOUR);
    // A business day of the shop is (4 × 8 + 4) / 5 = 7.2 hours long: 16 hours are more than two of them, as 10 hours a day would not be.
    expect(own('B11')).toMatchObject({ n: 1, hits: 1 });
    expect(own('C6').value).toBeCloseTo(7.2 / 16, 12);
    expect(own('C6-gap')).toMatchObject({ n: 1, hits: 1 });
  });
});

describe('names that nobody knows', () => {
  test('are told with their place, and the firm’s calendar and zone hold', () => {
    const rows = {
      clients: [{ client: 'Birch', calendar: 'shoop', time_zone: 'Europe/Berlim' }],
      tickets: [ticket('Birch', '2026-03-30 06:00', { first_response_at: '2026-03-30 08:00' })],
    };
    const raw = { ...settings, calendars: { Shop: { ...shop, clients: ['Elm'] } } };
    const facts = factsOf(rows);
    expect(unknownCalendars(facts, settingsOf(raw))).toEqual([
      { what: 'client', text: 'Elm', file: -1, line: 0 },
      { what: 'calendar', text: 'shoop', file: 0, line: 2 },
      { what: 'time_zone', text: 'Europe/Berlim', file: 0, line: 2 },
    ]);
    expect(cell(allFigures(contextAt(asOf, facts, raw)), 'F1-working', 0).value).toBe(HOUR);
    expect(unknownCalendars(factsOf({ clients }), settingsOf(settings))).toEqual([]);
  });

  test('a client of two calendars is refused', () => {
    const read = readSettings({ firm: { name: 'Larkfield IT' }, calendars: { a: { hours, clients: ['Birch'] }, b: { hours, clients: ['birch '] } } });
    expect(read).toMatchObject({ problems: [{ path: 'calendars', message: 'two calendars name the client birch' }] });
  });
});

test('another client with another calendar changes no figure of the others', () => {
  const onClocks = measures.filter(({ clock }) => clock === 'working');
  const raw = { calendars: { elsewhere: { hours: { sun: '00:00-24:00' }, zone: 'Asia/Tokyo' } } };
  const figuresWith = (rows: Rows) => figuresOf(onClocks, contextAt('2026-03-15', factsOf(rows), raw));
  expect(onClocks.length).toBeGreaterThan(8);
  fc.assert(
    fc.property(anyRows, (rows) => {
      const others = rows.tickets!.map((row) => ({ ...row, ticket_id: `+${String(row.ticket_id)}`, client: 'Cedar' }));
      const listed = [{ client: 'Alder' }, { client: 'Birch' }];
      const alone = figuresWith({ ...rows, clients: listed });
      const joined = figuresWith({ ...rows, clients: [...listed, { client: 'Cedar', calendar: 'elsewhere' }], tickets: [...rows.tickets!, ...others] });
      for (const { id } of onClocks) {
        for (const grain of GRAINS) {
          const [before, after] = [alone.grid(id, grain), joined.grid(id, grain)];
          if (before === null) continue;
          before.starts.forEach((start, period) => {
            const now = after!.starts.indexOf(start);
            for (const client of [ALDER, BIRCH]) expect(cellAt(after!, client!, now), id).toEqual(cellAt(before, client!, period));
          });
        }
      }
    }),
    { numRuns: 25 },
  );
});
