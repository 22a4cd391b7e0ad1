import { say } from '../language/language.ts';
import type { FigureSpec } from './ledger.ts';
import type { Material } from './material.ts';
import type { Section } from './model.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import type { Noun } from './shares.ts';
import { number, plural } from './words.ts';

const pace = (): FigureSpec => ({
  measure: 'C6',
  kind: 'mean',
  name: say`Updates each business day`,
  href: null,
  note: (cell, over) =>
    say`mean of ${plural(cell.n, 'ticket over two business days', 'tickets over two business days')}, ${over}; one a day would be ${number(1)}`,
  target: null,
  leastRows: 10,
  emptyNote: (within) => say`no ticket took two business days ${within}`,
});

/** Whether clients hear from us while work goes on, and in both ways. */
export function updatesSection(material: Material): readonly Section[] {
  const long: Noun = [say`ticket over a business day`, say`tickets over a business day`];
  const longer: Noun = [say`ticket over two business days`, say`tickets over two business days`];
  const blocks = figureBlocks(material, [
    shareSpec(material, 'B11', say`With an update`, long, true),
    shareSpec(material, 'B11-both', say`With one by phone and one by mail`, long, false),
    pace(),
    shareSpec(material, 'C6-gap', say`With a business day of silence`, longer, false),
  ]);
  if (blocks.length === 0) return [];
  const note = say`An update is a contact of ours that names the ticket while it is open. By phone or mail, preferably both.`;
  return [{ id: 'updates', head: say`Keeping them informed`, note, blocks }];
}
