import { expect, test } from 'vitest';
import { followUpsDue } from '../../src/measures/follow-up.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, day, factsOf, type Row } from './facts-of.ts';

const context = (replacements: readonly Row[]) =>
  contextAt('2026-03-15', factsOf({ tickets: [{ ticket_id: 'T1', client: 'Alder', opened_at: '2025-11-03' }], replacements }));
const part = (id: string, replaced_at: string, row: Row = {}): Row => ({ replacement_id: id, client: 'Alder', replaced_at, ...row });

test('followed up between day 25 and day 40, and decided on day 40', () => {
  const replacements = [
    part('1', '2026-01-10 09:00', { followed_up_at: '2026-02-04 08:00' }),
    part('2', '2026-01-10 09:00', { followed_up_at: '2026-02-03 20:00' }),
    part('3', '2026-01-10 09:00', { followed_up_at: '2026-02-19 20:00' }),
    part('4', '2026-01-10 09:00', { followed_up_at: '2026-02-20 08:00' }),
    part('5', '2026-02-03 09:00'),
    part('6', '2026-02-04 09:00', { followed_up_at: '2026-03-05 09:00' }),
  ];
  const figures = allFigures(context(replacements));
  expect(cell(figures, 'E12')).toMatchObject({ n: 5, hits: 2 });
  expect(cell(figures, 'E12', -1, 'week', '2026-02-16')).toMatchObject({ n: 4, hits: 2 });
  expect(cell(figures, 'E12', -1, 'week', '2026-03-09')).toMatchObject({ n: 1, hits: 0 });
  expect(leftOut(figures, 'E12')).toEqual({ 'replaced so lately that there is time to follow up': 1 });
});

test('follow-ups due in the coming week, the most pressing first', () => {
  const replacements = [
    part('1', '2026-02-25 09:00', { asset: 'Disk 3' }),
    part('2', '2026-02-26 09:00'),
    part('3', '2026-02-04 09:00', { followed_up_at: '2026-02-10 09:00' }),
    part('4', '2026-02-03 09:00'),
    part('5', '2026-02-10 09:00', { followed_up_at: '2026-03-10 09:00' }),
  ];
  expect(followUpsDue(context(replacements))).toEqual([
    { row: 2, client: 0, asset: null, from: day('2026-03-01'), to: day('2026-03-16') },
    { row: 0, client: 0, asset: 'Disk 3', from: day('2026-03-22'), to: day('2026-04-06') },
  ]);
  expect(followUpsDue(context([part('1', '2026-02-25 09:00')]))).toBeNull();
});

test('repeat failures within 60 days, and who noticed', () => {
  const failed = (id: string, failed_again_at: string | null, failure_found_by: string | null): Row =>
    part(id, '2026-01-01 09:00', { failed_again_at, failure_found_by });
  const replacements = [
    failed('1', '2026-03-02 18:00', 'us'),
    failed('2', '2026-03-03 06:00', 'us'),
    failed('3', '2026-02-02 09:00', 'client'),
    failed('4', '2026-02-02 09:00', null),
    failed('5', null, null),
  ];
  const figures = allFigures(context(replacements));
  expect(cell(figures, 'E13')).toMatchObject({ n: 2, hits: 1 });
  expect(leftOut(figures, 'E13')).toEqual({
    'did not fail again by the as-of day': 1,
    'failed again after more than 60 days': 1,
    'nothing says who noticed': 1,
  });
});
