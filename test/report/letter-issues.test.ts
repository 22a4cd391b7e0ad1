import { expect, test } from 'vitest';
import { letterIssues } from '../../src/report/sharing.ts';
import { factsOf } from '../measures/facts-of.ts';

const facts = factsOf({ tickets: [{ ticket_id: '1', client: 'Ash Farm' }] });
const issuesOf = (file: string, text: string) =>
  letterIssues([{ file: `clients/${file}`, text }], facts, ['ash-farm']).map(({ code, text: of, detail }) => [code, of, detail]);
const paragraphs = (count: number): string => Array.from({ length: count }, () => `${'word '.repeat(99)}word.`).join('\n\n');

test('words of nobody, and words of no time', () => {
  expect(issuesOf('ash-farm.md', '## 2026 Q2\n\nHello')).toEqual([]);
  expect(issuesOf('birch.md', '## 2026 Q2\n\nHello')).toEqual([['words-client-unknown', '', '']]);
  expect(issuesOf('Ash Farm.md', 'Hello')).toEqual([['words-undated', '', '']]);
});

test('words that three sheets may not hold: the newest of a file, by their characters and their lines', () => {
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${paragraphs(7)}`)).toEqual([]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${paragraphs(8)}`)).toEqual([['words-long', '2026-04-01 to 2026-06-30', '4014 characters']]);
  expect(issuesOf('ash-farm.md', `## 2026 Q3\n\nShort\n\n## 2026 Q2\n\n${paragraphs(8)}`)).toEqual([]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${'- a point\n'.repeat(90)}`)).toEqual([['words-long', '2026-04-01 to 2026-06-30', '899 characters']]);
  expect(issuesOf('ash-farm.md', `## 2026 Q2\n\n${'- a point\n'.repeat(40)}`)).toEqual([]);
});
