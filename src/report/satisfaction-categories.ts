import { phrase, nounFor, say, translated } from '../language/language.ts';
import { answersByWord } from '../measures/answers-by-word.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { FIRM, known, sourceOf, windowCell, windowStart, type Material } from './material.ts';
import type { Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { clientBand } from './satisfaction-clients.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, FEW } from './words.ts';

const MOST_ROWS = 16;
const FIELDS = [
  { field: 'category', noun: ['category', 'categories'], name: phrase`Category`, without: phrase`No category` },
  { field: 'type', noun: ['type', 'types'], name: phrase`Type`, without: phrase`No type` },
] as const;

interface Kinds {
  readonly noun: ApartWords['noun'];
  readonly name: string;
  readonly rows: readonly ShareRow[];
}

/** Answers by the category of their ticket, by its type where no export has categories; null without either. */
function kindsOf(material: Material): Kinds | null {
  for (const { field, noun, name, without } of FIELDS) {
    const counts = answersByWord(material.context, field, windowStart(material), material.context.asOf) ?? [];
    if (counts.filter(({ word }) => word !== null).length < 2) continue;
    return { noun, name, rows: ranked(counts.map(({ word, hits, n }) => ({ label: word ?? translated(without), cell: shareCell(hits, n) }))) };
  }
  return null;
}

const wordsFor = (noun: Kinds['noun']): ApartWords => ({
  noun,
  rows: say`answers`,
  below: [say`is rated lower than the other tickets`, say`are rated lower than the other tickets`],
  above: [say`is rated higher than the other tickets`, say`are rated higher than the other tickets`],
  none: say`No ${nounFor(1, ...noun)} can be told apart from the others`,
});

/** Satisfaction by what the ticket was about, and what can be told apart from the rest. */
export function satisfactionByCategory(material: Material): readonly Section[] {
  const kinds = kindsOf(material);
  const whole = known(windowCell(material, 'S1'));
  if (kinds === null || whole === null) return [];
  const { rows, noun, name } = kinds;
  const one = nounFor(1, ...noun);
  const { title, rows: apart } = apartTitle(rows, whole, wordsFor(noun));
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = say`Positive answers of all answers, by ${one} of the ticket, whole firm, ${windowSpan(material, 'S1')}, %, n\u00a0=\u00a0${count(n)}`;
  const target = satisfactionBand(material.context, FIRM);
  const chart = sharesChart(rows.slice(0, MOST_ROWS), {
    id: 'satisfaction-by-category',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys', 'tickets']),
    table: sharesTable(subtitle, [translated(name), say`Satisfied`, say`Answers`], rows, ({ cell }) => statusOfCell('share', cell, target)),
    noun,
    band: clientBand(material, FIRM),
    singled: apart,
  });
  const cut = rows.length > MOST_ROWS ? say` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';
  const note = `${say`Lowest first. Under ${count(FEW)} answers the counts stand alone.`}${cut}`;
  return [{ id: 'categories', head: say`By ${one}`, note, blocks: [{ kind: 'chart', chart }] }];
}
