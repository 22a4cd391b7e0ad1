import type { Facts } from '../facts/facts.ts';
import { issue, type Issue } from '../issue.ts';
import { translationFor } from '../language/language.ts';
import type { Settings, ShareSettings } from '../settings.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import type { SentPage } from '../facts/sent-page.ts';
import { lettersIn, lettersRead, type Letter, type LetterFile } from './letters.ts';
import type { Material } from './material.ts';
import { restatedSince } from './restated-since.ts';
import { reviewPeriod, type ReviewPeriod } from './review-period.ts';
import type { ClientRecord, ClientShare, ShareState } from './share-model.ts';
import { clientCalled, nearDetail, nearestClient, spokenOf, type Spoken } from './share-names.ts';
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

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.md$/i, '');

/**
 * Room for words on the three sheets of a full page, in characters, and what every line of theirs takes besides: so much fits beside every page
 * of the demonstration. Other languages than English leave less.
 */
const ROOM = { english: 2800, other: 1700 };
const OF_LINE = 40;

/** Characters that the newest words of a file take on paper, where they are more than there is room for. */
function tooLong(letters: readonly Letter[], locale: string): readonly { readonly letter: Letter; readonly length: number }[] {
  const [newest] = letters.toSorted((a, b) => (a.to < b.to ? 1 : -1));
  const room = translationFor(locale) === null ? ROOM.english : ROOM.other;
  if (newest === undefined || newest.text.length + OF_LINE * newest.text.split('\n').filter((line) => line.trim() !== '').length <= room) return [];
  return [{ letter: newest, length: newest.text.length }];
}

/** Files of words that cannot be used, words before all headings, headings that name no time, and newest words so long that a page may not hold them on three sheets. */
export function letterIssues(letters: readonly LetterFile[], facts: Facts, slugs: readonly string[], locale: string): readonly Issue[] {
  const isKnown = ({ file }: LetterFile): boolean => clientCalled(stem(file), facts, slugs) >= 0;
  const nearest = letters.every(isKnown) ? null : nearestClient(facts, slugs);
  return letters.flatMap((letter) => {
    const { file, text } = letter;
    if (nearest !== null && !isKnown(letter)) return [issue('words-client-unknown', { file, detail: nearDetail(nearest(stem(file))) })];
    const { letters: found, strays, before } = lettersRead(text);
    if (found.length + strays.length === 0 && text.trim() !== '') return [issue('words-undated', { file })];
    return [
      ...(before === null ? [] : [issue('words-before', { file, line: before })]),
      ...strays.map((stray) => issue('words-heading', { file, ...stray })),
      ...tooLong(found, locale).map(({ letter: { from, to }, length }) =>
        issue('words-long', { file, text: `${from} to ${to}`, detail: `${length} characters` }),
      ),
    ];
  });
}

function stateOf({ context, facts }: Material, share: ShareSettings, { listed, own }: Spoken, client: number, until: string | null, from: string): ShareState {
  const { start, end } = facts.clients.list[client]!;
  const named = listed.has(client);
  if (own.get(client) === 'off' || !(named || share.clients === 'all')) return 'off';
  if (until !== null && until < dayText(context.asOf)) return 'expired';
  if (end < context.end && !named) return 'ended';
  return start >= context.end || from > dayText(context.asOf) ? 'early' : 'shared';
}

/** Whether a contract begins after a period. */
function beginsLater({ context, facts }: Material, client: number, { period }: ReviewPeriod): boolean {
  const { start } = facts.clients.list[client]!;
  return Number.isFinite(start) && dayText(dayOf(start, context.zone)) > period.to;
}

/** Whether nothing of a period is on record. */
const isEmpty = ({ answers, satisfied, visits, promises, complaints }: ClientRecord): boolean =>
  answers === null && satisfied === null && visits === null && (promises?.n ?? 0) + complaints.length === 0;

/** What went out to clients so far, by the client's index, and the hash of the settings now. */
export interface Sendings {
  readonly last: ReadonlyMap<number, SentPage>;
  readonly settings: string;
}

function recordOf(material: Material, client: number, of: ReviewPeriod, letters: readonly Letter[], { last, settings }: Sendings): ClientRecord {
  const page = last.get(client);
  return clientRecord(material, client, of, { letters, since: page === undefined ? null : restatedSince(material, client, page, settings) });
}

interface Given {
  readonly spoken: Spoken;
  readonly letters: readonly Letter[];
  readonly sendings: Sendings;
}

function shareOf(material: Material, share: ShareSettings, { folderOf }: Sharing, { spoken, letters, sendings }: Given, client: number): ClientShare {
  const { id, name } = material.clients[client]!;
  const own = spoken.own.get(client);
  const more = own === 'off' ? {} : (own ?? {});
  const until = more.until ?? share.until ?? null;
  const of = reviewPeriod(more.review ?? share.review, material.context.asOf, material.facts.clients.list[client]!.reviewDays);
  const asked = stateOf(material, share, spoken, client, until, of.period.from);
  const record = asked === 'shared' ? recordOf(material, client, of, letters, sendings) : null;
  const state = record !== null && beginsLater(material, client, of) && isEmpty(record) ? 'early' : asked;
  const isShared = state === 'shared';
  return {
    client: id,
    name,
    state,
    until,
    folder: isShared ? folderOf(id, `${share.rotation}.${more.rotation ?? 0}`) : null,
    locked: more.passphrase ?? share.passphrase,
    ...of,
    record: isShared ? record : null,
  };
}

/** How the page of every client stands, and what the shared ones may hold; null where the settings ask for none. */
export function sharesOf(material: Material, sharing: Sharing | null, sendings: Sendings): readonly ClientShare[] | null {
  const { settings } = material.context;
  if (sharing === null || settings.share === undefined || !sharesAsked(settings)) return null;
  const { share } = settings;
  const slugs = material.clients.map(({ slug }) => slug);
  const letters = new Map<number, readonly Letter[]>();
  for (const { file, text } of sharing.letters) {
    const client = clientCalled(stem(file), material.facts, slugs);
    letters.set(client, [...(letters.get(client) ?? []), ...lettersIn(text)]);
  }
  const spoken = spokenOf(share, material.facts, slugs);
  return material.clients.map((_, client) => shareOf(material, share, sharing, { spoken, letters: letters.get(client) ?? [], sendings }, client));
}
