import type { SentPage } from '../facts/sent-page.ts';
import { reviewsOf } from '../measures/review-days.ts';
import { comingReviews } from '../measures/reviews-coming.ts';
import { dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { Cell, Section } from './model.ts';
import type { ClientRecord, ClientShare, ShareState, Span } from './share-model.ts';
import { preparedFiles } from './talking.ts';
import { date, listed, NONE, plural } from './words.ts';
import { columnsOf } from './plain-cells.ts';

const MOST_ROWS = 1000;
const SHOWN = 20;

const STATES: Readonly<Record<ShareState, string>> = {
  shared: 'ready',
  off: 'off',
  expired: 'expired',
  ended: 'contract over',
  early: 'not begun',
};

/** What a good page still lacks. */
function lacking({ context }: Material, client: number, { manager, letter, answers, satisfied, visits, promises }: ClientRecord): readonly string[] {
  return [
    ...(letter === null ? ['your words'] : []),
    ...(manager === null ? ['an account manager'] : []),
    ...(answers === null ? ['answered requests'] : []),
    ...(promises === null ? ['promises'] : []),
    ...(visits === null ? ['visits'] : []),
    ...(satisfied === null ? ['answers to surveys'] : satisfied.quotes.length === 0 ? ['an approved quotation'] : []),
    ...((reviewsOf(context)?.days.get(client)?.length ?? 0) === 0 ? ['a review on record'] : []),
  ];
}

function pageCell({ state, folder }: ClientShare, address: string | undefined): Cell {
  const text = STATES[state];
  return folder === null ? { text, value: text } : { text, value: text, href: `${address ?? '../share/'}${folder}/` };
}

function clientOf({ clients }: Material, share: ClientShare): { readonly slug: string; readonly at: number } {
  const at = clients.findIndex(({ id }) => id === share.client);
  return { slug: clients[at]!.slug, at };
}

const dated = (day: string | null): Cell => ({ text: day === null ? NONE : date(day), value: day });
const spanned = ({ from, to }: Span): Cell => ({ text: `${date(from)} to ${date(to)}`, value: `${from}/${to}` });
const nothing: Cell = { text: NONE, value: null };

function pageRow(material: Material, share: ClientShare): readonly Cell[] {
  const { slug } = clientOf(material, share);
  const { mail, agenda } = preparedFiles(slug);
  const prepared = (text: string, href: string): Cell => (share.state === 'shared' ? { text, value: href, href } : nothing);
  return [
    { text: share.name, value: share.name, href: `clients/${slug}/` },
    pageCell(share, material.context.settings.share?.address),
    spanned(share.period),
    dated(share.until),
    prepared('mail', mail),
    prepared('agenda', agenda),
  ];
}

/** Letters of a hash that tell one sent page from another. */
const SHORT = 8;

function packRow(material: Material, share: ClientShare, { coming, sent }: Pack): readonly Cell[] {
  const { slug, at } = clientOf(material, share);
  const next = coming.get(at);
  const page = sent.get(at);
  const lacks = share.record === null ? NONE : listed(lacking(material, at, share.record)) || 'nothing';
  return [
    { text: share.name, value: share.name, href: `clients/${slug}/` },
    next === undefined ? nothing : { text: date(next), value: dayText(next) },
    page === undefined ? { text: 'never', value: null } : dated(page.sent),
    page === undefined ? nothing : spanned(page.period),
    page === undefined ? nothing : { text: page.hash.slice(0, SHORT), value: page.hash },
    { text: lacks, value: lacks === NONE ? null : lacks },
  ];
}

/** When each client's next review is, and which page it was sent last, by the client's index. */
interface Pack {
  readonly coming: ReadonlyMap<number, number>;
  readonly sent: ReadonlyMap<number, SentPage>;
}

/**
 * How the page of every client stands: whether it is ready, of which time, until when, with its mail and agenda; and for its review when that is
 * due, what the client was sent last, and what a good page still lacks.
 */
export function reviewPagesSection(material: Material, shares: readonly ClientShare[] | null, sent: ReadonlyMap<number, SentPage>): readonly Section[] {
  if (shares === null || shares.length === 0) return [];
  const ready = shares.filter(({ state }) => state === 'shared');
  const order = [...ready, ...shares.filter(({ state }) => state !== 'shared')].slice(0, MOST_ROWS);
  const pack = { coming: new Map((comingReviews(material.context) ?? []).map(({ client, day }) => [client, day])), sent };
  const went = order.filter((share) => sent.has(clientOf(material, share).at)).length;
  const [page, of, last] = [plural(ready.length, 'page is', 'pages are'), plural(shares.length, 'client'), plural(went, 'client was', 'clients were')];
  return [
    {
      id: 'pages',
      head: 'Pages for clients',
      note: 'A link is all that it takes to read one. Their folders stand in links.csv beside the site.',
      blocks: [
        {
          kind: 'table',
          id: 'client-pages',
          foot: 'The mail and the agenda are for you; nothing of them is on a page for a client.',
          shown: SHOWN,
          table: {
            caption: `${page} ready, of ${of}`,
            columns: columnsOf(['Client', 'Page', 'About', 'Until', 'Mail', 'Agenda'], 6),
            rows: order.map((share) => pageRow(material, share)),
          },
        },
        {
          kind: 'table',
          id: 'client-pages-sent',
          foot: 'Sent: what the command share froze with --send. Its hash tells one page from another.',
          shown: SHOWN,
          table: {
            caption: `${last} sent a page so far, of ${of}`,
            columns: columnsOf(['Client', 'Review due', 'Last sent', 'About', 'Hash', 'Still lacks'], 6),
            rows: order.map((share) => packRow(material, share, pack)),
          },
        },
      ],
    },
  ];
}
