import type { Facts } from '../facts/facts.ts';
import { nearestAmong } from '../facts/nearest-names.ts';
import { fold } from '../fold.ts';
import { issue, type Issue } from '../issue.ts';
import type { Settings, ShareSettings } from '../settings.ts';

/** Index of the client that is called so by its id, its name, an alias or its folder on the internal site; negative for nobody. */
export function clientCalled(name: string, { clients }: Facts, slugs: readonly string[]): number {
  const at = clients.indexOf(name);
  return at >= 0 ? at : slugs.indexOf(fold(name));
}

/** A finder of the client that a name nobody has may mean, by name or by folder; null where none is near. */
export const nearestClient = ({ clients }: Facts, slugs: readonly string[]): ((name: string) => string | null) =>
  nearestAmong([...clients.list.map(({ name }) => name), ...slugs]);

/** What an issue says besides of the name that may be meant; '' for none. */
export const nearDetail = (near: string | null): string => (near === null ? '' : `nearest: ${near}`);

/** Clients that `share` names and nobody has, each with the one most like it. */
export function unknownShares({ share }: Settings, facts: Facts, slugs: readonly string[]): readonly Issue[] {
  const listed = share === undefined || typeof share.clients === 'string' ? [] : share.clients.map((text) => ({ text, column: 'share.clients' }));
  const own = Object.keys(share?.by_client ?? {}).map((text) => ({ text, column: `share.by_client.${text}` }));
  const unknown = [...listed, ...own].filter(({ text }) => clientCalled(text, facts, slugs) < 0);
  if (unknown.length === 0) return [];
  const nearest = nearestClient(facts, slugs);
  return unknown.map((one) => issue('share-client-unknown', { file: 'settings.yaml', ...one, detail: nearDetail(nearest(one.text)) }));
}

/** The clients that the settings of `share` speak of, by their indexes. */
export interface Spoken {
  /** Those in the list of clients; empty for all and off. */
  readonly listed: ReadonlySet<number>;
  readonly own: ReadonlyMap<number, ShareSettings['by_client'][string]>;
}

/** Whom the settings of `share` mean; of two entries for one client the first counts. */
export function spokenOf({ clients, by_client: own }: ShareSettings, facts: Facts, slugs: readonly string[]): Spoken {
  const called = (name: string) => clientCalled(name, facts, slugs);
  return {
    listed: new Set(typeof clients === 'string' ? [] : clients.map(called)),
    own: new Map(
      Object.entries(own)
        .map(([name, settings]) => [called(name), settings] as const)
        .toReversed(),
    ),
  };
}
