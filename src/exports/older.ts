import type { Buffer as Bytes } from 'node:buffer';

/** What the bytes beyond ASCII of a file that is not UTF-8 say of its encoding: how many speak for each. */
export interface OlderBytes {
  /** Letters of CP850 that would be signs between two letters in Windows-1252, and bytes that this does not have. */
  dos: number;
  /** Small letters of Windows-1252 and its kin that would be lines of a frame or large letters in CP850. */
  western: number;
  /** The euro and letters of ISO 8859-15 that would be fractions, accents and an unused sign in Windows-1252. */
  latin9: number;
  /** Bytes that ISO 8859 has for nothing but control signs. */
  controls: number;
  /** Bytes that Windows-1252 does not have. */
  unknown: number;
}

/** Bytes that Windows-1252 does not have. */
export const UNKNOWN: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** é ä ê ë ö ÿ í ó ú ñ ã in CP850; ‚ „ ˆ ‰ ” ˜ ¡ ¢ £ ¤ Æ in Windows-1252. */
const DOS: ReadonlySet<number> = new Set([0x82, 0x84, 0x88, 0x89, 0x94, 0x98, 0xa1, 0xa2, 0xa3, 0xa4, 0xc6]);
/** š ž Œ œ Ÿ in ISO 8859-15; ¨ ¸ ¼ ½ ¾ in Windows-1252. */
const LATIN9: ReadonlySet<number> = new Set([0xa8, 0xb8, 0xbc, 0xbd, 0xbe]);
const EURO = 0xa4;
/** ß in CP850, á in Windows-1252. */
const EITHER = 0xe1;

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;

/** Counts what the bytes of a line say; only those between two letters of ASCII, but for bytes that an encoding does not have and the euro. */
export function countOlder(counts: OlderBytes, line: Bytes): void {
  for (let at = 0; at < line.length; at++) {
    const byte = line[at]!;
    if (byte < 0x80) continue;
    if (byte < 0xa0) counts.controls++;
    if (UNKNOWN.has(byte)) {
      counts.dos++;
      counts.unknown++;
    } else if (!isLetter(line[at - 1]) || !isLetter(line[at + 1])) {
      if (byte === EURO) counts.latin9++;
    } else if (DOS.has(byte)) counts.dos++;
    else if (LATIN9.has(byte)) counts.latin9++;
    else if (byte >= 0xe0 && byte !== EITHER) counts.western++;
  }
}

/** The encoding that a file's older bytes speak for: CP850 or ISO 8859-15 where nothing speaks against it, else Windows-1252. */
export function olderOf({ dos, western, latin9, controls }: Readonly<OlderBytes>): 'cp850' | 'iso-8859-15' | 'windows-1252' {
  if (dos > 0 && western === 0) return 'cp850';
  return latin9 > 0 && dos === 0 && controls === 0 ? 'iso-8859-15' : 'windows-1252';
}
