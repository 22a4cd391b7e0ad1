import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputsOf } from '../../scripts/inputs.ts';
import { isSwollen } from '../../src/exports/file.ts';
import type { Issue } from '../../src/issue.ts';
import { loadWorkspace, type Workspace } from '../../src/load/workspace.ts';
import { exportsOf, workspaceIn } from '../workspace.ts';
import { zipOf } from '../zip-of.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-'));
  mkdirSync(join(folder, 'exports'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tickets = (from: number, count: number): string =>
  ['ticket_id,client,opened_at', ...Array.from({ length: count }, (_, at) => `T-${from + at},A,2025-03-03 09:00`), ''].join('\n');
const OTHER = tickets(1, 2);

async function read(files: Readonly<Record<string, string | Uint8Array>>, more = '') {
  writeFileSync(join(folder, 'settings.yaml'), `firm: { name: Test, zone: UTC }\n${more}`);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'exports', name), content);
  const workspace = await workspaceIn(folder);
  return { workspace, ...(await exportsOf(workspace)) };
}

const said = (issues: readonly { code: string; file: string; text: string }[]): readonly string[] =>
  issues.map(({ code, file, text }) => [code, file, text].filter((part) => part !== '').join(' '));

describe('an archive is read like the files in it', () => {
  const puts = [
    { name: 'one.csv', content: tickets(1, 3) },
    { name: 'deep/two.tsv', content: tickets(4, 2).replaceAll(',', '\t') },
    { name: 'three.csv.gz', content: gzipSync(tickets(6, 1)), stored: true as const },
    { name: 'back\\four.csv', content: tickets(7, 2) },
    { name: './five.csv', content: tickets(9, 1), stored: true as const },
    { name: 'Übersicht.csv', content: tickets(10, 1) },
  ];

  it('each by its own name', async () => {
    const { files, issues } = await read({ 'week.zip': zipOf(puts) });
    expect(files.map(({ file, used }) => `${file} ${used}`)).toEqual([
      'week.zip/back/four.csv 2',
      'week.zip/deep/two.tsv 2',
      'week.zip/five.csv 1',
      'week.zip/one.csv 3',
      'week.zip/three.csv.gz 1',
      'week.zip/Übersicht.csv 1',
    ]);
    expect(issues).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('as often as asked, and nothing stays open where it is not read to its end', async () => {
    const { workspace } = await read({ 'week.zip': zipOf([{ name: 'one.csv', content: tickets(1, 50_000) }]), 'loose.csv.gz': gzipSync(tickets(1, 50_000)) });
    const before = readdirSync('/proc/self/fd').length;
    for (const file of workspace.files) {
      for (let turn = 0; turn < 40; turn++) {
        for await (const piece of file.open()) {
          expect(piece.length).toBeGreaterThan(0);
          break;
        }
      }
    }
    await expect.poll(() => readdirSync('/proc/self/fd').length, { timeout: 10_000 }).toBeLessThan(before + 10);
  });

  it('settings mean a file by the archive too', async () => {
    const { files, issues } = await read({ 'week.zip': zipOf(puts), 'old.zip': 'no archive', 'other.csv': OTHER }, 'ignore: [week.zip, old.zip]\n');
    expect([files.map(({ file }) => file), issues]).toEqual([['other.csv'], []]);
  });

  it('the same bytes have the same hash wherever they lie', async () => {
    const zip = (name: string) =>
      zipOf([
        { name: 'first.csv', content: OTHER },
        { name, content: tickets(1, 3) },
      ]);
    const { workspace } = await read({ 'a.zip': zip('a.csv'), 'b.zip': zip('b.csv') });
    const hashes = await Promise.all(workspace.files.map(async ({ name, hash }) => [name, await hash!()] as const));
    const of = new Map(hashes);
    expect(of.get('a.zip/a.csv')).toBe(of.get('b.zip/b.csv'));
    expect(of.get('a.zip/first.csv')).not.toBe(of.get('a.zip/a.csv'));
  });
});

const CSV = { name: 'in.csv', content: tickets(5, 2) };
const STRONG = 0x40;
const whole = zipOf([CSV]);
const damagedInside = Buffer.from(whole);
damagedInside.fill(0x55, 40, 60);

/** A worry, the archive that shows it, what is said, and the rows that are read of it. */
const worries: readonly (readonly [worry: string, archive: Uint8Array | string, said: readonly string[], rows: number])[] = [
  ['no files', zipOf([]), ['archive-empty bad.zip'], 0],
  [
    'only what macOS and others hide in archives',
    zipOf([
      { ...CSV, name: '__MACOSX/in.csv' },
      { ...CSV, name: '.hidden/in.csv' },
      { ...CSV, name: 'a/._in.csv' },
    ]),
    ['archive-empty bad.zip'],
    0,
  ],
  [
    'a folder and files that are no exports',
    zipOf([{ name: 'x/', content: '' }, { name: 'x/read.me', content: 'x' }, CSV]),
    ['file-passed-over bad.zip/x/read.me'],
    2,
  ],
  ['an archive in the archive', zipOf([{ name: 'in.zip', content: whole }, CSV]), ['archive-nested bad.zip/in.zip'], 2],
  [
    'a name that leads upwards',
    zipOf([{ ...CSV, name: '../in.csv' }, { ...CSV, name: 'a/../../b.csv' }, CSV]),
    ['archive-name bad.zip ../in.csv', 'archive-name bad.zip a/../../b.csv'],
    2,
  ],
  [
    'a name from the root',
    zipOf([{ ...CSV, name: '/in.csv' }, { ...CSV, name: 'C:\\in.csv' }, CSV]),
    ['archive-name bad.zip /in.csv', 'archive-name bad.zip C:/in.csv'],
    2,
  ],
  ['a name that steers a terminal', zipOf([{ ...CSV, name: 'a\u001b[2Jb.csv' }, CSV]), ['archive-name bad.zip a\u001b[2Jb.csv'], 2],
  ['one name twice', zipOf([CSV, { ...CSV, content: tickets(50, 3) }]), ['archive-twice bad.zip in.csv'], 0],
  [
    'a file with a password',
    zipOf([
      { ...CSV, flags: 1 },
      { ...CSV, name: 'b.csv' },
    ]),
    ['archive-locked bad.zip/in.csv'],
    2,
  ],
  ['an archive with a password', zipOf([{ ...CSV, flags: STRONG }]), ['archive-locked bad.zip'], 0],
  ['another way of packing', zipOf([{ ...CSV, method: 9 }]), ['archive-method bad.zip/in.csv'], 0],
  ['no archive at all', OTHER, ['archive-damaged bad.zip'], 0],
  ['no byte', '', ['archive-damaged bad.zip'], 0],
  ['cut short', whole.subarray(0, whole.length - 30), ['archive-damaged bad.zip'], 0],
  ['its beginning lost', whole.subarray(20), ['archive-damaged bad.zip'], 0],
  ['a list that is damaged', Buffer.concat([whole.subarray(0, -74), Buffer.alloc(52), whole.subarray(-22)]), ['archive-damaged bad.zip'], 0],
  ['bytes that are damaged', damagedInside, ['file-unreadable bad.zip/in.csv'], 0],
  ['other bytes than the archive says', zipOf([{ ...CSV, crc: 1 }]), ['file-unreadable bad.zip/in.csv'], 0],
  ['more bytes than the archive says', zipOf([{ ...CSV, size: 10 }]), ['file-unreadable bad.zip/in.csv'], 0],
  ['fewer bytes than the archive says', zipOf([{ ...CSV, size: 10_000 }]), ['file-unreadable bad.zip/in.csv'], 0],
  [
    'gigabytes out of nothing',
    zipOf([
      { ...CSV, size: 3e9 },
      { ...CSV, name: 'b.csv' },
    ]),
    ['file-swollen bad.zip'],
    0,
  ],
  ['an empty file', zipOf([{ name: 'in.csv', content: '', stored: true }]), ['file-empty bad.zip/in.csv'], 0],
  ['an archive with the name of a text', zipOf([{ name: 'in.csv', content: whole }]), ['file-not-csv bad.zip/in.csv'], 0],
];

describe('an archive that cannot be read as it is meant', () => {
  it.each(worries)('%s', async (_, archive, expected, rows) => {
    const { issues, files } = await read({ 'bad.zip': archive, 'good.csv': OTHER });
    expect(said(issues)).toEqual(expected);
    expect(files.filter(({ file }) => file !== 'good.csv').reduce((sum, { used }) => sum + used, 0)).toBe(rows);
  });

  it('a byte changed or the rest cut off anywhere never breaks the reader', async () => {
    const known = new Set([
      'archive-damaged',
      'archive-empty',
      'archive-locked',
      'archive-method',
      'archive-name',
      'archive-nested',
      'archive-twice',
      'file-passed-over',
      'file-unreadable',
      'file-swollen',
    ]);
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      for (const archive of [changed, whole.subarray(0, at)]) {
        const { issues, files } = await read({ 'bad.zip': archive, 'good.csv': OTHER });
        const rows = files.filter(({ file }) => file !== 'good.csv').reduce((sum, { used }) => sum + used, 0);
        if (rows !== 2)
          expect(
            issues.map(({ code }) => known.has(code)),
            `byte ${at}: ${said(issues).join()}`,
          ).toEqual([true]);
      }
    }
  });

  it('a spreadsheet is no export, under its own name or another', async () => {
    const { issues } = await read({ 'a.xlsx': whole, 'b.csv': whole, 'good.csv': OTHER });
    expect(said(issues)).toEqual(['file-passed-over a.xlsx', 'file-not-csv b.csv']);
  });
});

it('a file that swells beyond any export is given up', { timeout: 180_000 }, async () => {
  const member = gzipSync(Buffer.alloc(1 << 24, 'x'));
  const { issues } = await read({ 'bomb.csv.gz': Buffer.concat(Array.from({ length: 60 }, () => member)), 'good.csv': OTHER });
  expect(said(issues)).toEqual(['file-swollen bomb.csv.gz']);
});

it('what is packed more than 200 times smaller and unpacks to more than a gigabyte is no export', () => {
  expect([isSwollen(1e9, 1), isSwollen(1e9 + 1, 1), isSwollen(4e9, 2e7), isSwollen(4e9 + 1, 2e7)]).toEqual([false, true, false, true]);
});

describe('what lies under exports', () => {
  /** Puts files into the workspace by their paths in it, and links beside them by where they lead to. */
  function put(files: Readonly<Record<string, string | Uint8Array>>, links: Readonly<Record<string, string>> = {}): void {
    for (const [paths, make] of [
      [files, (path: string, content: string | Uint8Array) => writeFileSync(path, content)],
      [links, (path: string, target: string | Uint8Array) => symlinkSync(String(target), path)],
    ] as const)
      for (const [name, what] of Object.entries(paths)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        make(join(folder, name), what);
      }
  }
  async function seen(more = '') {
    const { workspace, files, issues } = await read({}, more);
    return { names: files.map(({ file, used }) => `${file} ${used}`), issues: said(issues), workspace };
  }

  it('is read behind links too, named as it stands there', async () => {
    put(
      {
        'exports/a.csv': tickets(1, 1),
        'elsewhere/b.csv': tickets(2, 2),
        'elsewhere/deep/c.csv': tickets(4, 3),
        'far/d.csv': tickets(7, 4),
        'far/e.zip': zipOf([{ name: 'f.csv', content: tickets(11, 1) }]),
        'one.csv': tickets(12, 2),
      },
      { 'exports/2026': '../elsewhere', 'elsewhere/further': '../far', 'exports/deep/one.csv': '../../one.csv' },
    );
    const { names, issues, workspace } = await seen();
    expect(names).toEqual(['2026/b.csv 2', '2026/deep/c.csv 3', '2026/further/d.csv 4', '2026/further/e.zip/f.csv 1', 'a.csv 1', 'deep/one.csv 2']);
    expect(issues).toEqual([]);
    const inputs = await inputsOf(folder, workspace);
    expect(inputs.map(({ file, bytes, sha256 }) => [file, bytes > 0 && sha256 !== ''])).toContainEqual(['exports/2026/further/e.zip', true]);
  });

  it('once, however many links lead to a folder, and to none without end', async () => {
    put(
      { 'exports/sub/b.csv': tickets(2, 2), 'elsewhere/c.csv': tickets(4, 3), 'elsewhere/deep/d.csv': tickets(7, 1) },
      {
        'exports/all': '.',
        'exports/a': 'sub',
        'exports/sub/up': '..',
        'exports/x': '../elsewhere/deep',
        'exports/y': '../elsewhere',
        'exports/z': '../elsewhere',
      },
    );
    symlinkSync('../deep', join(folder, 'elsewhere', 'deep', 'again'));
    symlinkSync('../../exports', join(folder, 'elsewhere', 'deep', 'back'));
    expect(await seen()).toMatchObject({ names: ['sub/b.csv 2', 'x/d.csv 1', 'y/c.csv 3'], issues: [] });
  });

  it('but not where a link leads above itself, to nothing or to itself, which is said', async () => {
    put({ 'exports/a.csv': OTHER, 'elsewhere/deep/d.csv': tickets(7, 1) }, { 'exports/all': '..', 'exports/2026': '../gone', 'exports/b.csv': 'b.csv' });
    symlinkSync('..', join(folder, 'elsewhere', 'deep', 'up'));
    symlinkSync('../elsewhere/deep', join(folder, 'exports', 'deep'));
    const { names, issues, workspace } = await seen();
    expect(names).toEqual(['a.csv 2', 'deep/d.csv 1']);
    expect(issues).toEqual(['file-unreadable 2026', 'link-upwards all', 'file-unreadable b.csv', 'link-upwards deep/up']);
    const unread = (await inputsOf(folder, workspace)).filter(({ sha256 }) => sha256 === '');
    expect(unread).toEqual(['2026', 'all', 'b.csv', 'deep/up'].map((name) => ({ file: `exports/${name}`, bytes: 0, sha256: '' })));
    expect((await seen('ignore: ["2026", all, b.csv, up]\n')).issues).toEqual([]);
  });

  it('is not what is hidden, nor what lies in hidden folders', async () => {
    put({
      'exports/a.csv': OTHER,
      'exports/.b.csv': tickets(10, 1),
      'exports/.Trash-0/files/old.csv': tickets(20, 1),
      'exports/2026/.stversions/old.csv': tickets(30, 1),
      'exports/__MACOSX/a.csv': tickets(40, 1),
      'exports/2026/v1.2/c.csv': tickets(50, 1),
    });
    expect(await seen()).toMatchObject({ names: ['2026/v1.2/c.csv 1', 'a.csv 2'], issues: [] });
  });

  it.runIf(process.platform !== 'win32')('is not opened where it is no file, nor waited for', async () => {
    put({ 'exports/a.csv': OTHER }, { 'exports/linked.csv': '../pipe', 'exports/null.csv': '/dev/null' });
    for (const name of ['pipe', 'exports/pipe.csv', 'exports/pipe.zip']) execFileSync('mkfifo', [join(folder, name)]);
    const { names, issues, workspace } = await seen();
    expect(names).toEqual(['a.csv 2']);
    expect(issues).toEqual(['linked.csv', 'null.csv', 'pipe.csv', 'pipe.zip'].map((name) => `file-not-regular ${name}`));
    expect((await inputsOf(folder, workspace)).filter(({ sha256 }) => sha256 === '')).toHaveLength(4);
  });

  it('is meant by its name in whichever way its accents are stored', async () => {
    put({ 'exports/a.csv': OTHER, ['exports/café.csv'.normalize('NFD')]: tickets(10, 1), ['exports/plié.csv'.normalize('NFC')]: tickets(20, 1) });
    const ignore = `ignore: ['${'CAFÉ.csv'.normalize('NFC')}', '${'plié*'.normalize('NFD')}']\n`;
    expect(await seen(ignore)).toMatchObject({ names: ['a.csv 2'], issues: [] });
    expect((await seen()).workspace.files.map(({ name }) => name)).toContain('café.csv'.normalize('NFD'));
  });
});

describe('what people write', () => {
  const settings = 'firm: { name: "Müller IT", zone: Europe/Berlin }\n';
  const words = '# Acme\n\n## 2026 Q2\n\nSchöne Grüße\n';
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const loaded = async () => {
    const { letters = [], settings: read, issues = [] } = (await loadWorkspace(folder)) as Partial<Workspace> & { issues?: readonly Issue[] };
    return { firm: read?.firm.name, letters: letters.map(({ file, text }) => [file, text]), issues: issues.map(({ code, file }) => `${code} ${file}`) };
  };

  it('is read with the mark that editors put before it, and in UTF-16', async () => {
    write('settings.yaml', `\ufeff${settings}`);
    write('clients/acme.md', wide(words));
    expect(await loaded()).toEqual({ firm: 'Müller IT', letters: [['clients/acme.md', words]], issues: [] });
  });

  it('is not guessed at in another encoding, which would spoil names and words on pages', async () => {
    write('settings.yaml', latin(settings));
    expect((await loaded()).issues).toEqual(['text-not-utf8 settings.yaml']);
    write('settings.yaml', settings);
    write('clients/acme.md', latin(words));
    expect((await loaded()).issues).toEqual(['text-not-utf8 clients/acme.md']);
  });

  it('is found behind links, and missed where a link leads nowhere', async () => {
    write('settings.yaml', settings);
    write('words/acme.md', words);
    mkdirSync(join(folder, 'clients', 'folder.md'), { recursive: true });
    symlinkSync('../words/acme.md', join(folder, 'clients', 'acme.md'));
    expect(await loaded()).toEqual({ firm: 'Müller IT', letters: [['clients/acme.md', words]], issues: [] });
    symlinkSync('../words/gone.md', join(folder, 'clients', 'gone.md'));
    expect((await loaded()).issues).toEqual(['file-unreadable clients/gone.md']);
  });
});
