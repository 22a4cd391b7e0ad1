import { codes, type TableName } from '../facts/table.ts';
import { overduePromises } from '../measures/promise-lists.ts';
import { statusOfCell } from '../measures/status.ts';
import { phrase, say, translated } from '../language/language.ts';
import { aimOf, aimWords } from './aim.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block, Page, Section } from './model.ts';
import { boardOf, boardSection, overdueSection } from './promises-board.ts';
import { keptByClient, kindsChart } from './promises-clients.ts';
import { figureBlocks, paddingSpecs, promisingSpecs, quoteSpecs } from './promises-figures.ts';
import { followUpSection } from './promises-follow-ups.ts';
import { leadChart } from './promises-lead.ts';
import { paddingBlocks } from './promises-padding.ts';
import { pairsSection } from './promises-pairs.ts';
import { timesCharts, type Times } from './promises-times.ts';
import { shareTrend } from './promises-trend.ts';
import { templateBlocks } from './template.ts';
import { arrivalsTitle, onTimeRun } from './visits-arrivals.ts';
import { visitSections } from './visits.ts';
import { windowOf } from './window.ts';
import { count, hitsOf, inWords, plural } from './words.ts';

const section = (id: string, head: string, note: string, blocks: readonly Block[]): readonly Section[] =>
  blocks.length === 0 ? [] : [{ id, head, note, blocks }];

function trendSection(material: Material): readonly Section[] {
  const chart = shareTrend(material, {
    measure: 'B21',
    id: 'promises-kept',
    tables: ['promises'],
    rows: say`promises`,
    what: say`Promises kept in time of those due`,
    hits: say`Kept in time`,
    line: say`kept in time`,
    more: say`More promises were kept in time`,
    fewer: say`Fewer promises were kept in time`,
  });
  return section('trend', say`The trend`, say`By week where weeks have ten promises, else by month.`, chart === null ? [] : [{ kind: 'chart', chart }]);
}

const callBacks = (): Times => ({
  elapsed: 'E7',
  working: 'E7-working',
  id: 'call-backs',
  tables: ['promises', 'contacts'],
  noun: [say`call`, say`calls`],
  what: say`Calls back by time from the promise to the call`,
  half: ({ n }, median) => say`Half of ${plural(n, 'promised call')} came within ${median}`,
  few: ({ n }) => say`Only ${plural(n, 'call was', 'calls were')} returned`,
});

/** Empty where no promise of a quote is on record: tools that track due times of tasks alone know none. */
function quoteBlocks(material: Material): readonly Block[] {
  const table = material.facts.tables.promises;
  const kinds = table === undefined ? null : codes(table, 'kind');
  const quotes = kinds !== null && Array.from({ length: table!.rows }, (_, row) => kinds.at(row)).includes('quote');
  return quotes ? figureBlocks(material, quoteSpecs(material)) : [];
}

function kindsSection(material: Material): readonly Section[] {
  const kinds = kindsChart(material);
  const charts = [...(kinds === null ? [] : [kinds]), ...timesCharts(material, callBacks())];
  const blocks: readonly Block[] = [...charts.map((chart) => ({ kind: 'chart' as const, chart })), ...quoteBlocks(material)];
  return section('kinds', say`Call-backs and quotes`, say`A call-back counts from the promise to the call, on both clocks.`, blocks);
}

function leadSection(material: Material): readonly Section[] {
  const chart = leadChart(material);
  const note = say`From the promise on. A time agreed far beyond the time taken is padding; one short of it is a slip.`;
  return section('lead', say`Lead time`, note, [
    ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
    ...figureBlocks(material, paddingSpecs(material)),
    ...paddingBlocks(material),
  ]);
}

function promisingSection(material: Material): readonly Section[] {
  const note = say`Bar and small figures: 95\u00a0% interval. Shaded: what is aimed for. Beside it: how it was before.`;
  return section('promising', say`How we promise`, note, figureBlocks(material, promisingSpecs(material)));
}

const TEMPLATES: readonly (readonly [table: TableName, head: string, note: string])[] = [
  ['promises', phrase`Promises to record`, phrase`What we said we would do, by when, and when it was done.`],
  ['appointments', phrase`Visits to record`, phrase`The window that was given, and when we arrived.`],
  ['replacements', phrase`Replacements to record`, phrase`What was replaced, and when we asked how it does.`],
];

