import { codes } from '../facts/table.ts';
import { countsByCode } from '../measures/by-code.ts';
import { say } from '../language/language.ts';
import { capital } from './ended-words.ts';
import { known, sourceOf, windowCell, windowStart, type Material } from './material.ts';
import type { Chart, Scale, Section } from './model.ts';
import { monthlyChart, months } from './months.ts';
import { countCell } from './plain-cells.ts';
import { shareCell } from './promises-share.ts';
import { KIND_WORDS, type KindWords } from './response-callback-words.ts';
import { countScale } from './scales.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartFromRest, ranked, type ShareRow } from './shares.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, FEW, hitsAmong, number, percent, plural } from './words.ts';

const MOST_ROWS = 8;
const NAME_LETTERS = 32;
const FIELDS = ['category', 'type'] as const;

/** A scale of small shares from zero, in per cent. */
function percentScale(shares: readonly number[]): Scale {
  const { low, high, ticks } = countScale(
    shares.map((share) => share * 100),
    (value) => `${number(value)}${value === 0 ? '' : '\u00a0%'}`,
  );
  return { low, high: high / 100, ticks: ticks.map(({ value, text }) => ({ value: value / 100, text })) };
}

function monthChart(material: Material): Chart | null {
  const found = months(material, 'A16');
  const now = known(windowCell(material, 'A16'));
  if (found.starts.length === 0) return null;
  const values = found.cells.map(({ value, n }) => (n >= FEW && !Number.isNaN(value) ? value : null));
  const least = Math.min(...found.cells.filter(({ n }) => n >= FEW).map(({ n }) => n));
  return monthlyChart(material, {
    id: 'came-back-by-month',
    title:
      now === null
        ? say`No ticket has been closed for seven days ${windowOf(material, 'A16').within}`
        : say`${hitsAmong(now.hits, plural(now.n, 'closed ticket'))} came back within seven days`,
    what: say`Tickets reopened or asked about again within seven days, of those closed, by month of closing, %`,
    n: found.cells.reduce((sum, { n }) => sum + n, 0),
    starts: found.starts,
    lines: [{ name: say`came back`, short: say`came back`, values }],
    tables: ['tickets', 'contacts'],
    scale: percentScale(values.filter((value) => value !== null)),
    say: (value) => `${percent(value, least)}\u00a0%`,
    more: [
      [say`Came back`, found.cells.map(({ hits }) => countCell(hits))],
      [say`Closed`, found.cells.map(({ n }) => countCell(n))],
    ],
  });
}

function kindRows(material: Material): { readonly words: KindWords; readonly rows: readonly ShareRow[] } | null {
  const { context } = material;
  const table = context.facts.tables.tickets!;
  const population = material.measures.find(({ id }) => id === 'A16')?.population?.(context) ?? null;
  for (const field of population === null ? [] : FIELDS) {
    const column = codes(table, field);
    const counts = column === null ? [] : countsByCode(population!, column, windowStart(material), context.asOf);
    if (counts.filter(({ word }) => word !== null).length < 2) continue;
    const rows = ranked(counts.map(({ word, hits, n }) => ({ label: word ?? KIND_WORDS[field].missing(), cell: shareCell(hits, n) })));
    const enough = rows.filter(({ cell }) => cell.n >= FEW);
    return { words: KIND_WORDS[field], rows: [...enough.toReversed(), ...rows.slice(enough.length)] };
  }
  return null;
}

function kindTitle(words: KindWords, rows: readonly ShareRow[], over: readonly ShareRow[]): string {
  if (!rows.some(({ cell }) => cell.n >= FEW)) return words.noneRanked();
  if (over.length === 0) return words.noneApart();
  if (over.length > 1) return words.several(over.length);
  const [{ label }] = over as readonly [ShareRow];
  return label.length <= NAME_LETTERS ? words.named(label) : words.unnamed();
}

function kindChart(material: Material): Chart | null {
  const found = kindRows(material);
  const whole = known(windowCell(material, 'A16'));
  if (found === null || whole === null) return null;
  const { words, rows } = found;
  const over = rows.filter(({ cell }) => apartFromRest(cell, whole) === 1);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = words.subtitle(windowSpan(material, 'A16'), n);
  const shown = rows.slice(0, MOST_ROWS);
  const chart = sharesChart(shown, {
    id: 'came-back-by-category',
    title: kindTitle(words, rows, over),
    subtitle,
    foot: sourceOf(material, ['tickets', 'contacts']),
    table: sharesTable(subtitle, [words.head(), say`Came back`, say`Closed`], rows),
    noun: words.noun(),
    band: null,
    singled: over,
  });
  const ends = shown.filter(({ cell }) => cell.n >= FEW).map(({ cell }) => cell.high);
  return chart.drawing.shape === 'intervals' ? { ...chart, drawing: { ...chart.drawing, scale: percentScale(ends.length === 0 ? [1] : ends) } } : chart;
}

/** Whether work is right when it is closed: tickets that come back within seven days, by month and by category. */
export function comebackSection(material: Material): readonly Section[] {
  const charts = [monthChart(material), kindChart(material)].filter((chart) => chart !== null);
  if (charts.length === 0) return [];
  const open = known(windowCell(material, 'A16'));
  const share = open === null || open.n < FEW ? '' : say` ${capital(windowOf(material, 'A16').within)} ${percent(open.value, open.n)}\u00a0% did.`;
  const note = say`Call if it is not right. Counted: tickets reopened, or whose requester came back to us.${share} The first ${count(MOST_ROWS)} are drawn; the table has all.`;
  return [{ id: 'came-back', head: say`What came back`, note, blocks: charts.map((chart) => ({ kind: 'chart', chart })) }];
}
