import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** A package that an installation brings. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** By SPDX, as its own package.json says; null where it says none. */
  readonly licence: string | null;
  /** Whether some machines do without it: what is there then tells nothing of the list. */
  readonly machine: boolean;
  /** The licence as it comes with the package; null where none does, and for packages that some machines do without. */
  readonly text: string | null;
}

interface Entry {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const LICENCE_FILE = /^(licen[cs]e|copying)\b/i;

/** What is permitted: licences that ask for no more than their notice. */
export const PERMISSIVE: readonly string[] = [
  'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'PSF-2.0',
]; // prettier-ignore

/** Packages whose licence asks for their own source to stay open, and why that binds nothing here: none of them is changed, or part of this package. */
export const OPEN_SOURCE: Readonly<Record<string, string>> = {
  'MPL-2.0': 'lightningcss, installed beside and called by Vite as it is',
  'LGPL-3.0-or-later': 'libvips, an optional library for pictures that Astro names; the pages hold none that it would make',
};

/** Whether a licence, alone or with AND and OR, is among these. */
export function permits(licence: string, known: (name: string) => boolean): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => permits(part, known));
  return bare.split(' AND ').every((part) => known(part.trim()));
}

function textIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder)
    .sort()
    .find((one) => LICENCE_FILE.test(one));
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** What a package says of its licence, in the forms of today and of before. */
function saidIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const { license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    license?: string | { type: string };
    licenses?: readonly { type: string }[];
  };
  const said = typeof license === 'object' ? license.type : license;
  return said ?? licenses?.map(({ type }) => type).join(' OR ') ?? null;
}

/** All packages that an installation brings, by name, then version, whatever the machine; those for development alone are none of them. */
export function licensed(): readonly Licensed[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
  const all = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license, os, cpu, optional }]): Licensed => {
      const folder = join(ROOT, path);
      const machine = os !== undefined || cpu !== undefined || optional === true;
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: license ?? saidIn(folder), machine, text: machine ? null : textIn(folder) };
    });
  const unique = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const title = ({ name, version }: Licensed): string => `${name} ${version}`;

/** The list with its texts, as Markdown: the same for the same lock file. */
export function licenceList(packages: readonly Licensed[]): string {
  const texts = new Map<string, string[]>();
  for (const one of packages) if (one.text !== null) texts.set(one.text, [...(texts.get(one.text) ?? []), title(one)]);
  const rows = packages.map(
    (one) =>
      `| ${one.name} | ${one.version} | ${one.licence ?? 'none said'} | ${one.machine ? 'on some machines' : one.text === null ? 'brings no text' : ''} |`,
  );
  return [
    '# Licences',
    '',
    'What an installation brings, with the licence that each package names and, below, their texts. Written by `npm run licences`.',
    '',
    '| package | version | licence | |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...[...texts].flatMap(([text, names]) => ['', `## ${names.join(', ')}`, '', '~~~~', text, '~~~~']),
    '',
  ].join('\n');
}
