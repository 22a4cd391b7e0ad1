import { issue, type Issue } from '../issue.ts';
import { BAD, SMALL, type Outcome } from './builders.ts';
import type { FieldPlan } from './plan.ts';

const problems = { [BAD]: { instant: 'cell-not-instant', number: 'cell-not-number', flag: 'cell-not-flag' }, [SMALL]: 'cell-too-small' } as const;

/** The issue of a cell that gave no value, by what the field is. */
export function cellIssue(plan: FieldPlan, outcome: Outcome, where: Partial<Issue>): Issue {
  const kind = plan.spec.kind === 'instant' ? 'instant' : plan.spec.kind === 'flag' ? 'flag' : 'number';
  const isId = plan.spec.kind === 'id' || plan.spec.kind === 'ref';
  const code = isId ? 'id-in-powers' : plan.spec.required ? 'required-refused' : outcome === SMALL ? problems[SMALL] : problems[BAD][kind];
  return issue(code, { ...where, column: plan.column });
}
