import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { singlePage } from '../../src/share/single.ts';

const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-x'">`;
const HEAD = `<head><meta charset="utf-8"><style>@page{}</style>${POLICY}<style>a{}</style></head>`;
const LINKS = '<p class="sub">The same: <a href="review.csv">review.csv</a></p><p class="sub alone">One: <a href="review.html" download>x</a></p>';

test('a page as one file holds its CSV, and a policy before everything that it rules', () => {
  const csv = 'part,what\r\nvisits,“on time”\r\n';
  const page = singlePage(`<html>${HEAD}${LINKS}</html>`, csv);
  const data = /href="data:text\/csv;charset=utf-8;base64,([^"]+)"/.exec(page)![1]!;
  expect(Buffer.from(data, 'base64').toString()).toBe(csv);
  expect(page).not.toMatch(/href="review|script-src/);
  const hash = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  expect(page.indexOf('content-security-policy')).toBeLessThan(page.indexOf('<style>'));
  expect(page).toContain(`style-src ${hash('@page{}')} ${hash('a{}')}; base-uri 'none'; form-action 'none'">`);
});

test('a page without rows has no file to hold', () => {
  expect(singlePage(`<html>${HEAD}</html>`, '')).not.toContain('data:text/csv');
});

test('a page that is not as it should be is not made one file', () => {
  expect(() => singlePage(`<html>${HEAD}${HEAD}</html>`, '')).toThrow('should hold once');
  expect(() => singlePage('<html></html>', '')).toThrow('should hold once');
});
