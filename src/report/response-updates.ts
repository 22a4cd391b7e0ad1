import type { FigureSpec } from './ledger.ts';
import type { Material } from './material.ts';
import type { Section } from './model.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import { number, plural } from './words.ts';

const LONG: readonly [string, string] = ['ticket over a business day', 'tickets over a business day'];
const LONGER: readonly [string, string] = ['ticket over two business days', 'tickets over two business days'];

const pace: FigureSpec = {
  measure: 'C6',
  kind: 'mean',
  name: 'Updates each business day',
  href: null,
  note: (cell) => `mean of ${plural(cell.n, LONGER[0], LONGER[1])}, 13 weeks; one a day would be ${number(1)}`,
  target: null,
  leastRows: 10,
  emptyNote: 'no ticket took two business days in 13 weeks',
};

/** Whether clients hear from us while work goes on, and in both ways. */
export function updatesSection(material: Material): readonly Section[] {
  const blocks = figureBlocks(material, [
    shareSpec(material, 'B11', 'With an update', LONG, true),
    shareSpec(material, 'B11-both', 'With one by phone and one by mail', LONG, false),
    pace,
    shareSpec(material, 'C6-gap', 'With a business day of silence', LONGER, false),
  ]);
  if (blocks.length === 0) return [];
  const note = 'An update is a contact of ours that names the ticket while it is open. By phone or mail, preferably both.';
  return [{ id: 'updates', head: 'Keeping them informed', note, blocks }];
}
