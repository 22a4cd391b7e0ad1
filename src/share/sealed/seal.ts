import { createCipheriv, createDecipheriv, createHmac, hkdfSync, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { LENGTH_BYTES, ROUNDS, usedPhrase } from './agreed.ts';

const [SALT_BYTES, IV_BYTES, KEY_BYTES, TAG_BYTES] = [16, 12, 32, 16];
/** Pages are filled up to a multiple of this, so that the length of a sealed one tells little. */
const STEP = 4096;
const CIPHER = 'aes-256-gcm';
/** Where the shell of a locked page takes what is sealed. */
const SLOT = '<template id="sealed"></template>';
const FILLED = /<template id="sealed" data-salt="([^"]*)" data-iv="([^"]*)">([^<]*)<\/template>/;

const derive = promisify(pbkdf2);
const keyOf = (phrase: string, salt: Uint8Array): Promise<Buffer> => derive(usedPhrase(phrase), salt, ROUNDS, KEY_BYTES, 'sha256');

/** What a locked page carries: nothing of it can be read without the passphrase. All in base64. */
export interface Sealed {
  readonly salt: string;
  readonly iv: string;
  /** The page, encrypted, and the 16 bytes that prove it whole. */
  readonly text: string;
}

export interface Order {
  /** The secret of the build. */
  readonly secret: string;
  readonly client: string;
  readonly phrase: string;
  /** The page as one file. */
  readonly page: string;
}

/**
 * What is encrypted: the length of the packed page in four bytes, the packed page, and zeros up to the next step. It is packed by
 * the frequency of its bytes alone, for the search for repetitions that packs closer differs from processor to processor.
 */
function packed(page: string): Buffer {
  const bytes = deflateSync(page, { strategy: constants.Z_HUFFMAN_ONLY });
  const whole = Buffer.alloc(Math.ceil((LENGTH_BYTES + bytes.length) / STEP) * STEP);
  whole.writeUInt32BE(bytes.length);
  bytes.copy(whole, LENGTH_BYTES);
  return whole;
}

/**
 * Salt and nonce of a page: 28 bytes of HMAC-SHA-512 over client, passphrase and page, under a key that HKDF draws from the
 * secret of the build. The same input gives the same bytes, which chance would not. And it is as safe as chance: to anybody
 * without the secret both look random, and neither tells anything to one who guesses at the page or the phrase. Another page or
 * another phrase gives another salt, so another key, and another nonce besides: no key ever encrypts two texts under one nonce,
 * the one thing that AES-GCM must not be asked for.
 */
function saltAndNonce({ secret, client, phrase }: Order, text: Uint8Array): readonly [Buffer, Buffer] {
  const key = Buffer.from(hkdfSync('sha256', secret.trim(), '', 'courtesy-seal 1', KEY_BYTES));
  const digest = createHmac('sha512', key)
    .update(`${JSON.stringify([ROUNDS, client, usedPhrase(phrase)])}\n`)
    .update(text)
    .digest();
  return [digest.subarray(0, SALT_BYTES), digest.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES)];
}

/**
 * Encrypts a page with a passphrase: AES-256-GCM under a key of PBKDF2-HMAC-SHA-256. Browsers have both built in, so that the
 * page opens offline and needs no code of others (Argon2id would be dearer to attack, but no browser has it). The same input
 * gives the same bytes.
 */
export async function seal(order: Order): Promise<Sealed> {
  const text = packed(order.page);
  const [salt, iv] = saltAndNonce(order, text);
  const cipher = createCipheriv(CIPHER, await keyOf(order.phrase, salt), iv);
  const bytes = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('base64'), iv: iv.toString('base64'), text: bytes.toString('base64') };
}

/**
 * The locked page of a client: the shell, the same for everybody, with what is sealed in its place.
 * @throws Error for a shell without that place.
 */
export function lockedPage(shell: string, { salt, iv, text }: Sealed): string {
  const parts = shell.split(SLOT);
  if (parts.length !== 2) throw new Error('The locked page has no place for what is sealed.');
  return parts.join(`<template id="sealed" data-salt="${salt}" data-iv="${iv}">${text}</template>`);
}

/** A locked page without what is sealed in it: all that can be read there by anybody. The page itself where nothing is sealed. */
export function shellOf(locked: string): string {
  return locked.replace(FILLED, '');
}

/** The page inside a locked one, as a browser opens it; null for a wrong passphrase and for a page that is not whole. */
export async function unsealed(locked: string, phrase: string): Promise<string | null> {
  const found = FILLED.exec(locked);
  if (found === null) return null;
  const [salt, iv, bytes] = found.slice(1).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer, Buffer];
  const decipher = createDecipheriv(CIPHER, await keyOf(phrase, salt), iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return inflateSync(text.subarray(LENGTH_BYTES, LENGTH_BYTES + text.readUInt32BE())).toString();
  } catch {
    return null;
  }
}
