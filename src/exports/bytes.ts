import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { ExportFile } from './file.ts';

export type Encoding = string;

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

/** Reads a file once: its encoding by byte-order mark, else strict UTF-8, else Windows-1252; its lines and size. */
export async function surveyBytes(file: ExportFile, named: Encoding | undefined): Promise<ByteSurvey> {
  let head: Uint8Array | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  let returns = 0;
  let pairs = 0;
  let open = false;
  let bytes = 0;
  let utf8 = true;
  let zeros = false;
  for await (const chunk of file.open()) {
    head ??= chunk.slice(0, 4);
    bytes += chunk.length;
    const buffer = asBuffer(chunk);
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
  const mark = markOf(head ?? new Uint8Array());
  const encoding = mark?.encoding ?? named ?? (utf8 && rest.length === 0 ? 'utf-8' : 'windows-1252');
  return {
    encoding,
    mark: mark?.mark ?? 0,
    lines: Math.max(lines, returns) + 1,
    paired: returns > 0 && pairs === returns && pairs === lines,
    bytes,
    zeros: zeros && !encoding.startsWith('utf-16'),
  };
}

async function* decoded(file: ExportFile, survey: ByteSurvey): AsyncGenerator<string> {
  let skip = survey.mark;
  let rest: Buffer = Buffer.alloc(0);
  const decoder = survey.encoding === 'utf-8' ? null : iconv.getDecoder(survey.encoding, { stripBOM: false });
  for await (const chunk of file.open()) {
    const buffer = asBuffer(chunk).subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (decoder !== null) {
      yield decoder.write(buffer);
      continue;
    }
    const joined = rest.length === 0 ? buffer : Buffer.concat([rest, buffer]);
    const whole = joined.length - unfinished(joined);
    const ready = joined.subarray(0, whole);
    yield ready.toString(isAscii(ready) ? 'latin1' : 'utf8');
    rest = Buffer.from(joined.subarray(whole));
  }
  const last = decoder === null ? rest.toString('utf8') : (decoder.end() ?? '');
  if (last !== '') yield last;
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
