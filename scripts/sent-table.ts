import { fold } from '../src/fold.ts';
import { aligned } from './columns.ts';
import { archiveAt, entriesAt, entryAt, type SentEntry } from './archive.ts';
import { oneLine } from './command.ts';
import type { Place } from './versions.ts';

const WIDTH = 140;
const SHORT = 8;

/** All entries of the archive, by client and day, every byte compared with its hash. */
export function sentEntries(place: Place): readonly SentEntry[] {
  const archive = archiveAt(place);
  const at = ({ record }: SentEntry): string => `${record?.sent ?? ''} ${String(record?.sequence ?? 0).padStart(9, '0')}`;
  return entriesAt(archive)
    .map((entry) => entryAt(archive, entry))
    .toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.entry < b.entry ? -1 : 1));
}

/** Whether an entry is of a client, by any of its names; one whose record cannot be believed by its folder alone. */
export function isOf({ entry, record }: SentEntry, names: readonly string[], slug: string): boolean {
  if (record === null) return new RegExp(`^${slug}-\\d{4}-\\d{2}-\\d{2}-`).test(entry);
  return names.map(fold).includes(fold(record.client));
}

/** What was sent as a table: to whom, when, about which time, and whether it is still as it was. */
export function sentTable(entries: readonly SentEntry[]): string {
  const rows = entries.map(({ entry, record, altered }) => [
    record?.name ?? entry,
    record?.sent ?? '-',
    record === null ? '-' : `${record.period.from} to ${record.period.to}`,
    record?.asOf ?? '-',
    record?.hash.slice(0, SHORT) ?? '-',
    altered === null ? 'as sent' : 'altered',
    entry,
  ]);
  return aligned(
    ['client', 'sent', 'about', 'data to', 'hash', 'now', 'folder'],
    rows.map((row) => row.map(oneLine)),
    { right: [], folds: ['client', 'now', 'folder'], width: WIDTH },
  );
}
