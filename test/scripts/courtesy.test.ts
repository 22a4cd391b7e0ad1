import { expect, test } from 'vitest';
import { own } from '../../scripts/root.ts';
import { runNode } from './processes.ts';

const TIME = { timeout: 60_000 };
const early = (script: string): string => `--import=data:text/javascript,${encodeURIComponent(script)}`;
const courtesy = (script: string) => runNode([own('scripts/courtesy.ts'), 'check'], { NODE_OPTIONS: early(script) });
const ending = (signal: string) => courtesy(`if (process.argv[1].endsWith('check.ts')) process.kill(process.pid, '${signal}');`);

test('a command that is killed is told of, with what to do', TIME, async () => {
  expect(await ending('SIGKILL')).toEqual({
    code: 137,
    out: '',
    err:
      'courtesy: check was ended by SIGKILL, as where memory runs out; a site that was published is whole; ' +
      'close other programs or give the machine more memory, and run it again\n',
  });
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGABRT', 134],
])('a command that %s ends gives its number', TIME, async (signal, code) => {
  expect((await ending(signal)).code).toBe(code);
});

test('a command that cannot be started was not used wrongly', TIME, async () => {
  const { code, err } = await courtesy("process.execPath = '/nowhere/node';");
  expect([code, err]).toEqual([1, expect.stringMatching(/^courtesy: check could not be started: .*ENOENT\n$/)]);
});
