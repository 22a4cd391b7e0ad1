import { fold } from '../fold.ts';
import type { TextColumn, CodeColumn } from './columns.ts';
import { addressIn, domainNamed, domainsOf, isFreeMail } from './mail.ts';
import { nearestAmong } from './nearest-names.ts';
import { UNMAPPED, UNNAMED } from './table.ts';

export interface Client {
  /** The key in the clients table, else the name. */
  readonly id: string;
  readonly name: string;
  readonly accountManager: string | null;
  /** Contract dates in epoch milliseconds, NaN = unknown or none. */
  readonly start: number;
  readonly end: number;
  /** Days between reviews, NaN where none were agreed. */
  readonly reviewDays: number;
  /** Satisfaction band in percent, NaN where the firm's holds. */
  readonly targetLow: number;
  readonly targetHigh: number;
}

/** The firm's clients in order of name, and which names the exports used that none of them has. */
export interface Clients {
  readonly list: readonly Client[];
  /** True where a clients table or the settings list them; otherwise every name in the exports is a client. */
  readonly listed: boolean;
  /** Names that no client has, with their rows over all tables, most rows first, and the client whose name is most like it; null where none is. */
  readonly unmapped: readonly { readonly name: string; readonly rows: number; readonly nearest?: string | null }[];
  /** Names that two clients in the list share once folded: the first has their rows. */
  readonly shared: readonly { readonly name: string; readonly first: string; readonly second: string }[];
  /**
   * Index of the client with this name, folded, or whose domain a mail address stands at; UNNAMED for null, UNMAPPED where
   * nobody has it.
   */
  readonly indexOf: (name: string | null) => number;
}

type Columns = ReadonlyMap<string, unknown>;

/** How often each name stands in the client columns of the exports. */
export type NameCounts = ReadonlyMap<string, number>;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function listedClients(columns: Columns, rows: number): { readonly client: Client; readonly names: readonly string[] }[] {
  const text = (field: string, row: number) => (columns.get(field) as TextColumn | CodeColumn | undefined)?.at(row) ?? null;
  const number = (field: string, row: number) => (columns.get(field) as Float64Array | undefined)?.[row] ?? NaN;
  return Array.from({ length: rows }, (_, row) => {
    const id = text('client', row)!;
    const name = text('name', row) ?? id;
    return {
      client: {
        id,
        name,
        accountManager: text('account_manager', row),
        start: number('start', row),
        end: number('end', row),
        reviewDays: number('review_days', row),
        targetLow: number('target_low', row),
        targetHigh: number('target_high', row),
      },
      names: [id, name, ...(text('aliases', row) ?? '').split(';')],
    };
  });
}

const bare = (name: string): Client => ({ id: name, name, accountManager: null, start: NaN, end: NaN, reviewDays: NaN, targetLow: NaN, targetHigh: NaN });

/** Every name as a client of its own; spellings that fold alike are one, under the spelling used most. */
function namedClients(counts: NameCounts): { readonly client: Client; readonly names: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const name of counts.keys()) groups.set(fold(name), [...(groups.get(fold(name)) ?? []), name]);
  return [...groups.values()].map((names) => {
    const best = [...names].sort((a, b) => counts.get(b)! - counts.get(a)! || byText(a, b))[0]!;
    return { client: bare(best), names };
  });
}

/** The client of each domain that an alias names; the first alias has it. Domains at which anybody may have an address name nobody. */
function domainIndex(aliases: readonly (readonly [client: number, alias: string])[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [client, alias] of aliases) {
    const domain = domainNamed(alias);
    if (domain !== null && !isFreeMail(domain) && !index.has(domain)) index.set(domain, client);
  }
  return index;
}

/** The nearest client of each name that nobody has; the names that clients go by are gathered only where one is missing. */
function withNearest(unmapped: readonly { readonly name: string; readonly rows: number }[], names: () => ReadonlyMap<string, string>): Clients['unmapped'] {
  if (unmapped.length === 0) return [];
  const clientOf = names();
  const nearest = nearestAmong([...clientOf.keys()]);
  return unmapped.map((one) => ({ ...one, nearest: clientOf.get(nearest(one.name) ?? '') ?? null }));
}

