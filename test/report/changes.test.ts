import { expect, test } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import { changesBlock } from '../../src/report/changes.ts';
import { demo } from './material-of.ts';

const material = await demo();
const refused = (read: number, rejected: number): unknown => {
  const { blocks } = changesBlock(material, { previous: null, refusals: [], files: [{ read, rejected }], settings: '', restated: [] });
  return blocks.flatMap((block) => (block.kind === 'notes' ? block.entries : [])).find(({ label }) => ['Refused', 'Abgewiesen'].includes(label))?.what;
};

test.for([
  [1, 'The one row was not refused in whole or in part.', 'Die eine Zeile wurde weder ganz noch teilweise abgewiesen.'],
  [7, 'None of 7 rows was refused in whole or in part.', 'Keine von 7 Zeilen wurde ganz oder teilweise abgewiesen.'],
] as const)('of %i rows the first page says in a whole sentence that none was refused', ([read, english, german]) => {
  expect(refused(read, 0)).toBe(english);
  expect(speaking('de', () => refused(read, 0))).toBe(german);
});
