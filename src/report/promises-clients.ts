import { codes } from '../facts/table.ts';
import { countsByCode } from '../measures/by-code.ts';
import { statusOfCell } from '../measures/status.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, windowSpan, windowStart, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { clientRows } from './satisfaction-clients.ts';
import { sharesChart, sharesTable, type ShareColumns } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { count, FEW } from './words.ts';

const MOST_ROWS = 40;

const BY_CLIENT: ApartWords = {
  noun: ['client', 'clients'],
  rows: 'promises',
  below: ['has fewer promises kept than the other clients', 'have fewer promises kept than the other clients'],
  above: ['has more promises kept than the other clients', 'have more promises kept than the other clients'],
  none: 'No client can be told apart by the promises kept',
};

const BY_KIND: ApartWords = {
  noun: ['kind', 'kinds'],
  rows: 'promises',
  below: ['slip more often than the rest', 'slip more often than the rest'],
  above: ['slip less often than the rest', 'slip less often than the rest'],
  none: 'No kind of promise can be told apart from the others',
};

const KINDS: Readonly<Record<string, string>> = { task: 'Tasks', callback: 'Call-backs', quote: 'Quotes', arrival: 'Arrivals' };

/** What a kind of promise is called in the plural. */
export const kindName = (word: string | null): string => (word === null ? 'Promises of no kind' : (KINDS[word] ?? `Promises “${word}”`));

function keptChart(material: Material, id: string, by: string, rows: readonly ShareRow[], columns: ShareColumns, words: ApartWords): Chart | null {
  const whole = known(windowCell(material, 'B21'));
  if (rows.length === 0 || whole === null) return null;
  const { title, rows: apart } = apartTitle(rows, whole, words);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = `Promises kept in time of those due, by ${by}, ${windowSpan(material)}, %, n\u00a0=\u00a0${count(n)}`;
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
  return rows.length < 2 ? null : keptChart(material, 'promises-by-kind', 'kind', rows, ['Kind', 'Kept in time', 'Due'], BY_KIND);
}

/** Promises kept by client on one scale, lowest first. */
export function keptByClient(material: Material): readonly Section[] {
  const rows = clientRows(material, 'B21');
  const chart = keptChart(material, 'promises-by-client', 'client', rows, ['Client', 'Kept in time', 'Due'], BY_CLIENT);
  if (chart === null) return [];
  const cut = rows.length > MOST_ROWS ? ` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';
  const note = `Lowest first. Under ${count(FEW)} promises the counts stand alone.${cut}`;
  return [{ id: 'clients', head: 'By client', note, blocks: [{ kind: 'chart', chart }] }];
}
