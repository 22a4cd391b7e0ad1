import { complaintCost, type Cost, type Weekly } from './cost.ts';
import type { DerivedCell, Measure } from './measure.ts';

const INPUTS = ['A9', 'A10', 'A11-count', 'A11-rate', 'D1-rate', 'A12-logged'];
const WHEN =
  'It is a figure a week for the weeks since the courtesy programme began, without a start for the last 13 weeks. It stands in the window, for the firm only.';
const CLAIM = 'It has a value only when the weekly rates show a signal and the interval of the change excludes zero. It shows the timing, not the cause.';

function worth(words: Pick<Measure, 'id' | 'title' | 'question' | 'definition' | 'formula' | 'unit'>, cellOf: (cost: Cost) => DerivedCell | null): Measure {
  return {
    ...words,
    inputs: INPUTS,
    kind: 'derived',
    clock: 'none',
    exclusions: [],
    version: 1,
    derive: ({ client, grain, figures }, context) => {
      const cost = grain === 'window' && client === -1 ? complaintCost(figures, context) : null;
      return cost && cellOf(cost);
    },
  };
}

const cell = (weekly: Weekly | null, cost: Cost, assumed: boolean): DerivedCell | null => weekly && { ...weekly, n: cost.history.now!.complaints, assumed };

const hoursAssumed = ({ perComplaint }: Cost): boolean => perComplaint.assumed;
const anyAssumed = ({ perComplaint, courtesy }: Cost): boolean => perComplaint.assumed || (courtesy?.assumed ?? false);
const number = (value: number | null, cost: Cost): DerivedCell | null =>
  value === null ? null : { value, n: cost.history.now!.complaints, assumed: anyAssumed(cost) };

const avoided = worth(
  {
    id: 'A13-avoided',
    title: 'Complaints avoided',
    question: 'How many complaints a week fewer do we get than at the old rate?',
    definition: `Complaints expected at the rate before the programme, less those received. ${WHEN} ${CLAIM}`,
    formula: '(rate before − rate now) × contacts a week; closed tickets where no contacts are kept',
    unit: 'complaints a week',
  },
  (cost) => cell(cost.avoided, cost, false),
);

const returned = worth(
  {
    id: 'A13-returned',
    title: 'Hours returned',
    question: 'How much work did those complaints not make?',
    definition: `Complaints avoided times the hours that a complaint takes. ${WHEN} ${CLAIM}`,
    formula: 'complaints avoided × hours per formal complaint',
    unit: 'hours a week',
  },
  (cost) => cell(cost.returned, cost, hoursAssumed(cost)),
);

const net = worth(
  {
    id: 'A13-net',
    title: 'Net hours returned',
    question: 'Does courtesy return more time than it takes?',
    definition: `Hours returned less the hours of courtesy. ${WHEN} ${CLAIM}`,
    formula: 'hours returned − hours of courtesy',
    unit: 'hours a week',
  },
  (cost) => cell(cost.net, cost, anyAssumed(cost)),
);

const ratio = worth(
  {
    id: 'A13-ratio',
    title: 'Hours returned for each hour of courtesy',
    question: 'How many hours does an hour of courtesy return?',
    definition: `Hours returned for every hour of courtesy. ${WHEN} ${CLAIM}`,
    formula: 'hours returned ÷ hours of courtesy',
    unit: 'ratio',
  },
  (cost) => number(cost.ratio, cost),
);

const breakEven = worth(
  {
    id: 'A13-break-even',
    title: 'Break-even',
    question: 'How many complaints must courtesy avoid to pay for itself?',
    definition: `The complaints a week whose work equals the hours of courtesy. ${WHEN} It needs no signal.`,
    formula: 'hours of courtesy ÷ hours per formal complaint',
    unit: 'complaints a week',
  },
  (cost) => number(cost.breakEven, cost),
);

/** Whether courtesy pays: complaints avoided, the hours they return, and the point at which it breaks even. */
export const courtesyWorth: readonly Measure[] = [avoided, returned, net, ratio, breakEven];
