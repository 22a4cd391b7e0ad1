import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyOf, type Sheets, type Shape } from './odd-history.ts';

/** A workspace that is unlike the demo's in one way. */
export interface Odd {
  readonly name: string;
  readonly firm: string;
  readonly sheets: Sheets;
  /** Name of the file of a table; `tickets.csv` and so on where absent. */
  readonly fileOf?: (table: string) => string;
}

const plain: Shape = { clients: ['Ash Farm', 'Birch & Co', 'Cedar Clinic', 'Dale School', 'Elm Homes', 'Fir Freight'], weeks: 40, tickets: 40 };
const whole = historyOf(plain);
const only = (...tables: readonly string[]): Sheets => Object.fromEntries(Object.entries(whole).filter(([table]) => tables.includes(table)));

const words = 'Consolidated International Holdings Limited Partnership for Regional Water Works and Bridges ';
/** Names of exactly 200 characters: of words, of one word, of capitals without a gap. */
const longNames = [words.repeat(3), 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5), 'WWWMMM'.repeat(40)].map((text) =>
  text.slice(0, 199).padEnd(200, '.'),
);

const rightToLeft = ['شركة النور للتجارة (24/7)', 'מאפיית לחם 3.5 ק״ג, בע״מ', 'Café מרכז 12-B', 'مستشفى الأمل – فرع 9!', 'ABC اتحاد 50%', '42 رقم'];

const marked = [
  'Before\u202eretfA',
  'Two\u2067words\u2066then',
  'Zero\u200bwidth\u200djoined\ufeffname',
  '👩🏽‍💻 Family 👨‍👩‍👧‍👦 Ltd 🏳️‍🌈',
  'Z\u0308a\u0327l\u0304g\u030ao Works',
  'Tab\tand\u2028line\u0007bell',
];

/** What a text may try: to run, to load, to end what it stands in, to be a template, to be a formula. */
export const hostile: readonly string[] = [
  '<script>window.executed=1</script>',
  '"><img src=https://elsewhere.example/i onerror=window.executed=1>',
  "'><svg onload=window.executed=1>",
  'javascript:window.executed=1//',
  '</style></title></script><script>window.executed=1</script>',
  '<a href="javascript:window.executed=1">press</a>',
  '{{constructor.constructor("window.executed=1")()}}',
  '${window.executed=1}',
  '=HYPERLINK("https://elsewhere.example","x")',
  '+cmd|" /C calc"!A0',
  '@SUM(1+1)',
  '-2+3+cmd',
  '-->]]><!--<b>',
  '[press](javascript:window.executed=1) ![](https://elsewhere.example/m)',
  '../../../etc/passwd',
  '&lt;script&gt;&quot;&#39;&amp;',
];

/** Cells that say these in turn. */
const said = (texts: readonly string[]) => (at: number) => texts[at % texts.length]!;

const attacked = historyOf({ ...plain, clients: hostile.slice(0, 8), weeks: 30, tickets: 48, text: said(hostile) });

/** Every odd workspace, the same each time. */
export const oddWorkspaces: readonly Odd[] = [
  { name: 'tickets', firm: 'Only Tickets', sheets: only('tickets') },
  { name: 'surveys', firm: 'Only Surveys', sheets: only('surveys') },
  { name: 'promises', firm: 'Only Promises', sheets: only('promises') },
  { name: 'contacts', firm: 'Only Contacts', sheets: only('contacts') },
  { name: 'one', firm: 'One Client', sheets: historyOf({ ...plain, clients: ['Sole Trading'], tickets: 9 }) },
  {
    name: 'many',
    firm: 'Many Clients',
    sheets: historyOf({ ...plain, clients: Array.from({ length: 400 }, (_, at) => `Client ${at} of the Register`), weeks: 14, tickets: 240 }),
  },
  { name: 'week', firm: 'One Week', sheets: historyOf({ ...plain, weeks: 1 }) },
  { name: 'decade', firm: 'Ten Years', sheets: historyOf({ ...plain, clients: ['Ash Farm', 'Birch & Co'], weeks: 522, tickets: 24 }) },
  { name: 'long', firm: longNames[0]!, sheets: historyOf({ ...plain, clients: longNames, weeks: 30, text: said(longNames) }) },
  { name: 'right-to-left', firm: 'שירותי מחשוב 2000 בע״מ', sheets: historyOf({ ...plain, clients: rightToLeft, weeks: 30, text: said(rightToLeft) }) },
  { name: 'marks', firm: 'Night\u202e🌙 Desk', sheets: historyOf({ ...plain, clients: marked, weeks: 30, text: said(marked) }) },
  { name: 'hostile', firm: hostile[4]!, sheets: attacked, fileOf: (table) => `"><img src=x onerror=window.executed=1> ${table}.csv` },
];

function sheetCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  const headers = Object.keys(rows[0] ?? {});
  const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

/** Writes a workspace into a folder, which is made; its settings say nothing but who reports and where. */
export function writeOdd({ firm, sheets, fileOf = (table) => `${table}.csv` }: Odd, folder: string): void {
  mkdirSync(join(folder, 'exports'), { recursive: true });
  writeFileSync(join(folder, 'settings.yaml'), JSON.stringify({ firm: { name: firm, zone: 'Europe/London' } }));
  for (const [table, rows] of Object.entries(sheets)) writeFileSync(join(folder, 'exports', fileOf(table)), sheetCsv(rows));
}
