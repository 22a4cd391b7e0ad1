import { expect, test } from 'vitest';
import { unjustifiedComplaints } from '../../src/measures/disputes.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));
const complaint = (id: string, row: Row = {}): Row => ({
  complaint_id: id,
  client: 'Alder',
  ticket_id: null,
  received_at: '2026-02-02 09:00',
  closed_at: '2026-02-10 09:00',
  finding: 'not-upheld',
  ...row,
});
const contact = (at: string, row: Row = {}): Row => ({ client: 'Alder', at, kind: 'update', complaint_id: null, ticket_id: null, ...row });

/** Rows of a file that does not have a column. */
const without = (rows: readonly Row[], column: string): readonly Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => field !== column)));

test('disputed: not upheld, and more than two contacts before closing', () => {
  const about = (complaint_id: string, ...times: readonly string[]) => times.map((at) => contact(at, { complaint_id }));
  const figures = allFigures(
    context({
      tickets: [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-02-01 09:00' }],
      complaints: [
        complaint('1'),
        complaint('2'),
        complaint('3', { finding: 'upheld' }),
        complaint('4', { ticket_id: 'T1' }),
        complaint('5', { finding: null }),
        complaint('6', { closed_at: null }),
        complaint('7', { received_at: '2026-01-30 09:00' }),
      ],
      contacts: [
        contact('2026-02-01 09:00'),
        ...about('1', '2026-02-02 09:00', '2026-02-03 09:00', '2026-02-10 08:59'),
        ...about('2', '2026-02-02 08:59', '2026-02-03 09:00', '2026-02-04 09:00', '2026-02-10 09:00'),
        ...about('3', '2026-02-03 09:00', '2026-02-04 09:00', '2026-02-05 09:00'),
        ...about('4', '2026-02-03 09:00'),
        contact('2026-02-04 09:00', { ticket_id: 'T1' }),
        contact('2026-02-05 09:00', { ticket_id: 'T1', complaint_id: '4' }),
        contact('2026-02-06 09:00', { ticket_id: 'T1', complaint_id: '1' }),
      ],
    }),
  );
  expect(cell(figures, 'A18')).toMatchObject({ n: 4, hits: 2 });
  expect(cell(figures, 'A18', 0, 'week', '2026-02-02')).toMatchObject({ n: 4, hits: 2 });
  expect(leftOut(figures, 'A18')).toEqual({ 'nothing says what the inquiry found': 1, 'before contacts were kept': 1, 'not closed by the as-of day': 1 });
});

const TALKS: Rows = {
  complaints: [
    complaint('in', { received_at: '2026-02-02 09:00' }),
    complaint('late', { client: 'Birch', received_at: '2026-02-02 09:00' }),
    complaint('none', { client: 'Cedar', received_at: '2026-02-02 09:00' }),
    complaint('young', { client: 'Cedar', received_at: '2026-03-09 09:00' }),
    complaint('right', { finding: 'partly' }),
    complaint('other', { client: 'Dell', received_at: '2026-02-02 09:00' }),
    complaint('nobody', { client: null }),
  ],
  contacts: [
    contact('2026-01-05 09:00', { client: 'Cedar', kind: 'senior' }),
    contact('2026-02-16 09:00', { kind: 'senior' }),
    contact('2026-02-16 09:01', { client: 'Birch', kind: 'senior' }),
    contact('2026-02-04 09:00', { client: 'Cedar' }),
    contact('2026-02-04 09:00', { client: 'Dell', kind: 'senior', complaint_id: 'in' }),
  ],
};

test('unjustified complaints talked over in private within ten working days', () => {
  const figures = allFigures(context(TALKS));
  expect(cell(figures, 'A20')).toMatchObject({ n: 4, hits: 1 });
  expect([0, 1, 2, 3].map((client) => cell(figures, 'A20', client).value)).toEqual([1, 0, 0, 0]);
  expect(leftOut(figures, 'A20')).toEqual({
    'found justified, wholly or in part': 1,
    'of no client': 1,
    'not talked over yet, and under ten working days old': 1,
  });
});

test('the list of them, the newest first', () => {
  const received = day('2026-02-02');
  expect(unjustifiedComplaints(context(TALKS))).toEqual([
    { client: 2, id: 'young', day: day('2026-03-09'), talked: null, inTime: false },
    { client: 0, id: 'in', day: received, talked: day('2026-02-16'), inTime: true },
    { client: 1, id: 'late', day: received, talked: day('2026-02-16'), inTime: false },
    { client: -1, id: 'nobody', day: received, talked: null, inTime: false },
    { client: 2, id: 'none', day: received, talked: null, inTime: false },
    { client: 3, id: 'other', day: received, talked: null, inTime: false },
  ]);
  const { contacts, complaints } = TALKS;
  expect(unjustifiedComplaints(context({ complaints: complaints! }))).toBeNull();
  expect(unjustifiedComplaints(context({ contacts: contacts!, complaints: [{ complaint_id: '1', client: 'Alder', received_at: '2026-02-02' }] }))).toBeNull();
});

test('without findings, or contacts that name complaints, nothing can be told', () => {
  const { contacts, complaints } = TALKS;
  const unfound = without(complaints!, 'finding');
  const unnamed = without(contacts!, 'complaint_id');
  expect(allFigures(context({ complaints: unfound, contacts: contacts! })).grid('A18', 'window')).toBeNull();
  expect(allFigures(context({ complaints: complaints!, contacts: unnamed })).grid('A18', 'window')).toBeNull();
  expect(cell(allFigures(context({ complaints: complaints!, contacts: unnamed })), 'A20')).toMatchObject({ n: 4, hits: 2 });
});
