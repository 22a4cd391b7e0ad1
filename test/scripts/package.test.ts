import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../scripts/commands.ts';
import { fixtures } from '../workspace.ts';
import { install, packed, ROOT } from './installed.ts';
import { start, type Ended } from './processes.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
  engines: { node: string };
};
const SECRET = '6b1e'.repeat(16);

let folder = '';
let bin = '';
let home = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  home = join(folder, 'empty');
  mkdirSync(home);
  bin = install(packed(folder), home);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `courtesy ...words` in the folder that the package is installed in. */
const courtesy = (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => start([bin, ...words], env, home).ended;
const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
const own = (): string => join(home, 'node_modules', 'courtesy');

/** What lies in a folder, by name: sizes and times of change, so that nothing can be written there unseen. */
const stateOf = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(root, name)).mtimeMs}`);

describe('what is packed', () => {
  it('is JavaScript, pages and styles, and whole', () => {
    const files = filesIn(own());
    expect(files.filter((name) => !/^(package\.json|README\.md|dist-package\/)/.test(name))).toEqual([]);
    expect(files.filter((name) => /\.ts$|(^|\/)test(\/|\.)|\.csv$/.test(name))).toEqual([]);
    const missing = files
      .filter((name) => /\.(js|astro)$/.test(name))
      .flatMap((name) =>
        [...readFileSync(join(own(), name), 'utf8').matchAll(/(?:\bfrom|\bimport)[\s(]*["'](\.{1,2}\/[^"']+)["']/g)]
          .filter(([, target]) => !existsSync(join(own(), dirname(name), target!)))
          .map(([, target]) => `${name} lacks ${target}`),
      );
    expect(missing).toEqual([]);
  });

  it('holds a start that the shell can run, and is small', () => {
    expect(readFileSync(bin, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(statSync(bin).mode & 0o111).toBe(0o111);
    expect(readFileSync(join(own(), 'dist-package', 'LICENCES.md'), 'utf8')).toContain('| astro | ');
    const bytes = filesIn(own()).reduce((sum, name) => sum + statSync(join(own(), name)).size, 0);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(bytes).toBeLessThan(4_000_000);
  });
});

describe('the one command', () => {
  it('lists what there is, and says its version', async () => {
    const [help, alone, version] = await Promise.all([courtesy(['--help']), courtesy([]), courtesy(['--version'])]);
    expect(help).toEqual({ code: 0, out: alone.out, err: '' });
    for (const { name, does } of Object.values(commands)) expect(help.out).toMatch(new RegExp(`^  courtesy ${name}\\b.*\\n      ${does.slice(0, 20)}`, 'm'));
    expect(version).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('says what it does not know, with the code 2', async () => {
    const [unknown, option] = await Promise.all([courtesy(['bild']), courtesy(['check', '--fast'])]);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toMatch(/^courtesy: there is no command "bild"; there are build, check, .*; courtesy --help shows what they take\n$/);
    expect(option.code).toBe(2);
    expect(option.err).toBe("check: Unknown option '--fast'; use: npx courtesy check [--data DIR] [--no-cache]\n");
  });

  it('runs what the scripts of the clone run', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const name of Object.keys(commands)) expect(readme, name).toContain(`| \`npm run ${name} -- `);
    for (const name of Object.keys(commands))
      expect(manifest.scripts[name], name).toMatch(new RegExp(`^node (--max-semi-space-size=4 )?scripts/${name}\\.ts$`));
    expect(manifest.engines.node).toBe('>=22.12');
  });
});

describe('in an empty folder', () => {
  it('leads from nothing to the site that the clone builds', { timeout: 300_000 }, async () => {
    const before = stateOf(own());
    const nothing = await courtesy(['check']);
    expect([nothing.code, nothing.err]).toEqual([2, 'check: there is no workspace here; start one with npx courtesy init, or name one with --data\n']);

    const begun = await courtesy(['init', '--yes']);
    expect([begun.code, begun.err]).toEqual([0, '']);
    expect(begun.out).toContain('now: npx courtesy check --data ');
    expect(existsSync(join(home, 'settings.yaml')) && existsSync(join(home, 'exports')) && existsSync(join(home, 'templates', 'clients.csv'))).toBe(true);

    cpSync(join(fixtures, 'overlapping-weeks', 'exports'), join(home, 'exports'), { recursive: true });
    const settings = readFileSync(join(fixtures, 'overlapping-weeks', 'settings.yaml'), 'utf8');
    writeFileSync(join(home, 'settings.yaml'), `${settings}share: { clients: all }\n`);
    const checked = await courtesy(['check']);
    expect([checked.code, checked.out.split('\n').length > 2]).toEqual([0, true]);

    const there = join(folder, 'clone');
    const words = ['--data', home, '--out', there, '--no-cache'];
    const [built, cloned] = await Promise.all([
      courtesy(['build'], { COURTESY_SECRET: SECRET }),
      start([join(ROOT, 'scripts/build.ts'), ...words], { COURTESY_SECRET: SECRET }).ended,
    ]);
    expect([cloned.code, built.code, built.err]).toEqual([0, 0, expect.stringContaining(`site: ${join('dist', 'internal', 'index.html')}`)]);
    for (const site of ['internal', 'share']) {
      const files = filesIn(join(there, site));
      expect(files.length).toBeGreaterThan(3);
      expect(filesIn(join(home, 'dist', site))).toEqual(files);
      for (const name of files) expect(readFileSync(join(home, 'dist', site, name)).equals(readFileSync(join(there, site, name))), name).toBe(true);
    }
    expect(stateOf(own()), 'nothing is written where the package is installed').toEqual(before);
    expect(existsSync(join(home, '.cache', 'columns')), 'the cache lies where the command runs').toBe(true);
  });

  it('takes data for the workspace where the folder itself is none', async () => {
    const other = join(folder, 'other');
    cpSync(join(fixtures, 'overlapping-weeks'), join(other, 'data'), { recursive: true });
    const { code, out } = await start([bin, 'check', '--no-cache'], {}, other).ended;
    expect([code, out]).toEqual([0, expect.stringContaining('cw-2025-06-08.csv')]);
    const begun = await start([bin, 'init'], {}, other).ended;
    expect([begun.code, begun.out]).toEqual([0, expect.stringContaining('settings.yaml stays as it is')]);
    expect(readdirSync(other)).toEqual(['data']);
  });

  it('gives the rows of a file as the clone does', async () => {
    const file = join(fixtures, 'overlapping-weeks', 'exports', 'cw-2025-06-08.csv');
    const [packaged, cloned] = await Promise.all([courtesy(['rows', file]), start([join(ROOT, 'scripts/rows.ts'), file]).ended]);
    expect(packaged).toEqual(cloned);
    expect(packaged.out.split('\n').length).toBeGreaterThan(2);
  });
});
