import type { Drawing } from '../report/model.ts';
import { balance } from './balance.ts';
import { bars } from './bars.ts';
import { calendar } from './calendar.ts';
import { distribution } from './distribution.ts';
import { grid } from './grid.ts';
import { intervals } from './intervals.ts';
import { lines } from './lines.ts';
import { MARK_HEIGHT, MARK_WIDTH, mark } from './mark.ts';
import { svgElement } from './markup.ts';
import { process } from './process.ts';
import { ranges } from './ranges.ts';
import { scatter } from './scatter.ts';
import { slopes } from './slopes.ts';
import { spans } from './spans.ts';
import { SPARK_HEIGHT, SPARK_WIDTH, spark } from './spark.ts';
import { squares } from './squares.ts';
import { strip } from './strip.ts';
import { type Along, type Sheet, paint } from './svg.ts';
import { type Theme, narrowTheme, wideTheme } from './theme.ts';
import { visits } from './visits.ts';

export { narrowTheme, wideTheme, type Theme } from './theme.ts';
export { MOST_NAMED } from './visits.ts';

export interface DrawOptions {
  readonly width: 'wide' | 'narrow';
  /** Prefix of every id in the drawing; unique on its page. */
  readonly id: string;
  /** What a person who cannot see the drawing hears. */
  readonly label: string;
  /** Whether the places of the data are written too, for a script that reads them to a pointer; by default not. */
  readonly places?: boolean;
  /** Sizes and month names; by default 920 units wide or 328 narrow, in the language spoken. */
  readonly theme?: Theme;
}

type Plotted = Exclude<Drawing, { shape: 'squares' | 'mark' | 'spark' }>;

/** Shapes whose data follow each other from left to right; those of the others stand below one another, or anywhere. */
const ACROSS: readonly Drawing['shape'][] = ['process', 'lines', 'distribution', 'strip', 'spans', 'visits'];

const alongOf = (shape: Drawing['shape']): Along => (shape === 'scatter' ? 'xy' : ACROSS.includes(shape) ? 'x' : 'y');

function sheetOf(drawing: Plotted, theme: Theme): Sheet {
  switch (drawing.shape) {
    case 'process':
      return process(drawing, theme);
    case 'lines':
      return lines(drawing, theme);
    case 'intervals':
      return intervals(drawing, theme);
    case 'bars':
      return bars(drawing, theme);
    case 'distribution':
      return distribution(drawing, theme);
    case 'slopes':
      return slopes(drawing, theme);
    case 'ranges':
      return ranges(drawing, theme);
    case 'spans':
      return spans(drawing, theme);
    case 'strip':
      return strip(drawing, theme);
    case 'balance':
      return balance(drawing, theme);
    case 'calendar':
      return calendar(drawing, theme);
    case 'grid':
      return grid(drawing, theme);
    case 'visits':
      return visits(drawing, theme);
    case 'scatter':
      return scatter(drawing, theme);
  }
}

/**
 * One complete `<svg>` element for a drawing of the report, to stand inside HTML. It holds geometry, words and the
 * classes of the site's style sheet; no style, colour or font. `mark` (168 × 50) and `spark` (236 × 54) have one size,
 * whatever the width asked for. The same drawing and options give the same bytes.
 */
export function draw(drawing: Drawing, options: DrawOptions): string {
  const { id, label, width, places = false } = options;
  const theme = options.theme ?? (width === 'wide' ? wideTheme() : narrowTheme());
  switch (drawing.shape) {
    case 'mark':
      return svgElement('iv-box', MARK_WIDTH, MARK_HEIGHT, label, mark(drawing));
    case 'spark':
      return svgElement('spark', SPARK_WIDTH, SPARK_HEIGHT, label, spark(drawing));
    case 'squares': {
      const drawn = squares(drawing, theme);
      return svgElement(width, drawn.width, drawn.height, label, drawn.content);
    }
    default:
      return paint(sheetOf(drawing, theme), width, id, label, places ? alongOf(drawing.shape) : null);
  }
}
