import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';

const NEWLINE = 10;
const WEEKS = 104;

/** Takes the last of two years' weeks off an export whose rows are in the order of time. Gives its text, under the same header. */
export function takeLastWeek(path: string): string {
  const bytes = readFileSync(path);
  const header = bytes.subarray(0, bytes.indexOf(NEWLINE) + 1);
  let rows = 0;
  for (const byte of bytes) if (byte === NEWLINE) rows++;
  let at = bytes.length;
  for (let left = Math.ceil((rows - 1) / WEEKS); left > 0; left--) at = bytes.lastIndexOf(NEWLINE, at - 2) + 1;
  const week = Buffer.concat([header, bytes.subarray(at)]).toString();
  const file = openSync(path, 'r+');
  ftruncateSync(file, at);
  closeSync(file);
  return week;
}

/** Puts back what was taken, as an export of its own, whose path it gives. */
export function putWeek(path: string, week: string): string {
  const own = path.replace(/\.csv$/, '-newest.csv');
  writeFileSync(own, week);
  return own;
}
