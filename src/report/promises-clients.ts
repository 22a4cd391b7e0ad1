import { codes } from '../facts/table.ts';
import { countsByCode } from '../measures/by-code.ts';
import { statusOfCell } from '../measures/status.ts';
import { named, phrase, say } from '../language/language.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, windowStart, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { clientRows } from './satisfaction-clients.ts';
import { sharesChart, sharesTable, type ShareColumns } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, FEW } from './words.ts';

const MOST_ROWS = 40;

const byClient = (): ApartWords => ({
  noun: [say`client`, say`clients`],
  rows: say`promises`,
  below: [say`has fewer promises kept than the other clients`, say`have fewer promises kept than the other clients`],
  above: [say`has more promises kept than the other clients`, say`have more promises kept than the other clients`],
  none: say`No client can be told apart by the promises kept`,
});

const byKind = (): ApartWords => ({
  noun: [say`kind`, say`kinds`],
  rows: say`promises`,
  below: [say`slip more often than the rest`, say`slip more often than the rest`],
  above: [say`slip less often than the rest`, say`slip less often than the rest`],
  none: say`No kind of promise can be told apart from the others`,
});

const KINDS: Readonly<Record<string, string>> = {
  task: phrase`Tasks`,
  callback: phrase`Call-backs`,
  quote: phrase`Quotes`,
  arrival: phrase`Arrivals`,
};

/** What a kind of promise is called in the plural. */
export function kindName(word: string | null): string {
  if (word === null) return say`Promises of no kind`;
  return named(KINDS, word) ?? say`Promises “${word}”`;
}

interface Kept {
  readonly id: string;
  readonly columns: ShareColumns;
  readonly words: ApartWords;
  readonly subtitle: (n: number) => string;
}

function keptChart(material: Material, rows: readonly ShareRow[], { id, columns, words, subtitle: subtitleOf }: Kept): Chart | null {
  const whole = known(windowCell(material, 'B21'));
  if (rows.length === 0 || whole === null) return null;
  const { title, rows: apart } = apartTitle(rows, whole, words);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = subtitleOf(n);
  return sharesChart(rows.slice(0, MOST_ROWS), {
    id,
    title,
    subtitle,
    foot: sourceOf(material, ['promises']),
    table: sharesTable(subtitle, columns, rows, ({ cell }) => statusOfCell('share', cell, aimOf(material))),
    noun: words.noun,
    band: aimBand(material),
    singled: apart,
  });
}

function kindRows(material: Material): readonly ShareRow[] {
  const { context } = material;
  const table = context.facts.tables.promises;
  const column = table === undefined ? null : codes(table, 'kind');
  const population = material.measures.find(({ id }) => id === 'B21')?.population?.(context) ?? null;
  if (column === null || population === null) return [];
  const counts = countsByCode(population, column, windowStart(material), context.asOf);
  return ranked(counts.map(({ word, hits, n }) => ({ label: kindName(word), cell: shareCell(hits, n) })));
}

/** Promises kept by kind, where there is more than one; null otherwise. */
export function kindsChart(material: Material): Chart | null {
  const rows = kindRows(material);
  if (rows.length < 2) return null;
  return keptChart(material, rows, {
    id: 'promises-by-kind',
    columns: [say`Kind`, say`Kept in time`, say`Due`],
    words: byKind(),
    subtitle: (n) => say`Promises kept in time of those due, by kind, ${windowSpan(material, 'B21')}, %, n\u00a0=\u00a0${count(n)}`,
  });
}

/** Promises kept by client on one scale, lowest first. */
export function keptByClient(material: Material): readonly Section[] {
  const rows = clientRows(material, 'B21');
  const chart = keptChart(material, rows, {
    id: 'promises-by-client',
    columns: [say`Client`, say`Kept in time`, say`Due`],
    words: byClient(),
    subtitle: (n) => say`Promises kept in time of those due, by client, ${windowSpan(material, 'B21')}, %, n\u00a0=\u00a0${count(n)}`,
  });
  if (chart === null) return [];
  const cut = rows.length > MOST_ROWS ? say` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';
  const note = say`Lowest first. Under ${count(FEW)} promises the counts stand alone.${cut}`;
  return [{ id: 'clients', head: say`By client`, note, blocks: [{ kind: 'chart', chart }] }];
}
