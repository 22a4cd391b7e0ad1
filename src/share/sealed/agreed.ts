/** What the one who encrypts a page and the browser that opens it must both know; nothing here is secret. */

/**
 * Rounds of PBKDF2 with HMAC-SHA-256: what OWASP's Password Storage Cheat Sheet asks for since 2023. They cost a reader a
 * moment, and one who tries phrases that moment for each.
 */
export const ROUNDS = 600_000;

/** Bytes that say, before the page, how long it is. */
export const LENGTH_BYTES = 4;

/** A passphrase as it is used: the same however a keyboard composes its letters, and whatever blanks stand around and between its words. */
export function usedPhrase(phrase: string): string {
  return phrase.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
