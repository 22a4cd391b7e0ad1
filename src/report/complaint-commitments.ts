import { say } from '../language/language.ts';
import { nineInTen } from './figures.ts';
import { titleOf, type Material } from './material.ts';
import type { Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';

/** Whether commitments to complaints name a day and are kept, and whether the client agrees that it is done. */
export function commitmentsSection(material: Material): readonly Section[] {
  const commitment = [say`commitment`, say`commitments`] as const;
  const blocks = figureBlocks(material, [
    shareSpec(material, 'D13', titleOf(material, 'D13'), commitment, false),
    shareSpec(material, 'D14', titleOf(material, 'D14'), commitment, true),
    shareSpec(material, 'D15', say`Confirmed with the client`, [say`complaint acted on`, say`complaints acted on`], false),
    {
      ...timeSpec('D15-days', say`From complaint to confirmation`, [say`complaint`, say`complaints`]),
      note: (cell, over) => `${say`median of ${cell.n} confirmed, ${over}`}${nineInTen(cell)}`,
    },
  ]);
  if (blocks.length === 0) return [];
  const note = say`What we said we would do, by when, and whether the client calls it done. A commitment without a date binds nobody.`;
  return [{ id: 'commitments', head: say`The commitment`, note, blocks }];
}
