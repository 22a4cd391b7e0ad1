import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { countUtf8, countZeros, isNearlyUtf8, isWide, LOOK, wideOf } from './encoding.ts';
import type { ExportFile } from './file.ts';
import { isBinary } from './foreign.ts';
import { olderOf } from './older.ts';

export type Encoding = string;

/** Whether files can be read in an encoding of this name. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** What a look at all the bytes of a file says. */
export interface ByteSurvey {
  readonly encoding: Encoding;
  /** Bytes of the byte-order mark. */
  readonly mark: number;
  /** Line ends, the most records that the file can hold. */
  readonly lines: number;
  /** Every line ends in a carriage return and a line feed, and neither stands alone. */
  readonly paired: boolean;
  readonly bytes: number;
  /** Bytes of zero in a file that is not UTF-16. */
  readonly zeros: boolean;
  /** Bytes that the encoding does not have, in UTF-8 or in Windows-1252: the text has a lone surrogate in place of each. */
  readonly damaged: boolean;
}

function markOf(head: Uint8Array): { encoding: Encoding; mark: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return null;
}

/** Bytes at the end of `chunk` that begin a UTF-8 character without finishing it. */
function unfinished(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte >= 0xc0) return byte >= 0xf0 ? (back < 4 ? back : 0) : byte >= 0xe0 ? (back < 3 ? back : 0) : back < 2 ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function count(chunk: Buffer, byte: number): number {
  let found = 0;
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) found++;
  return found;
}

const asBuffer = (chunk: Uint8Array) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

/** The encoding of a file that is not UTF-8 throughout, and whether it holds bytes that this encoding does not have. */
async function brokenUtf8(file: ExportFile): Promise<{ readonly encoding: Encoding; readonly damaged: boolean }> {
  const counts = await countUtf8(file);
  if (isNearlyUtf8(counts)) return { encoding: 'utf-8', damaged: true };
  const encoding = olderOf(counts.older);
  return { encoding, damaged: encoding === 'windows-1252' && counts.older.unknown > 0 };
}

/**
 * Reads a file once, and once more where it is not UTF-8: its encoding by byte-order mark, else as `named`, else by
 * what its bytes say, else Windows-1252; its lines and size.
 */
export async function surveyBytes(file: ExportFile, named: Encoding | undefined): Promise<ByteSurvey> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  let returns = 0;
  let pairs = 0;
  let open = false;
  let bytes = 0;
  let utf8 = true;
  let zeros = false;
  const parity: [number, number] = [0, 0];
  let first: Buffer = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    const buffer = asBuffer(chunk);
    if (first.length < 4) first = Buffer.concat([first, buffer.subarray(0, 4)]);
    if (bytes < LOOK) countZeros(parity, buffer, bytes);
    bytes += chunk.length;
    for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
      lines++;
      if (at === 0 ? open : buffer[at - 1] === 13) pairs++;
    }
    returns += count(buffer, 13);
    open = buffer.at(-1) === 13;
    if (!zeros && buffer.includes(0)) zeros = true;
    if (!utf8) continue;
    const joined = rest.length === 0 ? buffer : Buffer.concat([rest, buffer]);
    const whole = joined.length - unfinished(joined);
    utf8 = isUtf8(joined.subarray(0, whole));
    rest = Buffer.from(joined.subarray(whole));
  }
  const whole = utf8 && rest.length === 0;
  const mark = markOf(first);
  const given = mark?.encoding ?? named ?? (isBinary(first.toString('latin1')) ? null : wideOf(parity, Math.min(bytes, LOOK)));
  const { encoding, damaged } =
    given !== null ? { encoding: given, damaged: given === 'utf-8' && !whole } : whole ? { encoding: 'utf-8', damaged: false } : await brokenUtf8(file);
  return {
    encoding,
    mark: mark?.mark ?? 0,
    lines: lines + returns - pairs + 1,
    paired: returns > 0 && pairs === returns && pairs === lines,
    bytes,
    zeros: zeros && !isWide(encoding),
    damaged,
  };
}

/** UTF-8 as text, with a lone surrogate in place of what is not UTF-8; `buffer` ends with a whole character. */
function escaped(buffer: Buffer): string {
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const parts: string[] = [];
  for (let from = 0; from < buffer.length;) {
    const feed = buffer.indexOf(10, from);
    const to = feed === -1 ? buffer.length : feed + 1;
    const line = buffer.subarray(from, to);
    parts.push(isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\ufffd', '\udc80'));
    from = to;
  }
  return parts.join('');
}

const plainText = (buffer: Buffer): string => buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8');

async function* decoded(file: ExportFile, survey: ByteSurvey): AsyncGenerator<string> {
  let skip = survey.mark;
  let rest: Buffer = Buffer.alloc(0);
  const decoder = survey.encoding === 'utf-8' ? null : iconv.getDecoder(survey.encoding, { stripBOM: false });
  const textFrom = survey.damaged ? escaped : plainText;
  const marked = survey.damaged ? (text: string) => text.replaceAll('\ufffd', '\udc80') : (text: string) => text;
  for await (const chunk of file.open()) {
    const buffer = asBuffer(chunk).subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (decoder !== null) {
      yield marked(decoder.write(buffer));
      continue;
    }
    const joined = rest.length === 0 ? buffer : Buffer.concat([rest, buffer]);
    const whole = joined.length - unfinished(joined);
    yield textFrom(joined.subarray(0, whole));
    rest = Buffer.from(joined.subarray(whole));
  }
  const last = decoder === null ? escaped(rest) : (decoder.end() ?? '');
  if (last !== '') yield last;
  if (isWide(survey.encoding) && (survey.bytes - survey.mark) % 2 === 1) yield '\udc80';
}

/** The text of a file in pieces. Line ends come as they are where all are paired, else each as a single line feed. */
export async function* textOf(file: ExportFile, survey: ByteSurvey): AsyncGenerator<string> {
  if (survey.paired) {
    yield* decoded(file, survey);
    return;
  }
  let carriage = '';
  for await (const piece of decoded(file, survey)) {
    const text = carriage + piece;
    carriage = text.endsWith('\r') ? '\r' : '';
    const whole = carriage === '' ? text : text.slice(0, -1);
    if (whole !== '') yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (carriage !== '') yield '\n';
}
