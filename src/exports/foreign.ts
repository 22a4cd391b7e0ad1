const forms: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype|html|head|body|script|!--)/i, 'it is a web page, perhaps a login page'],
  [/^\s*<\?xml/i, 'it is XML'],
  [/^%PDF/, 'it is a PDF'],
  [/^\{\\rtf/, 'it is a document'],
];

/** How files begin that are no text, in bytes as Latin-1: an archive or a spreadsheet. */
const PACKED = 'PK\u0003\u0004';
const COMPOUND = '\u00d0\u00cf\u0011\u00e0';

export const isBinary = (text: string): boolean => text.startsWith(PACKED) || text.startsWith(COMPOUND);

/** What a text is that a browser or a spreadsheet has saved and that is no CSV; null where nothing says so. */
export function foreign(text: string): string | null {
  if (isBinary(text)) return 'it is a spreadsheet or an archive';
  const head = text.slice(0, 1024);
  return forms.find(([form]) => form.test(head))?.[1] ?? null;
}
