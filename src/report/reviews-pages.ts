import type { Material } from './material.ts';
import type { Cell, Section } from './model.ts';
import type { ClientRecord, ClientShare, ShareState } from './share-model.ts';
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
function lacking({ manager, letter, answers, satisfied, visits, promises }: ClientRecord): readonly string[] {
  return [
    ...(letter === null ? ['your words'] : []),
    ...(manager === null ? ['an account manager'] : []),
    ...(answers === null ? ['answered requests'] : []),
    ...(promises === null ? ['promises'] : []),
    ...(visits === null ? ['visits'] : []),
    ...(satisfied === null ? ['answers to surveys'] : satisfied.quotes.length === 0 ? ['an approved quotation'] : []),
  ];
}

function pageCell({ state, folder }: ClientShare, address: string | undefined): Cell {
  const text = STATES[state];
  return folder === null ? { text, value: text } : { text, value: text, href: `${address ?? '../share/'}${folder}/` };
}

function rowOf(material: Material, share: ClientShare): readonly Cell[] {
  const entry = material.clients.find(({ id }) => id === share.client)!;
  const lacks = share.record === null ? NONE : listed(lacking(share.record)) || 'nothing';
  return [
    { text: share.name, value: share.name, href: `clients/${entry.slug}/` },
    pageCell(share, material.context.settings.share?.address),
    { text: `${date(share.period.from)} to ${date(share.period.to)}`, value: `${share.period.from}/${share.period.to}` },
    { text: share.until === null ? NONE : date(share.until), value: share.until },
    { text: lacks, value: lacks === NONE ? null : lacks },
  ];
}

/** How the page of every client stands: whether it is ready, of which time, until when, and what it lacks. */
export function reviewPagesSection(material: Material, shares: readonly ClientShare[] | null): readonly Section[] {
  if (shares === null || shares.length === 0) return [];
  const ready = shares.filter(({ state }) => state === 'shared');
  const order = [...ready, ...shares.filter(({ state }) => state !== 'shared')];
  return [
    {
      id: 'pages',
      head: 'Pages for clients',
      note: 'A link is all that it takes to read one. Their folders stand in links.csv beside the site.',
      blocks: [
        {
          kind: 'table',
          id: 'client-pages',
          foot: '',
          shown: SHOWN,
          table: {
            caption: `${plural(ready.length, 'page is', 'pages are')} ready, of ${plural(shares.length, 'client')}`,
            columns: columnsOf(['Client', 'Page', 'About', 'Until', 'Still lacks'], 5),
            rows: order.slice(0, MOST_ROWS).map((share) => rowOf(material, share)),
          },
        },
      ],
    },
  ];
}
