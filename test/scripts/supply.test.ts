import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenceList, licensed, OPEN_SOURCE, PERMISSIVE, permits } from '../../scripts/licence-list.ts';
import { locked, ROOT } from './installed.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The first cells of the tables under a heading of the README, each with what stands beside it. */
function listed(heading: string): ReadonlyMap<string, string> {
  const [, part = ''] = readme.split(`\n## ${heading}\n`);
  const rows = part
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return new Map(rows.map((row) => row.split('|').map((cell) => cell.trim())).map(([, name, why]) => [name!.replaceAll('`', ''), why!]));
}

describe('what it stands on', () => {
  it('is listed in the README, a line and a reason each', () => {
    const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    const rows = listed('What it stands on');
    expect([...rows.keys()].filter((name) => name !== 'package').sort()).toEqual([...names].sort());
    for (const [name, why] of rows) expect(why.length, name).toBeGreaterThan(name === 'package' ? 2 : 8);
    expect(new Set(rows.values()).size).toBe(rows.size);
  });

  it('is pinned to one version, in package.json and by hash', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies', 'overrides'])
      for (const [name, version] of Object.entries(manifest[kind]!)) expect(version, name).toMatch(/^\d+\.\d+\.\d+[\w.-]*$/);
    const lock = Object.entries(locked().packages as Record<string, { integrity?: string; resolved?: string }>).filter(([path]) => path !== '');
    expect(lock.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(lock.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('needs no script at its installation: the one package that has one does without, as an installation with --ignore-scripts shows', () => {
    const withScripts = Object.entries(locked().packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(withScripts.map(([path]) => path)).toEqual(['node_modules/esbuild']);
    for (const workflow of ['github.yml', 'gitlab-ci.yml'])
      expect(readFileSync(join(ROOT, 'scripts', 'workflows', workflow), 'utf8')).toContain('npm ci --ignore-scripts');
    expect(Object.keys(manifest['scripts']!).filter((name) => /^(pre|post)?install$|^(pre|post)?prepare$/.test(name))).toEqual([]);
  });
});

describe('licences', () => {
  const packages = licensed();
  const isPermissive = (name: string): boolean => PERMISSIVE.includes(name);

  it('are said by every package, and ask for nothing but their notice; those that do stand in a list with the reason', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(({ licence }) => licence === null)).toEqual([]);
    const others = packages.filter(({ licence }) => !permits(licence!, isPermissive));
    expect(others.filter(({ licence }) => !permits(licence!, (name) => isPermissive(name) || Object.hasOwn(OPEN_SOURCE, name)))).toEqual([]);
    expect(others.filter(({ name }) => !/^(lightningcss|@img\/sharp)(-|$)/.test(name)).map(({ name }) => name)).toEqual([]);
  });

  it('are told apart', () => {
    for (const licence of ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'Apache-2.0']) expect(permits(licence, isPermissive), licence).toBe(true);
    for (const licence of ['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN x', 'UNLICENSED', ''])
      expect(permits(licence, isPermissive), licence).toBe(false);
  });

  it('are listed the same each time, with the text of each package that brings one', () => {
    const list = licenceList(packages);
    expect(list).toBe(licenceList(licensed()));
    for (const name of Object.keys(manifest['dependencies']!)) {
      expect(list).toMatch(new RegExp(`^\\| ${name} \\| ${manifest['dependencies']![name]!.replaceAll('.', '\\.')} \\| [^|]+ \\|  \\|$`, 'm'));
      expect(list).toMatch(new RegExp(`^## (.*, )?${name} `, 'm'));
    }
    expect(list).toContain('Permission is hereby granted, free of charge');
    expect(list).not.toMatch(/^\| (vitest|typescript|prettier) /m);
  });

  it('are said in the README', () => expect(readme).toContain('`npm run licences`'));
});
