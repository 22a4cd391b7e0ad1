import { expect, test } from 'vitest';
import { issueText } from '../../src/issue.ts';
import { letterIssues } from '../../src/report/sharing.ts';
import { factsOf } from '../measures/facts-of.ts';

const facts = factsOf({ tickets: [{ ticket_id: '1', client: 'Ash Farm' }] });
const issuesOf = (file: string, text: string) =>
  letterIssues([{ file: `clients/${file}`, text }], facts, ['ash-farm'], 'en-GB').map(({ code, text: of, detail }) => [code, of, detail]);
const paragraphs = (count: number): string => Array.from({ length: count }, () => `${'word '.repeat(99)}word.`).join('\n\n');

test('words of nobody, and words of no time', () => {
  expect(issuesOf('ash-farm.md', '## 2026 Q2\n\nHello')).toEqual([]);
  expect(issuesOf('birch.md', '## 2026 Q2\n\nHello')).toEqual([['words-client-unknown', '', '']]);
  expect(issuesOf('Ash Farm.md', 'Hello')).toEqual([['words-undated', '', '']]);
});

test('a heading that names no time, by its line: before the words of a time, after them, and alone', () => {
  const strays = (text: string) =>
    letterIssues([{ file: 'clients/ash-farm.md', text }], facts, ['ash-farm'], 'en-GB').map(({ code, line, text: of }) => [code, line, of]);
  expect(strays('## 2026 Q3\r\nThanks.\r\n\r\n## Q4 2026\r\nDRAFT: raise the price by 20 percent.')).toEqual([['words-heading', 4, '## Q4 2026']]);
  expect(strays('\ufeff# Ash Farm\n\n## Autumn\nThanks.\n\n## 2026 Q2\nHello\n### Help\n')).toEqual([['words-heading', 3, '## Autumn']]);
  expect(strays('## Autumn\nThanks.\n## Winter\nThanks.')).toEqual([
    ['words-heading', 1, '## Autumn'],
    ['words-heading', 3, '## Winter'],
  ]);
  expect(strays('# Ash Farm\n\nHello')).toEqual([['words-undated', null, '']]);
  const [stray] = letterIssues([{ file: 'clients/ash-farm.md', text: '## 2026 Q3\n\n## Q4 2026' }], facts, ['ash-farm'], 'en-GB');
  expect(issueText(stray!)).toBe(
    'clients/ash-farm.md: line 3: "## Q4 2026": this heading in a file of clients/ names no time; the words before it end there, and those under it were left out; write a time, such as ## 2026 Q2, ## 2026-06 or ## 2026-04-01 to 2026-06-30, or ### where it is a heading within the words of a time',
  );
});

test('a name of nobody leads to the client most like it', () => {
  expect(issuesOf('Ash Farms.md', '## 2026 Q2\n\nHello')).toEqual([['words-client-unknown', '', 'nearest: Ash Farm']]);
});

test('words before the first heading, by the line of the first; a title and blank lines are none', () => {
  const before = (text: string) => letterIssues([{ file: 'clients/ash-farm.md', text }], facts, ['ash-farm'], 'en-GB').map(({ code, line }) => [code, line]);
  expect(before('\ufeff# Ash Farm\n\n \n## 2026 Q2\nHello')).toEqual([]);
  expect(before('Ash Farm\n========\n\n## 2026 Q2\nHello\n### More')).toEqual([]);
  expect(before('# Ash Farm\r\n\r\nThanks.\r\nBye.\r\n\r\n## 2026 Q2\r\nHello')).toEqual([['words-before', 3]]);
  expect(before('### Help\n\n## Autumn\nThanks.\n\n## 2026 Q2\nHello')).toEqual([
    ['words-before', 1],
    ['words-heading', 3],
  ]);
  expect(before('# Ash Farm\n\n## Autumn\nThanks.\n\n## 2026 Q2\nHello')).toEqual([['words-heading', 3]]);
  const [found] = letterIssues([{ file: 'clients/ash-farm.md', text: 'Thanks.\n\n## 2026 Q3' }], facts, ['ash-farm'], 'en-GB');
  expect(issueText(found!)).toMatch(/^clients\/ash-farm\.md: line 1: words in a file of clients\/ stand before the first heading /);
});

test('words that three sheets may not hold: the newest of a file, by their characters and their lines', () => {
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${paragraphs(5)}`)).toEqual([]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${paragraphs(6)}`)).toEqual([['words-long', '2026-04-01 to 2026-06-30', '3010 characters']]);
  expect(issuesOf('ash-farm.md', `## 2026 Q3\n\nShort\n\n## 2026 Q2\n\n${paragraphs(6)}`)).toEqual([]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${'- a point\n'.repeat(90)}`)).toEqual([['words-long', '2026-04-01 to 2026-06-30', '899 characters']]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${'- a point\n'.repeat(40)}`)).toEqual([]);
  const german = (text: string) => letterIssues([{ file: 'clients/ash-farm.md', text: `## 2026 Q2\n\n${text}` }], facts, ['ash-farm'], 'de-AT').length;
  expect([3, 4].map((count) => german(paragraphs(count)))).toEqual([0, 1]);
});
