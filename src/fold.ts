/** A name as it is compared: Unicode NFC, case folded, white space collapsed. */
export function fold(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
