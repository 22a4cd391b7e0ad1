import { expect, test } from 'vitest';
import { rowsBehind } from '../../src/measures/behind.ts';
import { measures } from '../../src/measures/index.ts';
import { toRaise, toThankFor } from '../../src/measures/talking-points.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, factsOf, type Row } from './facts-of.ts';

const ticket = (id: string, opened: string, answered: string, client = 'Alder'): Row => ({
  ticket_id: id,
  client,
  opened_at: `${opened} 09:00`,
  first_response_at: `${opened} ${answered}`,
});

const tickets = [
  ticket('1', '2026-03-02', '09:30'),
  ticket('2', '2026-03-03', '12:30'),
  ticket('3', '2026-03-04', '10:30'),
  ticket('4', '2026-03-05', '14:00', 'Birch'),
  ticket('5', '2025-11-03', '19:00'),
  { ...ticket('6', '2026-03-06', '15:00'), merged_into: '1' },
];
const settings = { targets: { first_response: { default: '1 h' } } };
const context = contextAt('2026-03-15', factsOf({ tickets }), settings);
const behind = (id: string, client: number) =>
  rowsBehind(
    measures.find((one) => one.id === id)!,
    context,
  )!(client);

test('the tickets that missed, newest first, with the line they stand on; what is left out of the figure is left out here', () => {
  const found = behind('F4', 0);
  expect(found.counted).toBe(cell(allFigures(context), 'F4', 0).n);
  expect(found.rows.map(({ id, line }) => [id, line])).toEqual([
    ['3', 4],
    ['2', 3],
  ]);
  expect(behind('F4', 1).rows.map(({ id }) => id)).toEqual(['4']);
});

test('the longest times first, and every fact of a count', () => {
  expect(behind('F1-elapsed', 0).rows.map(({ id, value }) => [id, value / 60_000])).toEqual([
    ['2', 210],
    ['3', 90],
    ['1', 30],
  ]);
  expect(behind('A1-tickets', 0).rows.map(({ id }) => id)).toContain('1');
  expect(
    rowsBehind(
      measures.find(({ kind }) => kind === 'derived')!,
      context,
    ),
  ).toBeNull();
});

const promise = (id: string, due: string, kept: string | null): Row => ({ promise_id: id, client: 'Alder', due_at: `${due} 12:00`, kept_at: kept });

test('reasons to call are raised before overdue promises, three at most', () => {
  const promises = [promise('a', '2026-03-10', null), promise('b', '2026-03-12', null), promise('c', '2026-03-12', '2026-03-12 09:00')];
  const owing = contextAt('2026-03-15', factsOf({ promises, tickets }));
  expect(toRaise(owing, 0, null)).toEqual([{ kind: 'overdue', promises: 2, days: 5 }]);
  const reasons = (['silent', 'no-contact', 'complaints', 'visits'] as const).map((rule) => ({ rule, count: 5, days: 40 }));
  expect(toRaise(owing, 0, { client: 0, reasons, lastOutbound: null }).map((one) => one.kind)).toEqual(['reason', 'reason', 'reason']);
  expect(toRaise(owing, 0, { client: 0, reasons: reasons.slice(0, 1), lastOutbound: null }).map((one) => one.kind)).toEqual(['reason', 'overdue']);
});

test('what went well reaches its aim, most rows first', () => {
  const kept = ['2026-03-09', '2026-03-10', '2026-03-11'].map((due) => promise(due, due, `${due} 10:00`));
  const answers = Array.from({ length: 8 }, (_, at) => ({
    response_id: String(at),
    client: 'Alder',
    answered_at: '2026-03-04 09:00',
    answer: at === 0 ? 'bad' : 'good',
  }));
  const thanks = (rows: readonly Row[]) => {
    const one = contextAt('2026-03-15', factsOf({ promises: kept, surveys: rows, tickets }), settings);
    return toThankFor(allFigures(one), one, 0);
  };
  expect(thanks(answers)).toEqual([
    { kind: 'satisfied', hits: 7, n: 8 },
    { kind: 'promises', hits: 3, n: 3 },
  ]);
  expect(thanks(answers.map((row, at) => ({ ...row, answer: at < 2 ? 'bad' : 'good' })))).toEqual([{ kind: 'promises', hits: 3, n: 3 }]);
});
