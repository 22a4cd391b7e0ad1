import { nineInTen } from './figures.ts';
import type { Material } from './material.ts';
import type { Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';

/** Whether commitments to complaints name a day and are kept, and whether the client agrees that it is done. */
export function commitmentsSection(material: Material): readonly Section[] {
  const blocks = figureBlocks(material, [
    shareSpec(material, 'D13', 'Commitments with a day', ['commitment', 'commitments'], false),
    shareSpec(material, 'D14', 'Commitments kept by that day', ['commitment', 'commitments'], true),
    shareSpec(material, 'D15', 'Confirmed with the client', ['complaint acted on', 'complaints acted on'], false),
    {
      ...timeSpec('D15-days', 'From complaint to confirmation', ['complaint', 'complaints']),
      note: (cell) => `median of ${cell.n} confirmed, 13 weeks${nineInTen(cell)}`,
    },
  ]);
  if (blocks.length === 0) return [];
  const note = 'What we said we would do, by when, and whether the client calls it done. A commitment without a day binds nobody.';
  return [{ id: 'commitments', head: 'The commitment', note, blocks }];
}
