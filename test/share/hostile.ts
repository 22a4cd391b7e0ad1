import { fold } from '../../src/fold.ts';

const LONG = 'Consolidated '.repeat(30);

/** Names of files and devices, of paths, of other clients but for case, accent or a word more, names that break out, hide or run on. */
export const HOSTILE: readonly string[] = [
  [
    'con',
    'CON',
    'nul',
    'NUL',
    'aux',
    'prn',
    'com1',
    'lpt9',
    'index',
    'index.html',
    'measures',
    'links.csv',
    'build.json',
    'share',
    'internal',
    '_headers',
    '.htaccess',
    'web.config',
  ],
  ['../../etc/passwd', '..', '.', '/', 'a/b', 'C:\\Windows', 'name.', '.hidden', '-rf', '%2e%2e%2f', 'nul.txt', 'CON.html', '~', '$(reboot)', '`id`', 'x;y|z'],
  ['Acme', 'ACME', 'Ácme', 'Acme Corp', 'acme corp.', 'Acme Corp Holdings', 'The Acme', 'Acmé', 'Acmé Corp'],
  ['Straße', 'STRASSE', 'Łódź', 'Lodz', 'İstanbul', 'istanbul', 'Café Olé', 'Cafe Ole', 'ﬁrm', 'firm', 'Ⅻ Ltd', 'XII Ltd'],
  [
    '<script>alert(1)</script>',
    '"; } body { display: none',
    "O'Brien </title>",
    '{{7*7}}',
    '${7*7}',
    '=cmd|x',
    '@SUM(A1)',
    '\u202eevil',
    'two\nlines',
    'tab\there',
    'a,b;c"d',
  ],
  ['株式会社', '株式会社山田', 'أحمد', 'Ελλάς', 'Привет', '🙂', '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', 'true', '0'],
  [
    'March',
    'March Holdings',
    'Visit',
    'Your review',
    'Rowan',
    'EY',
    '3M',
    'IT',
    '312',
    '2026',
    '10777',
    'X',
    `${LONG}one`,
    `${LONG}two`,
    LONG,
    'Long name.'.repeat(30),
  ],
].flat();

/** A client's number as it stands in every text about it. */
export const digits = (client: number): string => String(client).padStart(3, '0');
/** A word that stands nowhere else: whose it is, and of which field. */
export const marker = (client: number, field: string): string => `zq${digits(client)}${field}`;
const isFirst = (client: number, name: string): boolean => HOSTILE.findIndex((one) => fold(one) === fold(name)) === client;
/** A hostile name is the id itself, unless another client has it but for its case; all others are plain. */
export const hostileId = (client: number): string => (isFirst(client, HOSTILE[client] ?? '') ? HOSTILE[client]! : marker(client, 'id'));
/** A client's hostile name; a plain one where there are none left. */
export const hostileName = (client: number): string => HOSTILE[client] ?? marker(client, 'name');

/** Rows as CSV with every cell between quotes, just as it is. */
export const quoted = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
