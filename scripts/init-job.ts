import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Misuse, oneLine, Refused } from './command.ts';
import { makeFolder } from './folder.ts';
import { isPackage, own } from './root.ts';

interface Job {
  /** Where it stands in scripts/workflows. */
  readonly from: string;
  /** Where it must lie to be run. */
  readonly to: string;
  readonly next: string;
}

/** The weekly jobs that there are, by what runs them. */
export const jobs: Readonly<Record<string, Job>> = {
  github: {
    from: 'github.yml',
    to: '.github/workflows/report.yml',
    next: 'set the secret COURTESY_SECRET of the repository where clients are shared pages, commit, and push; the notes in the file name the rest',
  },
  gitlab: {
    from: 'gitlab-ci.yml',
    to: '.gitlab-ci.yml',
    next: 'set the variable COURTESY_SECRET of the project where clients are shared pages, commit, push, and make a schedule; the notes in the file name the rest',
  },
  cron: { from: 'cron.sh', to: 'cron.sh', next: 'write the line for the crontab that stands in its notes' },
};

/** How a job calls the build: the clone by its script, a workspace by the package in it. */
const CALLS = { clone: 'npm run build --', package: 'npx courtesy build' } as const;

/** The text of a job as it is for the clone, or for a workspace that has the package as a dependency. */
export function jobText({ from }: Job, forPackage: boolean): string {
  return readFileSync(own(`scripts/workflows/${from}`), 'utf8').replaceAll(CALLS.clone, forPackage ? CALLS.package : CALLS.clone);
}

const IGNORED = ['node_modules/', 'dist', '*.versions/', '*.held/', '*.pdf/', '.cache/'];

/** A line of .gitignore as far as it names something: one that is taken back by `!` is settled too. */
const named = (line: string): string => line.trim().replace(/^!?\/?/, '');

/** Adds what Git is to leave alone to the list, where lines lack. Gives whether any did. */
function extendIgnored(file: string): boolean {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const known = new Set(before.split('\n').map(named));
  const lacking = IGNORED.filter((line) => !known.has(line) && !known.has(line.replace(/\/$/, '')));
  if (lacking.length > 0) appendFileSync(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${lacking.join('\n')}\n`);
  return lacking.length > 0;
}

/**
 * Writes the weekly job of a host into the folder of a repository, and what lacks in its list of what Git leaves alone. Nothing that is
 * there is written over. Gives the exit code.
 * @throws Misuse for a host that there is none for; Refused where the file is there already.
 */
export function initJob(host: string, folder: string, out: (text: string) => void): number {
  const job = Object.hasOwn(jobs, host) ? jobs[host]! : null;
  if (job === null) throw new Misuse(`there is no weekly job for "${oneLine(host)}"; write --ci ${Object.keys(jobs).join(', --ci ')}`);
  const file = join(folder, job.to);
  if (existsSync(file)) throw new Refused(`${file}: this file is there already; nothing was written; move it away to have it anew`);
  makeFolder(dirname(file));
  writeFileSync(file, jobText(job, isPackage), { flag: 'wx', mode: job.to.endsWith('.sh') ? 0o755 : 0o644 });
  const isExtended = host !== 'cron' && extendIgnored(join(folder, '.gitignore'));
  out(`written: ${[job.to, ...(isExtended ? ['.gitignore'] : [])].join(', ')}\nnow: ${job.next}\n`);
  return 0;
}
