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

/** Clients that `share` names and nobody has, each with the one most like it. */
export function unknownShares({ share }: Settings, facts: Facts, slugs: readonly string[]): readonly Issue[] {
  const listed = share === undefined || typeof share.clients === 'string' ? [] : share.clients.map((text) => ({ text, column: 'share.clients' }));
  const own = Object.keys(share?.by_client ?? {}).map((text) => ({ text, column: `share.by_client.${text}` }));
  const unknown = [...listed, ...own].filter(({ text }) => clientCalled(text, facts, slugs) < 0);
  if (unknown.length === 0) return [];
  const nearest = nearestAmong([...facts.clients.list.map(({ name }) => name), ...slugs]);
  return unknown.map((one) => {
    const near = nearest(one.text);
    return issue('share-client-unknown', { file: 'settings.yaml', ...one, detail: near === null ? '' : `nearest: ${near}` });
  });
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
