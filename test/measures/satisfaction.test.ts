import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/measures/statistics.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row } from './facts-of.ts';

const asOf = '2026-03-15';
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const five = { scale_low: 1, scale_high: 5, answered_at: '2026-03-10 12:00' };

function figuresOfSurveys(surveys: readonly Row[], tickets: readonly Row[] = []) {
  const rows = surveys.map((row, index) => ({ response_id: String(index), client: 'Alder', ...row }));
  return allFigures(contextAt(asOf, factsOf({ surveys: rows, ...(tickets.length > 0 && { tickets }) })));
}

describe('the three formulas', () => {
  test('16 positive, 3 neutral and 1 negative give 80, 75 and 94 percent', () => {
    const figures = figuresOfSurveys([
      ...times(10, { ...five, answer: '5' }),
      ...times(6, { ...five, answer: '4' }),
      ...times(3, { ...five, answer: '3' }),
      ...times(1, { ...five, answer: '1' }),
    ]);
    expect(cell(figures, 'S1')).toMatchObject({ value: 0.8, n: 20, hits: 16, ...wilson(16, 20)! });
    expect(cell(figures, 'S2')).toMatchObject({ value: 0.75, n: 20 });
    expect(cell(figures, 'S3')).toMatchObject({ value: 16 / 17, n: 17, hits: 16 });
    expect((100 * cell(figures, 'S3').value).toFixed(0)).toBe('94');
    expect(cell(figures, 'S4').value).toBeCloseTo((50 + 24 + 9 + 1) / 20, 12);
    expect(cell(figures, 'D1-negative').value).toBe(1);
    expect(leftOut(figures, 'S3')).toEqual({ 'a neutral answer': 3 });
  });

  test('classes follow the scale, and the class that the tool gives goes first', () => {
    const answered_at = '2026-03-10 12:00';
    const figures = figuresOfSurveys([
      { answered_at, answer: '3', scale_low: 1, scale_high: 3 },
      { answered_at, answer: '9', scale_low: 0, scale_high: 10 },
      { answered_at, answer: '7', scale_low: 0, scale_high: 10 },
      { answered_at, answer: 'Good' },
      { answered_at, answer: 'whatever', class: 'negative' },
      { answered_at, answer: '5', scale_low: 1, scale_high: 5, class: 'negative' },
      { answered_at, answer: 'whatever' },
      { answered_at, answer: '6', scale_low: 1, scale_high: 5 },
    ]);
    expect(cell(figures, 'S1')).toMatchObject({ n: 6, hits: 3 });
    expect(cell(figures, 'S2').value).toBeCloseTo((3 - 2) / 6, 12);
    expect(leftOut(figures, 'S1')).toEqual({ 'neither positive, neutral nor negative as far as anything says': 2 });
  });

  test('two scales in one cell have no mean, but each has one', () => {
    const figures = figuresOfSurveys([
      { answered_at: '2026-03-04 12:00', answer: '3', scale_low: 1, scale_high: 3 },
      { ...five, answer: '4' },
      { ...five, answer: '2' },
    ]);
    expect(cell(figures, 'S4').value).toBeNaN();
    expect(cell(figures, 'S4').n).toBe(3);
    expect(cell(figures, 'S4', -1, 'week', '2026-03-02').value).toBe(3);
    expect(cell(figures, 'S4', -1, 'week', '2026-03-09').value).toBe(3);
    expect(cell(figures, 'S1', -1, 'window').n).toBe(3);
  });
});

describe('what counts as an answer', () => {
  test('every survey that does not count has one reason', () => {
    const figures = figuresOfSurveys([
      { ...five, answer: '5' },
      { ...five, answer: '5', kind: 'csat' },
      { ...five, answer: '9', kind: 'nps' },
      { ...five, answer: null },
      { answer: 'good', answered_at: null },
      { ...five, answer: '5', answered_at: '2026-03-16 00:00' },
    ]);
    expect(cell(figures, 'S1').n).toBe(2);
    expect(leftOut(figures, 'S1')).toEqual({
      'not a satisfaction question': 1,
      'not answered': 1,
      'no answer time, and no resolution of its ticket': 1,
      'after the as-of day': 1,
    });
  });

  test('an answer counts in the week it was given, not in that of its ticket', () => {
    const tickets = [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-02-02 09:00', resolved_at: '2026-02-03 09:00' }];
    const figures = figuresOfSurveys([{ ...five, answer: '5', ticket_id: 'T1' }], tickets);
    expect(cell(figures, 'S1', 0, 'week', '2026-03-09')).toMatchObject({ n: 1, assumed: false });
    expect(cell(figures, 'S1', 0, 'week', '2026-02-02').value).toBeNaN();
  });

  test('without an answer time it counts when its ticket was resolved, marked assumed, for the client of the ticket', () => {
    const tickets = [{ ticket_id: 'Ü-1', client: 'Birch', opened_at: '2026-02-02 09:00', resolved_at: '2026-02-03 09:00' }];
    const figures = figuresOfSurveys([{ answer: 'good', ticket_id: 'Ü-1', client: null }], tickets);
    expect(cell(figures, 'S1', 0, 'week', '2026-02-02')).toMatchObject({ n: 1, value: 1, assumed: true });
    expect(cell(figures, 'S1', 0, 'week', '2026-02-09').assumed).toBe(false);
  });
});
