import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv, tableCsv } from '../../src/report/csv.ts';

describe('csv', () => {
  test('writes numbers plainly, nothing for no value, and ends every row with CRLF', () => {
    expect(
      csv([
        ['a', 'b'],
        [-1.5, null],
      ]),
    ).toBe('a,b\r\n-1.5,\r\n');
  });

  test.for(['=1+1', '+44 20', '-5', '@SUM(A1)', '\tx', '\rx'])('keeps a spreadsheet from reckoning %j', (text) => {
    const [[cell] = []] = Papa.parse<string[]>(csv([[text]]), { delimiter: ',', newline: '\r\n' }).data;
    expect(cell).toBe(`'${text}`);
  });

  test('is read back as it was, whatever the texts hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', ';') });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        fc.pre(rows.flat().every((cell) => !/^[\t\r]/.test(cell)));
        const read = Papa.parse<string[]>(csv(rows), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);
        expect(read).toEqual(rows);
      }),
    );
  });

  test('names the unit that the cells of the page carry themselves', () => {
    const columns = [
      { name: 'Complaint', numeric: false },
      { name: 'Waited', unit: 'hours', numeric: true },
    ];
    const row = [
      { text: 'K1', value: 'K1' },
      { text: '84 d', value: 2016 },
    ];
    expect(tableCsv({ caption: '', columns, rows: [row] })).toBe('Complaint,"Waited, hours"\r\nK1,2016\r\n');
  });

  test('gives machine values under the column names', () => {
    const columns = [
      { name: 'Client', numeric: false },
      { name: 'Median', numeric: true },
    ];
    const rows = [
      [
        { text: 'Pell', value: 'pell' },
        { text: '26 min', value: 1560000 },
      ],
    ];
    expect(tableCsv({ caption: 'Medians', columns, rows })).toBe('Client,Median\r\npell,1560000\r\n');
  });
});
