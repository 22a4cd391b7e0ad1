import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';
import { readRows, told } from './rows-of.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part, 'utf8'))));
const HEAD = 'id,name,note\n';

/** A worry, the file that shows it, the rows that come out below the header, what is said, and the ruling. */
type Case = readonly [worry: string, content: string | Uint8Array, csv: string, said: readonly string[], ruling: string];

const quotes: readonly Case[] = [
  [
    'a quote in a bare cell',
    `${HEAD}1,5" disk,x\n2,a,b\n`,
    '1,"5"" disk",x\n2,a,b\n',
    [],
    'the row has its width and no line was swallowed: the quote is text',
  ],
  ['a measure at the end of a cell', `${HEAD}1,5",x\n2,a,b\n`, '1,"5""",x\n2,a,b\n', [], 'the quote stands for inches'],
  ['an opening quote lost', `${HEAD}1,disk",x\n2,a,b\n3,c,d\n`, '2,a,b\n3,c,d\n', ['2 row-quote-stray'], 'a quote ends a cell that none begins'],
  ['a bare quote, and one cell too many', `${HEAD}1,5" disk,x,y\n2,a,b\n3,c,d\n`, '2,a,b\n3,c,d\n', ['2 row-ragged'], 'the width is wrong: refused'],
  [
    'a delimiter lost before a quoted cell with a delimiter',
    `${HEAD}1,9"Tap, brass"\n2,a,b\n3,c,d\n`,
    '2,a,b\n3,c,d\n',
    ['2 row-quote-stray'],
    'a delimiter between two bare quotes may be text',
  ],
  ['text after a closing quote', `${HEAD}1,"a"b,x\n2,a,b\n3,c,d\n`, '2,a,b\n3,c,d\n', ['2 row-quote-stray'], 'refused; the next line is a row'],
  ['a blank before an opening quote', `${HEAD}1, "a, b",x\n2,a,b\n`, '1,"a, b",x\n2,a,b\n', [], 'no other reading has a meaning'],
  ['a blank after a closing quote', `${HEAD}1,"a" ,x\n2,a,b\n`, '1,a,x\n2,a,b\n', [], 'the blank is no part of the cell'],
  [
    'a quote never closed, rows below',
    `${HEAD}1,"a,x\n2,a,b\n3,c,d\n4,e,f\n`,
    '2,a,b\n3,c,d\n4,e,f\n',
    ['2 row-quote-open'],
    'the swallowed lines read as rows',
  ],
  [
    'a quote never closed, the file cut inside a text',
    `${HEAD}1,a,x\n2,b,c\n3,"Dear all,\nthe disk\nis full`,
    '1,a,x\n2,b,c\n',
    ['4 row-quote-open'],
    'its lines do not read as rows',
  ],
  [
    'a quote closed malformed far below',
    `${HEAD}1,a,"x\n2,b,y\n3,c,z\n4,d,"q"\n5,e,r\n`,
    '2,b,y\n3,c,z\n4,d,q\n5,e,r\n',
    ['2 row-quote-stray'],
    'the swallowed lines read as rows',
  ],
  [
    'quotes not doubled in a text of several lines',
    `${HEAD}1,a,"He said "no"\nand, then, left\nus"\n2,b,c\n`,
    '2,b,c\n',
    ['2 row-quote-stray'],
    'the lines do not read as rows: left out with it, although one has three cells',
  ],
  ['two quotes that make a cell', `${HEAD}1,a,"x\n2,b,y"\n3,c,z\n`, '1,a,"x\n2,b,y"\n3,c,z\n', [], 'well formed by RFC 4180'],
  ['a backslash before a quote', `${HEAD}1,a,"5\\" disk"\n2,b,c\n3,d,e\n`, '2,b,c\n3,d,e\n', ['2 row-quote-stray'], 'a backslash is text'],
];

