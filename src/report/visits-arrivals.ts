import { phrase, say, translated } from '../language/language.ts';
import { arrivalRuns } from '../measures/arrival-runs.ts';
import type { CellValue } from '../measures/measure.ts';
import { statusOfCell } from '../measures/status.ts';
import { aimOf, aimWords } from './aim.ts';
import { FIRM, known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { arrivalsOnTime, figureBlocks } from './promises-figures.ts';
import { shareTrend } from './promises-trend.ts';
import { sharesDrawing, sharesTable } from './shares-chart.ts';
import { shareText, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, date, hitsOf, inWords, plural } from './words.ts';

const PLACES = [
  ['C13', phrase`Within the window`],
  ['C13-early', phrase`Before it`],
  ['C13-late', phrase`After it`],
  ['C13-missed', phrase`Missed`],
] as const;

const MOST_ROWS = 40;
const NAME_WORDS = 5;

/** "57 of 70 visits came within the window, which meets the 85 % aimed for"; null where no visit was due. */
export function arrivalsTitle(material: Material): string | null {
  const cell = known(windowCell(material, 'C13'));
  if (cell === null) return null;
  const [came, aim] = [hitsOf(cell.hits, cell.n), aimWords(material, statusOfCell('share', cell, aimOf(material)))];
  return cell.n === 1 ? say`${came} visit came within the window, ${aim}` : say`${came} visits came within the window, ${aim}`;
}

function outsideTitle({ n, hits }: CellValue): string {
  if (hits === n) return n === 1 ? say`The one visit came within the window` : say`All ${count(n)} visits came within the window`;
  const failed = hitsOf(n - hits, n);
  return n === 1 ? say`${failed} visit came outside the window or not at all` : say`${failed} visits came outside the window or not at all`;
}

function arrivalsChart(material: Material): Chart | null {
  if (known(windowCell(material, 'C13')) === null) return null;
  const rows: readonly ShareRow[] = PLACES.map(([measure, label]) => ({ label: translated(label), cell: windowCell(material, measure)! }));
  const subtitle = say`Visits by when we arrived, whole firm, ${windowSpan(material, 'C13')}, % of those due, n\u00a0=\u00a0${count(rows[0]!.cell.n)}`;
  return {
    id: 'arrivals',
    title: outsideTitle(rows[0]!.cell),
    subtitle,
    summary: `${rows.map(({ label, cell }) => `${label} ${shareText(cell)}`).join('; ')}.`,
    foot: sourceOf(material, ['appointments']),
    drawing: sharesDrawing(rows, null, []),
    table: sharesTable(subtitle, [say`Arrival`, say`Visits`, say`Due`], rows),
  };
}

/** Whether we come when we said, and how that goes month by month. */
export function arrivalsSection(material: Material): readonly Section[] {
  const trend = shareTrend(material, {
    measure: 'C13',
    id: 'arrivals',
    tables: ['appointments'],
    rows: say`visits`,
    what: say`Visits within their window of those due`,
    hits: say`Within the window`,
    line: say`within the window`,
    more: say`More visits came within their window`,
    fewer: say`Fewer visits came within their window`,
  });
  const charts = [arrivalsChart(material), trend].filter((chart) => chart !== null);
  if (charts.length === 0) return [];
  const note = say`A visit counts once its window is over. Cancelled ones do not.`;
  const figures = figureBlocks(material, [{ ...arrivalsOnTime(material), href: null }]);
  return [{ id: 'arrivals', head: say`Arrivals`, note, blocks: [...charts.map((chart) => ({ kind: 'chart' as const, chart })), ...figures] }];
}

/** The visits in a row, up to the newest, that came within their window; null where no arrivals are on record. */
export function onTimeRun({ context }: Material, client = FIRM): number | null {
  return arrivalRuns(context)?.(client) ?? null;
}

interface Run {
  readonly label: string;
  readonly href: string;
  readonly run: number;
}

/** Every client that has a run, or a visit in the window, longest run first. */
function runsOf(material: Material): readonly Run[] {
  const run = arrivalRuns(material.context);
  if (run === null) return [];
  return material.clients
    .map(({ name, slug }, client) => ({ label: name, href: `clients/${slug}/`, run: run(client), seen: known(windowCell(material, 'C13', client)) !== null }))
    .filter((one) => one.run > 0 || one.seen)
    .toSorted((a, b) => b.run - a.run || (a.label < b.label ? -1 : 1));
}

function runsTitle(first: readonly Run[]): string {
  const [{ label, run }] = first as readonly [Run];
  if (run === 0) return say`No client has a run: the newest visit failed everywhere`;
  const row = run === 1 ? say`1 visit` : say`${count(run)} visits in a row`;
  if (first.length > 1) return say`${inWords(first.length, true)} clients share the longest run: ${row}`;
  return label.split(/\s+/).length <= NAME_WORDS ? say`${label} has the longest run: ${row}` : say`One client has the longest run: ${row}`;
}

function runsChart(material: Material, rows: readonly Run[]): Chart {
  const first = rows.filter(({ run }) => run === rows[0]!.run);
  const subtitle = say`Newest visits in a row within their window, by client, up to ${date(material.context.asOf)}, n\u00a0=\u00a0${plural(rows.length, 'client')}`;
  return {
    id: 'on-time-runs',
    title: runsTitle(first),
    subtitle,
    summary: `${rows.map(({ label, run }) => `${label} ${count(run)}`).join(', ')}.`,
    foot: sourceOf(material, ['appointments']),
    drawing: {
      shape: 'bars',
      full: null,
      rows: rows.slice(0, MOST_ROWS).map((row) => ({
        label: row.label,
        value: row.run,
        text: count(row.run),
        note: '',
        singled: first.length === 1 && row === first[0] && row.run > 0,
      })),
    },
    table: {
      caption: subtitle,
      columns: [
        { name: say`Client`, numeric: false },
        { name: say`On-time run`, numeric: true },
      ],
      rows: rows.map(({ label, href, run }) => [
        { text: label, value: label, href },
        { text: count(run), value: run },
      ]),
    },
  };
}

/** The runs of on-time arrivals, of the firm and of each client. */
export function runsSection(material: Material): readonly Section[] {
  const run = onTimeRun(material);
  const rows = runsOf(material);
  if (run === null || (rows.length === 0 && run === 0)) return [];
  const subtitle = run === 0 ? say`The newest visit did not come within its window` : say`Newest visits in a row that came within their window, whole firm`;
  const heading: Block = { kind: 'heading', text: say`On-time run: ${count(run)}`, subtitle };
  const note = say`Another on-time arrival is worth saying aloud. A run ends with a visit early, late or missed.`;
  return [
    { id: 'runs', head: say`The run`, note, blocks: [heading, ...(rows.length === 0 ? [] : [{ kind: 'chart' as const, chart: runsChart(material, rows) }])] },
  ];
}
