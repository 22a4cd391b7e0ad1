import { expect, test } from 'vitest';
import { issueText } from '../../src/issue.ts';
import { buildReport } from '../../src/pipeline.ts';
import { fileOf, settingsWith } from '../workspace.ts';
import { sheet, weekly, weekRows, type Exports } from './firm.ts';

async function errors(exports: Exports, required: readonly string[]): Promise<readonly string[]> {
  const files = Object.entries(exports).map(([name, text]) => fileOf(name, text));
  const { report, issues } = await buildReport(files, settingsWith({ gates: { required } }));
  const said = issues.filter(({ code }) => code.startsWith('required-m') || code.startsWith('required-u')).map(issueText);
  expect(report === null).toBe(said.length > 0);
  return said;
}

const idless = weekRows(3).map((row) => row.slice(row.indexOf(',')));

test('what is there, with rows that can be used, is required in vain', async () => {
  const exports = { ...weekly(3), 'tickets-w03.csv': sheet(), 'note.csv': sheet(weekRows(4), idless) };
  expect(await errors(exports, ['tickets*.csv', 'TICKETS-W01.csv', 'note.csv', 'tickets'])).toEqual([]);
});

test('a file or a table that is missing stops the build', async () => {
  expect(await errors(weekly(3), ['surveys*.csv', 'complaints', 'tickets'])).toEqual([
    'settings.yaml: setting "gates.required": "surveys*.csv": no export brings what the settings require; the build stopped; put the file into exports, or take the name out of gates: required in settings.yaml',
    expect.stringContaining('"complaints": no export brings'),
  ]);
});

test('one whose rows are all refused stops it even beside good ones, and so do files that are all empty', async () => {
  const said = await errors({ ...weekly(3), 'tickets-w03.csv': sheet(idless) }, ['tickets*.csv']);
  expect(said).toEqual([
    'tickets-w03.csv: the settings require this file, and none of its rows can be used (gates: required has “tickets*.csv”); the build stopped; export it again, or take it out of gates: required in settings.yaml',
  ]);
  expect(await errors({ ...weekly(3), 'board.csv': sheet() }, ['board.csv'])).toEqual([expect.stringMatching(/^board\.csv: the settings require this file/)]);
});
