import { expect, test } from 'vitest';
import { progressOn } from '../../scripts/progress.ts';

function written(live: boolean, columns?: number): string {
  let text = '';
  const shown = progressOn({ columns, write: (more: string) => (text += more) }, live);
  shown.stage('making the report');
  shown.file('a\nb.csv', 0, 2);
  shown.say(['done', 'well']);
  shown.say(['bye']);
  return text;
}

test('on a terminal one line is rewritten and cleared before lines that stay', () => {
  const clear = '\r\u001b[2K';
  expect(written(true)).toBe(`${clear}making the report${clear}reading file 1 of 2: a b.csv${clear}done\nwell\nbye\n`);
  expect(written(true, 11)).toContain(`${clear}making the${clear}reading fi${clear}done`);
});

test('elsewhere every step is a line', () => {
  expect(written(false)).toBe('making the report\nreading file 1 of 2: a b.csv\ndone\nwell\nbye\n');
});
