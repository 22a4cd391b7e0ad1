import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../src/report/identities.ts';
import { productWords, scan } from '../../src/share/scan.ts';

const identity = (client: string, names: readonly string[], more: Partial<Identity> = {}): Identity => ({
  client,
  names: [client, ...names],
  domains: [],
  people: [],
  ...more,
});

const identities: readonly Identity[] = [
  identity('alder', ['Alder Works']),
  identity('birch', ['Birch & Söhne GmbH', 'Birch Sons'], { domains: ['birch.example'], people: ['Ida Holm <ida@mail.example>', 'Per Lund'] }),
  identity('acme', ['Acme']),
  identity('acme-holdings', ['Acme Holdings']),
  identity('acme-sons', ['Acme & Sons']),
  identity('c-march', ['March', 'IT']),
  identity('10777', ['株式会社山田']),
  identity('312', ['EY Ltd', 'ey']),
  identity('3M', ['3M']),
  identity('Go', ['Go']),
  identity('c-uk', ['UK']),
];
const product = productWords(['const months = ["March"]; "Visit"']);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function proof(content: string | Uint8Array, { client = 'alder', path = 'x/index.html', texts = [] as string[], allow = [] as string[] } = {}) {
  const file = { path, bytes: typeof content === 'string' ? bytes(content) : content };
  return scan([{ client, files: [file], texts }], { identities, firm: ['Rowan IT', 'Miriam Stokes'], product, allow });
}
const leaks = (...given: Parameters<typeof proof>): readonly string[] => proof(...given).leaks.map(({ of }) => of ?? '');
const doubts = (text: string, more: { client?: string; allow?: string[] } = {}): readonly string[] =>
  proof('', { ...more, texts: [text] }).doubts.map(({ name }) => name);

const NAME = 'Birch Sons';
const hex = (sign: string): string => sign.codePointAt(0)!.toString(16);
const base64 = Buffer.from(`{"client":"${NAME}"}`).toString('base64');

describe('a name of another client is found', () => {
  test.for<readonly [string, string | Uint8Array]>([
    ['in the plain', `we told ${NAME} so`],
    ['in capitals', NAME.toUpperCase()],
    ['over a line', 'Birch\n   Sons'],
    ['parted by markup', '<b>Birch</b> <i>Sons</i>'],
    ['inside a word cut by markup', 'Bir<b>ch So</b>ns'],
    ['in an attribute', `<a title="${NAME}">x</a>`],
    ['with accents taken off', 'Birch & Sohne GmbH'],
    ['with unseen characters', 'Bi\u200brch So\u00adns'],
    ['without its blank', 'see birchsons for more'],
    ['as HTML numbers', [...NAME].map((sign) => `&#${sign.codePointAt(0)};`).join('')],
    ['as HTML hexadecimals', [...NAME].map((sign) => `&#x${hex(sign)};`).join('')],
    ['in an address', `?q=${[...NAME].map((sign) => `%${hex(sign)}`).join('')}`],
    ['in an address, encoded twice', `?q=${[...NAME].map((sign) => `%25${hex(sign)}`).join('')}`],
    ['in JSON', [...NAME].map((sign) => `\\u${hex(sign).padStart(4, '0')}`).join('')],
    ['in a style sheet', [...NAME].map((sign) => `\\${hex(sign)} `).join('')],
    ['in base64', `data:text/plain;base64,${base64}`],
    ['in base64 off its groups', `ab${base64}`],
    ['in base64 for addresses', base64.replaceAll('+', '-').replaceAll('/', '_')],
    ['in base64 twice', Buffer.from(base64).toString('base64')],
    ['in gzip', gzipSync(NAME)],
    ['in gzip in base64', gzipSync(`${NAME} and more`).toString('base64')],
    ['in gzip behind other bytes', Buffer.concat([Buffer.from([0, 1, 2, 3, 0x1f, 7]), gzipSync(NAME)])],
    ['in UTF-16', Buffer.from(`${NAME}, ${NAME}`, 'utf16le')],
    ['among bytes that are no text', Buffer.concat([Buffer.from(Array.from({ length: 64 }, (_, at) => at % 8)), bytes(NAME), Buffer.from([0, 255, 0])])],
    ['by its domain', 'mail x@birch.example'],
    ['by a domain below its own', 'https://portal.birch.example/'],
    ['by a person', 'thanks, Per Lund'],
    ['by a person and address', 'ida@mail.example'],
  ])('%s', ([, content]) => expect(leaks(content)).toContain('birch'));

  test('in the name of a file', () => expect(leaks('', { path: 'x/birch-sons.html' })).toContain('birch'));
  test('in a script that parts no words', () => expect(leaks('いつも株式会社山田様')).toEqual(['10777']));
  test('by an id of digits, in what people wrote', () => {
    expect(leaks('<svg width="10777">')).toEqual([]);
    expect(leaks('', { texts: ['as with client 10777'] })).toEqual(['10777']);
  });
});

