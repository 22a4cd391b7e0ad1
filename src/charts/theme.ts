/** English short names of the months, January first. */
export const ENGLISH_MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Sizes of one drawing, all in drawing units, and the few words that a drawing adds by itself. */
export interface Theme {
  readonly width: number;
  readonly narrow: boolean;
  /** Height between the base and the top hairline of a chart over time. */
  readonly plotHeight: number;
  /** Radius of a data dot, and of a dot that is the figure itself. */
  readonly dot: number;
  readonly figureDot: number;
  /** Between the numbers at the left and the plot, between the plot and the words at its right, beside an event rule. */
  readonly tickGap: number;
  readonly endGap: number;
  readonly flagGap: number;
  /** Between the lowest line of event words and the top hairline. */
  readonly flagLift: number;
  /** Rows of event words at most. */
  readonly flagRows: number;
  /** Widest column of words at the right of a plot, and of names at its left. */
  readonly endRoom: number;
  readonly nameRoom: number;
  /** Between a signal's bracket and what lies under it, the widest line of its text and the lines at most. */
  readonly signalLift: number;
  readonly signalRoom: number;
  readonly signalLines: number;
  /** Least distance between two month ticks. */
  readonly monthStep: number;
  /** Side of the grid of squares and the squares in a row. */
  readonly squareStep: number;
  readonly squaresInRow: number;
  readonly months: readonly string[];
  readonly incomplete: string;
}

const WORDS = { months: ENGLISH_MONTHS, incomplete: 'incomplete' };

/** The drawing for screens and paper; 920 wide on internal pages, 616 on a client's page. */
export function wideTheme(width = 920): Theme {
  return {
    width,
    narrow: false,
    plotHeight: 340,
    dot: 3.2,
    figureDot: 4.2,
    tickGap: 8,
    endGap: 12,
    flagGap: 8,
    flagLift: 4,
    flagRows: 3,
    endRoom: Math.round(width * 0.22),
    nameRoom: Math.round(width * 0.26),
    signalLift: 24,
    signalRoom: Math.round(width * 0.45),
    signalLines: 2,
    monthStep: 50,
    squareStep: 46,
    squaresInRow: Math.floor(width / 46),
    ...WORDS,
  };
}

/** The drawing for phones. */
export function narrowTheme(width = 328): Theme {
  return {
    width,
    narrow: true,
    plotHeight: 242,
    dot: 2.2,
    figureDot: 4.2,
    tickGap: 6,
    endGap: 8,
    flagGap: 6,
    flagLift: 8,
    flagRows: 2,
    endRoom: 88,
    nameRoom: 144,
    signalLift: 18,
    signalRoom: 180,
    signalLines: 3,
    monthStep: 58,
    squareStep: 32.7,
    squaresInRow: 10,
    ...WORDS,
  };
}
