import type { SentPage } from '../facts/sent-page.ts';
import { phrase, say, translated } from '../language/language.ts';
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
  shared: phrase`ready`,
  off: phrase`off`,
  expired: phrase`expired`,
  ended: phrase`contract over`,
  early: phrase`not begun`,
};

/** What a good page still lacks. */
function lacking({ context }: Material, client: number, { manager, letter, answers, satisfied, visits, promises }: ClientRecord): readonly string[] {
  return [
    ...(letter === null ? [say`your words`] : []),
    ...(manager === null ? [say`an account manager`] : []),
    ...(answers === null ? [say`answered requests`] : []),
    ...(promises === null ? [say`promises`] : []),
    ...(visits === null ? [say`visits`] : []),
    ...(satisfied === null ? [say`answers to surveys`] : satisfied.quotes.length === 0 ? [say`an approved quotation`] : []),
    ...((reviewsOf(context)?.days.get(client)?.length ?? 0) === 0 ? [say`a review on record`] : []),
  ];
}

function pageCell({ state, folder, locked }: ClientShare, address: string | undefined): Cell {
  const text = state === 'shared' && locked ? say`ready, with a passphrase` : translated(STATES[state]);
  return folder === null ? { text, value: text } : { text, value: text, href: `${address ?? '../share/'}${folder}/` };
}

function clientOf({ clients }: Material, share: ClientShare): { readonly slug: string; readonly at: number } {
  const at = clients.findIndex(({ id }) => id === share.client);
  return { slug: clients[at]!.slug, at };
}

const dated = (day: string | null): Cell => ({ text: day === null ? NONE : date(day), value: day });
const spanned = ({ from, to }: Span): Cell => ({ text: say`${date(from)} to ${date(to)}`, value: `${from}/${to}` });
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
    prepared(say`mail`, mail),
    prepared(say`agenda`, agenda),
  ];
}

/** Letters of a hash that tell one sent page from another. */
const SHORT = 8;

function packRow(material: Material, share: ClientShare, { coming, sent }: Pack): readonly Cell[] {
  const { slug, at } = clientOf(material, share);
  const next = coming.get(at);
  const page = sent.get(at);
  const lacks = share.record === null ? NONE : listed(lacking(material, at, share.record)) || say`nothing`;
  return [
    { text: share.name, value: share.name, href: `clients/${slug}/` },
    next === undefined ? nothing : { text: date(next), value: dayText(next) },
    page === undefined ? { text: say`never`, value: null } : dated(page.sent),
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
      head: say`Pages for clients`,
      note: ready.some(({ locked }) => locked)
        ? say`A link is all that it takes to read one, but for those with a passphrase. Their folders stand in links.csv beside the site.`
        : say`A link is all that it takes to read one. Their folders stand in links.csv beside the site.`,
      blocks: [
        {
          kind: 'table',
          id: 'client-pages',
          foot: say`The mail and the agenda are for you; nothing of them is on a page for a client.`,
          shown: SHOWN,
          table: {
            caption: say`${page} ready, of ${of}`,
            columns: columnsOf([say`Client`, say`Page`, say`About`, say`Until`, say`Mail`, say`Agenda`], 6),
            rows: order.map((share) => pageRow(material, share)),
          },
        },
        {
          kind: 'table',
          id: 'client-pages-sent',
          foot: say`Sent: what the command share froze with --send. Its hash tells one page from another.`,
          shown: SHOWN,
          table: {
            caption: say`${last} sent a page so far, of ${of}`,
            columns: columnsOf([say`Client`, say`Review due`, say`Last sent`, say`About`, say`Hash`, say`Page lacks`], 6),
            rows: order.map((share) => packRow(material, share, pack)),
          },
        },
      ],
    },
  ];
}
