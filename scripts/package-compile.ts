import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { licenceList, licensed } from './licence-list.ts';
import { ROOT } from './root.ts';

/** Where the package is made: `files` of package.json names it. */
export const PACKED = 'dist-package';
/** What is for development alone and stays out of the package. */
const LEFT_OUT = /^scripts[/\\](test|tally|bench|package|licences?)\b|\.d\.ts$/;
/** An import of a module beside; in a component, its frontmatter and its script. */
const BESIDE = /\b(from |import )'(\.[^']*)\.ts'/g;

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** The JavaScript of a module, its imports of modules beside it by their names in the package. @throws Error where it is no TypeScript. */
function compiled(fileName: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, { fileName, compilerOptions, reportDiagnostics: true });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  return outputText;
}

function packFile(path: string, folder: string): void {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const target = join(folder, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  if (path.endsWith('.ts')) writeFileSync(target, compiled(path, text), { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  else writeFileSync(target, path.endsWith('.astro') ? text.replace(BESIDE, "$1'$2.js'") : text);
}

/** The part of package.json that the running code reads. */
function manifest(): string {
  const { name, version, type, license, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
  return `${JSON.stringify({ name, version, private: true, type, license, dependencies }, null, 2)}\n`;
}

/** Writes `src` and `scripts` as JavaScript into a folder, which is emptied before: what an installed package runs. */
export function packInto(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const names = ['src', 'scripts'].flatMap((part) =>
    readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  );
  for (const name of names) if (!LEFT_OUT.test(name)) packFile(name, folder);
  cpSync(join(ROOT, 'astro.config.mjs'), join(folder, 'astro.config.mjs'));
  writeFileSync(join(folder, 'package.json'), manifest());
  writeFileSync(join(folder, 'LICENCES.md'), licenceList(licensed()));
}
