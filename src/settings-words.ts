import { distance } from 'fastest-levenshtein';

/** What the schema found wrong with a setting, as far as words are made of it. */
export interface Fault {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
  readonly errors?: unknown;
  readonly inst?: unknown;
}

type Inner = Fault & { readonly message: string };

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text is expected here',
  number: 'a number is expected here',
  int: 'a whole number is expected here',
  boolean: 'true or false is expected here',
  array: 'a list is expected here, such as [one, two]',
  tuple: 'a list is expected here, such as [85, 95]',
  object: 'settings of its own are expected here, such as { name: value }',
  record: 'settings of its own are expected here, such as { name: value }',
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names that an object of the schema knows. */
function namesOf(inst: unknown): readonly string[] {
  const shape = (inst as { _zod?: { def?: { shape?: unknown } } } | undefined)?._zod?.def?.shape;
  return isObject(shape) ? Object.keys(shape) : [];
}

/** The known name that is written most like this one; null where more than two letters and more than a third of them differ. */
function nearest(name: string, known: readonly string[]): string | null {
  const [best] = known
    .map((one) => ({ one, away: distance(name.toLowerCase(), one) }))
    .filter(({ one, away }) => away <= Math.max(2, Math.floor(Math.max(name.length, one.length) / 3)) && away < one.length - 1)
    .sort((a, b) => a.away - b.away);
  return best?.one ?? null;
}

function unknownNames(keys: readonly string[], known: readonly string[]): string {
  const meant = keys.map((key) => nearest(key, known));
  if (keys.length === 1) return `there is no such setting${meant[0] === null ? '' : `; did you mean ${meant[0]}?`}`;
  return `there are no such settings: ${keys.map((key, at) => (meant[at] === null ? key : `${key} (did you mean ${meant[at]}?)`)).join(', ')}`;
}

/** What several forms of a setting say: the one form that what was written is meant as, else all of them. */
function eitherOf(forms: readonly (readonly Inner[])[], input: unknown): string | undefined {
  const inside = forms.map((form) => form.find(({ path, code }) => (path ?? []).length > 0 || code === 'unrecognized_keys'));
  const first = isObject(input) ? inside.find((one) => one !== undefined) : undefined;
  if (first !== undefined) {
    const names = [...(first.path ?? []), ...(first.code === 'unrecognized_keys' ? (first.keys as string[]).slice(0, 1) : [])];
    return `${names.map(String).join('.')}: ${first.message}`;
  }
  const said = [...new Set(forms.flatMap((form) => form.slice(0, 1).map(({ message }) => message)))];
  return said.length === 0 ? undefined : said.join(', or ');
}

function limitOf({ minimum, maximum, origin, inclusive }: Fault): string | undefined {
  if (origin === 'number') {
    if (minimum !== undefined) return inclusive === false ? `more than ${String(minimum)} is expected here` : `${String(minimum)} at least is expected here`;
    return `${String(maximum)} at most is expected here`;
  }
  return minimum === 1 ? 'it cannot be empty' : undefined;
}

const shown = (value: unknown): string => (/^\w/.test(String(value)) ? String(value) : JSON.stringify(value));

/** What is wrong with a setting, for people who do not program; undefined where there are no words of our own. */
export function faultInWords(fault: Fault): string | undefined {
  const { code, input, expected } = fault;
  if (code === 'invalid_type') {
    const kind = KINDS[String(expected)];
    if (input === undefined) return 'it is missing';
    if (expected === 'string' && typeof input === 'number') return 'a text is expected here; put the number in quotes';
    return input === null && kind !== undefined ? `nothing is written after it; ${kind}` : kind;
  }
  if (code === 'unrecognized_keys') return unknownNames(fault.keys as string[], namesOf(fault.inst));
  if (code === 'invalid_value') return `${(fault.values as unknown[]).map(shown).join(' or ')} is expected here`;
  if (code === 'invalid_union') return eitherOf((fault.errors ?? []) as (readonly Inner[])[], input);
  if (code === 'too_small' || code === 'too_big') return limitOf(fault);
  return undefined;
}

const YAML: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'the line begins with a tab; put blanks in its place',
  BAD_ALIAS: 'a text that begins with * stands in quotes',
  DUPLICATE_KEY: 'the same setting is written twice; keep one of them',
  BAD_INDENT: 'the line stands too far left or right, or a bracket before it was never closed; settings that belong together begin with equally many blanks',
  MISSING_CHAR: 'a colon, a quote, a bracket, a brace or a comma is missing, here or shortly before',
  BAD_SCALAR_START: 'the text begins with a sign that means something else here; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'the line stands too far left or right, or there is a colon too many; put a text with a colon in quotes',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing after the name of a setting, here or in the line before',
};

/** What is wrong with the writing of settings.yaml, by the code that the parser gives, without the place; else its own words. */
export function writingInWords(code: string, message: string): string {
  return YAML[code] ?? message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}
