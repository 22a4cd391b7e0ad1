import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sheetsOf } from '../../scripts/pdf-bytes.ts';
import { runNode } from '../scripts/processes.ts';
import { idOf, nameOf } from './canaries.ts';

export interface Case {
  /** Where a site is published in which the page of a client is locked, and the same with all pages open. */
  readonly out: () => string;
  readonly open: () => string;
  readonly client: number;
  readonly env: NodeJS.ProcessEnv;
}

/** A text as the head of a PDF has it: in UTF-16 and hexadecimals. */
const inPdf = (text: string): string => `FEFF${[...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}`.toUpperCase();

/** What `npm run pdf` gives and says. */
export function paperRules({ out, open, client, env }: Case): void {
  describe('on paper', { timeout: 300_000 }, () => {
    const empty = mkdtempSync(join(tmpdir(), 'paper-'));
    afterAll(() => rmSync(empty, { recursive: true, force: true }));
    const print = (words: readonly string[], given: NodeJS.ProcessEnv = env) => runNode(['scripts/pdf.ts', ...words], given);
    const one = ['--client', idOf(client)];
    const fileAt = (place: string): string => join(`${place}.pdf`, `${idOf(client)}.pdf`);

    test('a page has its title, language, tags and bookmarks, three sheets at most, and the day of its report', async () => {
      const { code, err } = await print(['--out', open(), '--client', nameOf(client)]);
      expect([code, err]).toEqual([0, expect.stringMatching(/\.pdf: [123] sheets?\n$/)]);
      const pdf = readFileSync(fileAt(open()), 'latin1');
      expect(/\/Title <([0-9A-F]+)>/.exec(pdf)?.[1]).toContain(inPdf(nameOf(client)));
      for (const part of ['/Marked true', '/StructTreeRoot', '/Lang (en-GB)', '/Outlines', "/CreationDate (D:20260712000000+00'00')"])
        expect([part, pdf.includes(part)]).toEqual([part, true]);
      // Words of a head that stands on two lines stay apart.
      expect(pdf.includes('/Title (What we promised and kept)')).toBe(true);
      expect(sheetsOf(Buffer.from(pdf, 'latin1'))).toBeLessThanOrEqual(3);
      expect(readdirSync(`${open()}.pdf`)).toEqual(['.printed.json', `${idOf(client)}.pdf`]);
    });

    test('a locked page is opened as its reader opens it, and gives the same bytes again', async () => {
      const { code, err } = await print(['--out', out(), ...one]);
      expect([code, err]).toEqual([0, expect.stringContaining('whoever has it reads it without the passphrase')]);
      const first = readFileSync(fileAt(out()));
      await print(['--out', out(), ...one]);
      expect(readFileSync(fileAt(out())).equals(first)).toBe(true);
      expect(existsSync(join(out(), 'share', 'pdf'))).toBe(false);
    });

    test('what cannot be printed is said, and what to do', async () => {
      const name = `COURTESY_PASSPHRASE_${idOf(client).toUpperCase()}`;
      const cases: readonly (readonly [readonly string[], NodeJS.ProcessEnv, number, string])[] = [
        [['--out', join(empty, 'none')], env, 2, 'there is no site; build one with npm run build'],
        [['--out', out(), '--client', 'nobody'], env, 2, '"nobody": no client has this name'],
        [['--out', out(), ...one], {}, 1, `there is none for it (${name})`],
        [['--out', out(), ...one], { [name]: 'another one of four words' }, 1, 'the published page does not open with this passphrase'],
        [['--out', open(), ...one], { CHROME_PATH: join(empty, 'none') }, 1, 'there is no such program; nothing was done; correct CHROME_PATH'],
      ];
      for (const [words, given, code, text] of cases) {
        const ended = await print(words, given);
        expect([words, ended.code, ended.out]).toEqual([words, code, '']);
        expect(ended.err).toContain(text);
        expect(ended.err).not.toMatch(/copper|four words;|unexpected/);
      }
      expect(existsSync(join(empty, 'none.pdf'))).toBe(false);
    });
  });
}
