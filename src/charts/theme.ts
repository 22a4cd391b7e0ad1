import { languageOf, say, spokenLocale } from '../language/language.ts';
import { shortMonth } from '../report/forms.ts';

/** A day of each month, January first. */
const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, month) => Date.UTC(1970, month, 1) / 86_400_000);

/** Sizes of one drawing, all in drawing units, and the few words that a drawing adds by itself. */
export interface Theme {
  readonly width: number;
  readonly narrow: boolean;
  /** The largest size at which the style sheet sets this drawing's words, and the step between two lines of them. */
  readonly text: number;
  readonly line: number;
  /** Step between the lines of one row of names, and the lines at most of words at the right end. */
  readonly rowLine: number;
  readonly endLines: number;
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
  /** How much more room than English words those of the language take, where names and values have little. */
  readonly wordy: number;
  /** Between a signal's bracket and what lies under it, the widest line of its text and the lines at most. */
  readonly signalLift: number;
  readonly signalRoom: number;
  readonly signalLines: number;
  /** Least distance between two month ticks. */
  readonly monthStep: number;
  /** Side of the grid of squares and the squares in a row. */
  readonly squareStep: number;
  readonly squaresInRow: number;
  /** Short names of the months, January first. */
  readonly months: readonly string[];
  readonly incomplete: string;
  readonly and: string;
}

/** Room for words on phones, over that of English ones. */
const WORDY = 1.22;

const words = () => ({ months: MONTHS.map(shortMonth), incomplete: say`incomplete`, and: say`and` });

/** The drawing for screens and paper; 920 wide on internal pages, 616 on a client's page. */
export function wideTheme(width = 920): Theme {
  return {
    width,
    narrow: false,
    text: 15.5,
    line: 18,
    rowLine: 15.5,
    endLines: 2,
    plotHeight: 280,
    dot: 3.2,
    figureDot: 4.2,
    tickGap: 8,
    endGap: 12,
    flagGap: 8,
    flagLift: 4,
    flagRows: 3,
    wordy: 1,
    endRoom: Math.round(width * 0.22),
    nameRoom: Math.round(width * 0.28),
    signalLift: 14,
    signalRoom: Math.round(width * 0.45),
    signalLines: 2,
    monthStep: 58,
    squareStep: 46,
    squaresInRow: Math.floor(width / 46),
    ...words(),
  };
}

/** The drawing for phones. */
export function narrowTheme(width = 328): Theme {
  const wordy = languageOf(spokenLocale()) === 'en' ? 1 : WORDY;
  return {
    width,
    narrow: true,
    text: 14,
    line: 16,
    rowLine: 14.5,
    endLines: 3,
    plotHeight: 242,
    dot: 2.2,
    figureDot: 4.2,
    tickGap: 6,
    endGap: 8,
    flagGap: 6,
    flagLift: 8,
    flagRows: 2,
    wordy,
    endRoom: Math.round(88 * wordy),
    nameRoom: 144,
    signalLift: 12,
    signalRoom: 180,
    signalLines: 3,
    monthStep: 54,
    squareStep: 32.7,
    squaresInRow: 10,
    ...words(),
  };
}
