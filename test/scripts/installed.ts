import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean; readonly hasInstallScript?: boolean }>>;
}

/** The lock file of the clone. */
export const locked = (): Locked => JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Locked;

/** The packages that an installation without development brings, by their names, where they lie at the top and are there. */
export function installedPackages(): readonly string[] {
  const there = new Set(readdirSync(join(ROOT, 'node_modules'), { recursive: false, encoding: 'utf8' }));
  const scoped = [...there]
    .filter((name) => name.startsWith('@'))
    .flatMap((scope) => readdirSync(join(ROOT, 'node_modules', scope)).map((name) => `${scope}/${name}`));
  const all = new Set([...there, ...scoped]);
  return Object.entries(locked().packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path]) => path.slice('node_modules/'.length))
    .filter((name) => all.has(name));
}

/** Packs the clone as `npm pack` does; gives the path of the tarball, in `folder`. */
export function packed(folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe', shell: process.platform === 'win32' });
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
}

/** Lays the packages that an installation brings into the `node_modules` of a folder, as links. */
export function linkInstalled(folder: string): void {
  for (const name of installedPackages()) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
  }
}

/**
 * Lays a tarball and the packages it needs into the `node_modules` of an empty folder, as an installation would, without the network:
 * the package itself unpacked, all others as links. Gives the file that stands behind the command `courtesy`.
 */
export function install(tarball: string, folder: string): string {
  const target = join(folder, 'node_modules', 'courtesy');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
  linkInstalled(folder);
  const { bin } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as { bin: { courtesy: string } };
  return join(target, bin.courtesy);
}
