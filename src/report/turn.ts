import type { Turn } from './model.ts';

/** Whether more or less of a figure is better, for the figures whose changes are told; one that is not here may go either way. */
const GOOD: Readonly<Record<string, 'more' | 'less'>> = {
  S1: 'more',
  'F1-elapsed': 'less',
  'F2-elapsed': 'less',
  F4: 'more',
  B4: 'less',
  'A11-count': 'less',
  'A11-rate': 'less',
  'D1-rate': 'less',
  B21: 'more',
  C13: 'more',
};

/** Whether a figure that rose, or fell, has become better or worse; null where nothing says which way it should go. */
export function turnOf(measure: string, rose: boolean): Turn | null {
  const good = GOOD[measure];
  if (good === undefined) return null;
  return (good === 'more') === rose ? 'better' : 'worse';
}
