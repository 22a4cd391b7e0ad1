import { say } from '../language/language.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { ledgerBlock } from './ledger-block.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block, Section } from './model.ts';
import { count, duration, hitsOf, plural } from './words.ts';

const specs = (): readonly FigureSpec[] => [
  {
    measure: 'A1',
    kind: 'share',
    name: say`Active clients asked`,
    href: null,
    note: () => say`clients with a ticket, 13 weeks`,
    target: null,
    census: true,
    emptyNote: say`no client opened a ticket in 13 weeks`,
  },
  {
    measure: 'A2',
    kind: 'share',
    name: say`Surveys answered`,
    href: null,
    note: (cell) => say`${hitsOf(cell.hits, cell.n)} surveys sent, 13 weeks`,
    target: null,
    emptyNote: say`no survey sent in 13 weeks`,
  },
  {
    measure: 'A3-rate',
    kind: 'rate',
    name: say`Surveys sent`,
    href: null,
    note: (cell) => say`per 100 closed tickets: ${count(cell.hits)} in ${count(cell.exposure)}, 13 weeks`,
    target: null,
    leastRows: 0,
    emptyNote: say`no ticket closed in 13 weeks`,
  },
  {
    measure: 'A3-delay',
    kind: 'duration',
    name: say`From closing to asking`,
    href: null,
    note: (cell) => say`median of ${plural(cell.n, 'survey')}, 13 weeks; 9 in 10 within ${duration(cell.p90)}`,
    target: null,
    emptyNote: say`no survey about a closed ticket in 13 weeks`,
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
  if (entries.length === 0) return [{ kind: 'prose', words: say`Every client with a ticket in 13 weeks was asked.` }];
  const heading: Block = {
    kind: 'heading',
    text: say`${plural(entries.length, 'active client was', 'active clients were')} not asked`,
    subtitle: say`At least one ticket opened, no survey sent, 13 weeks`,
  };
  return [heading, ledgerBlock(entries)];
}

/** Whether every active client is asked, how often, and how soon after the work. */
export function askingSection(material: Material): readonly Section[] {
  const figures = specs()
    .filter(({ measure }) => material.figures.grid(measure, 'window') !== null)
    .map((spec) => figureOf(material, spec));
  const head = { id: 'asking', head: say`Asking`, note: say`Whether we ask every client, after the work, every time.` };
  if (figures.length === 0) return [{ ...head, blocks: [{ kind: 'prose', words: say`Not available: no export says when surveys were sent.` }] }];
  return [{ ...head, blocks: [{ kind: 'figures', figures }, ...uncovered(material)] }];
}