/** Whether one of the aliases is this name, or the domain of this address. */
function aliasTest(aliases: readonly string[]): (name: string) => boolean {
  const names = new Set(aliases.map(fold));
  const domains = domainIndex(aliases.map((alias) => [0, alias] as const));
  return (name) => names.has(fold(name)) || domainsOf(addressIn(name) ?? '').some((domain) => domains.has(domain));
}

interface Entry {
  readonly client: Client;
  readonly names: readonly string[];
}

function entriesOf(
  table: { readonly rows: number; readonly columns: Columns } | null,
  counts: NameCounts,
  aliases: Readonly<Record<string, readonly string[]>>,
): readonly Entry[] {
  const isAlias = aliasTest(Object.values(aliases).flat());
  const found = table === null ? namedClients(new Map([...counts].filter(([name]) => !isAlias(name)))) : listedClients(table.columns, table.rows);
  const known = new Set(found.flatMap(({ names }) => names.map(fold)));
  const missing = table === null ? Object.keys(aliases).filter((name) => !known.has(fold(name))) : [];
  return [...found, ...missing.map((name) => ({ client: bare(name), names: [name] }))].sort(
    (a, b) => byText(a.client.name, b.client.name) || byText(a.client.id, b.client.id),
  );
}

/**
 * One client for every name in use: from the clients table where there is one, else from the names themselves.
 * `aliases` are the settings' further names by client; one that is a domain, `@acme.com` or `acme.com`, stands for every
 * mail address at it. Names nobody has stand in `unmapped`.
 */
export function resolveClients(
  table: { readonly rows: number; readonly columns: Columns } | null,
  counts: NameCounts,
  aliases: Readonly<Record<string, readonly string[]>>,
): Clients {
  const entries = entriesOf(table, counts, aliases);
  const index = new Map<string, number>();
  const shared: { name: string; first: string; second: string }[] = [];
  const learn = (name: string, at: number) => {
    if (name.trim() === '') return;
    const known = index.get(fold(name));
    if (known === undefined) index.set(fold(name), at);
    else if (known !== at && !shared.some((one) => fold(one.name) === fold(name) && one.second === entries[at]!.client.id))
      shared.push({ name: name.trim(), first: entries[known]!.client.id, second: entries[at]!.client.id });
  };
  entries.forEach(({ client }, at) => learn(client.id, at));
  entries.forEach(({ names }, at) => names.forEach((name) => learn(name, at)));
  const further = Object.entries(aliases).flatMap(([client, names]) => {
    const at = index.get(fold(client));
    return at === undefined ? [] : names.map((name) => [at, name] as const);
  });
  for (const [at, name] of further) learn(name, at);
  const domains = domainIndex([...entries.flatMap(({ names }, at) => names.slice(2).map((name) => [at, name] as const)), ...further]);
  const byDomain = (name: string) => domainsOf(addressIn(name) ?? '').find((domain) => domains.has(domain));
  const indexOf = (name: string | null) => {
    if (name === null) return UNNAMED;
    return index.get(fold(name)) ?? index.get(addressIn(name) ?? '') ?? domains.get(fold(name)) ?? domains.get(byDomain(name) ?? '') ?? UNMAPPED;
  };
  const unmapped = [...counts].filter(([name]) => indexOf(name) === UNMAPPED).map(([name, rows]) => ({ name, rows }));
  unmapped.sort((a, b) => b.rows - a.rows || byText(a.name, b.name));
  const clientNames = () => new Map([...index.keys()].map((name) => [name, entries[index.get(name)!]!.client.name]));
  return {
    list: entries.map(({ client }) => client),
    listed: table !== null,
    unmapped: withNearest(unmapped, clientNames),
    shared,
    indexOf,
  };
}
