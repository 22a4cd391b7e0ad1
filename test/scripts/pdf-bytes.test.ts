import { expect, test } from 'vitest';
import { sheetsOf, steadyPdf } from '../../scripts/pdf-bytes.ts';

const pdf = (stamp: string, first: number): Buffer => {
  const name = (at: number): string => `(node${String(first + at).padStart(8, '0')})`;
  return Buffer.from(
    `<</Title (node00000099)\n/CreationDate (D:${stamp})\n/ModDate (D:${stamp})>> <</ID ${name(0)}>> <</ID ${name(40)}>> /Headers [${name(40)} ${name(0)}] /Names [${name(0)} 1 0 R ${name(40)} 2 0 R] \xff\x00`,
    'latin1',
  );
};

test('the same page gives the same PDF whenever it is printed, of the same length', () => {
  const [one, two] = [pdf("20260830101112+00'00'", 7), pdf("20271231235959-05'30'", 41)].map((bytes) => steadyPdf(bytes, '2026-08-30'));
  expect(Buffer.from(one!).toString('latin1')).toBe(Buffer.from(two!).toString('latin1'));
  expect(one!.length).toBe(pdf("20260830101112+00'00'", 7).length);
  const text = Buffer.from(one!).toString('latin1');
  expect(text).toContain("/CreationDate (D:20260830000000+00'00')");
  expect(text).toContain('/Headers [(node00000002) (node00000001)]');
  expect(text).toContain('/Title (node00000099)');
});

test('sheets are counted, and not the list of them', () => {
  expect(sheetsOf(Buffer.from('<</Type /Pages>> <</Type /Page\n>> <</Type/Page>>'))).toBe(2);
});
