const DIGIT = 48;
const COMMA = 44;
const WHOLE = 1e6;

/** The most bytes that a number takes with the comma after it: sign, 17 digits, point, exponent. */
export const NUMBER_BYTES = 26;

/** Puts bytes at a place of others and gives the place after them. */
export function putBytes(out: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) out[at + i] = bytes[i]!;
  return at + bytes.length;
}

/**
 * Puts a number in full precision, as `String` writes it, and a comma at a place of bytes, and gives the place after them; NaN is no number and takes
 * none. Hundreds of megabytes of figures are written sooner so than by joining their texts.
 */
export function putNumber(out: Uint8Array, at: number, value: number): number {
  let end = at;
  if (value >= 0 && value < WHOLE && Math.floor(value) === value) {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    end += digits;
    let rest = value;
    for (let place = end - 1; place >= at; place--) {
      const tenth = Math.floor(rest / 10);
      out[place] = DIGIT + rest - tenth * 10;
      rest = tenth;
    }
  } else if (value === value) {
    const text = String(value);
    for (let i = 0; i < text.length; i++) out[end++] = text.charCodeAt(i);
  }
  out[end] = COMMA;
  return end + 1;
}
