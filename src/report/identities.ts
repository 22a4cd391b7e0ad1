import { isCodeColumn, type CodeColumn, type Column } from '../facts/columns.ts';
import type { Facts } from '../facts/facts.ts';
import { addressIn, domainNamed, isFreeMail } from '../facts/mail.ts';
import { coreWords } from '../facts/name-core.ts';
import { UNMAPPED } from '../facts/table.ts';
import type { Settings } from '../settings.ts';

/** Everything that tells who a client is: what must never stand on the page of another one. */
export interface Identity {
  /** Id of the client, null for names in the exports that no client has. */
  readonly client: string | null;
  /** Its id, its name with and without its legal form, its aliases and every spelling of them in the exports. */
  readonly names: readonly string[];
  /** Domains of its mail. */
  readonly domains: readonly string[];
  /** People who asked or answered, by name or address as the exports have them. */
  readonly people: readonly string[];
}

interface Known {
  readonly names: Set<string>;
  readonly domains: Set<string>;
  readonly people: Set<string>;
}

const PEOPLE = ['requester', 'respondent'];
/** A domain that people of so many clients write from is nobody’s. */
const MOST_SHARED = 2;

const coded = (column: unknown): CodeColumn | null => (column !== undefined && isCodeColumn(column as Column) ? (column as CodeColumn) : null);

function addNames({ tables, clients }: Facts, aliases: Settings['aliases'], at: (client: number) => Known | undefined): void {
  clients.list.forEach(({ id, name }, client) => [id, name, coreWords(name).join(' ')].forEach((one) => at(client)!.names.add(one)));
  for (const { name } of clients.unmapped) at(UNMAPPED)!.names.add(name);
  for (const [client, names] of Object.entries(aliases)) for (const name of names) at(clients.indexOf(client))?.names.add(name);
  for (const table of Object.values(tables)) {
    const spelled = coded(table.data.column('client'));
    for (const word of spelled?.dictionary ?? []) at(clients.indexOf(word))?.names.add(word);
    const listed = table.name === 'clients' ? coded(table.data.column('aliases')) : null;
    if (listed !== null) table.client.forEach((client, row) => (listed.at(row) ?? '').split(';').forEach((alias) => at(client)?.names.add(alias.trim())));
  }
}

function addPeople({ tables }: Facts, at: (client: number) => Known | undefined): void {
  for (const table of Object.values(tables)) {
    for (const field of PEOPLE) {
      const people = coded(table.data.column(field));
      if (people === null) continue;
      const seen = new Set<number>();
      for (let row = 0; row < table.rows; row++) {
        const [code, client] = [people.codes[row]!, table.client[row]!];
        const key = (client + 2) * people.dictionary.length + code;
        if (code < 0 || seen.has(key)) continue;
        seen.add(key);
        at(client)?.people.add(people.dictionary[code]!);
      }
    }
  }
}

function addDomains(all: readonly Known[]): void {
  const owners = new Map<string, Set<Known>>();
  for (const one of all) {
    const written = [...one.people].map((person) => addressIn(person)?.split('@')[1] ?? '');
    for (const domain of new Set([...written, ...[...one.names].map((name) => domainNamed(name) ?? '')])) {
      if (domain === '' || isFreeMail(domain)) continue;
      owners.set(domain, (owners.get(domain) ?? new Set()).add(one));
    }
  }
  for (const [domain, known] of owners) if (known.size <= MOST_SHARED) for (const one of known) one.domains.add(domain);
}

const listed = (texts: ReadonlySet<string>): readonly string[] => [...texts].filter((text) => text !== '').toSorted();

/** Who each client is, in the order of the facts, and last the names and people of rows that no client has. */
export function identitiesOf(facts: Facts, settings: Settings): readonly Identity[] {
  const all = Array.from({ length: facts.clients.list.length + 1 }, (): Known => ({ names: new Set(), domains: new Set(), people: new Set() }));
  const at = (client: number): Known | undefined => (client === UNMAPPED ? all.at(-1) : client < 0 ? undefined : all[client]);
  addNames(facts, settings.aliases, at);
  addPeople(facts, at);
  addDomains(all);
  return all.map(({ names, domains, people }, client) => ({
    client: facts.clients.list[client]?.id ?? null,
    names: listed(names),
    domains: listed(domains),
    people: listed(people),
  }));
}
