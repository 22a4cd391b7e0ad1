import { expect, test } from 'vitest';
import { issueText, severityOf } from '../../src/issue.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const said = async (files: Parameters<typeof exportsOf>[0]['files'], settings = settingsWith()) =>
  (await exportsOf({ files, settings })).issues.map((one) => `${severityOf(one)}: ${issueText(one)}`);

const NOTHING = 'error: no export was found; the build stopped; put the CSV files of your tools into the folder exports';

test('a workspace without an export stops the build and says where to put them', async () => {
  expect(await said([])).toEqual([NOTHING]);
});

test('the same where nothing in it is an export, with what was passed over first', async () => {
  const issues = await said([fileOf('notes.docx', 'PK'), fileOf('empty.csv', '')]);
  expect(issues).toHaveLength(3);
  expect(issues).toContain(NOTHING);
  expect(issues.filter((text) => text.includes('notes.docx'))).toHaveLength(1);
  expect(issues.filter((text) => text.includes('empty.csv'))).toHaveLength(1);
});
