import { oneLine } from './command.ts';
import type { Digest, DigestItem, DigestPart } from './digest.ts';

const WIDTH = 76;

/** A text in lines of at most so many characters, the further ones set in; a longer word stays whole. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

function itemText({ head, text, aside }: DigestItem): string {
  return `- ${wrapped(`${head === '' ? '' : `${head}: `}${text}${aside === '' ? '' : ` (${aside})`}`, '  ')}`;
}

function partText({ title, words, items, type }: DigestPart): string {
  return [title.toUpperCase(), ...(words === '' ? [] : [wrapped(words)]), ...(type === undefined ? [] : [`    ${oneLine(type)}`]), ...items.map(itemText)].join(
    '\n',
  );
}

/** The digest as plain text; its first line is the subject. */
export function digestText({ subject, stopped, lead, parts, foot }: Digest): string {
  const pieces = [oneLine(subject), ...[stopped ?? '', lead].filter((text) => text !== '').map((text) => wrapped(text)), ...parts.map(partText), wrapped(foot)];
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}
