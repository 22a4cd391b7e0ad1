import { expect, test } from 'vitest';
import { counted, grouped, issuesLine, readLine, reportLine } from '../../scripts/summary.ts';
import { issue } from '../../src/issue.ts';
import { reportSaying } from './stub.ts';

const rows = { read: 1200, used: 1000, duplicate: 100, superseded: 50, rejected: 40, notData: 10 };

test('numbers are grouped by thousands', () => {
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'file'), counted(2, 'file'), counted(0, 'day', 'days')]).toEqual(['1 file', '2 files', '0 days']);
});

test('rows of all files are added up', () => {
  const line = '2,400 rows read: 2,000 used, 200 duplicate, 100 superseded, 80 refused, 20 not data';
  expect(readLine([rows, rows])).toBe(`2 files, ${line}`);
  expect(readLine([rows, rows], 3)).toBe(`2 of 3 files, ${line}`);
});

test('facts are named by their tables', () => {
  expect(reportLine(reportSaying('x'))).toBe('1,235 facts (1,234 tickets, 1 time entries), 0 clients, 4 pages, as of 2026-03-15');
  expect(issuesLine([issue('file-unrecognised', {}), issue('zone-gap', {})])).toBe('1 error, 0 warnings, 1 note');
});
