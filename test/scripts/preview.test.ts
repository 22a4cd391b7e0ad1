import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runNode, saying, start } from './processes.ts';

const PREVIEW = join(import.meta.dirname, '..', '..', 'scripts', 'preview.ts');

test('serves the published site until it is stopped', { timeout: 60_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'preview-'));
  mkdirSync(join(out, 'internal'));
  mkdirSync(join(out, 'share', 'acme'), { recursive: true });
  writeFileSync(join(out, 'internal', 'index.html'), 'hello');
  writeFileSync(join(out, 'share', 'acme', 'index.html'), 'for Acme');
  const running = start([PREVIEW, '--out', out, '--port', '0']);
  onTestFinished(() => running.kill('SIGKILL'));
  const said = await saying(running, '\n');
  const url = /^(http:\/\/127\.0\.0\.1:\d+\/) shows /.exec(said)![1]!;
  const shown = await fetch(url);
  expect([new URL(shown.url).pathname, await shown.text()]).toEqual(['/internal/', 'hello']);
  expect(await (await fetch(new URL('../share/acme/index.html', shown.url))).text()).toBe('for Acme');
  const { code, err } = await runNode([PREVIEW, '--out', out, '--port', new URL(url).port]);
  expect({ code, err }).toEqual({ code: 1, err: `preview: port ${new URL(url).port} is taken; name another with --port\n` });
  running.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  rmSync(out, { recursive: true });
});

test.each([
  ['without a site', ['--out', '/nowhere'], 'preview: /nowhere: there is no site; build one with npm run build, or name it with --out'],
  ['with a port that is none', ['--port', '70000'], 'preview: "70000" is no port; write --port 0 to 65535'],
])('is used wrongly %s', { timeout: 60_000 }, async (_, words, said) => {
  expect(await runNode([PREVIEW, ...words])).toEqual({ code: 2, out: '', err: `${said}\n` });
});