function templateSections({ facts }: Material): readonly Section[] {
  return TEMPLATES.filter(([table]) => facts.tables[table] === undefined).map(([table, head, note]) => ({
    id: `template-${table}`,
    head: translated(head),
    note: translated(note),
    blocks: templateBlocks(table),
  }));
}

/** What stands in the way where promises are recorded but no share of them can be given. */
function promisesTitle(material: Material): string | null {
  if (material.facts.tables.promises === undefined) return null;
  const cell = known(windowCell(material, 'B21'));
  if (cell === null)
    return windowCell(material, 'B21') === null ? say`Which promises were kept cannot be told` : say`No promise fell due ${windowOf(material, 'B21').within}`;
  const [hits, aim] = [hitsOf(cell.hits, cell.n), aimWords(material, statusOfCell('share', cell, aimOf(material)))];
  return cell.n === 1 ? say`${hits} promise kept in time, ${aim}` : say`${hits} promises kept in time, ${aim}`;
}

function slipWords(material: Material): string | null {
  const board = boardOf(material);
  if (board === null) return null;
  const slips = board.due - board.kept;
  if (slips === 0) return say`No promise slipped.`;
  if (board.told === null) return say`${plural(slips, 'promise')} slipped.`;
  const [all, told, silent] = [slips, board.told, slips - board.told].map((value) => inWords(value, false)) as [string, string, string];
  return board.told === 1
    ? say`Of ${all} that slipped, ${told} was told before and ${silent} came in silence.`
    : say`Of ${all} that slipped, ${told} were told before and ${silent} came in silence.`;
}

function overdueWords({ context }: Material): string | null {
  const overdue = overduePromises(context);
  if (overdue === null) return null;
  if (overdue.length === 0) return say`None is overdue.`;
  const days = plural(overdue[0]!.days, 'day');
  return overdue.length === 1 ? say`One is overdue, the oldest by ${days}.` : say`${inWords(overdue.length, true)} are overdue, the oldest by ${days}.`;
}

function runWords(material: Material): string | null {
  const run = onTimeRun(material);
  if (run === null || arrivalsTitle(material) === null) return null;
  return run === 0 ? say`The newest one did not.` : say`On-time run: ${count(run)}.`;
}

function missingWords({ facts }: Material): string | null {
  const missing = TEMPLATES.filter(([table]) => facts.tables[table] === undefined).map(([table]) => table);
  const words: Readonly<Partial<Record<TableName, string>>> = { promises: say`promises`, appointments: say`visits`, replacements: say`replacements` };
  const [first, second] = missing.map((table) => words[table]!);
  if (first === undefined) return null;
  if (second === undefined) return say`No export holds ${first}: what to record stands at the end.`;
  return say`No export holds ${first} or ${second}: what to record stands at the end.`;
}

function finding(material: Material): { readonly title: string; readonly intro: string } {
  const visits = arrivalsTitle(material);
  const promised = promisesTitle(material);
  const beside = promised === null || visits === null ? null : `${visits}.`;
  const sentences = [slipWords(material), overdueWords(material), beside, runWords(material), missingWords(material)];
  const { appointments } = material.facts.tables;
  const title = promised ?? visits ?? (appointments === undefined ? say`No promise and no visit is on record` : say`Which visits came on time cannot be told`);
  return { title, intro: sentences.filter((sentence) => sentence !== null).join(' ') };
}

/** The page about whether we do what we said: promises, visits, call-backs, quotes and follow-ups. */
export function promisesPage(material: Material): Page {
  const base = { path: 'promises/', nav: say`Promises`, tab: say`Promises`, head: say`Promises`, note: say`What we said we would do, and did.`, lead: false };
  const sections = [
    ...[boardSection, trendSection, overdueSection, keptByClient, pairsSection, kindsSection, leadSection, promisingSection].flatMap((make) => make(material)),
    ...visitSections(material),
    ...followUpSection(material),
  ];
  if (TEMPLATES.every(([table]) => material.facts.tables[table] === undefined))
    return {
      ...base,
      title: say`No promise and no visit is on record`,
      intro: say`Start with two lists: what was promised and by when, and the visits with the window given. The columns stand below.`,
      sections: [...sections, ...templateSections(material)],
    };
  return { ...base, ...finding(material), sections: [...sections, ...templateSections(material)] };
}
