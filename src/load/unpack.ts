import { pipeline, Readable, type Transform } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { isSwollen, SWOLLEN } from '../exports/file.ts';

/** Bytes that are handed on at once. */
export const PIECE = 1 << 16;

/** What an archive says of the bytes of a file in it. */
export interface Promised {
  readonly deflated: boolean;
  /** Bytes unpacked. */
  readonly size: number;
  readonly crc: number;
}

type Bytes = AsyncIterable<Uint8Array>;

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

async function* through(source: Readable, transform: Transform): AsyncGenerator<Uint8Array> {
  pipeline(source, transform, () => {});
  yield* transform;
}

async function* sparing(bytes: Bytes, packed: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of bytes) {
    seen += piece.length;
    if (isSwollen(seen, packed)) throw failure(SWOLLEN, 'it was given up after the first gigabyte');
    yield piece;
  }
}

/** The bytes of a gzip stream of `packed` bytes. @throws an error with a `code` where they are damaged or swell beyond any export. */
export function gunzipped(source: Readable, packed: number): Bytes {
  return sparing(through(source, createGunzip({ chunkSize: PIECE })), packed);
}

async function* asPromised(bytes: Bytes, { size, crc }: Promised): AsyncGenerator<Uint8Array> {
  let [seen, sum] = [0, 0];
  const damaged = () => failure('Z_ARCHIVE', 'it unpacks to other bytes than the archive says');
  for await (const piece of bytes) {
    seen += piece.length;
    if (seen > size) throw damaged();
    sum = crc32(piece, sum);
    yield piece;
  }
  if (seen !== size || sum !== crc) throw damaged();
}

async function* rejoined(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * The bytes of a file from an archive, also where it is packed once more by gzip.
 * @throws an error with a `code` where they are not what the archive promises.
 */
export async function* unzipped(source: Readable, promised: Promised): AsyncGenerator<Uint8Array> {
  const stored: Bytes = promised.deflated ? through(source, createInflateRaw({ chunkSize: PIECE })) : source;
  const pieces = asPromised(stored, promised);
  const first = await pieces.next();
  const whole = rejoined(first, pieces);
  const isGzip = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* isGzip ? gunzipped(Readable.from(whole), promised.size) : whole;
}
