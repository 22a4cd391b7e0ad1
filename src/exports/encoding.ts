import { isAscii, isUtf8, type Buffer as Bytes } from 'node:buffer';
import type { ExportFile } from './file.ts';
import { countOlder, type OlderBytes } from './older.ts';

/** Bytes at the start of a file that are looked at for the zeros of UTF-16. */
export const LOOK = 65_536;

/** Adds the zeros of the first bytes of a file, at even and at odd places; `at` is the place of the chunk in the file. */
export function countZeros(parity: [number, number], chunk: Bytes, at: number): void {
  const end = Math.min(chunk.length, LOOK - at);
  for (let zero = chunk.indexOf(0); zero !== -1 && zero < end; zero = chunk.indexOf(0, zero + 1)) parity[(at + zero) % 2 === 0 ? 0 : 1]++;
}

/**
 * The UTF-16 of a file without a byte-order mark, null where it is none: delimiters, digits and line ends leave a zero in
 * at least a tenth of the places of one kind, and hardly any in the other.
 */
export function wideOf([even, odd]: readonly [number, number], bytes: number): 'utf-16le' | 'utf-16be' | null {
  const [many, few] = even > odd ? [even, odd] : [odd, even];
  if (many * 20 < bytes || many === 0 || few * 10 > many) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

export const isWide = (encoding: string): boolean => encoding.startsWith('utf-16');

/** Lines of a file by what UTF-8 makes of them; lines of ASCII alone count as neither. */
interface Utf8Lines {
  lines: number;
  broken: number;
  multibyte: number;
  /** Of the broken lines. */
  readonly older: OlderBytes;
}

function countLine(counts: Utf8Lines, line: Bytes): void {
  counts.lines++;
  if (isAscii(line)) return;
  if (isUtf8(line)) {
    counts.multibyte++;
    return;
  }
  counts.broken++;
  countOlder(counts.older, line);
}

/** Reads a file line by line for `isNearlyUtf8`; a line ends with a line feed or a carriage return. */
export async function countUtf8(file: ExportFile): Promise<Utf8Lines> {
  const counts: Utf8Lines = { lines: 0, broken: 0, multibyte: 0, older: { dos: 0, western: 0, latin9: 0, controls: 0, unknown: 0 } };
  let open: Bytes[] = [];
  for await (const chunk of file.open()) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = 0; at < buffer.length; at++) {
      if (buffer[at] !== 10 && buffer[at] !== 13) continue;
      countLine(counts, open.length === 0 ? buffer.subarray(from, at) : Buffer.concat([...open, buffer.subarray(from, at)]));
      open = [];
      from = at + 1;
    }
    if (from < buffer.length) open.push(Buffer.from(buffer.subarray(from)));
  }
  countLine(counts, Buffer.concat(open));
  return counts;
}

/**
 * Whether a file is UTF-8 with damaged lines and not an older encoding: it has characters of several bytes, and less than
 * one line in a hundred is broken, or no more lines are broken than have such characters. In an older encoding nearly
 * every line with a letter outside ASCII is broken as UTF-8.
 */
export function isNearlyUtf8({ lines, broken, multibyte }: Readonly<Utf8Lines>): boolean {
  return multibyte > 0 && (broken * 100 < lines || broken <= multibyte);
}
