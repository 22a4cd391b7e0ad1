/** Marks that turn the direction of what follows (Unicode Bidirectional Algorithm, explicit formatting characters). */
export const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const BLANK = /[\s\p{Cc}]+/gu;

/**
 * A name as pages, tabs and drawings alike show it: on one line and without the marks that turn the direction of what follows
 * (Unicode Bidirectional Algorithm, explicit formatting characters); as it is where nothing else would be left.
 */
export function plainName(name: string): string {
  return name.replace(TURNING, '').replace(BLANK, ' ').trim() || name;
}
