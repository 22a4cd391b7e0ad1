import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

type Files = Readonly<Record<string, string>>;

async function readOf(files: Files) {
  return exportsOf({ files: Object.entries(files).map(([name, text]) => fileOf(name, text)), settings: settingsWith() });
}

async function said(files: Files): Promise<readonly string[]> {
  const { issues } = await readOf(files);
  return issues.filter(({ code }) => code === 'rows-otherwise').map(({ file, line, detail }) => `${file}: ${line}: ${detail}`);
}

const days = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => String(from + at).padStart(2, '0'));

/** Harvest as it writes, entries of these days of a month, a day before `invoiced` with a Yes. */
function harvest(from: number, to: number, invoiced = 0): string {
  const rows = days(from, to).map((day) => `2026-09-${day},Acme,SUP,Remote,Call,1.5,Yes,${Number(day) < invoiced ? 'Yes' : 'No'},Jane,Doe`);
  return ['Date,Client,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name,Last Name', ...rows, ''].join('\n');
}

/** The same entries as a German spreadsheet program writes them. */
const resaved = (from: number, to: number) =>
  harvest(from, to)
    .replace(/2026-09-(\d\d)/g, '$1.09.2026')
    .replaceAll('1.5', '1;5')
    .replaceAll(',', ' ;')
    .replaceAll('1;5', '1,5')
    .replaceAll(' ;', ';');

/** Answers of Google Forms, whose time stamp stands for a number. */
const answers = (stamp: (day: string) => string) =>
  ['Timestamp,How satisfied were you?,Company', ...days(13, 29).map((day) => `${stamp(day)},Satisfied,Acme`), ''].join('\n');

describe('rows without a number that stand in two files, written otherwise', () => {
  it('are named where a file was saved again in a spreadsheet program', async () => {
    const files = { 'a.csv': harvest(1, 29), 'b.csv': resaved(1, 29) };
    expect((await readOf(files)).tables.get('time_entries')!.rows).toBe(56);
    expect(await said(files)).toEqual(['b.csv: 2: 28 of 28 rows; the other file: a.csv']);
  });

  it('are named beside two files that are written alike', async () => {
    const files = { 'a.csv': harvest(1, 15), 'b.csv': harvest(8, 29), 'c.csv': resaved(1, 29) };
    expect(await said(files)).toEqual(['c.csv: 2: 14 of 28 rows; the other file: a.csv', 'c.csv: 16: 14 of 28 rows; the other file: b.csv']);
  });

  it('are named where the tool has changed a cell since', async () => {
    expect(await said({ 'a.csv': harvest(1, 22), 'b.csv': harvest(8, 29, 15) })).toEqual(['b.csv: 2: 7 of 21 rows; the other file: a.csv']);
  });

  it('are named where seconds went with a time stamp that stands for a number', async () => {
    const files = { 'a.csv': answers((day) => `2026-09-${day} 12:30:07`), 'b.csv': answers((day) => `${day}.09.2026 12:30`) };
    expect(await said(files)).toEqual(['b.csv: 2: 16 of 16 rows; the other file: a.csv']);
  });

  it('are none where they are written alike, are of other days, or are two at most', async () => {
    expect(await said({ 'a.csv': harvest(1, 29), 'b.csv': harvest(8, 29) })).toEqual([]);
    expect(await said({ 'a.csv': harvest(1, 15), 'b.csv': resaved(15, 29) })).toEqual([]);
    expect(await said({ 'a.csv': harvest(1, 15), 'b.csv': resaved(13, 29) })).toEqual([]);
  });
});
