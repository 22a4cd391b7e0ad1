import { answersByWord } from '../measures/answers-by-word.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { FIRM, known, sourceOf, windowCell, windowSpan, windowStart, type Material } from './material.ts';
import type { Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { clientBand } from './satisfaction-clients.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { count, FEW } from './words.ts';

const MOST_ROWS = 16;
const FIELDS = [
  ['category', ['category', 'categories'], 'No category'],
  ['type', ['type', 'types'], 'No type'],
] as const;

interface Kinds {
  readonly noun: ApartWords['noun'];
  readonly rows: readonly ShareRow[];
}

/** Answers by the category of their ticket, by its type where no export has categories; null without either. */
function kindsOf(material: Material): Kinds | null {
  for (const [field, noun, none] of FIELDS) {
    const counts = answersByWord(material.context, field, windowStart(material), material.context.asOf) ?? [];
    if (counts.filter(({ word }) => word !== null).length < 2) continue;
    return { noun, rows: ranked(counts.map(({ word, hits, n }) => ({ label: word ?? none, cell: shareCell(hits, n) }))) };
  }
  return null;
}

const wordsFor = (noun: Kinds['noun']): ApartWords => ({
  noun,
  rows: 'answers',
  below: ['is rated lower than the other tickets', 'are rated lower than the other tickets'],
  above: ['is rated higher than the other tickets', 'are rated higher than the other tickets'],
  none: `No ${noun[0]} can be told apart from the others`,
});

/** Satisfaction by what the ticket was about, and what can be told apart from the rest. */
export function satisfactionByCategory(material: Material): readonly Section[] {
  const kinds = kindsOf(material);
  const whole = known(windowCell(material, 'S1'));
  if (kinds === null || whole === null) return [];
  const { rows, noun } = kinds;
  const { title, rows: apart } = apartTitle(rows, whole, wordsFor(noun));
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = `Positive answers of all answers, by ${noun[0]} of the ticket, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${count(n)}`;
  const target = satisfactionBand(material.context, FIRM);
  const name = noun[0].charAt(0).toUpperCase() + noun[0].slice(1);
  const chart = sharesChart(rows.slice(0, MOST_ROWS), {
    id: 'satisfaction-by-category',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys', 'tickets']),
    table: sharesTable(subtitle, [name, 'Satisfied', 'Answers'], rows, ({ cell }) => statusOfCell('share', cell, target)),
    noun,
    band: clientBand(material, FIRM),
    singled: apart,
  });
  const cut = rows.length > MOST_ROWS ? ` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';
  const note = `Lowest first. Under ${count(FEW)} answers the counts stand alone.${cut}`;
  return [{ id: 'categories', head: `By ${noun[0]}`, note, blocks: [{ kind: 'chart', chart }] }];
}
