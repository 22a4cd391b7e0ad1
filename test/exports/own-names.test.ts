import { expect, test } from 'vitest';
import { issueText } from '../../src/issue.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const read = (file: string, content: string) => exportsOf({ files: [fileOf(file, content)], settings: settingsWith() });
const formatOf = async (file: string, content: string) => {
  const { files, issues } = await read(file, content);
  return files[0]?.format ?? issues.find(({ code }) => code === 'file-ambiguous')?.detail;
};

test.each(['clients.csv', 'customers.csv', 'lists/our-clients 2026.csv'])('a column of clients alone is a list of clients: %s', async (file) => {
  const { files, tables } = await read(file, 'client\nAsh\nBirch & Sons; Leeds\nCedar\n');
  expect(files[0]!.format).toBe('courtesy-clients');
  expect(tables.get('clients')!.rows).toBe(3);
});

test('our own formats that fit equally well are told apart by the name of the table in the name of the file', async () => {
  expect(await formatOf('meetings.csv', 'client\nAsh\n')).toBe('courtesy-meetings');
  expect(await formatOf('2026_Contracts.csv', 'client\nAsh\n')).toBe('courtesy-contracts');
  expect(await formatOf('clients-and-meetings.csv', 'client\nAsh\n')).toMatch(/^courtesy-\w+ or courtesy-\w+$/);
});

test('a word in a line of its own above other columns is no list of clients', async () => {
  expect(await formatOf('list.csv', 'client\nname of firm,town\nAsh,Leeds\n')).toMatch(/ or /);
  expect(await formatOf('list.csv', 'client\nname of firm;town\nAsh;Leeds\n')).toMatch(/ or /);
});

test('a line for the settings names the file', async () => {
  const { issues } = await read('open "1".csv', 'ticket_id,client,opened_at\n1,Ash,03/04/2026 09:00\n');
  expect(issues.map(issueText).join('\n')).toContain('- { files: "open \\"1\\".csv", date_order: day-first } or month-first');
});

test.each([
  ['Vessel,Berth\nOrca,3\n', 'no column is known'],
  ['Vessel,Client ,Berth\nOrca,Ash,3\n', 'only "Client" is known'],
  ['Vessel;sys_mod_count;Berth;Client\nOrca;1;3;Birch\n', 'only "sys_mod_count", "Client" are known'],
])('the columns that are known are named where they are too few to tell an export', async (content, detail) => {
  const { issues } = await read('x.csv', content);
  expect(issues.map((one) => [one.code, one.detail])).toEqual([['file-unrecognised', detail]]);
});