const lines: readonly Case[] = [
  ['mixed line ends', 'id,name,note\r\n1,a,b\n2,c,d\r3,e,f\r\n', '1,a,b\n2,c,d\n3,e,f\n', [], 'each ends a line'],
  ['carriage returns alone', 'id,name,note\r1,a,b\r2,c,d\r', '1,a,b\n2,c,d\n', [], 'each ends a line'],
  ['ragged rows', `${HEAD}1,a\n2,b,c,d\n3,e,f\n4,g,h\n5,i,j\n`, '3,e,f\n4,g,h\n5,i,j\n', ['2 row-ragged', '3 row-ragged'], 'nothing is shifted or filled in'],
  ['a delimiter too many before an empty cell', `${HEAD}1,,a,\n2,b,\n3,c,\n`, '2,b,\n3,c,\n', ['2 row-ragged'], 'it may stand anywhere'],
  ['the header once more', `${HEAD}1,a,b\nid,name,note\n2,c,d\n`, '1,a,b\n2,c,d\n', ['3 row-not-data'], 'joined files'],
  ['several header rows', `${HEAD}${HEAD}1,a,b\n`, '1,a,b\n', ['2 row-not-data'], 'the first counts'],
  ['rows of delimiters', `${HEAD}1,a,b\n,,\n,,\n2,c,d\n`, '1,a,b\n2,c,d\n', ['3 row-not-data'], 'said once for the lines together'],
  ['blank lines', `${HEAD}\n1,a,b\n\n\n2,c,d\n\n`, '1,a,b\n2,c,d\n', [], 'no rows'],
  [
    'a byte-order mark in the middle',
    `\ufeff${HEAD}1,a,b\n\ufeffid,name,note\n\ufeff"2",c,d\n`,
    '1,a,b\n2,c,d\n',
    ['3 row-not-data'],
    'joined files: the mark is no text',
  ],
  ['lines above the table', `Report of May\n\n${HEAD}1,a,b\n2,c,d\n`, '1,a,b\n2,c,d\n', ['1 row-not-data'], 'above the first row of the common width'],
  [
    'a title with delimiters above the table',
    `Report,,\n,,\n${HEAD}1,a,b\n2,c,d\n`,
    '1,a,b\n2,c,d\n',
    ['1 row-not-data', '2 row-not-data'],
    'one text and nothing else',
  ],
  ['totals below', `${HEAD}1,a,b\n2,c,d\nTotal,,2\n`, '1,a,b\n2,c,d\n', ['4 row-not-data'], 'no row follows'],
  ['a total among rows', `${HEAD}1,a,b\nTotal,,2\n2,c,d\n`, '1,a,b\nTotal,,2\n2,c,d\n', [], 'rows follow: it may be a name'],
  ['a text below a gap', `${HEAD}1,a,b\n2,c,d\n\nexported by Pat\n`, '1,a,b\n2,c,d\n', ['5 row-not-data'], 'no row follows'],
  ['Excel’s first line', 'sep=;\nid;name;note\n1;a,b;c\n', '1,"a,b",c\n', ['1 row-not-data'], 'it names the delimiter'],
];

const encodings: readonly Case[] = [
  ['zero bytes', bytes(`${HEAD}1,a`, 0, ',b\n2,c,d\n'), '2,c,d\n', ['2 row-nul'], 'no text has them'],
  ['UTF-8 with a damaged line', bytes(`${HEAD}1,é,b\n2,c`, 0xe9, ',d\n3,ö,f\n'), '1,é,b\n3,ö,f\n', ['3 row-encoding'], 'the other lines say that it is UTF-8'],
  ['UTF-8 cut inside a character', bytes(`${HEAD}1,é,b\n2,ö,d`, 0xc3), '1,é,b\n', ['3 row-encoding'], 'the last line is damaged'],
  ['a character of replacement in the source', `${HEAD}1,a\ufffd,b\n`, '1,a\ufffd,b\n', [], 'it is a character like any other'],
  ['Windows-1252', iconv.encode(`${HEAD}1,é €,b\n2,ö,d\n`, 'windows-1252'), '1,é €,b\n2,ö,d\n', [], 'no line with a letter outside ASCII is UTF-8'],
  [
    'Windows-1252 with typographic signs',
    iconv.encode(`${HEAD}1,it’s “so” – we wait…,ö\n2,aœuvre,Škoda\n`, 'windows-1252'),
    '1,it’s “so” – we wait…,ö\n2,aœuvre,Škoda\n',
    [],
    'the signs stand where signs stand',
  ],
  [
    'Windows-1252 with a byte that it does not have',
    bytes(`${HEAD}1,d`, 0xe9, `j`, 0xe0, ` vu,b\n2,c`, 0x81, ',d\n3,e,f\n'),
    '1,déjà vu,b\n3,e,f\n',
    ['3 row-encoding'],
    'the row is damaged',
  ],
  [
    'CP850',
    iconv.encode(`${HEAD}1,Müller & Söhne,café crème\n2,señor,não é só\n`, 'cp850'),
    '1,Müller & Söhne,café crème\n2,señor,não é só\n',
    [],
    'letters that Windows-1252 has as signs',
  ],
  ['ISO 8859-15', iconv.encode(`${HEAD}1,cœur,5 €\n2,Crète,où\n`, 'iso-8859-15'), '1,cœur,5 €\n2,Crète,où\n', [], 'a fraction inside a word is a letter'],
  ['UTF-16 without a mark, low byte first', iconv.encode(`${HEAD}1,é,Ж\n`, 'utf-16le', { addBOM: false }), '1,é,Ж\n', [], 'zeros in every other place'],
  ['UTF-16 without a mark, high byte first', iconv.encode(`${HEAD}1,é,Ж\n`, 'utf-16be', { addBOM: false }), '1,é,Ж\n', [], 'zeros in every other place'],
  [
    'UTF-16 cut inside a character',
    iconv.encode(`${HEAD}1,a,b\n2,c,d`, 'utf-16le', { addBOM: true }).subarray(0, -1),
    '1,a,b\n',
    ['3 row-encoding'],
    'the last line is damaged',
  ],
];