describe('a name of two signs, or an id of three digits, is found in what people wrote', () => {
  const found = (text: string, more = {}) => leaks('', { texts: [text], ...more });
  test.for([
    ['as we did for EY last year', '312'],
    ['the EY-site', '312'],
    ['a roll from 3M.', '3M'],
    ['as with client 312', '312'],
    ['(Customer no. 312)', '312'],
    ['account #312', '312'],
  ] as const)('%s', ([text, of]) => expect(found(text)).toEqual([of]));
  test.for(['they say so', 'EYE', 'room 312, 312 tickets', 'Microsoft 365', 'your client 3120', 'the client has 312 users', '3m of cable', 'Go ahead', 'IT'])(
    'but not in: %s',
    (text) => expect(found(text)).toEqual([]),
  );
  test('but not by its own client, as a word that is allowed, or where nobody wrote it', () => {
    expect(found('EY, client 312', { client: '312' })).toEqual([]);
    expect(found('EY and 3M', { allow: ['EY'] })).toEqual(['3M']);
    expect(leaks('<p>EY, client 312</p>')).toEqual([]);
  });
});

describe('a name that is no leak', () => {
  test('is the reader’s own', () => expect(leaks('Alder Works')).toEqual([]));
  test('is part of another word', () => expect(leaks('birchsonsville, aldermen')).toEqual([]));
  test('lies inside the reader’s own as a page writes it', () => {
    const own = { client: 'acme-sons' };
    for (const written of [
      '<b>Acme &amp; Sons</b>',
      '<b>Acme &#38; Sons</b>',
      '<b>Acme &#x26; Sons</b>',
      'content:"Acme \\26  Sons"',
      '?q=Acme%20%26%20Sons',
      '{"client":"Acme \\u0026 Sons"}',
    ])
      expect([written, leaks(written, own)]).toEqual([written, []]);
    expect(leaks('<b>Acme &amp; Sons</b>')).toEqual(['acme', 'acme-sons']);
    expect(leaks('<b>Acme &amp; Sons, Acme</b>', own)).toEqual(['acme']);
  });
  test('lies inside the reader’s own, not the other way round', () => {
    expect(leaks('Acme Holdings', { client: 'acme-holdings' })).toEqual([]);
    expect(leaks('Acme Holdings', { client: 'acme' })).toEqual(['acme-holdings']);
    expect(leaks('Acme Holdings and Acme', { client: 'acme-holdings' })).toEqual(['acme']);
    expect(leaks('<b>Acme Holdings</b><span>1 Apr</span>', { client: 'acme-holdings' })).toEqual([]);
    expect(leaks('<b>Acme Holdings</b><span>1 Apr</span>', { client: 'alder' })).toEqual(['acme', 'acme-holdings']);
    expect(leaks('<b>Acme Holdings</b><span>1 Apr, Ac<i>m</i>e</span>', { client: 'acme-holdings' })).toEqual(['acme']);
  });
  test('is a word that the product writes, unless people wrote it', () => {
    expect(leaks('31 March')).toEqual([]);
    expect(leaks('31 March', { texts: ['we start in March'] })).toEqual(['c-march']);
    expect(leaks('31 March', { texts: ['we start in March'], allow: ['march'] })).toEqual([]);
  });
  test('is one of the firm', () => expect(leaks('Rowan IT, Miriam Stokes')).toEqual([]));
  test('is too short to be one', () => expect(leaks('IT', { texts: ['IT'] })).toEqual([]));
});

describe('what may be a name of another client is a doubt', () => {
  test.for<readonly [string, string, readonly string[]]>([
    ['a short name as it is written', 'so Go it is', ['Go']],
    ['a short name in other letters is a word', 'let us go', []],
    ['inside a word it is none', 'Gordon, Got, aGo', []],
    ['an id of three digits', 'we solved 312 of them', ['312']],
    ['a first name', 'as Per told us', ['Per']],
    ['a first name in other letters is a word', 'as per your wish', []],
    ['what everybody writes, where a client has that name', 'your office in the UK', ['UK']],
  ])('%s', ([, text, found]) => expect(doubts(text)).toEqual(found));

  test('for its own client, the firm and words that are allowed it is none', () => {
    expect(doubts('so Go it is', { client: 'Go' })).toEqual([]);
    expect(doubts('so Go it is', { allow: ['go'] })).toEqual([]);
    expect(doubts('Miriam says hello')).toEqual([]);
  });
  test('what is a leak is no doubt besides', () => {
    const { leaks: found, doubts: left } = proof('', { texts: ['client 312 and EY'] });
    expect(found.map(({ name }) => name).sort()).toEqual(['312', 'EY']);
    expect(left).toEqual([]);
  });
});
