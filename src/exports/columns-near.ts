import { distance } from 'fastest-levenshtein';
import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { headersOf, namesIn, normalHeader } from './formats/format.ts';
import { isMapped, specOf } from './mapping.ts';
import { nearestName, slipsBetween } from './nearest.ts';
import type { TablePlan } from './plan.ts';
import { isKnown, type Recognised } from './recognise.ts';

const words = (name: string): readonly string[] => normalHeader(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word of so many letters may have two slips, one of fewer letters one; shorter ones differ by more than a slip. */
const LONG = 8;
const SHORT = 4;
/** In a word of fewer letters two that changed places make another word, as `form` and `from`. */
const SWAPPED = 5;

/** Whether one word may be a slip for another: it begins likewise, and few of its letters differ. */
function isSlip(one: string, other: string): boolean {
  const letters = Math.max(one.length, other.length);
  const slips = letters < SWAPPED ? distance(one, other) : slipsBetween(one, other);
  return letters >= SHORT && one[0] === other[0] && !/\d/.test(one + other) && slips <= (letters >= LONG ? 2 : 1);
}

/** Whether two names differ by a slip in one word, or by how their words are held together: `created by` is no slip for `created at`. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)];
  if (a.join('') === b.join('')) return true;
  const differing = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ''] as const]));
  return a.length === b.length && differing.length === 1 && isSlip(...differing[0]!);
}

interface Lacking {
  readonly field: string;
  readonly header: string;
}

/** Fields that the format reads and this file has no column for, with every header that would be one. */
function lackingIn(plans: readonly TablePlan[]): readonly Lacking[] {
  return plans.flatMap(({ table, gives, fields }) => {
    const read = new Set(fields.map(({ field }) => field));
    return Object.entries(gives.fields)
      .filter(([field]) => !read.has(field) && specOf(table, field)?.kept !== false)
      .flatMap(([field, source]) => headersOf(source).map((header) => ({ field, header })))
      .filter(({ header }) => !header.includes('*'));
  });
}

/**
 * A warning for each column that nothing reads and whose name is nearly that of one that the format reads and this file lacks. Where the
 * settings tell columns of the file, whoever wrote them has looked at them.
 */
export function columnsNear(file: string, { format, header }: Recognised, source: Source | null, plans: readonly TablePlan[]): readonly Issue[] {
  if (isMapped(format.id) || Object.keys(source?.columns ?? {}).length > 0) return [];
  const lacking = lackingIn(plans);
  if (lacking.length === 0) return [];
  return namesIn(format, header).flatMap((name, at) => {
    if (name === '' || isKnown(format, name)) return [];
    const near = nearestName(
      name,
      lacking.map((one) => one.header).filter((one) => isNear(name, one)),
    );
    if (near === null) return [];
    const { field } = lacking.find((one) => one.header === near)!;
    const own = header[at]!.trim();
    const line = `- { files: ${JSON.stringify(file)}, columns: { ${field}: ${JSON.stringify(own)} } }`;
    return [issue('column-near', { file, column: own, detail: `"${near}"; ${line}` })];
  });
}
