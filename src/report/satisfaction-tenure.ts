import { say } from '../language/language.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { satisfactionByTenure, type Tenure } from '../measures/tenure.ts';
import { FIRM, sourceOf, span, type Material } from './material.ts';
import type { Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { clientBand } from './satisfaction-clients.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, type ApartWords, type ShareRow } from './shares.ts';
import { count } from './words.ts';

const YEAR = 364;
const MONTHS = 12;

const wordsOf = (): ApartWords => ({
  noun: ['stretch', 'stretches'],
  rows: say`answers`,
  below: [say`is less satisfied than the other stretches`, say`are less satisfied than the other stretches`],
  above: [say`is more satisfied than the other stretches`, say`are more satisfied than the other stretches`],
  none: say`No stretch of time with us can be told apart from the others`,
});

const years = (months: number) => `${months / MONTHS}`;

function labelOf({ from, to }: Tenure): string {
  if (to === null) return say`${years(from)} years and more`;
  if (from === 0) return say`Up to ${to} months`;
  return to > MONTHS ? say`${years(from)} to ${years(to)} years` : say`${from} to ${to} months`;
}

/** Satisfaction by how long clients have been with us since their project ended, else since the contract began. */
export function tenureSection(material: Material): readonly Section[] {
  const { context } = material;
  const found = satisfactionByTenure(context);
  const rows: readonly ShareRow[] = (found ?? []).map((one) => ({ label: labelOf(one), cell: shareCell(one.hits, one.n) }));
  const [n, hits] = [rows.reduce((sum, { cell }) => sum + cell.n, 0), rows.reduce((sum, { cell }) => sum + cell.hits, 0)];
  if (n === 0) return [];
  const words = wordsOf();
  const { title, rows: apart } = apartTitle(rows, shareCell(hits, n), words);
  const subtitle = say`Positive answers of all answers, by time since the project or the contract, whole firm, ${span(context.asOf - YEAR + 1, context.asOf)}, %, n\u00a0=\u00a0${count(n)}`;
  const target = satisfactionBand(context, FIRM);
  const chart = sharesChart(rows, {
    id: 'satisfaction-by-tenure',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys', 'clients'], context.asOf - YEAR + 1),
    table: sharesTable(subtitle, [say`Time with us`, say`Satisfied`, say`Answers`], rows, ({ cell }) =>
      cell.n === 0 ? null : statusOfCell('share', cell, target),
    ),
    noun: words.noun,
    band: clientBand(material, FIRM),
    singled: apart,
  });
  const note = say`Since the client’s project ended, else since its contract began. Few clients stand in the first stretches: they differ in more than time.`;
  return [{ id: 'tenure', head: say`By time with us`, note, blocks: [{ kind: 'chart', chart }] }];
}
