import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DRAWN, svgOf } from './reading.ts';

const FOLDER = new URL('../golden/charts/', import.meta.url);

function asFile(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

test.each(DRAWN)('%s %s is drawn as before', (name, width, drawing) => {
  const single = drawing.shape === 'mark' || drawing.shape === 'spark';
  const file = new URL(single ? `${name}.svg` : `${name}.${width}.svg`, FOLDER);
  const drawn = asFile(svgOf(drawing, width, name));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, drawn);
  }
  expect(existsSync(file), `${file.pathname} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(drawn).toBe(readFileSync(file, 'utf8'));
});
