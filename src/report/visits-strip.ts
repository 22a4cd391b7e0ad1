import { say } from '../language/language.ts';
import { sourceOf, type Material } from './material.ts';
import type { Chart, Section, StripDrawing } from './model.ts';
import { figureBlocks, timeSpec } from './promises-figures.ts';
import { windowSpan } from './window.ts';
import { count, plural } from './words.ts';
import { dueVisits, type DueVisit } from './visits-due.ts';

type Bin = StripDrawing['bins'][number];
type Place = 'before' | 'inside' | 'after' | 'missed';

/** The window takes this many bins, whatever its width. */
const INSIDE = 12;
const MOST_DOTS = 150;
/** Bins of so many minutes outside the window, up to an hour before it and two after. */
const STEP = 10;
const MOST_EARLY = 60;
const MOST_LATE = 120;
const LEAST = 30;
/** Empty bins between the last late visit and the missed ones. */
const GAP = 4;

interface Strip {
  readonly early: number;
  readonly late: number;
  /** Bin of the missed ones; all bins are as wide as one unit, the window begins at 0. */
  readonly missed: number;
  readonly bins: readonly Bin[];
}

function placeOf({ arrived, width }: DueVisit): Place {
  if (Number.isNaN(arrived)) return 'missed';
  return arrived < 0 ? 'before' : arrived <= width ? 'inside' : 'after';
}

/** Bins that hold the farthest value, in whole half hours, within bounds. */
function reach(values: readonly number[], most: number): number {
  const farthest = Math.max(LEAST, ...values);
  return Math.min(most, Math.ceil(farthest / LEAST) * LEAST) / STEP;
}

function binOf(visit: DueVisit, { early, late, missed }: Omit<Strip, 'bins'>): number {
  const { arrived, width } = visit;
  switch (placeOf(visit)) {
    case 'missed':
      return missed;
    case 'before':
      return Math.max(-early, Math.floor(arrived / STEP));
    case 'after':
      return INSIDE + Math.min(late - 1, Math.ceil((arrived - width) / STEP) - 1);
    default:
      return width === 0 ? 0 : Math.min(INSIDE - 1, Math.floor((arrived / width) * INSIDE));
  }
}

function stripOf(visits: readonly DueVisit[]): Strip {
  const of = (place: Place) => visits.filter((visit) => placeOf(visit) === place);
  const early = reach(
    of('before').map(({ arrived }) => -arrived),
    MOST_EARLY,
  );
  const late = reach(
    of('after').map(({ arrived, width }) => arrived - width),
    MOST_LATE,
  );
  const edges = { early, late, missed: INSIDE + late + GAP };
  const counts = new Map<number, number>();
  for (const visit of visits) {
    const bin = binOf(visit, edges);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const bins = Array.from({ length: early + edges.missed + 1 }, (_, at) => ({ from: at - early, to: at - early + 1, count: counts.get(at - early) ?? 0 }));
  return { ...edges, bins };
}

function drawingOf(strip: Strip, visits: number): StripDrawing {
  const { early, late, missed, bins } = strip;
  const ticks = [
    { value: -early, text: say`${count(early * STEP)} min early` },
    { value: INSIDE + late / 2, text: say`${count((late * STEP) / 2)} min late` },
    { value: INSIDE + late, text: say`${count(late * STEP)} min late` },
    { value: missed + 0.5, text: say`missed` },
  ];
  return {
    shape: 'strip',
    scale: { low: -early, high: missed + 1, ticks },
    bins,
    dots: visits <= MOST_DOTS,
    inside: { from: 0, to: INSIDE },
    marks: [
      { value: 0, text: say`the window begins`, short: say`begins` },
      { value: INSIDE, text: say`the window ends`, short: say`ends` },
    ],
  };
}

function whereOf({ from }: Bin, { missed }: Strip): readonly [string, string] {
  if (from === missed) return [say`missed`, ''];
  if (from < 0) return [say`before the window`, say`${count(-from * STEP - STEP)} to ${count(-from * STEP)} min`];
  if (from < INSIDE) return [say`in the window`, say`${count(from + 1)} of ${count(INSIDE)} parts`];
  return [say`after the window`, say`${count((from - INSIDE) * STEP)} to ${count((from - INSIDE + 1) * STEP)} min`];
}

function stripChart(material: Material, visits: readonly DueVisit[]): Chart {
  const strip = stripOf(visits);
  const of = (place: Place) => visits.filter((visit) => placeOf(visit) === place).length;
  const subtitle = say`Visits by arrival, each window drawn as wide as any other, whole firm, ${windowSpan(material, 'C13')}, minutes, n\u00a0=\u00a0${count(visits.length)}`;
  const rows = strip.bins.filter((bin) => bin.count > 0);
  const [before, inside, after, missed] = [count(of('before')), count(of('inside')), count(of('after')), count(of('missed'))];
  const [early, late] = [count(strip.early * STEP), count(strip.late * STEP)];
  return {
    id: 'lateness',
    title: say`Of ${plural(visits.length, 'visit')}, ${before} came early, ${after} late, ${missed} not at all`,
    subtitle,
    summary: say`${before} before the window, ${inside} in it, ${after} after it, ${missed} missed; the outermost dots hold all beyond ${early} min early and ${late} min late.`,
    foot: sourceOf(material, ['appointments']),
    drawing: drawingOf(strip, visits.length),
    table: {
      caption: subtitle,
      columns: [say`Arrival`, say`Where`, say`Visits`].map((name, at) => ({ name, numeric: at === 2 })),
      rows: rows.map((bin) => {
        const [place, where] = whereOf(bin, strip);
        return [
          { text: place, value: place },
          { text: where, value: where },
          { text: count(bin.count), value: bin.count },
        ];
      }),
    },
  };
}

/** How early, how late, or not at all. */
export function latenessSection(material: Material): readonly Section[] {
  const visits = dueVisits(material) ?? [];
  if (visits.length === 0) return [];
  const figures = figureBlocks(material, [
    timeSpec('C13-lateness', say`How late, when late`, ['late visit', 'late visits']),
    timeSpec('C13-earliness', say`How early, when early`, ['early visit', 'early visits']),
  ]);
  const note = say`Up to ${count(MOST_DOTS)} visits, one dot each. Shaded: the window. Early is not on time either.`;
  return [{ id: 'lateness', head: say`Early and late`, note, blocks: [{ kind: 'chart', chart: stripChart(material, visits) }, ...figures] }];
}
