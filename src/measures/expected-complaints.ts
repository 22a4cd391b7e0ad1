import { cellAt, type Figures } from './grid.ts';
import type { Cost } from './cost.ts';

/** One week since the programme's start. */
export interface ExpectedWeek {
  /** Its Monday. */
  readonly start: number;
  readonly received: number;
  /** Contacts, or closed tickets, of the week. */
  readonly exposure: number;
  /** Complaints that the rate before the start gives for them, and where 95 of 100 such weeks would lie. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;

/**
 * Complaints expected at the baseline's rate beside those received, week by week since the programme's start; null
 * without a start, a baseline or a complete week since. A week without contacts is left out. The limits are the normal
 * approximation of a prediction interval for a Poisson count: m ± 1.96 √(m + m² ÷ complaints of the baseline), m being
 * what is expected. Source: W. Nelson, Applied Life Data Analysis, 1982, on predictions for Poisson counts.
 */
export function expectedWeeks(figures: Figures, { start, against, history }: Cost): readonly ExpectedWeek[] | null {
  const { baseline, now } = history;
  const grid = figures.grid(against.measure, 'week');
  if (start === null || baseline === null || now === null || grid === null || !(baseline.complaints > 0)) return null;
  const weeks = [...grid.starts].flatMap((monday, period): readonly ExpectedWeek[] => {
    const { hits: received, exposure } = cellAt(grid, -1, period);
    if (monday < now.from || monday > now.to || !(exposure > 0) || Number.isNaN(received)) return [];
    const expected = baseline.rate * exposure;
    const half = Z * Math.sqrt(expected + expected ** 2 / baseline.complaints);
    return [{ start: monday, received, exposure, expected, low: Math.max(0, expected - half), high: expected + half }];
  });
  return weeks.length === 0 ? null : weeks;
}
