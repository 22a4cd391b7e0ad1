import { say } from '../language/language.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { ledgerBlock } from './ledger-block.ts';
import { known, titleOf, windowCell, type Material } from './material.ts';
import type { Block, Section } from './model.ts';
import { windowOf } from './window.ts';
import { count, duration, hitsAmong, plural } from './words.ts';

const specs = (material: Material): readonly FigureSpec[] => [
  {
    measure: 'A1',
    kind: 'share',
    name: titleOf(material, 'A1'),
    href: null,
    note: (_, over) => say`clients with a ticket, ${over}`,
    target: null,
    census: true,
    emptyNote: (within) => say`no client opened a ticket ${within}`,
  },
  {
    measure: 'A2',
    kind: 'share',
    name: say`Surveys answered`,
    href: null,
    note: (cell, over) => say`${hitsAmong(cell.hits, plural(cell.n, 'survey sent', 'surveys sent'))}, ${over}`,
    target: null,
    emptyNote: (within) => say`no survey sent ${within}`,
  },
  {
    measure: 'A3-rate',
    kind: 'rate',
    name: say`Surveys sent`,
    href: null,
    note: (cell, over) => say`per 100 closed tickets: ${count(cell.hits)} in ${count(cell.exposure)}, ${over}`,
    target: null,
    leastRows: 0,
    emptyNote: (within) => say`no ticket closed ${within}`,
  },
  {
    measure: 'A3-delay',
    kind: 'duration',
    name: say`From closing to asking`,
    href: null,
    note: (cell, over) => say`median of ${plural(cell.n, 'survey')}, ${over}; 9 in 10 within ${duration(cell.p90)}`,
    target: null,
    emptyNote: (within) => say`no survey about a closed ticket ${within}`,
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
        what: say`${plural(tickets, 'ticket')} opened, no survey sent.`,
        aside: [],
      },
    ];
  });
  if (known(windowCell(material, 'A1')) === null) return [];
  const { over, within } = windowOf(material, 'A1');
  if (entries.length === 0) return [{ kind: 'prose', words: say`Every client with a ticket ${within} was asked.` }];
  const heading: Block = {
    kind: 'heading',
    text: say`${plural(entries.length, 'active client was', 'active clients were')} not asked`,
    subtitle: say`At least one ticket opened, no survey sent, ${over}`,
  };
  return [heading, ledgerBlock(entries)];
}

/** Whether every active client is asked, how often, and how soon after the work. */
export function askingSection(material: Material): readonly Section[] {
  const figures = specs(material)
    .filter(({ measure }) => material.figures.grid(measure, 'window') !== null)
    .map((spec) => figureOf(material, spec));
  const head = { id: 'asking', head: say`Asking`, note: say`Whether we ask every client, after the work, every time.` };
  if (figures.length === 0) return [{ ...head, blocks: [{ kind: 'prose', words: say`Not available: no export says when surveys were sent.` }] }];
  return [{ ...head, blocks: [{ kind: 'figures', figures }, ...uncovered(material)] }];
}
