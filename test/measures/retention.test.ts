import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { complaintConcentration } from '../../src/measures/requesters.ts';
import { endingContracts } from '../../src/measures/retention.ts';
import { wilson } from '../../src/measures/statistics.ts';
import { satisfactionByTenure } from '../../src/measures/tenure.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

type Listed = Parameters<typeof factsOf>[1];
const context = (rows: Rows, clients?: Listed) => contextAt('2026-03-15', factsOf(rows, clients));
const tickets = [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-01-05 09:00', requester: 'Ann Lee' }];

test('contracts kept, of those renewed or ended in 52 weeks', () => {
  const listed = [
    { name: 'Alder', end: instant('2027-01-01') },
    { name: 'Birch', end: instant('2026-02-01') },
    { name: 'Cedar', end: instant('2025-03-01') },
    { name: 'Dogwood' },
    { name: 'Elm', end: instant('2026-03-01') },
  ];
  const clients = [
    { client: 'Alder', renewed_at: '2026-01-01' },
    { client: 'Dogwood', renewed_at: '2025-03-16' },
    { client: 'Elm', renewed_at: '2025-12-01' },
  ];
  const figures = allFigures(context({ tickets, clients }, listed));
  expect(cell(figures, 'A23')).toMatchObject({ n: 3, hits: 1 });
  expect(cell(figures, 'A23', 4)).toMatchObject({ n: 1, hits: 0 });
  expect(cell(allFigures(context({ tickets }, listed)), 'A23').value).toBeNaN();
});

test('contracts that end within 180 days, the soonest first, with their standing', () => {
  const ending = (name: string, end: string) => ({ name, end: instant(`${end} 23:59`) });
  const listed = [ending('Alder', '2026-09-11'), ending('Birch', '2026-09-12'), ending('Cedar', '2026-03-16'), ending('Dogwood', '2026-03-15')];
  const answers = Array.from({ length: 20 }, (_, index) => ({ response_id: String(index), client: 'Cedar', answered_at: '2026-03-02 09:00', answer: 'bad' }));
  const one = context({ tickets, surveys: answers }, listed);
  expect(endingContracts(allFigures(one), one)).toEqual([
    { client: 2, end: day('2026-03-16'), days: 1, status: 'below' },
    { client: 0, end: day('2026-09-11'), days: 180, status: 'not enough answers' },
  ]);
});

test('complaints of few people, whose names are nowhere', () => {
  const complaint = (id: string, requester: string | null, row: Row = {}): Row => ({
    complaint_id: id,
    client: 'Alder',
    received_at: '2026-03-02 09:00',
    requester,
    ...row,
  });
  const people = ['Ann Lee', 'ann  lee', 'Bo', 'Bo', 'Cy', 'Di', null];
  const complaints = [
    ...people.map((name, index) => complaint(String(index), name)),
    complaint('a', null, { ticket_id: 'T1' }),
    complaint('b', 'Ann Lee', { client: 'Birch' }),
    complaint('c', 'Di', { received_at: '2025-03-10 09:00' }),
  ];
  const found = complaintConcentration(context({ tickets, complaints }))!;
  expect(found).toMatchObject({ n: 8, unknown: 1, top: 6, share: 0.75, interval: wilson(6, 8) });
  expect(found.requesters[0]).toEqual({ requester: createHash('sha256').update('Alder\nann lee').digest('hex'), client: 0, complaints: 3 });
  expect(JSON.stringify(found)).not.toMatch(/ann/i);
});

test('satisfaction by the months since a project ended or a contract began', () => {
  const listed = [{ name: 'Alder', start: instant('2024-01-01') }, { name: 'Birch', start: instant('2025-12-01') }, { name: 'Cedar' }];
  const rows: Rows = {
    clients: [{ client: 'Alder', project_end: '2025-11-01' }],
    surveys: [
      ['Alder', 'good', '2026-03-02 09:00'],
      ['Alder', 'bad', '2026-03-03 09:00'],
      ['Birch', 'good', '2026-02-02 09:00'],
      ['Birch', 'good', '2025-11-20 09:00'],
      ['Cedar', 'good', '2026-03-02 09:00'],
    ].map(([client, answer, answered_at], index) => ({ response_id: String(index), client: client!, answer: answer!, answered_at: answered_at! })),
  };
  const buckets = satisfactionByTenure(context(rows, listed))!;
  expect(buckets.map(({ from, to, n, hits }) => [from, to, n, hits])).toEqual([
    [0, 3, 1, 1],
    [3, 6, 2, 1],
    [6, 12, 0, 0],
    [12, 24, 0, 0],
    [24, null, 0, 0],
  ]);
  expect(buckets[1]!.interval).toEqual(wilson(1, 2));
  expect(satisfactionByTenure(context({ surveys: rows.surveys! }))).toBeNull();
});
