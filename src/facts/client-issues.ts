import { issue, type Issue } from '../issue.ts';
import type { Facts } from './facts.ts';
import { domainNamed, isFreeMail } from './mail.ts';
import { aliasLine, similarNames } from './similar-names.ts';
import { UNMAPPED } from './table.ts';

type Aliases = Readonly<Record<string, readonly string[]>>;

const plural = (rows: number) => `${rows} ${rows === 1 ? 'row' : 'rows'}`;

function rowsByClient({ tables, clients }: Facts): Int32Array {
  const rows = new Int32Array(clients.list.length);
  for (const table of Object.values(tables)) for (const at of table.client) if (at >= 0) rows[at]!++;
  return rows;
}

/** Keys of the settings' aliases that no client has: not in the clients table or, without one, in no row under any of its names. */
function idleAliases({ clients }: Facts, aliases: Aliases, rows: Int32Array): readonly Issue[] {
  const at = (name: string) => clients.indexOf(name);
  const idle = Object.keys(aliases).filter((name) => at(name) === UNMAPPED || (!clients.listed && rows[at(name)] === 0));
  return idle.map((text) => issue('alias-unknown', { file: 'settings.yaml', column: `aliases.${text}`, text }));
}

/** Where no list says who the clients are: names that differ in nothing that tells firms apart, most rows first. */
function similar({ clients }: Facts, aliases: Aliases, rows: Int32Array): readonly Issue[] {
  if (clients.listed) return [];
  const first = (name: string) => (name in aliases ? 1 : 0);
  const order = clients.list.map(({ name }, at) => ({ name, rows: rows[at]! })).sort((a, b) => first(b.name) - first(a.name) || b.rows - a.rows);
  return similarNames(order.map(({ name }) => name)).map((group) => issue('clients-similar', { text: group.name, detail: aliasLine(group, aliases) }));
}

function freeMail(facts: Facts, aliases: Aliases): readonly Issue[] {
  const inTable = facts.tables.clients?.data.column('aliases') as { readonly dictionary?: readonly string[] } | undefined;
  const listed = (inTable?.dictionary ?? []).flatMap((cell) => cell.split(';'));
  const isFree = (alias: string) => isFreeMail(domainNamed(alias) ?? '');
  return [...new Set([...Object.values(aliases).flat(), ...listed].map((alias) => alias.trim()).filter(isFree))].map((text) =>
    issue('alias-free-mail', { text }),
  );
}

/** What is wrong or worth a look in how rows found their clients: names without a client, names that two have, aliases that do nothing. */
export function clientIssues(facts: Facts, aliases: Aliases): readonly Issue[] {
  const { unmapped, shared } = facts.clients;
  const rows = rowsByClient(facts);
  return [
    ...unmapped.map(({ name, rows: count, nearest }) =>
      issue('clients-unmapped', { text: name, detail: nearest == null ? plural(count) : `${plural(count)}; nearest: ${nearest}` }),
    ),
    ...shared.map(({ name, first, second }) => issue('clients-alike', { text: name, detail: `${first} and ${second}` })),
    ...similar(facts, aliases, rows),
    ...idleAliases(facts, aliases, rows),
    ...freeMail(facts, aliases),
  ];
}
