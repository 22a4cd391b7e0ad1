/** A run of letters and digits, where it begins in its text, and whether the text has it in this very spelling. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const SINGLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
/** Characters that are not seen and would part a word. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** A text as names are compared: compatible forms as one, no accents, no unseen characters, lower case. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text that is plain already; scripts that part no words give one token a sign. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!SINGLE.test(word)) {
      tokens.push({ word, from: index, to: index + word.length });
      continue;
    }
    let at = index;
    for (const sign of word) {
      tokens.push({ word: sign, from: at, to: at + sign.length });
      at += sign.length;
    }
  }
  return tokens;
}

/** The words of any text. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(plain(text)).map(({ word }) => word);
}
