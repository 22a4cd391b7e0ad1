import { phrase, say, translated } from '../language/language.ts';
import { statusOfCell } from '../measures/status.ts';
import { aimBand, aimOf } from './aim.ts';
import { sourceOf, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';
import { shareCell } from './promises-share.ts';
import { shareScale } from './scales.ts';
import { sharesTable } from './shares-chart.ts';
import { apartFromRest, shareText, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, FEW } from './words.ts';
import { dueVisits, type DueVisit } from './visits-due.ts';

/** Classes of the width in minutes: an hour is good, four hours are too wide. */
const CLASSES = [
  { label: phrase`Up to 60 min`, within: phrase`up to 60 min`, edge: '1 h', holds: (width: number) => width <= 60 },
  { label: phrase`61 to 120 min`, within: phrase`61 to 120 min`, edge: '2 h', holds: (width: number) => width > 60 && width <= 120 },
  { label: phrase`121 to 239 min`, within: phrase`121 to 239 min`, edge: '4 h', holds: (width: number) => width > 120 && width < 240 },
  { label: phrase`240 min or more`, within: phrase`240 min or more`, edge: '', holds: (width: number) => width >= 240 },
] as const;

const MARKS = [
  { after: 1, text: phrase`60 min: still good`, short: phrase`still good` },
  { after: 3, text: phrase`240 min: too wide`, short: phrase`too wide` },
];

interface ClassRow extends ShareRow {
  /** The class within a sentence. */
  readonly within: string;
}

function classRows(visits: readonly DueVisit[]): readonly ClassRow[] {
  return CLASSES.map(({ label, within, holds }) => {
    const own = visits.filter(({ width }) => holds(width));
    return { label: translated(label), within: translated(within), cell: shareCell(own.filter(({ kept }) => kept).length, own.length) };
  });
}

/** Which class is met more or less often than the rest, if chance does not explain it. */
function titleOf(rows: readonly ClassRow[], whole: ShareRow['cell']): { readonly title: string; readonly apart: ShareRow | null } {
  const enough = rows.filter(({ cell }) => cell.n >= FEW);
  if (enough.length < 2) return { title: say`Too few widths of windows to compare how often they are met`, apart: null };
  const below = enough.find(({ cell }) => apartFromRest(cell, whole) === -1);
  if (below !== undefined) return { title: say`Windows of ${below.within} are met less often than the rest`, apart: below };
  const above = enough.find(({ cell }) => apartFromRest(cell, whole) === 1);
  if (above === undefined) return { title: say`No width of window is met more often than another`, apart: null };
  return { title: say`Windows of ${above.within} are met more often than the rest`, apart: above };
}

function widthsChart(material: Material, visits: readonly DueVisit[]): Chart {
  const rows = classRows(visits);
  const whole = shareCell(visits.filter(({ kept }) => kept).length, visits.length);
  const { title, apart } = titleOf(rows, whole);
  const band = aimBand(material);
  const subtitle = say`Visits within their window by its width, whole firm, ${windowSpan(material, 'C13')}, % with ${band.text} as aim, n\u00a0=\u00a0${count(visits.length)}`;
  const drawn = rows.filter(({ cell }) => cell.n >= FEW);
  const scale = shareScale([...drawn.map(({ cell }) => cell.low), band.low ?? NaN]);
  return {
    id: 'window-widths',
    title,
    subtitle,
    summary: `${rows.map(({ label, cell }) => `${label} ${cell.n === 0 ? say`none` : shareText(cell)}`).join('; ')}.`,
    foot: sourceOf(material, ['appointments']),
    drawing: {
      shape: 'spans',
      scale,
      band,
      columns: rows.map((row, at) => {
        const { cell } = row;
        const [value, low, high] = cell.n >= FEW ? [cell.value, cell.low, cell.high] : [null, null, null];
        return { edge: CLASSES[at]!.edge, value, low, high, text: cell.n === 0 ? say`no visit` : shareText(cell), singled: row === apart };
      }),
      marks: MARKS.map(({ after, text, short }) => ({ after, text: translated(text), short: translated(short) })),
    },
    table: sharesTable(subtitle, [say`Width of the window`, say`On time`, say`Visits`], rows, ({ cell }) =>
      cell.n === 0 ? null : statusOfCell('share', cell, aimOf(material)),
    ),
  };
}

/** How narrow the windows are that we give, and whether narrow ones are met. */
export function widthsSection(material: Material): readonly Section[] {
  const visits = dueVisits(material) ?? [];
  const specs = [
    timeSpec('B12', say`Width of the window`, ['window', 'windows']),
    shareSpec(material, 'B12-60', say`An hour at most`, ['window', 'windows'], false),
    shareSpec(material, 'B12-240', say`Four hours or more`, ['window', 'windows'], false),
  ];
  const figures = figureBlocks(material, specs);
  const chart = visits.length === 0 ? [] : [{ kind: 'chart' as const, chart: widthsChart(material, visits) }];
  if (figures.length + chart.length === 0) return [];
  const note = say`From eight to nine is good; from eight to twelve makes a client wait half a day.`;
  return [{ id: 'widths', head: say`The window`, note, blocks: [...chart, ...figures] }];
}
