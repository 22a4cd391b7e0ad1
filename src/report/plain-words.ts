import type { Words } from './model.ts';

/** Running text without its emphasis and links. */
export function plainWords(words: Words): string {
  if (typeof words === 'string') return words;
  return words.map((span) => (typeof span === 'string' ? span : 'strong' in span ? span.strong : 'em' in span ? span.em : span.text)).join('');
}
