import type { Issue } from '../issue.ts';
import type { Zone } from '../time/zone.ts';
import { columnsAhead } from './ahead.ts';
import { columnsGone } from './columns-gone.ts';
import { countedTwice } from './counted-twice.ts';
import type { ParsedFile } from './parse.ts';
import { cutAtLimit } from './row-caps.ts';
import { smallerThanBefore } from './smaller.ts';

/** Files and what is wrong with them. */
interface Seen {
  readonly files: readonly ParsedFile[];
  readonly issues: readonly Issue[];
}

/** Adds what only the files together show: exports cut at a limit, exports smaller than the ones before, rows that count twice, columns that these had, columns that lie in the future. */
export function acrossFiles({ files, issues }: Seen, zone: Zone): Seen {
  const ahead = columnsAhead(files, zone);
  return {
    files: ahead.files,
    issues: [...issues, ...cutAtLimit(files), ...smallerThanBefore(ahead.files), ...countedTwice(files), ...columnsGone(files), ...ahead.issues],
  };
}
