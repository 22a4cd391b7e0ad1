import { createHmac } from 'node:crypto';

/** Fewest characters of a secret. */
export const LEAST_SECRET = 32;

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** 160 bits: 32 letters of five bits. */
const BYTES = 20;

/** Bytes as lower-case base32 (RFC 4648) without padding; their number is a multiple of five. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

/** Whether a secret is there and long enough. */
export function isSecret(secret: string | undefined): secret is string {
  return secret !== undefined && secret.trim().length >= LEAST_SECRET;
}

/**
 * The folder of a client's page: 160 bits of HMAC-SHA-256 over its id and the number of its rotation, in 32 letters and
 * digits. The same for the same three; nobody without the secret can tell it, or tell one folder from another.
 * @throws RangeError for a secret that is too short.
 */
export function folderOf(secret: string, client: string, rotation: string): string {
  if (!isSecret(secret)) throw new RangeError(`A secret has ${LEAST_SECRET} characters at least.`);
  const digest = createHmac('sha256', secret.trim())
    .update(JSON.stringify(['courtesy-share', 1, rotation, client]))
    .digest();
  return base32(digest.subarray(0, BYTES));
}
