import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { measures } from '../src/measures/index.ts';

const path = join(import.meta.dirname, '..', 'README.md');
const [FROM, TO] = ['<!-- measures: written by UPDATE_README=1 npx vitest run test/readme.test.ts -->', '<!-- end of measures -->'];

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('_', '\\_');

function measureTable(): string {
  const rows = measures.map(({ id, title, unit, clock }) => `| ${[id, title, unit, clock === 'none' ? '' : clock].map(cell).join(' | ')} |`);
  return ['| id | measure | unit | clock |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

test('the README lists the measures as their objects say them', async () => {
  const readme = readFileSync(path, 'utf8');
  const [before, rest] = readme.split(FROM);
  const [, after] = (rest ?? '').split(TO);
  expect(after, 'the README has no place for the table').toBeDefined();
  const whole = `${before}${FROM}\n\n${measureTable()}\n\n${TO}${after}`;
  const written = await format(whole, { ...(await resolveConfig(path)), filepath: path });
  if (process.env['UPDATE_README'] === '1') writeFileSync(path, written);
  expect(readFileSync(path, 'utf8')).toBe(written);
});
