import { sayPieces } from '../language/language.ts';

/** How the style sheets number the sheets of paper. */
export const OWN_NUMBERS = "'Page ' counter(page) ' of ' counter(pages)";

/** The same in the language spoken, as the `content` of a style sheet. */
export function sheetNumbers(): string {
  const pieces = sayPieces`Page ${{ counter: 'page' }} of ${{ counter: 'pages' }}`;
  return pieces.map((piece) => (typeof piece === 'string' ? `'${piece}'` : `counter(${piece.counter})`)).join(' ');
}
