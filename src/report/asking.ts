import { figureOf, type FigureSpec } from './ledger.ts';
import { ledgerBlock } from './ledger-block.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block, Section } from './model.ts';
import { count, duration, hitsOf, plural } from './words.ts';

const WITHIN = '13 weeks';

const SPECS: readonly FigureSpec[] = [
  {
    measure: 'A1',
    kind: 'share',
    name: 'Active clients asked',
    href: null,
    note: () => `clients with a ticket, ${WITHIN}`,
    target: null,
    census: true,
    emptyNote: `no client opened a ticket in ${WITHIN}`,
  },
  {
    measure: 'A2',
    kind: 'share',
    name: 'Surveys answered',
    href: null,
    note: (cell) => `${hitsOf(cell.hits, cell.n)} surveys sent, ${WITHIN}`,
    target: null,
    emptyNote: `no survey sent in ${WITHIN}`,
  },
  {
    measure: 'A3-rate',
    kind: 'rate',
    name: 'Surveys sent',
    href: null,
    note: (cell) => `per 100 closed tickets: ${count(cell.hits)} in ${count(cell.exposure)}, ${WITHIN}`,
    target: null,
    leastRows: 0,
    emptyNote: `no ticket closed in ${WITHIN}`,
  },
  {
    measure: 'A3-delay',
    kind: 'duration',
    name: 'From closing to asking',
    href: null,
    note: (cell) => `median of ${plural(cell.n, 'survey')}, ${WITHIN}; 9 in 10 within ${duration(cell.p90)}`,
    target: null,
    emptyNote: `no survey about a closed ticket in ${WITHIN}`,
  },
];

/** Active clients that were sent no survey in the window. */
function uncovered(material: Material): readonly Block[] {
  const entries = material.clients.flatMap(({ name, slug }, client) => {
    if (known(windowCell(material, 'A1', client))?.value !== 0) return [];
    const tickets = windowCell(material, 'A1-tickets', client)?.value ?? NaN;
    return [
      {
        who: [{ text: name, href: `clients/${slug}/` }],
        what: `${plural(tickets, 'ticket')} opened, no survey sent.`,
        aside: [],
      },
    ];
  });
  if (known(windowCell(material, 'A1')) === null) return [];
  if (entries.length === 0) return [{ kind: 'prose', words: `Every client with a ticket in ${WITHIN} was asked.` }];
  const heading: Block = {
    kind: 'heading',
    text: `${plural(entries.length, 'active client was', 'active clients were')} not asked`,
    subtitle: `At least one ticket opened, no survey sent, ${WITHIN}`,
  };
  return [heading, ledgerBlock(entries)];
}

/** Whether every active client is asked, how often, and how soon after the work. */
export function askingSection(material: Material): readonly Section[] {
  const figures = SPECS.filter(({ measure }) => material.figures.grid(measure, 'window') !== null).map((spec) => figureOf(material, spec));
  const head = { id: 'asking', head: 'Asking', note: 'Whether we ask every client, after the work, every time.' };
  if (figures.length === 0) return [{ ...head, blocks: [{ kind: 'prose', words: 'Not available: no export says when surveys were sent.' }] }];
  return [{ ...head, blocks: [{ kind: 'figures', figures }, ...uncovered(material)] }];
}
