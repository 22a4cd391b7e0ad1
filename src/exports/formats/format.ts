import type { TableName } from '../../facts/table.ts';
import type { DateForm } from '../date-forms.ts';

/**
 * One export of one tool, as data. Header names are written as the tool writes them; they are compared
 * without regard to case, white space or a trailing blank. A name that ends in `*` stands for any header that begins so,
 * one between two `*` for any that contains it. Of headers that stand several times in a file the first filled cell is read.
 */
export interface Format {
  /** Permanent, `[a-z0-9-]+`; stands in files.csv. */
  readonly id: string;
  /** Tool and export as a person knows them: "ConnectWise PSA, board list". */
  readonly title: string;
  readonly version: number;
  /** Every one of these must be present; a list stands for any one of its names. */
  readonly needs: readonly (string | readonly string[])[];
  /** Further headers that the export may have: they count when two formats fit. Headers named by `gives` count anyhow. */
  readonly knows?: readonly string[];
  /** Cells that mean "missing" in every column, besides the empty one. */
  readonly missing?: readonly string[];
  /** Set only where the tool always writes so; a column whose values decide differently wins. */
  readonly dateOrder?: 'day-first' | 'month-first';
  /** IANA zone of times that carry none, where the tool fixes it. */
  readonly zone?: string;
  /** Decimal mark of numbers, set only where the tool always writes so; a column whose numbers show another wins. */
  readonly decimal?: ',' | '.';
  /** What a line that is not data says of the zone of the file's times: the first group is its IANA id. It counts before the settings' zone. */
  readonly zoneSaid?: RegExp;
  /** What may stand before a header's name and is no part of it; it is taken off before headers are compared. */
  readonly headerPrefix?: RegExp;
  /** The record below the header says in words what its columns hold; a header not known by name has these words added to it. */
  readonly labelled?: true;
  /** Quotes are text like any other: the tool never puts a cell between quotes. */
  readonly unquoted?: true;
  /** Rows to leave out as not data, before anything else of them is looked at: a row is dropped where the column's cell matches. */
  readonly notData?: readonly { readonly column: string; readonly matches: RegExp }[];
  /** Facts that a row gives; none in an export that is known and that no figure reads. */
  readonly gives: readonly Gives[];
}

/** The facts of one table that a row gives. */
export interface Gives {
  readonly table: TableName;
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** The row gives this fact only where this column's cell matches (or, with `not`, does not match). */
  readonly when?: { readonly column: string | readonly string[]; readonly matches: RegExp; readonly not?: true };
  /** The rows give this fact only where the settings name the column of this field: the export has none that always means it. */
  readonly onlyWith?: string;
  /** A column that counts the changes of a row: the higher wins where two states carry the same update time. */
  readonly sequence?: string;
  /** Rows with the same id complete one another instead of replacing one another. */
  readonly combine?: true;
}

/** Where a field comes from: columns of the export, or a fixed text. */
export type FieldSource = FromColumn | { readonly fixed: string };

export interface FromColumn {
  /** The first of these headers that the file has. */
  readonly from: string | readonly string[];
  /** A second column whose cell is joined to the first with a blank: a day and its time. */
  readonly and?: string | readonly string[];
  /** Read the cell only where another column's cell matches. */
  readonly where?: { readonly column: string; readonly matches: RegExp };
  /** The first capture group is the text; no match = missing. */
  readonly capture?: RegExp;
  /** Word of the export (compared without regard to case) to word of the facts. Words not listed stay as they are, or become missing where the map has `'*': ''`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Cells that mean "missing" in this column alone. */
  readonly missing?: readonly string[];
  /** The zone of this column, where it differs from the file's. */
  readonly zone?: string;
  /** The header names its zone in brackets at its end: `Updated at (Europe/Berlin)`. */
  readonly zoneInHeader?: true;
  /** Of a header that stands several times all filled cells are read, joined by blanks, not the first alone. */
  readonly all?: true;
  /** Unit of a number or duration cell: it is brought to the unit of the facts. A cell such as 1:30 or 01:30:00 is read as hours, minutes (and seconds). */
  readonly unit?: 'seconds' | 'minutes' | 'hours';
  /** The cell is a duration that runs from this instant field of the same row; the field is the instant at its end. */
  readonly after?: string;
  /** Dates written as bare numbers or with the month's name first, which the reader of dates does not know by itself. */
  readonly dateForm?: DateForm;
  /** Zero is the tool's stand-in for missing. */
  readonly zeroIsMissing?: true;
  /** Read instead where the file has none of the headers of `from`: a twin that is written otherwise, such as in another zone. */
  readonly or?: FromColumn;
}

/** A header as it is compared: lower case, white space collapsed and trimmed, no byte-order mark. */
export function normalHeader(header: string): string {
  return header
    .replace(/[\s\u00a0\ufeff]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Every header under which a field may stand, those that are read instead last; none where it is a fixed text. */
export const headersOf = (source: FieldSource): readonly string[] =>
  'fixed' in source ? [] : [source.from, ...(source.or === undefined ? [] : headersOf(source.or))].flat();

/**
 * The headers of a file as they are compared with the names of this format. A program that saves a file anew may number
 * headers that stand several times, as in `Labels`, `Labels.1` or `Labels_1`: they count as one name again.
 */
export function namesIn(format: Format, header: readonly string[]): readonly string[] {
  const { headerPrefix } = format;
  const names = header.map((one) => normalHeader(headerPrefix === undefined ? one : one.trim().replace(headerPrefix, '')));
  const known = new Set(names);
  return names.map((name) => {
    const first = /^(.*\S)[._]\d+$/.exec(name)?.[1];
    return first !== undefined && known.has(first) ? first : name;
  });
}
