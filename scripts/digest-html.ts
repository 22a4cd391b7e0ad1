import { oneLine } from './command.ts';
import type { Digest, DigestItem, DigestPart } from './digest.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => oneLine(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

// No colour of text and none behind it: the reader's program sets both for day and night. The rules alone have one, seen on either.
const RULE = '#6b7f95';
const WARNING = '#c2571a';
const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO = 'Consolas,Menlo,monospace';
const TEXT = `font:16px/1.5 ${SANS};margin:0;overflow-wrap:anywhere`;
const SMALL = `font:14px/1.5 ${SANS};margin:0;overflow-wrap:anywhere`;

const row = (content: string, padding: string): string => `<tr><td style="padding:${padding}">${content}</td></tr>`;

function itemHtml({ head, text, aside }: DigestItem): string {
  const lines = [
    ...(head === '' ? [] : [`<p style="${TEXT};font-weight:700">${html(head)}</p>`]),
    `<p style="${TEXT}">${html(text)}</p>`,
    ...(aside === '' ? [] : [`<p style="${SMALL};font-style:italic">${html(aside)}</p>`]),
  ];
  return row(lines.join(''), '0 0 14px');
}

function partHtml({ title, words, items, type }: DigestPart): string {
  const heading = `<h2 style="font:700 19px/1.3 ${SERIF};margin:0">${html(title)}</h2>`;
  return [
    row(heading, `18px 0 8px;border-top:1px solid ${RULE}`),
    ...(words === '' ? [] : [row(`<p style="${TEXT}">${html(words)}</p>`, type === undefined ? '0 0 14px' : '0 0 4px')]),
    ...(type === undefined ? [] : [row(`<p style="font:14px/1.5 ${MONO};margin:0;overflow-wrap:anywhere">${html(type)}</p>`, '0 0 14px')]),
    ...items.map(itemHtml),
  ].join('\n');
}

/** The digest as a page to mail: inline styles, no script, no picture, nothing fetched; 600 px wide at most, by day and by night. */
export function digestHtml({ firm, locale, matter, subject, stopped, lead, parts, foot }: Digest): string {
  const rows = [
    row(`<h1 style="font:700 24px/1.25 ${SERIF};margin:0;overflow-wrap:anywhere">${html(firm)}</h1>`, '0 0 4px'),
    row(`<p style="${SMALL}">${html(matter.charAt(0).toUpperCase() + matter.slice(1))}</p>`, '0 0 16px'),
    ...(stopped === null
      ? []
      : [row(`<p style="${TEXT};font-weight:700;padding:2px 0 2px 14px;border-left:4px solid ${WARNING}">${html(stopped)}</p>`, '0 0 16px')]),
    ...(lead === '' ? [] : [row(`<p style="font:18px/1.5 ${SERIF};margin:0;overflow-wrap:anywhere">${html(lead)}</p>`, '0 0 18px')]),
    ...parts.map(partHtml),
    ...(foot === '' ? [] : [row(`<p style="${SMALL}">${html(foot)}</p>`, `14px 0 0;border-top:1px solid ${RULE}`)]),
  ];
  return `<!doctype html>
<html lang="${html(locale)}" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${html(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px">
<table role="presentation" cellpadding="0" cellspacing="0" border="0" align="center" width="100%" style="max-width:568px;margin:0 auto;border-collapse:collapse;table-layout:fixed">
${rows.join('\n')}
</table>
</body>
</html>
`;
}