describe.each([
  ['quotes', quotes],
  ['lines', lines],
  ['encodings', encodings],
])('%s', (_, cases) => {
  it.each(cases)('%s', async (__, content, csv, said, ruling) => {
    for (const piece of [1, 7, 1 << 16]) {
      const read = await readRows(content, piece);
      expect(read.whole, ruling).toBeNull();
      expect(read.csv, ruling).toBe(`${HEAD}${csv}`);
      expect(told(read.issues), ruling).toEqual(said);
    }
  });
});

describe('a file that is refused as a whole', () => {
  it.each([
    ['an empty file', '', 'file-empty'],
    ['a byte-order mark alone', '\ufeff', 'file-empty'],
    ['blank lines alone', ' \n\n', 'file-empty'],
    ['a login page', '\n<html><head><title>Sign in</title></head></html>', 'file-not-csv'],
    ['XML', '<?xml version="1.0"?><a/>', 'file-not-csv'],
    ['a spreadsheet', bytes('PK', 3, 4, 20, 0, 6, 0), 'file-not-csv'],
    ['an old spreadsheet', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file-not-csv'],
    ['two delimiters that fit alike', 'a;b,c;d\n1;2,3;4\n', 'file-dialect-unknown'],
    ['no delimiter that fits', 'some text, and more\nno\nand, again, more, text\none; two\n', 'file-dialect-unknown'],
    ['cells divided by blanks', 'id name\n1 a\n2 b\n', 'file-dialect-unknown'],
    ['apostrophes for quotes', "id,name\n1,'a'\n2,'b'\n", 'file-dialect-unknown'],
    ['a delimiter too many in the column names', 'id,na,me,note\n1,a,b\n2,c,d\n', 'header-unknown'],
    ['a delimiter lost in the column names', 'id,name\n1,a,b\n2,c,d\n', 'header-unknown'],
    ['a quote lost in the column names', 'id,"name,note\n1,a,b\n2,c,d\n', 'header-unknown'],
  ])('%s', async (_, content, code) => {
    const read = await readRows(content);
    expect([read.whole?.code, read.csv]).toEqual([code, '']);
  });
});

describe('sizes', () => {
  it('a cell of two megabytes is read, quoted or not', { timeout: 180_000 }, async () => {
    const long = 'x, '.repeat(700_000);
    const read = await readRows(`${HEAD}1,"${long}",b\n2,c,d\n`);
    expect([read.accepted, read.csv.length]).toEqual([2, HEAD.length + long.length + 13]);
    const bare = await readRows(`${HEAD}1,${'x'.repeat(2_000_000)},b\n2,c,d\n`);
    expect(bare.accepted).toBe(2);
  });

  it('a row beyond four million characters is refused by its line, and reading goes on', { timeout: 180_000 }, async () => {
    const read = await readRows(`${HEAD}1,a,b\n2,${'x'.repeat(9_000_000)},b\n3,c,d\n4,"e\nf",g\n5,,\n`);
    expect(told(read.issues)).toEqual(['3 row-long']);
    expect(read.csv).toBe(`${HEAD}1,a,b\n3,c,d\n4,"e\nf",g\n5,,\n`);
  });

  it('a quote that is not closed within four million characters swallows nothing', { timeout: 180_000 }, async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `${at},some name,and some note\n`).join('');
    const read = await readRows(`${HEAD}x,"y,z\n${rows}`);
    expect(told(read.issues)).toEqual(['2 row-quote-open']);
    expect(read.accepted).toBe(200_000);
  });

  it('a hundred thousand columns', { timeout: 180_000 }, async () => {
    const row = (word: string) => Array.from({ length: 100_000 }, (_, at) => `${word}${at}`).join(',');
    const content = `${row('h')}\n${row('a')}\n${row('b')}\n`;
    const read = await readRows(content);
    expect(read.accepted).toBe(2);
    expect(read.csv === content).toBe(true);
  });
});

describe('the facts of a damaged export', () => {
  it('rows below a lost quote are facts, and every row is accounted for', async () => {
    const content =
      'ticket_id,client,subject,opened_at\nT-1,A,"lost,2025-03-03 09:00\nT-2,A,x,2025-03-03 10:00\n,,,\nticket_id,client,subject,opened_at\nT-3,A,"y\0",2025-03-03 11:00\nT-4,B,z,2025-03-04 11:00\n';
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    const { read: all, used, rejected, notData } = read.files[0]!;
    expect({ all, used, rejected, notData }).toEqual({ all: 6, used: 2, rejected: 2, notData: 2 });
    expect(told(read.issues)).toEqual(['2 row-quote-stray', '6 row-nul']);
  });

  it('rows that all end in an empty cell without a header are read, one with a cell more or less is not', async () => {
    const content =
      'ticket_id,client,opened_at\nT-1,A,2025-03-03 09:00,\nT-2,A,2025-03-03 10:00,\nT-3,2025-03-03 11:00,\nT-4,B,2025-03-03 11:00,,\nT-5,B,2025-03-03 12:00,\n';
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    expect([read.files[0]!.used, told(read.issues)]).toEqual([3, ['4 row-ragged', '5 row-ragged']]);
  });
});
