import { fold } from '../fold.ts';
import type { Facts } from '../facts/facts.ts';
import { issue, type Issue } from '../issue.ts';
import type { Settings, ShareSettings } from '../settings.ts';
import { dayText } from '../time/weeks.ts';
import { lettersIn, type Letter, type LetterFile } from './letters.ts';
import type { Material } from './material.ts';
import { reviewPeriod } from './review-period.ts';
import type { ClientShare, ShareState } from './share-model.ts';
import { clientRecord } from './share-record.ts';

/** What comes from outside of the report: how folders are named, and the account managers' words. */
export interface Sharing {
  /** Folder of a client by its id and the number of its rotation. */
  readonly folderOf: (client: string, rotation: string) => string;
  readonly letters: readonly LetterFile[];
}

/** Whether the settings ask for any page for a client. */
export function sharesAsked({ share }: Settings): boolean {
  return share !== undefined && share.clients !== 'off' && (share.clients === 'all' || share.clients.length > 0);
}

/** Clients that `share` names and nobody has. */
export function unknownShares({ share }: Settings, { clients }: Facts): readonly Issue[] {
  const listed = share === undefined || typeof share.clients === 'string' ? [] : share.clients.map((text) => ({ text, column: 'share.clients' }));
  const own = Object.keys(share?.by_client ?? {}).map((text) => ({ text, column: `share.by_client.${text}` }));
  return [...listed, ...own].filter(({ text }) => clients.indexOf(text) < 0).map((one) => issue('share-client-unknown', { file: 'settings.yaml', ...one }));
}

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.md$/i, '');

/** Index of the client that a file of words is named after, -1 for nobody: its id, name, alias or folder. */
function clientOf(file: string, { clients }: Facts, slugs: readonly string[]): number {
  const [name, at] = [stem(file), clients.indexOf(stem(file))];
  return at >= 0 ? at : slugs.indexOf(fold(name));
}

/** Files of words that cannot be used. */
export function letterIssues(letters: readonly LetterFile[], facts: Facts, slugs: readonly string[]): readonly Issue[] {
  return letters.flatMap(({ file, text }) => {
    if (clientOf(file, facts, slugs) < 0) return [issue('words-client-unknown', { file })];
    return lettersIn(text).length === 0 && text.trim() !== '' ? [issue('words-undated', { file })] : [];
  });
}

type Own = Exclude<ShareSettings['by_client'][string], 'off'> | 'off' | undefined;

function ownOf({ by_client: all }: ShareSettings, { clients }: Facts, client: number): Own {
  return Object.entries(all).find(([name]) => clients.indexOf(name) === client)?.[1];
}

function stateOf({ context, facts }: Material, share: ShareSettings, client: number, own: Own, until: string | null, from: string): ShareState {
  const { start, end } = facts.clients.list[client]!;
  const named = share.clients !== 'off' && share.clients !== 'all' && share.clients.some((name) => facts.clients.indexOf(name) === client);
  if (own === 'off' || !(named || share.clients === 'all')) return 'off';
  if (until !== null && until < dayText(context.asOf)) return 'expired';
  if (end < context.end && !named) return 'ended';
  return start >= context.end || from > dayText(context.asOf) ? 'early' : 'shared';
}

function shareOf(material: Material, share: ShareSettings, { folderOf }: Sharing, letters: readonly Letter[], client: number): ClientShare {
  const { id, name } = material.clients[client]!;
  const own = ownOf(share, material.facts, client);
  const more = own === 'off' ? {} : (own ?? {});
  const until = more.until ?? share.until ?? null;
  const of = reviewPeriod(more.review ?? share.review, material.context.asOf, material.facts.clients.list[client]!.reviewDays);
  const state = stateOf(material, share, client, own, until, of.period.from);
  const isShared = state === 'shared';
  return {
    client: id,
    name,
    state,
    until,
    folder: isShared ? folderOf(id, `${share.rotation}.${more.rotation ?? 0}`) : null,
    ...of,
    record: isShared ? clientRecord(material, client, of, letters) : null,
  };
}

/** How the page of every client stands, and what the shared ones may hold; null where the settings ask for none. */
export function sharesOf(material: Material, sharing: Sharing | null): readonly ClientShare[] | null {
  const { settings } = material.context;
  if (sharing === null || settings.share === undefined || !sharesAsked(settings)) return null;
  const { share } = settings;
  const slugs = material.clients.map(({ slug }) => slug);
  const letters = new Map<number, readonly Letter[]>();
  for (const { file, text } of sharing.letters) {
    const client = clientOf(file, material.facts, slugs);
    letters.set(client, [...(letters.get(client) ?? []), ...lettersIn(text)]);
  }
  return material.clients.map((_, client) => shareOf(material, share, sharing, letters.get(client) ?? [], client));
}
