import { constants, gunzipSync } from 'node:zlib';

const DEPTH = 4;
/** What one packed piece may unpack to; more is not looked at, for no page holds that much. */
const MOST_UNPACKED = 16_000_000;
const utf8 = new TextDecoder('utf-8');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  commat: '@',
  period: '.',
  hyphen: '-',
  lowbar: '_',
};

const character = (code: number, otherwise: string): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : otherwise;

/** HTML's character references as the characters that they stand for. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal), whole);
    return hex === undefined ? (ENTITIES[name!.toLowerCase()] ?? whole) : character(parseInt(hex, 16), whole);
  });
}

/** Percent-encoded bytes as text. */
function withoutPercents(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => utf8.decode(Uint8Array.from(run.slice(1).split('%'), (byte) => parseInt(byte, 16))));
}

/** Escapes of JSON, scripts and style sheets as the characters that they stand for. */
function withoutEscapes(text: string): string {
  return text
    .replace(/\\u\{([\da-f]{1,6})\}/gi, (whole, hex: string) => character(parseInt(hex, 16), whole))
    .replace(/(?:\\u[\da-f]{4})+/gi, (run) =>
      String.fromCharCode(
        ...run
          .slice(2)
          .split(/\\u/i)
          .map((hex) => parseInt(hex, 16)),
      ),
    )
    .replace(/\\x([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\([\da-f]{1,6})[ \t\n]?/gi, (whole, hex: string) => character(parseInt(hex, 16), whole))
    .replace(/\\[nrtbfv]/g, ' ')
    .replace(/\\(["'/\\])/g, '$1');
}

const decoded = (text: string): string => withoutEscapes(withoutPercents(withoutEntities(text)));

const TAG = /<!--|-->|<\/?[a-z][^<>]*>/gi;
/** Stands where a tag was taken out. */
const CUT = '\ue000';
const untagged = (text: string): Required<Pick<View, 'text' | 'cut'>> => ({ text: text.replace(TAG, ''), cut: text.replaceAll(CUT, ' ').replace(TAG, CUT) });

/** What stood between the tags that were taken out of a view; all of it where none were. */
export const piecesOf = ({ text, cut }: View): readonly string[] => cut?.split(CUT) ?? [text];

/** Texts in bytes that are none as a whole: runs of what can be read. */
function readable(bytes: Uint8Array): { readonly text: string; readonly whole: boolean } {
  const text = utf8.decode(bytes);
  const strange = text.match(/(?![\t\n\v\f\r])[\ufffd\p{Cc}]/gu)?.length ?? 0;
  if (strange * 20 <= text.length) return { text, whole: true };
  return { text: (text.match(/[^\ufffd\p{Cc}]{8,}/gu) ?? []).join('\n'), whole: false };
}

/** What is packed in bytes: every gzip stream in them, wherever it begins. */
function unpacked(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) continue;
    try {
      found.push(gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED }));
    } catch {
      continue;
    }
  }
  return found;
}

/** Bytes that stand in texts as base64, at each of the four places where its groups may begin. */
function fromBase64(texts: readonly string[]): readonly Uint8Array[] {
  const runs = new Set(texts.flatMap((text) => text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []));
  return [...runs].flatMap((run) =>
    [0, 1, 2, 3].map((from) => new Uint8Array(Buffer.from(run.slice(from).replaceAll('-', '+').replaceAll('_', '/'), 'base64'))),
  );
}

/** UTF-16 in either order, where every second byte is nothing. */
function wide(bytes: Uint8Array): readonly string[] {
  const zeros = [0, 1].map((first) => bytes.filter((byte, at) => at % 2 === first && byte === 0).length);
  return zeros.some((count) => count > bytes.length / 8 && count > 4) ? ['utf-16le', 'utf-16be'].map((name) => new TextDecoder(name).decode(bytes)) : [];
}

/** One way of reading a file. */
export interface View {
  readonly text: string;
  /** False where it is read out of bytes that are no text, in which short words stand by chance. */
  readonly whole: boolean;
  /** The text with a sign in the place of each tag that was taken out of it; absent where nothing was. */
  readonly cut?: string;
}

/**
 * Every text that can be read out of bytes: as they are, with the escapes of HTML, addresses, JSON and style sheets taken
 * off, without tags, and out of base64 and gzip inside of these, four deep.
 */
export function viewsOf(bytes: Uint8Array): readonly View[] {
  const views = new Map<string, View>();
  const keep = (text: string, whole: boolean, cut?: string): boolean => {
    if (text === '' || views.has(text)) return false;
    views.set(text, { text, whole, ...(cut === undefined ? {} : { cut }) });
    return true;
  };
  const read = (data: Uint8Array, depth: number): void => {
    const { text, whole } = readable(data);
    for (const inner of depth < DEPTH ? unpacked(data) : []) read(inner, depth + 1);
    for (const one of [text, ...wide(data)]) readText(one, whole, depth);
  };
  const readText = (text: string, whole: boolean, depth: number): void => {
    if (!keep(text, whole)) return;
    let last = text;
    for (let round = 0; round < DEPTH; round++) {
      const next = decoded(last);
      if (next === last) break;
      last = next;
    }
    keep(last, whole);
    const bare = [text, last].map(untagged);
    for (const one of bare) keep(one.text, whole, one.cut);
    if (depth >= DEPTH) return;
    for (const inner of fromBase64([text, last, ...bare.map((one) => one.text)])) read(inner, depth + 1);
  };
  read(bytes, 0);
  return [...views.values()];
}
