import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';
import { told } from './rows-of.ts';

/** Minutes of time entries whose cells are these, and what is said of them. */
async function minutesOf(cells: readonly string[], source: Readonly<Record<string, string>> = {}): Promise<{ minutes: unknown[]; said: readonly string[] }> {
  const rows = cells.map((cell, at) => `E-${at};2026-03-02T10:00Z;"${cell}"\n`);
  const settings = settingsWith({ sources: [{ files: '*.csv', ...source }] });
  const read = await exportsOf({ files: [fileOf('t.csv', `entry_id;started_at;minutes\n${rows.join('')}`)], settings });
  const table = read.tables.get('time_entries');
  return { minutes: Array.from({ length: table?.rows ?? 0 }, (_, row) => table!.columns.get('minutes')!.at(row)), said: told(read.issues) };
}

describe('the decimal mark of a column', () => {
  it.each([
    [['1.234,5', '1.234', '7'], [1234.5, 1234, 7], [], 'one number shows a decimal comma, so the dot groups'],
    [['1,234.5', '1,234', '7'], [1234.5, 1234, 7], [], 'one number shows a decimal point, so the comma groups'],
    [['7,5', '1,234'], [7.5, 1.234], [], 'a comma before one digit marks decimals, so it does everywhere'],
    [['7.25', '1.234'], [7.25, 1.234], [], 'so does a dot before two'],
    [['1,234,567', '1.234'], [1_234_567, 1.234], [], 'what stands twice groups'],
    [['1,234', '0,500'], [1.234, 0.5], [], 'nothing is grouped after a zero'],
    [['1 234', '15'], [1234, 15], [], 'a blank groups, whatever the mark'],
    [['1:30', '1,5'], [90, 1.5], [], 'a time of day is no number with a mark'],
    [['12', '7'], [12, 7], [], 'no mark, nothing to rule'],
    [['1,234', '15'], [1234, 15], ['number-mark-unknown'], 'nothing tells: read as thousands, and said'],
    [['1.234'], [1234], ['number-mark-unknown'], 'the same for a dot'],
    [['7,5', '7.5', '12'], [7.5, 7.5, 12], [], 'both marks, but every number can be read one way only'],
  ])('%j gives %j', async (cells, minutes, said, ruling) => {
    const read = await minutesOf(cells);
    expect(read.minutes, ruling).toEqual(minutes);
    expect(read.said, ruling).toEqual(said);
  });

  it('that shows both leaves out what can be read both ways', async () => {
    const read = await minutesOf(['7,5', '7.5', '1,234']);
    expect(read.minutes).toEqual([7.5, 7.5]);
    expect(read.said).toEqual(['number-mark-mixed', '4 required-refused']);
  });

  it('that nothing shows is the settings’', async () => {
    expect(await minutesOf(['1,234'], { decimal: ',' })).toEqual({ minutes: [1.234], said: [] });
    expect(await minutesOf(['1,234'], { decimal: '.' })).toEqual({ minutes: [1234], said: [] });
    expect(await minutesOf(['1,234', '7.5'], { decimal: ',' })).toMatchObject({
      minutes: [1.234, 7.5],
      said: [expect.stringContaining('number-mark-against-setting')],
    });
  });

  it('that nothing shows is the other columns’', async () => {
    const content = 'response_id;kind;answer;scale_low;scale_high;item_speed\nS-1;csat;4;1,0;5,0;1,234\n';
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    expect(read.tables.get('surveys')!.columns.get('item_speed')!.at(0)).toBe(1.234);
    expect(told(read.issues)).toEqual([]);
  });

  it('hangs on rows where the column or another tells how its open numbers are read, and neither the settings nor the format do', async () => {
    const comma = { decimal: ',' };
    const hanging = async (marks: readonly string[], source: object = {}, speed = '') => {
      const rows = marks.map((cell, at) => `S-${at};Alder;csat;4;${cell};${speed}\n`);
      const settings = settingsWith({ sources: [{ files: '*.csv', ...source }] });
      const read = await exportsOf({ files: [fileOf('t.csv', `response_id;client;kind;answer;item_friendliness;item_speed\n${rows.join('')}`)], settings });
      return read.files[0]!.toldByRows;
    };
    const found = [{ column: 'item_friendliness', says: comma }];
    expect(await hanging(['1,234', '7,5'])).toEqual(found);
    expect(await hanging(['1,234', '7'], {}, '0,25')).toEqual(found);
    expect(await hanging(['12', '7,5'])).toEqual([]);
    expect(await hanging(['1,234', '7'])).toEqual([]);
    expect(await hanging(['1,234', '7,5'], comma)).toEqual([]);
    expect(await hanging(['1,234', '7,5'], { client: 'Alder' })).toEqual([]);
  });

  it('of numbers without decimals needs no ruling', async () => {
    const content = 'ticket_id,client,opened_at,handoffs\nT-1,A,2026-03-02T10:00Z,"1,234"\n';
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    expect(read.tables.get('tickets')!.columns.get('handoffs')!.at(0)).toBe(1234);
    expect(told(read.issues)).toEqual([]);
  });

  it('does not depend on where its proof stands', async () => {
    const written = (value: number, mark: string, group: string) => {
      const [whole, rest] = value.toFixed(2).split('.');
      return `${whole!.replace(/\B(?=(\d{3})+$)/g, group)}${mark}${rest}`;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom([',', '.'], ['.', ','], [',', ' '], ['.', "'"]),
        async (hundredths, [mark, group]) => {
          const { minutes } = await minutesOf(hundredths.map((one) => written(one / 100, mark!, group!)));
          expect(minutes).toEqual(hundredths.map((one) => Number((one / 100).toFixed(2))));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('ids', () => {
  const read = (rows: string) => exportsOf({ files: [fileOf('t.csv', `ticket_id,client,opened_at,merged_into\n${rows}`)], settings: settingsWith() });
  const ids = async (rows: string) => {
    const table = (await read(rows)).tables.get('tickets')!;
    return Array.from({ length: table.rows }, (_, row) => table.columns.get('ticket_id')!.at(row));
  };

  it('stay the text that they are: long numbers, leading zeros, marks', async () => {
    const wanted = ['0042', '1234567890123456', '1234567890123456789', '1234567890123456788', '1,234', '007.10', 'T20260424.0084', '12E+3 x', '5E10'];
    expect(await ids(wanted.map((id) => `"${id}",A,2026-03-02T10:00Z,\n`).join(''))).toEqual(wanted);
  });

  it.each(['1.23E+15', '1,23457E+18', '9E+15', '2.0260424e+14'])('%s is no id: a spreadsheet has cut it', async (id) => {
    const found = await read(`"${id}",A,2026-03-02T10:00Z,\nT-1,A,2026-03-02T10:00Z,"${id}"\n`);
    expect(told(found.issues)).toEqual(['2 id-in-powers', '3 id-in-powers']);
    const table = found.tables.get('tickets')!;
    expect([table.rows, table.columns.get('ticket_id')!.at(0), table.columns.get('merged_into')?.at(0) ?? null]).toEqual([1, 'T-1', null]);
    expect(found.files[0]!.rejected).toBe(1);
  });
});
