import type { TextColumn, CodeColumn } from './columns.ts';
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
  /** Names that no client has, with their rows over all tables, most rows first. */
  readonly unmapped: readonly { readonly name: string; readonly rows: number }[];
  /** Names that two clients in the list share once folded: the first has their rows. */
  readonly shared: readonly { readonly name: string; readonly first: string; readonly second: string }[];
  /** Index of the client with this name, folded; UNNAMED for null, UNMAPPED where nobody has it. */
  readonly indexOf: (name: string | null) => number;
}

/** A name as it is compared: Unicode NFC, case folded, white space collapsed. */
export function fold(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
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

/**
 * One client for every name in use: from the clients table where there is one, else from the names themselves.
 * `aliases` are the settings' further names by client. Names nobody has stand in `unmapped`.
 */
export function resolveClients(
  table: { readonly rows: number; readonly columns: Columns } | null,
  counts: NameCounts,
  aliases: Readonly<Record<string, readonly string[]>>,
): Clients {
  const own = new Set(Object.values(aliases).flat().map(fold));
  const found = table === null ? namedClients(new Map([...counts].filter(([name]) => !own.has(fold(name))))) : listedClients(table.columns, table.rows);
  const missing = table === null ? Object.keys(aliases).filter((name) => !found.some((one) => one.names.some((other) => fold(other) === fold(name)))) : [];
  const entries = [...found, ...missing.map((name) => ({ client: bare(name), names: [name] }))].sort(
    (a, b) => byText(a.client.name, b.client.name) || byText(a.client.id, b.client.id),
  );
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
  for (const [client, names] of Object.entries(aliases)) {
    const at = index.get(fold(client));
    if (at !== undefined) names.forEach((name) => learn(name, at));
  }
  const indexOf = (name: string | null) => (name === null ? UNNAMED : (index.get(fold(name)) ?? UNMAPPED));
  const unmapped = [...counts].filter(([name]) => indexOf(name) === UNMAPPED).map(([name, rows]) => ({ name, rows }));
  unmapped.sort((a, b) => b.rows - a.rows || byText(a.name, b.name));
  return { list: entries.map(({ client }) => client), listed: table !== null, unmapped, shared, indexOf };
}
