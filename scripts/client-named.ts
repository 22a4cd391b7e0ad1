import { nearestAmong } from '../src/facts/nearest-names.ts';
import { fold } from '../src/fold.ts';
import type { Report } from '../src/report/model.ts';
import type { ShareState } from '../src/report/share-model.ts';
import { Misuse } from './command.ts';

/** The names that a client may be called by: what the report knows, and the settings' aliases. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/**
 * The client that is meant: by its id, its name, its folder or an alias.
 * @throws Misuse where nobody has the name, with the one most like it.
 */
export function clientNamed({ clients }: Pick<Report, 'clients'>, text: string, aliases: Aliases = {}): Report['clients'][number] {
  const wanted = fold(text);
  const named = new Map(clients.flatMap((one) => [one.id, one.name, one.slug].map((name) => [fold(name), one] as const)).toReversed());
  for (const [client, others] of Object.entries(aliases))
    for (const other of others) if (!named.has(fold(other)) && named.has(fold(client))) named.set(fold(other), named.get(fold(client))!);
  const found = named.get(wanted);
  if (found !== undefined) return found;
  const near = nearestAmong(clients.flatMap(({ name, slug }) => [name, slug]))(text);
  throw new Misuse(`"${text}": no client has this name${near === null ? '' : `; the nearest is "${near}"`}; all names stand on the page Clients`);
}

type NotShared = Exclude<ShareState, 'shared'>;
const REASONS: Readonly<Record<NotShared, string>> = {
  off: 'is off in the settings',
  expired: 'has expired',
  ended: 'is not made, since the contract is over',
  early: 'is not made yet, since the contract or its period has not begun',
};

/** Why a client has no page now, without a full stop. */
export const whyNotShared = (name: string, state: NotShared): string => `the page of "${name}" ${REASONS[state]}`;
