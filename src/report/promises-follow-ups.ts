import { followUpsDue, type FollowUpDue } from '../measures/follow-up.ts';
import { dayText } from '../time/weeks.ts';
import { say } from '../language/language.ts';
import { sourceOf, type Material } from './material.ts';
import type { Block, Cell, Section } from './model.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import { date, NONE, plural } from './words.ts';

const MOST_ROWS = 200;

const dated = (day: number): Cell => ({ text: date(day), value: dayText(day) });

function dueRow({ clients }: Material, { client, asset, from, to }: FollowUpDue): readonly Cell[] {
  const entry = clients[client];
  return [
    entry === undefined ? { text: NONE, value: null } : { text: entry.name, value: entry.name, href: `clients/${entry.slug}/` },
    { text: asset ?? NONE, value: asset },
    dated(from),
    dated(to),
  ];
}

function dueBlocks(material: Material, due: readonly FollowUpDue[]): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    text: due.length === 0 ? say`No follow-up is due this week` : say`${plural(due.length, 'follow-up is', 'follow-ups are')} due this week`,
    subtitle: say`Replacements not followed up, in the seven days after ${date(material.context.asOf)}`,
  };
  if (due.length === 0) return [heading];
  return [
    heading,
    {
      kind: 'table',
      id: 'follow-ups-due',
      foot: sourceOf(material, ['replacements']),
      table: {
        caption: say`Follow-ups due, the most pressing first`,
        columns: [say`Client`, say`Replaced`, say`From`, say`Until`].map((name) => ({ name, numeric: false })),
        rows: due.slice(0, MOST_ROWS).map((one) => dueRow(material, one)),
      },
    },
  ];
}

/** Replacements to ask about this week, and how many were asked about in time. */
export function followUpSection(material: Material): readonly Section[] {
  const due = followUpsDue(material.context);
  const figures = figureBlocks(material, [shareSpec(material, 'E12', say`Followed up in time`, [say`replacement`, say`replacements`], true)]);
  if (due === null && figures.length === 0) return [];
  const note = say`A month after a replacement we ask how it does: from day 25 to day 40.`;
  return [{ id: 'follow-ups', head: say`Follow-ups`, note, blocks: [...figures, ...(due === null ? [] : dueBlocks(material, due))] }];
}
