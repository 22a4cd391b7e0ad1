import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from './command.ts';
import { tally, type Outcome } from './tally.ts';

const ROOT = resolve(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test', 'output', 'results.json');
const FORMATTED = ['{src,scripts,test}/**/*.{ts,astro,css}', '!test/output', '*.{json,mjs,md}', '!package-lock.json'];

/** What is checked, in order: the package, its command and what is passed to it. */
const parts: readonly (readonly [name: string, command: string, ...words: string[]])[] = [
  ['typescript', 'tsc', '--noEmit', '--project', 'tsconfig.json'],
  ['astro', 'astro', 'check', '--minimumFailingSeverity', 'warning', '--minimumSeverity', 'warning'],
  ['oxlint', 'oxlint', '--deny-warnings', 'src', 'scripts', 'test'],
  ['prettier', 'prettier', '--check', ...FORMATTED],
  ['vitest', 'vitest', 'run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`],
];

function scriptOf(name: string, command: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  return join(folder, typeof bin === 'string' ? bin : bin[command]!);
}

/** Runs one part with its output shown; true when it found nothing wrong. */
function passes([name, command, ...words]: (typeof parts)[number]): boolean {
  process.stdout.write(`\n> ${command} ${words.join(' ')}\n`);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, [scriptOf(name, command), ...words], { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) process.stdout.write(`${command}: failed\n`);
  return status === 0;
}

function results(): string | null {
  try {
    return readFileSync(RESULTS, 'utf8');
  } catch {
    return null;
  }
}

/** `npm test`: everything that is checked, ending with the line `N passed, N failed`. */
await run({ name: 'test', options: {} }, async () => {
  rmSync(RESULTS, { force: true });
  mkdirSync(dirname(RESULTS), { recursive: true });
  const outcomes: readonly Outcome[] = parts.map((part) => ({ name: part[1], passed: passes(part) }));
  const { passed, failed } = tally(outcomes, results());
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
