import { codes } from '../facts/table.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Context, Measure, Population } from './measure.ts';
import { leaves, OTHER_SCOPE } from './reasons.ts';

const SCOPES = [
  ['in', 'inside the contract'],
  ['out', 'outside the contract'],
  ['unclear', 'of unclear scope'],
] as const;

type Scope = (typeof SCOPES)[number][0];

/** Formal complaints of one scope with their minutes; what says neither in nor out is unclear. */
function ofScope(context: Context, scope: Scope): Population | null {
  return formalComplaints(context, ({ table, minutes }) => {
    const column = codes(table, 'scope');
    if (column === null) return null;
    const scopes = column.dictionary.map((word) => (word === 'in' || word === 'out' ? word : 'unclear'));
    return {
      leftOut: [[OTHER_SCOPE, (row) => (scopes[column.codes[row]!] ?? 'unclear') !== scope]],
      value: (row) => minutes[row]!,
    };
  });
}

function measuresOf([scope, words]: (typeof SCOPES)[number]): readonly Measure[] {
  const count: Measure = {
    id: `A19-${scope}`,
    title: `Formal complaints ${words}`,
    question: `How many formal complaints are ${words}?`,
    definition: `Formal complaints received in the period that are ${words}. A complaint without a scope is unclear.`,
    formula: `number of formal complaints ${words}`,
    unit: 'complaints',
    inputs: ['complaints.received_at', 'complaints.scope'],
    kind: 'count',
    clock: 'none',
    exclusions: leaves(...FORMAL, OTHER_SCOPE),
    version: 1,
    population: (context) => ofScope(context, scope),
  };
  const hours: Measure = {
    ...count,
    id: `A19-${scope}-hours`,
    title: `Hours on formal complaints ${words}`,
    question: `How much work do formal complaints ${words} make?`,
    definition: `Hours logged for the formal complaints received in the period that are ${words}. Complaints with no time logged add nothing and are counted.`,
    formula: `sum of the hours logged for formal complaints ${words}`,
    unit: 'hours',
    inputs: [...count.inputs, 'time_entries.minutes'],
    kind: 'hours',
  };
  return [count, hours];
}

/** Complaints inside and outside the contract, and the hours they take. */
export const scope: readonly Measure[] = SCOPES.flatMap(measuresOf);
