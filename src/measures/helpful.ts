import type { Measure } from './measure.ts';
import { itemMean, itemShare } from './survey-items.ts';

const HELPFUL = { item: 'helpful', question: 'Do clients find us helpful?' };
const CLASSED = 'classed as answers about satisfaction are.';

/** Whether clients find us helpful, where a survey asks (B15): the mean, and the answers at both ends. */
export const helpful: readonly Measure[] = [
  itemMean({ ...HELPFUL, id: 'B15', title: 'Helpful: mean score', definition: 'The mean of the answers about being helpful, on the scale of the survey.' }),
  itemShare(
    {
      ...HELPFUL,
      id: 'B15-positive',
      title: 'Helpful: positive answers',
      definition: `Of the answers about being helpful, the share that is positive, ${CLASSED}`,
    },
    1,
  ),
  itemShare(
    {
      ...HELPFUL,
      id: 'B15-negative',
      title: 'Helpful: negative answers',
      definition: `Of the answers about being helpful, the share that is negative, ${CLASSED}`,
    },
    -1,
  ),
];
