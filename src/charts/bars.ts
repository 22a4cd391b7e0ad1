import { say } from '../language/language.ts';
import type { BarsDrawing } from '../report/model.ts';
import { type Area, areas, labelAt, type Label, type Upright, uprights, words } from './ink.ts';
import { fit, oneLine, textWidth } from './lettering.ts';
import { ROW, nameEdge, nameLabels, rowBaseline } from './rows.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Row = BarsDrawing['rows'][number];

const BAR = 19;
const BAR_TOP = 8;
const GAP = 8;
const NOTE_GAP = 6;
/** Between words and a hairline above or below them. */
const WORDS_AIR = 3;
/** What bars keep of the room right of the names, however long a note is. */
const LEAST_SHARE = 0.45;

function length(value: number): number {
  return Number.isFinite(value) ? Math.max(0, value) : 0;
}

/** Whether a note begins as "of 52" does, which is read on from the count before it. */
const goesOn = (note: string): boolean => note.startsWith(say`of ${''}`);

/**
 * A row's count and note as they stand behind its bar; the note of the singled row is a label of its own. A dot keeps the
 * two apart, but for a note that goes on from the count: "51 of 52".
 */
function parts(row: Row, theme: Theme): { readonly text: string; readonly note: string } {
  const text = oneLine(row.text);
  const told = theme.narrow ? '' : oneLine(row.note);
  const note = told === '' || goesOn(told) ? told : `· ${told}`;
  return row.singled ? { text, note } : { text: oneLine(`${text} ${note}`), note: '' };
}

function labelWidth(row: Row, theme: Theme): number {
  const { text, note } = parts(row, theme);
  return GAP + textWidth(text, theme.text, row.singled) + (note === '' ? 0 : NOTE_GAP + textWidth(note, theme.text, true));
}

/** The hairline at the full population, left out where words stand behind a bar. */
function fullLine(x: number, bars: readonly Area[], labels: readonly number[], height: number): readonly Upright[] {
  const runs: { y1: number; y2: number }[] = [{ y1: 4, y2: height - 6 }];
  bars.forEach(({ x2 }, index) => {
    const last = runs.at(-1);
    const { top, bottom } = { top: BAR_TOP + index * ROW - WORDS_AIR, bottom: BAR_TOP + index * ROW + BAR + WORDS_AIR };
    if (!last || x < x2 || x > x2 + (labels[index] ?? 0) + GAP) return;
    runs.splice(-1, 1, { y1: last.y1, y2: top }, { y1: bottom, y2: last.y2 });
  });
  return runs.filter((run) => run.y2 - run.y1 > WORDS_AIR).map((run) => ({ x, ...run }));
}

/** Drawing units for one count, so that the longest bar and the words behind it end inside the drawing. */
function unitLength(drawing: BarsDrawing, room: number, theme: Theme): number {
  const most = Math.max(length(drawing.full ?? 0), ...drawing.rows.map((row) => length(row.value)));
  if (most === 0) return 0;
  const fitting = drawing.rows.filter((row) => length(row.value) > 0).map((row) => (room - labelWidth(row, theme)) / length(row.value));
  return Math.max((room * LEAST_SHARE) / most, Math.min((room - 2) / most, ...fitting));
}

function rowLabels(row: Row, x: number, y: number, theme: Theme): readonly Label[] {
  const { text, note } = parts(row, theme);
  const at = x + GAP;
  const count = fit(text, theme.width - at, theme.text, row.singled);
  const label = labelAt(at, y, count, row.singled ? 't-b halo' : 't-ink halo');
  if (note === '') return [label];
  const beside = at + textWidth(count.text, theme.text, true) + NOTE_GAP;
  const room = theme.width - beside;
  return room < 40 ? [label] : [label, labelAt(beside, y, fit(note, room, theme.text, true), 't-acc halo')];
}

/** Horizontal bars from zero with their counts behind them; a value that is no finite number has words but no bar. */
export function bars(drawing: BarsDrawing, theme: Theme): Sheet {
  const { rows, full } = drawing;
  const left = nameEdge(rows, theme.nameRoom, theme);
  const unit = unitLength(drawing, theme.width - left, theme);
  const height = ROW * Math.max(1, rows.length) + 6;
  const area = (row: Row, index: number): Area => ({
    x1: left,
    x2: left + length(row.value) * unit,
    y1: BAR_TOP + index * ROW,
    y2: BAR_TOP + index * ROW + BAR,
  });
  const drawn = rows.map((row, index) => ({ ...area(row, index), singled: row.singled })).filter((one) => one.x2 > one.x1);
  const labels = rows.map((row) => labelWidth(row, theme));
  const edge = full !== null && length(full) > 0 && unit > 0 ? fullLine(left + full * unit, rows.map(area), labels, height) : [];
  return {
    width: theme.width,
    height,
    plot: { left, right: theme.width, top: 0, bottom: height },
    spots: rows.map(area).map(({ x2, y1, y2 }) => ({ x: x2, y: (y1 + y2) / 2 })),
    marks: [
      uprights(edge, 'g'),
      areas(
        drawn.filter((one) => !one.singled),
        'bar',
      ),
      areas(
        drawn.filter((one) => one.singled),
        'bar now',
      ),
      uprights([{ x: left, y1: 2, y2: height - 4 }], 'base'),
      ...words(nameLabels(rows, left, 0, theme)),
      ...words(rows.flatMap((row, index) => rowLabels(row, area(row, index).x2, rowBaseline(0, index), theme))),
    ],
  };
}
