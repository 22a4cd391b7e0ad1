import { expect } from 'vitest';
import type { Block, Chart, Page, Words } from '../../src/report/model.ts';
import { unfolded } from '../../src/report/tables.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

export const blocksOf = (page: Page): readonly Block[] => unfolded(page.sections.flatMap(({ blocks }) => blocks));
export const ofKind = <K extends Block['kind']>(page: Page, kind: K): readonly BlockOf<K>[] =>
  blocksOf(page).filter((block): block is BlockOf<K> => block.kind === kind);
export const chartsOf = (page: Page): readonly Chart[] => ofKind(page, 'chart').map(({ chart }) => chart);

export function chartOf(page: Page, id: string): Chart {
  const found = chartsOf(page).find((chart) => chart.id === id);
  if (found === undefined)
    throw new Error(
      `${page.path} has no chart ${id}, but ${chartsOf(page)
        .map((chart) => chart.id)
        .join(', ')}`,
    );
  return found;
}

export function tableOf(page: Page, id: string): BlockOf<'table'>['table'] {
  const found = ofKind(page, 'table').find((table) => table.id === id);
  if (found === undefined) throw new Error(`${page.path} has no table ${id}`);
  return found.table;
}

const text = (words: Words): string =>
  typeof words === 'string'
    ? words
    : words.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : 'strong' in span ? span.strong : span.em)).join('');

/** Words as a reader counts them: what a no-break space joins, a duration or a date, is one. */
export const wordsIn = (sentence: string): number => sentence.split(/[ \n]+/).filter((word) => word !== '').length;

function titlesOf(page: Page): readonly string[] {
  return [page.title, ...chartsOf(page).map(({ title }) => title), ...ofKind(page, 'heading').map((block) => block.text)];
}

function proseOf(page: Page): readonly string[] {
  const blocks = blocksOf(page).flatMap((block) => {
    if (block.kind === 'prose' || block.kind === 'note') return [text(block.words)];
    if (block.kind === 'ledger') return block.entries.map(({ what }) => text(what));
    return [];
  });
  return [page.title, text(page.intro), page.note, ...page.sections.map(({ note }) => note), ...blocks, ...chartsOf(page).map(({ title }) => title)];
}

function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function undefinedIn(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.values(value).some(undefinedIn));
}

/** What every page keeps, whatever it is about. */
export function expectRules(page: Page): void {
  for (const title of titlesOf(page)) expect(wordsIn(title), title).toBeLessThanOrEqual(15);
  for (const prose of proseOf(page)) for (const sentence of prose.split(/(?<=[.!?])\s+/)) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(25);
  expect(numbersOf(page).filter((value) => !Number.isFinite(value))).toEqual([]);
  expect(undefinedIn(page)).toBe(false);
  expect(JSON.stringify(page)).not.toMatch(/NaN|Infinity|undefined|\[object/);
  for (const chart of chartsOf(page)) {
    expect(chart.subtitle).toMatch(/n\u00a0=\u00a0\d/);
    expect(chart.foot).toMatch(/data to \d/);
    expect(chart.summary).not.toBe('');
    expect(chart.table.rows.length).toBeGreaterThan(0);
  }
  for (const block of ofKind(page, 'figures')) for (const figure of block.figures) expect(text(figure.note)).not.toBe('');
  for (const { table } of [...chartsOf(page), ...ofKind(page, 'table')]) {
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    for (const { name } of table.columns) expect(name).not.toMatch(/, (minutes|hours)$|^(Minutes|Hours) waited$/);
  }
}

/** Ids of charts and tables over all pages are different and fit a file's name. */
export function expectOwnIds(pages: readonly Page[]): void {
  const ids = pages.flatMap((page) => [...chartsOf(page).map(({ id }) => id), ...ofKind(page, 'table').map(({ id }) => id)]);
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  for (const page of pages) expect(new Set(page.sections.map(({ id }) => id)).size).toBe(page.sections.length);
}
