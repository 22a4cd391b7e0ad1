import type { ExportsRead } from '../src/exports/exports.ts';
import { canonicalFormats } from '../src/exports/formats/canonical.ts';
import { formats } from '../src/exports/formats/index.ts';
import type { FileRead } from '../src/facts/facts.ts';
import { catalogue } from '../src/issue.ts';
import { dayOf, dayText } from '../src/time/weeks.ts';
import type { Zone } from '../src/time/zone.ts';
import { aligned } from './columns.ts';
import { oneLine } from './command.ts';
import { grouped } from './summary.ts';

const HEADER = ['file', 'export', 'format', 'tables', 'rows', 'used', 'left out', 'newest', 'encoding', 'delimiter', 'dates', 'zone'];
const NUMBERS = ['rows', 'used', 'left out'];
const titles = new Map([...formats, ...canonicalFormats].map(({ id, title }) => [id, title]));

function readRow(file: FileRead, zone: Zone): readonly string[] {
  const leftOut = file.duplicate + file.superseded + file.rejected + file.notData;
  return [
    file.file,
    titles.get(file.format) ?? '',
    file.format,
    file.tables.join(' '),
    ...[file.read, file.used, leftOut].map(grouped),
    dayText(dayOf(file.newest, zone)),
    file.encoding,
    file.delimiter,
    file.dateOrder,
    file.zone,
  ];
}

/**
 * What was made of every file of a workspace, as aligned text with a header line: one line a file, in the order of
 * their names. A file that was not read says why instead of its export; days are those of `zone`.
 */
export function recognisedTable(names: readonly string[], { files, issues }: ExportsRead, zone: Zone): string {
  const rows = [...names].sort().map((name) => {
    const read = files.find((one) => one.file === name);
    if (read !== undefined) return readRow(read, zone);
    const why = issues.find((one) => one.file === name);
    return [name, why === undefined ? 'ignored' : catalogue[why.code].wrong, ...HEADER.slice(2).map(() => '')];
  });
  return aligned(
    HEADER,
    rows.map((row) => row.map(oneLine)),
    NUMBERS,
  );
}
