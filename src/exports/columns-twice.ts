import { issue, type Issue } from '../issue.ts';
import { namesIn } from './formats/format.ts';
import type { TablePlan } from './plan.ts';
import { isCanonical, type Recognised } from './recognise.ts';

/**
 * A warning for each column that is read and whose name stands several times in a file of our own formats: somebody made it by hand, and
 * which column is meant is not said. Exports of tools repeat names on purpose.
 */
export function columnsTwice(file: string, { format, header }: Recognised, plans: readonly TablePlan[]): readonly Issue[] {
  if (!isCanonical(format)) return [];
  const names = namesIn(format, header);
  const read = new Set(plans.flatMap(({ fields }) => fields.map(({ at }) => at)));
  return [...read]
    .filter((at) => at !== -1)
    .flatMap((at) => {
      const places = names.flatMap((name, place) => (name === names[at] ? [place + 1] : []));
      if (places.length === 1) return [];
      const detail = `columns ${places.slice(0, -1).join(', ')} and ${places.at(-1)!} of ${header.length}`;
      return [issue('column-twice', { file, column: header[at]!.trim(), detail })];
    });
}
