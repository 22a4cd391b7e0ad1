import type { Source } from '../settings.ts';
import { headersOf, namesIn } from './formats/format.ts';
import { nearestName } from './nearest.ts';
import { findColumn, type Recognised } from './recognise.ts';

/**
 * Columns that an entry of the settings names and a file lacks, each with the column under the format's own name that the file has instead: it was
 * renamed once and has its old name again. One that is nearly another column of the file is a slip and none of these.
 */
export function idleColumns(source: Source, { format, header }: Recognised): ReadonlyMap<string, string> {
  const names = namesIn(format, header);
  const written = header.map((one) => one.trim());
  const found = Object.entries(source.columns).flatMap(([field, { from }]) => {
    if (findColumn(names, from) !== -1) return [];
    const own = format.gives.flatMap(({ fields }) => (Object.hasOwn(fields, field) ? headersOf(fields[field]!) : []));
    const at = findColumn(names, own);
    if (at === -1) return [];
    const near = nearestName(from[0]!, written);
    return near === null || near === written[at] ? [[field, written[at]!] as const] : [];
  });
  return new Map(found);
}

/** An entry without its idle columns; the entry itself where it has none. */
export function withoutIdle(source: Source, found: Recognised): Source {
  const idle = idleColumns(source, found);
  if (idle.size === 0) return source;
  return { ...source, columns: Object.fromEntries(Object.entries(source.columns).filter(([field]) => !idle.has(field))) };
}
