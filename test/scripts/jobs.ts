import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './installed.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a job would do on its host: commands one after the other, each with its own variables. */
export interface Turn {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** `${{ … }}` and conditions as GitHub would fill them in, from these values. @throws Error for one that is not among them. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ *([^}]*?) *\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`nothing says what ${name} is`);
    return values[name]!;
  });
}

function holds(condition: string | undefined, values: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return true;
  if (condition === 'failure()') return false;
  return condition.split(' && ').every((part) =>
    part
      .replace(/^\((.*)\)$/, '$1')
      .split(' || ')
      .some((one) => {
        const [, name, is, text] = /^([\w.]+) ([!=]=) '(.*)'$/.exec(one) ?? [];
        if (name === undefined || !Object.hasOwn(values, name)) throw new Error(`nothing says whether ${one}`);
        return (values[name] === text) === (is === '==');
      }),
  );
}

/** The commands of the job `build` of a GitHub workflow. */
export function githubTurns(text: string, values: Readonly<Record<string, string>>): readonly Turn[] {
  const { jobs } = parse(text) as { jobs: Record<string, { steps: readonly Step[] }> };
  return jobs['build']!.steps.filter((step) => step.run !== undefined && holds(step.if, values)).map(({ run, env = {} }) => ({
    run: run!,
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value, values)])),
  }));
}

/** The commands of some jobs of a GitLab pipeline. */
export function gitlabTurns(text: string, jobs: readonly string[]): readonly Turn[] {
  const pipeline = parse(text) as Record<string, { script: readonly string[] }>;
  return [{ run: jobs.flatMap((job) => pipeline[job]!.script).join('\n'), env: {} }];
}

const STUB = '#!/bin/sh\nprintf "%s" "$(basename "$0")" >>"$CALLED"\nprintf " [%s]" "$@" >>"$CALLED"\necho >>"$CALLED"\n';
/** What stands in for the programs of a host: each writes down how it was called; npm does all but install. */
const STUBS: Readonly<Record<string, string>> = {
  rsync: STUB,
  apk: STUB,
  sendmail: `${STUB}cat >>"$CALLED"\n`,
  gh: `${STUB}[ "$2" = list ] && echo "$LAST_RUN"\n[ "$2" = download ] && ! cp "$HISTORY" history.tar.gz && exit 1\nexit 0\n`,
  npm: `${STUB}[ "$1" = ci ] && exit 0\nPATH="\${PATH#*:}"\nexec npm "$@"\n`,
};

/** A host in a folder, on which jobs run as far as they need no network. */
export function host(folder: string) {
  const programs = join(folder, 'programs');
  const called = join(folder, 'called');
  mkdirSync(programs, { recursive: true });
  for (const [name, text] of Object.entries(STUBS)) writeFileSync(join(programs, name), text, { mode: 0o755 });
  writeFileSync(called, '');
  const env = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
    PATH: [programs, dirname(process.execPath), process.env['PATH']].join(delimiter),
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_REF_NAME: 'main',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    CI: 'true',
    CALLED: called,
    LAST_RUN: '',
    HISTORY: '',
    ...more,
  });
  return {
    /** How the programs were called since the last time that this was asked. */
    called: (): string => {
      const text = readFileSync(called, 'utf8');
      writeFileSync(called, '');
      return text;
    },
    /** Runs commands in a folder as the host does, each stopping at the first that fails; gives the code and what was said. */
    run(turns: readonly Turn[], cwd: string, more: Readonly<Record<string, string>> = {}, shell: readonly string[] = ['bash', '-e', '-o', 'pipefail', '-c']) {
      let said = '';
      for (const turn of turns) {
        const [program, ...words] = [...shell, turn.run];
        const { status, stdout, stderr } = spawnSync(program!, words, { cwd, env: env({ ...more, ...turn.env }), encoding: 'utf8' });
        said += stdout + stderr;
        if (status !== 0) return { code: status, said };
      }
      return { code: 0, said };
    },
  };
}

/** A clone in a folder, as after checking it out, but for its workspace; its packages are those that are here. */
export function clone(folder: string): void {
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Lists the jobs of a GitLab pipeline by a tool that checks it against GitLab's own schema; null where it finds fault. */
export function gitlabJobs(text: string, folder: string): readonly string[] | null {
  mkdirSync(folder, { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  writeFileSync(join(folder, '.gitlab-ci.yml'), text);
  const tool = join(ROOT, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js');
  const words = ['--list-json', '--evaluate-rule-changes=false', '--variable', 'COURTESY_PAGES=share', '--variable', 'COURTESY_SHARE_TO=there'];
  const { status, stdout } = spawnSync(process.execPath, [tool, ...words], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } });
  return status === 0 ? (JSON.parse(stdout) as readonly { name: string }[]).map(({ name }) => name) : null;
}
