/** Scripts that are written without blanks between words: there a word is found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INNER = /[\p{L}\p{N}]/u;

/** A text in lower case, without accents, with single blanks. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/gu, ' ')
    .trim();

const isInner = (text: string, at: number): boolean => INNER.test(String.fromCodePoint(text.codePointAt(at) ?? 32));

/** Whether a word stands in a text as a whole: where it begins or ends with a letter or a digit, no other is next to it. */
function stands(word: string, text: string): boolean {
  const [opens, closes] = [isInner(word, 0), isInner(word, word.length - 1)];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!(opens && at > 0 && isInner(text, at - 1)) && !(closes && end < text.length && isInner(text, end))) return true;
  }
  return false;
}

/**
 * Whether a text holds one of these words or phrases: whole ones, letter for letter but for case, accents and the kind of
 * white space. No sign in them means anything but itself. A blank word is found nowhere.
 */
export function holdsOneOf(words: readonly string[]): (text: string) => boolean {
  const wanted = [...new Set(words.map(plain))].filter((one) => one !== '').map((word) => ({ word, anywhere: UNSPACED.test(word) }));
  return (text) => {
    const said = plain(text);
    return wanted.some(({ word, anywhere }) => (anywhere ? said.includes(word) : stands(word, said)));
  };
}
