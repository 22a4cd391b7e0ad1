import type { Source } from '../settings.ts';
import { normalHeader, type FieldSource, type Format, type FromColumn, type Gives } from './formats/format.ts';

type Names = string | readonly string[];

const listOf = (names: Names): readonly string[] => (typeof names === 'string' ? [names] : names);

/** Whether a name stands for all that hold a part of it: an entry then says which of them is meant. */
const isPattern = (name: string): boolean => name.includes('*');

/** A column by which a known export is recognised, or that it knows by a part of its name alone, and that the settings name. */
interface Rename {
  readonly field: string;
  /** The format's own names of it, as headers are compared. */
  readonly own: ReadonlySet<string>;
  /** Those that the settings give. */
  readonly told: readonly string[];
}

/** The columns that the settings name among those that a format is known by or knows by a part of their names; any other entry says where one field stands and nothing else. */
function renamesIn({ gives, needs }: Format, source: Source): readonly Rename[] {
  const known = new Set(needs.flatMap(listOf).map(normalHeader));
  return gives
    .filter(({ table }) => source.table === undefined || source.table === table)
    .flatMap(({ fields }) =>
      Object.entries(source.columns).flatMap(([field, { from }]) => {
        const before = Object.hasOwn(fields, field) ? fields[field] : undefined;
        if (before === undefined || 'fixed' in before) return [];
        const own = listOf(before.from).map(normalHeader);
        return own.some((name) => isPattern(name) || known.has(name)) ? [{ field, own: new Set(own), told: from }] : [];
      }),
    );
}

function added(names: Names, renames: readonly Rename[]): Names {
  if (renames.length === 0) return names;
  const own = listOf(names);
  return [...new Set([...own.filter((name) => !isPattern(name)), ...renames.flatMap(({ told }) => told), ...own.filter(isPattern)])];
}

/** Names of a column, and the new ones where it is the column that was renamed: all of its own names stand among them. */
function alike(names: Names, renames: readonly Rename[]): Names {
  const normal = new Set(listOf(names).map(normalHeader));
  return added(
    names,
    renames.filter(({ own }) => [...own].every((name) => normal.has(name))),
  );
}

function columnOf(column: FromColumn, renames: readonly Rename[]): FromColumn {
  return {
    ...column,
    from: alike(column.from, renames),
    ...(column.and === undefined ? {} : { and: alike(column.and, renames) }),
    ...(column.or === undefined ? {} : { or: columnOf(column.or, renames) }),
  };
}

function givesOf(gives: Gives, renames: readonly Rename[]): Gives {
  const fieldOf = (field: string, one: FieldSource): FieldSource =>
    'fixed' in one
      ? one
      : columnOf(
          one,
          renames.filter((rename) => rename.field !== field),
        );
  const { when } = gives;
  return {
    ...gives,
    fields: Object.fromEntries(Object.entries(gives.fields).map(([field, one]) => [field, fieldOf(field, one)])),
    ...(when === undefined ? {} : { when: { ...when, column: alike(when.column, renames) } }),
  };
}

/**
 * A known format as the settings name its columns: what it needs, and whatever else it reads from a column that an entry names anew, may have
 * that name too. The format's own name goes before, but for a part of one. The format itself where the entry names none that it is known by.
 */
export function renamed(format: Format, source: Source): Format {
  const renames = renamesIn(format, source);
  if (renames.length === 0) return format;
  return {
    ...format,
    needs: format.needs.map((need) =>
      added(
        need,
        renames.filter(({ own }) => listOf(need).some((name) => own.has(normalHeader(name)))),
      ),
    ),
    gives: format.gives.map((gives) => givesOf(gives, renames)),
  };
}
