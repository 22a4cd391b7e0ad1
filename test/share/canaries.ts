import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digits, hostileId, hostileName, marker, quoted } from './hostile.ts';

/** Clients of the workspace; each has a number of three digits that stands in every text about it. */
export const CLIENTS = 40;

/** Names that try to break out, to collide or to hide; the others are plain. */
const HOSTILE = [
  'March',
  'March Holdings',
  '<script>alert(1)</script>',
  '"; } body { display: none',
  'Visit',
  '\u202eevil',
  '=cmd|1',
  'Łódź & Söhne',
  '株式会社',
  "O'Brien </title>",
];

export { digits, marker };
export const idOf = (client: number): string => marker(client, 'id');
export const nameOf = (client: number): string => [HOSTILE[client], marker(client, 'name')].filter((part) => part !== undefined).join(' ');

/** Who the clients are: how many, and of each its id, its name and the file of its letter. */
interface Cast {
  readonly clients: number;
  readonly id: (client: number) => string;
  readonly name: (client: number) => string;
  readonly letter: (client: number) => string;
}

const FEW: Cast = { clients: CLIENTS, id: idOf, name: nameOf, letter: idOf };
/** Three hundred, whose ids are names that are hostile or collide. */
export const MANY: Cast = { clients: 300, id: hostileId, name: hostileName, letter: (client) => marker(client, 'alias') };

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 3, 1, 9);
const at = (days: number, minutes = 0): string => new Date(FIRST + days * DAY + minutes * 60_000).toISOString();

function ticketsOf({ id }: Cast, client: number, shift: number): readonly string[][] {
  const mark = (field: string): string => marker(client, field);
  return Array.from({ length: 6 + (client % 9) }, (_, n) => {
    const answered = at(n * 7, 20 + n * 5 + shift);
    return [
      `T-${mark('t')}-${n}`,
      id(client),
      mark('requester'),
      mark('subject'),
      at(n * 7),
      answered,
      at(n * 7 + 1),
      mark('category'),
      mark('agent'),
      mark('asset'),
      mark('tags'),
    ];
  });
}

/** Rows of one client in every table; the first has no surveys, the second no complaints, the third one ticket and nothing else. */
function rowsOf(cast: Cast, client: number, shift: number): Readonly<Record<string, readonly (readonly string[])[]>> {
  const mark = (field: string): string => marker(client, field);
  const bare = client === 2;
  const many = <Row>(count: number, row: (n: number) => Row): readonly Row[] => (bare ? [] : Array.from({ length: count }, (_, n) => row(n)));
  return {
    tickets: bare ? ticketsOf(cast, client, shift).slice(0, 1) : ticketsOf(cast, client, shift),
    clients: [[cast.id(client), cast.name(client), `${mark('alias')};${mark('domain')}.example`, mark('manager'), '2027-01-01', mark('preference')]],
    surveys:
      client === 0
        ? []
        : many(12, (n) => [
            `S-${mark('s')}-${n}`,
            cast.id(client),
            mark('respondent'),
            'csat',
            at(n * 5),
            at(n * 5, 30),
            n === 3 ? '1' : '5',
            '1',
            '5',
            mark(n === 1 ? 'quote' : 'comment'),
            n === 1 ? 'yes' : 'no',
          ]),
    complaints:
      client === 1
        ? []
        : many(2, (n) => [
            `K-${mark('k')}-${n}`,
            cast.id(client),
            mark('requester'),
            at(10 + n),
            at(10 + n, 45),
            at(12 + n),
            mark('severity'),
            'out',
            'not-upheld',
            mark('cause'),
          ]),
    promises: many(11, (n) => [
      `P-${mark('p')}-${n}`,
      cast.id(client),
      'task',
      client === LONG_WORD ? `${mark('wording')}_${'0123456789'.repeat(9)}` : mark('wording'),
      at(n * 4),
      at(n * 4 + 3),
      n === 10 ? '' : at(n * 4 + (n === 5 ? 6 : 2)),
      n === 5 ? at(n * 4 + 2) : '',
    ]),
    appointments: many(9, (n) => [`A-${mark('a')}-${n}`, cast.id(client), at(n * 6), at(n * 6, 60), at(n * 6, n === 4 ? 95 : 5 + n * 6), 'done']),
  };
}

const HEADS: Readonly<Record<string, readonly string[]>> = {
  tickets: ['ticket_id', 'client', 'requester', 'subject', 'opened_at', 'first_response_at', 'resolved_at', 'category', 'agent', 'asset', 'tags'],
  clients: ['client', 'name', 'aliases', 'account_manager', 'next_review', 'contact_preference'],
  surveys: ['response_id', 'client', 'respondent', 'kind', 'sent_at', 'answered_at', 'answer', 'scale_low', 'scale_high', 'comment', 'approved'],
  complaints: ['complaint_id', 'client', 'requester', 'received_at', 'responded_at', 'closed_at', 'severity', 'scope', 'finding', 'cause'],
  promises: ['promise_id', 'client', 'kind', 'wording', 'made_at', 'due_at', 'kept_at', 'told_at'],
  appointments: ['appointment_id', 'client', 'window_start', 'window_end', 'arrived_at', 'status'],
};

/** A client whose promises are one word, longer than a column. */
const LONG_WORD = 3;

export interface Change {
  /** Other clients than the few. */
  readonly cast?: Cast;
  /** Minutes more that this client waits. */
  readonly slower?: number;
  /** A client that is gone. */
  readonly without?: number;
  /** More lines under `share`. */
  readonly share?: string;
  /** Words for clients by their file. */
  readonly letters?: Readonly<Record<string, string>>;
}

/** Writes the workspace into a folder. */
export function writeCanaries(folder: string, { cast = FEW, slower, without, share = '', letters = {} }: Change = {}): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'exports'), { recursive: true });
  mkdirSync(join(folder, 'clients'));
  writeFileSync(join(folder, 'settings.yaml'), `firm: { name: Rowan IT, zone: Europe/London }\nas_of: 2026-07-12\nshare:\n  clients: all\n${share}`);
  const clients = Array.from({ length: cast.clients }, (_, client) => client).filter((client) => client !== without);
  for (const [table, head] of Object.entries(HEADS)) {
    const rows = clients.flatMap((client) => rowsOf(cast, client, client === slower ? 37 : 0)[table]!);
    writeFileSync(join(folder, 'exports', `${table}.csv`), quoted([head, ...rows]));
  }
  for (const client of clients)
    writeFileSync(join(folder, 'clients', `${cast.letter(client)}.md`), `## 2026 Q2\n\n${marker(client, 'letter')} <img src=y> **thanks**\n`);
  for (const [file, text] of Object.entries(letters)) writeFileSync(join(folder, 'clients', file), text);
}

/** Every file under a folder with its bytes, by its path. */
export function bytesUnder(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}
