import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const HELP = 'How satisfied are you with our help?';
const SITE = 'How satisfied are you with our website?';
const FORMS = {
  'Google Forms': (questions: readonly string[], answers: readonly string[]) =>
    `Timestamp,Company,${questions.join(',')}\n2026-09-01 10:00:05,Acme,${answers.join(',')}\n`,
  'Microsoft Forms': (questions: readonly string[], answers: readonly string[]) =>
    `ID,Start time,Completion time,Email,Name,${questions.join(',')}\n1,9/21/26 10:00:05,9/21/26 10:01:05,a@acme.com,Ann,${answers.join(',')}\n`,
};

async function readOf(text: string, sources: readonly object[] = []) {
  const { tables, issues } = await exportsOf({ files: [fileOf('form.csv', text)], settings: settingsWith({ sources }) });
  const columns = tables.get('surveys')!.columns;
  const said = issues.filter(({ code }) => code === 'answer-several').map(({ column, detail }) => [column, detail]);
  return { answer: columns.get('answer')!.at(0), counts: columns.get('class')?.at(0) ?? null, said };
}

describe.each(Object.entries(FORMS))('a form of %s with several questions about satisfaction', (_, form) => {
  it('says which one counts and which others there are', async () => {
    expect(await readOf(form([SITE, HELP], ['Dissatisfied', 'Satisfied']))).toEqual({
      answer: 'Dissatisfied',
      counts: 'negative',
      said: [[SITE, `"${HELP}"`]],
    });
    expect((await readOf(form([HELP], ['Satisfied']))).said).toEqual([]);
  });

  it('goes by the one that the settings name, wherever it stands', async () => {
    const sources = [{ files: 'form.csv', columns: { answer: HELP } }];
    const meant = { answer: 'Satisfied', counts: 'positive', said: [] };
    expect(await readOf(form([SITE, HELP], ['Dissatisfied', 'Satisfied']), sources)).toEqual(meant);
    expect(await readOf(form([HELP, SITE], ['Satisfied', 'Dissatisfied']), sources)).toEqual(meant);
    expect(await readOf(form([SITE, HELP], ['', 'Satisfied']), sources)).toEqual(meant);
  });
});
