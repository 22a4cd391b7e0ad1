import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLarge, LEAST_APART, stageApart } from '../../scripts/apart.ts';
import { reportJson, writeFigures } from '../../scripts/contract.ts';
import { reportStage } from '../../scripts/making.ts';
import type { Workspace } from '../../src/load/workspace.ts';
import { fixtures, workspaceIn } from '../workspace.ts';
import { runNode } from './processes.ts';

const TIME = { timeout: 180_000 };
let folder = '';
let data = '';
let workspace: Workspace;
const beside = (name: string) => ({ report: join(folder, `${name}.json`), measures: join(folder, `${name}.csv`) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apart-'));
  data = join(folder, 'data');
  cpSync(join(fixtures, 'overlapping-weeks'), data, { recursive: true });
  workspace = await workspaceIn(data);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a report made in a process of its own is the report made here, and so are its figures', TIME, async () => {
  const [told, asked]: [unknown[][], string[]] = [[], []];
  const shown = (...progress: unknown[]) => void told.push(progress);
  const previous = async (asOf: string) => (asked.push(asOf), null);
  const [here, apart] = [beside('here'), beside('apart')];
  const { figures, report, ...rest } = await reportStage({ data, cache: undefined, secret: undefined })(workspace, undefined, previous, shown, null, here);
  await writeFigures(figures!, report!, here);
  const toldHere = told.splice(0);
  const stage = stageApart({ data, out: join(folder, 'site'), cache: undefined });
  const { kept, ...made } = await stage(workspace, undefined, previous, shown, null, apart);
  await kept;
  expect([...reportJson(report!)].join('')).toBe(`${JSON.stringify(report)}\n`);
  expect(made.report).toEqual(JSON.parse(JSON.stringify(report)));
  expect({ ...made, report: null }).toEqual({ ...rest, report: null });
  expect(readFileSync(apart.measures)).toEqual(readFileSync(here.measures));
  expect(JSON.parse(readFileSync(apart.report, 'utf8'))).toEqual(made.report);
  expect(told).toEqual(toldHere);
  expect(asked).toEqual([report!.asOf, report!.asOf]);
});

test('what is refused there is told here, and writes nothing', TIME, async () => {
  const broken = join(folder, 'broken');
  mkdirSync(join(broken, 'exports'), { recursive: true });
  writeFileSync(join(broken, 'settings.yaml'), 'firm: { name: Pine, zone: UTC }\n');
  const stage = stageApart({ data: broken, out: join(folder, 'site'), cache: undefined });
  const made = await stage(
    workspace,
    undefined,
    async () => null,
    () => {},
    null,
    beside('broken'),
  );
  expect(made.report).toBeNull();
  expect(made.issues.map(({ code }) => code)).toEqual(['workspace-empty']);
});

test('what breaks there breaks the stage, with the disk’s own code', TIME, async () => {
  const nowhere = { report: join(folder, 'no', 'report.json'), measures: join(folder, 'no', 'measures.csv') };
  const made = stageApart({ data, out: join(folder, 'site'), cache: undefined })(
    workspace,
    undefined,
    async () => null,
    () => {},
    null,
    nowhere,
  );
  await expect(made).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a process that is gone before it is asked ends the stage', TIME, async () => {
  const killed = `data:text/javascript,${encodeURIComponent("if (process.argv[1].includes('apart-worker')) process.kill(process.pid, 'SIGKILL');")}`;
  const { code, err } = await runNode(['--import', killed, join(import.meta.dirname, 'apart-stub.ts'), data, folder, '2000']);
  expect(code).toBe(1);
  expect(err).toContain('the process that makes the report ended with SIGKILL');
});

test('only large workspaces are worth it, by what their files hold unpacked', () => {
  const [settings, file] = [{ ...workspace.settings, ignore: ['old*'] }, workspace.files[0]!];
  const of = (name: string, size: number) => ({ settings, files: [{ ...file, name, size }] });
  expect(isLarge(of('a.csv', LEAST_APART - 1))).toBe(false);
  expect(isLarge(of('a.csv', LEAST_APART))).toBe(true);
  expect(isLarge(of('a.csv.gz', LEAST_APART / 10))).toBe(true);
  for (const unread of ['old-a.csv', 'old-a.csv.gz', 'all.xlsx']) expect(isLarge(of(unread, LEAST_APART)), unread).toBe(false);
});
