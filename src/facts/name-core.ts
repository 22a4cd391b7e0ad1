/** Legal forms of firms, which are written or left out as people please. */
const FORMS: ReadonlySet<string> = new Set(
  (
    'ltd limited llc inc incorporated corp corporation co company plc llp lp pty pte gmbh ggmbh mbh ag kg ug ohg ek ev sa sas sarl sasu eurl srl srls spa snc ' +
    'bv nv vof ab as asa oy oyj aps sl slu lda ltda eireli kft zrt sro doo pvt bhd sdn kk cc'
  ).split(' '),
);

/**
 * The words of a firm's name that tell it from others: lower case, without accents, punctuation, a leading article and the
 * legal form at its end. A name that is nothing else keeps all of its words; empty for a name without letters and digits.
 */
export function coreWords(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .replace(/&|\+/gu, ' and ')
    .replace(/(?<=(?<!\p{L})\p{L})[./](?=\p{L}(?!\p{L}))/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let end = words.length;
  while (end > 0 && FORMS.has(words[end - 1]!)) end--;
  if (end > 1 && words[end - 1] === 'and') end--;
  const core = words.slice(words[0] === 'the' && end > 1 ? 1 : 0, end);
  return core.length === 0 ? words : core;
}
