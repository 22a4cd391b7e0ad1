/**
 * The second waist: everything that a page, a chart or a download may say stands ready here.
 * JSON-safe types only: texts, finite numbers, booleans, null for "no value", arrays and records.
 * Days are ISO texts (`YYYY-MM-DD`); a share is a number from 0 to 1; durations are milliseconds unless a field says otherwise.
 */

import type { FileRead } from '../facts/facts.ts';
import type { Grain, MeasureWords } from '../measures/measure.ts';
import type { ClientShare } from './share-model.ts';

export type { Grain, MeasureWords };

/** A piece of running text. A plain string is prose; the others carry emphasis or a link to a path of the site. */
export type Span = string | { readonly strong: string } | { readonly em: string } | { readonly text: string; readonly href: string };
/** Running text as a page sets it. */
export type Words = string | readonly Span[];

/** What is said under a label. */
export interface Note {
  readonly label: string;
  readonly what: Words;
  /** A sentence after it that tells where the site lists it; absent where it does not. */
  readonly where?: Words;
}

export type Status = 'meets' | 'below' | 'cannot tell' | 'not enough answers';

/** How a number reads; `words.ts` has the one formatter of each. */
export type Unit = 'share' | 'duration' | 'count' | 'rate' | 'hours' | 'score';

export interface Tick {
  readonly value: number;
  readonly text: string;
}
/** A value axis: bounds in data units and three or four ticks with their texts. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly Tick[];
}
/** Where a figure should lie. A one-sided target has `low` or `high` null. */
export interface Band {
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
}

export interface TimePoint {
  /** First day of the period. */
  readonly start: string;
  /** null = no value in this period: the line breaks. */
  readonly value: number | null;
  /** The running period: drawn hollow and joined to nothing. */
  readonly open: boolean;
}
/** A stretch of a process chart with limits of its own; indexes into the points, both inclusive. */
export interface Regime {
  readonly from: number;
  readonly to: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly now: boolean;
  /** Text at the right end, such as "mean now 4.2"; the short form is for phones. */
  readonly meanText: string;
  readonly meanShort: string;
  readonly limitText: string;
  readonly limitShort: string;
}
export interface EventMark {
  readonly day: string;
  readonly text: string;
  /** One or two short lines for phones. */
  readonly short: readonly string[];
}
/** A bracket above points that make a signal. */
export interface SignalMark {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One series by week with means, limits, dated events and signals (XmR chart). */
export interface ProcessDrawing {
  readonly shape: 'process';
  readonly scale: Scale;
  readonly points: readonly TimePoint[];
  readonly regimes: readonly Regime[];
  readonly events: readonly EventMark[];
  readonly signals: readonly SignalMark[];
  readonly band: Band | null;
}
/** Up to four series by period on one scale, each labelled at its right end. The first is the accent. */
export interface LinesDrawing {
  readonly shape: 'lines';
  readonly scale: Scale;
  readonly series: readonly { readonly name: string; readonly short: string; readonly points: readonly TimePoint[] }[];
  /** Where values of each period may lie, as a shaded stretch behind the lines. */
  readonly reach?: readonly { readonly start: string; readonly low: number; readonly high: number }[];
  readonly events: readonly EventMark[];
  readonly band: Band | null;
}
/** One row a name: the estimate as a dot on its interval, over the target band. Rows stand in the order given. */
export interface IntervalsDrawing {
  readonly shape: 'intervals';
  readonly scale: Scale;
  readonly band: Band | null;
  readonly rows: readonly {
    readonly label: string;
    /** null: no dot and no interval, only the text. */
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly text: string;
    readonly singled: boolean;
  }[];
}
/** Horizontal bars from zero with the count at the end; at most one is singled out. */
export interface BarsDrawing {
  readonly shape: 'bars';
  readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string; readonly note: string; readonly singled: boolean }[];
  /** The full population as a hairline, or null. */
  readonly full: number | null;
}
/** How values spread: up to 150 values as dots in equal bins, more as bars. Marks are vertical rules with words. */
export interface DistributionDrawing {
  readonly shape: 'distribution';
  readonly scale: Scale;
  /** Equal bins over the scale; the last also holds everything above it, which its tick says. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly dots: boolean;
  readonly marks: readonly { readonly value: number; readonly text: string; readonly short: string }[];
}
/** One square an hour: filled = spent, hollow = not spent; the last is cut to its fraction. */
export interface SquaresDrawing {
  readonly shape: 'squares';
  readonly hours: number;
  readonly filled: boolean;
}
/** The small interval of a ledger row, 168 × 50. */
export interface MarkDrawing {
  readonly shape: 'mark';
  readonly scale: Scale;
  readonly band: Band | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
/** A year of history in one line, 236 × 54: no axis, newest dot in accent, band as a strip or mean dotted. */
export interface SparkDrawing {
  readonly shape: 'spark';
  readonly values: readonly (number | null)[];
  readonly band: Band | null;
  readonly mean: number | null;
}
/** Two shares of each name on one scale, joined by a line; names stand at the right end. At most one is singled out. */
export interface SlopesDrawing {
  readonly shape: 'slopes';
  readonly scale: Scale;
  /** What stands over the two ends; the short forms are for phones. */
  readonly heads: readonly [left: string, right: string];
  readonly shortHeads: readonly [left: string, right: string];
  readonly rows: readonly { readonly label: string; readonly left: number; readonly right: number; readonly text: string; readonly singled: boolean }[];
}
/** Three values of each name on one scale, joined by a line. The first is drawn hollow, the last is the accent. */
export interface RangesDrawing {
  readonly shape: 'ranges';
  readonly scale: Scale;
  /** What the three are, written once over the first row that has them. */
  readonly names: readonly [string, string, string];
  readonly rows: readonly { readonly label: string; readonly values: readonly [number, number, number] | null; readonly text: string }[];
}
/** Shares in neighbouring classes of a width: one column a class, with rules at the edges that matter. */
export interface SpansDrawing {
  readonly shape: 'spans';
  readonly scale: Scale;
  readonly band: Band | null;
  /** `edge` names the upper end of a class; the last has none. */
  readonly columns: readonly {
    readonly edge: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly text: string;
    readonly singled: boolean;
  }[];
  /** Rules after so many columns, with words. */
  readonly marks: readonly { readonly after: number; readonly text: string; readonly short: string }[];
}
/** How values lie before, inside and after a stretch, which is shaded and named at its two ends. */
export interface StripDrawing {
  readonly shape: 'strip';
  readonly scale: Scale;
  readonly bins: DistributionDrawing['bins'];
  readonly dots: boolean;
  readonly inside: { readonly from: number; readonly to: number };
  readonly marks: DistributionDrawing['marks'];
}
/** Two counts of each name as bars to both sides of one line; the right one is the accent. Names stand at the left. */
export interface BalanceDrawing {
  readonly shape: 'balance';
  /** What the two sides count. */
  readonly heads: readonly [left: string, right: string];
  readonly rows: readonly {
    readonly label: string;
    readonly left: number;
    readonly right: number;
    readonly leftText: string;
    readonly rightText: string;
    readonly singled: boolean;
  }[];
}
/** Days of each name on one calendar: dots where something took place, a hollow one where the next is due. Values are day numbers. */
export interface CalendarDrawing {
  readonly shape: 'calendar';
  readonly scale: Scale;
  readonly rows: readonly {
    readonly label: string;
    readonly days: readonly number[];
    readonly due: number | null;
    readonly text: string;
    readonly singled: boolean;
  }[];
}
/** A figure in each cell of rows and columns; the deeper its shade, the more. At most one cell is singled out. */
export interface GridDrawing {
  readonly shape: 'grid';
  /** What stands over each column; the short form is for phones. */
  readonly columns: readonly { readonly head: string; readonly short: string }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly GridCell[] }[];
}
export interface GridCell {
  /** 0 = no shade, then from 1, the lightest, to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** The figure, then what it rests on, in lines; those for phones are shorter. */
  readonly lines: readonly string[];
  readonly short: readonly string[];
  readonly singled: boolean;
}
/** Visits in their order, each a dot at its place in the window given, which is shaded; one outside is a named shape above or below it. */
export interface VisitsDrawing {
  readonly shape: 'visits';
  readonly visits: readonly {
    /** 0 at the start of the window, 1 at its end; null outside. */
    readonly place: number | null;
    /** Where one outside stands; null inside. */
    readonly side: 'above' | 'below' | null;
    readonly text: string;
    readonly short: string;
  }[];
  /** A bracket under the last ones. */
  readonly run: { readonly from: number; readonly text: string } | null;
  readonly first: string;
  readonly last: string;
}
/**
 * Two values of each row against each other, both on one scale, between lines at 45° that have names. Those singled out are
 * filled, the others hollow; none has a name of its own.
 */
export interface ScatterDrawing {
  readonly shape: 'scatter';
  /** The scale of both axes. */
  readonly scale: Scale;
  /** What the two axes measure. */
  readonly heads: readonly [across: string, up: string];
  /** `above` = how far a line lies above the diagonal, in units of the scale. The first line is the one that matters. */
  readonly lines: readonly (ShortOrLong & { readonly above: number })[];
  /** What it means to stand above all lines, and below them. */
  readonly sides: readonly [above: ShortOrLong, below: ShortOrLong];
  readonly points: readonly { readonly x: number; readonly y: number; readonly singled: boolean }[];
}
/** Words for wide drawings, and for phones. */
export interface ShortOrLong {
  readonly text: string;
  readonly short: string;
}
export type Drawing =
  | VisitsDrawing
  | ProcessDrawing
  | LinesDrawing
  | IntervalsDrawing
  | BarsDrawing
  | DistributionDrawing
  | SquaresDrawing
  | MarkDrawing
  | SparkDrawing
  | SlopesDrawing
  | RangesDrawing
  | SpansDrawing
  | StripDrawing
  | BalanceDrawing
  | CalendarDrawing
  | GridDrawing
  | ScatterDrawing;

/** A table as a page shows it and a CSV gives it: `text` is what a reader sees, `value` what a machine reads. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
export interface Column {
  readonly name: string;
  /** The unit of the values, which the CSV names; the texts of the cells carry their own. Absent = one and the same for both, or none. */
  readonly unit?: string;
  readonly numeric: boolean;
}
export interface Cell {
  readonly text: string;
  readonly value: string | number | null;
  readonly href?: string;
  readonly strong?: boolean;
  /** Draws the status' shape before the text, which stays the word that a reader sees. */
  readonly status?: Status;
}

/** Which way a figure has changed, where a signal says that it has. */
export type Turn = 'better' | 'worse';

/** A drawing with its finding, its text alternative, its table and its source. */
export interface Chart {
  /** `[a-z0-9-]+`, unique in the report; names the CSV. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What a person who cannot see the drawing hears. */
  readonly summary: string;
  readonly foot: string;
  readonly drawing: Drawing;
  readonly table: Table;
  /** How many rows of its table the page sets; the CSV has all. Absent = all. */
  readonly shown?: number;
  /** Which way its newest signal goes; absent without one, or where that is not known. */
  readonly turn?: Turn;
}

/** One row of the ledger of headline figures. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  /** Path of its definition. */
  readonly definition: string | null;
  /** n, period and what is assumed. */
  readonly note: Words;
  readonly value: string;
  readonly unit: string;
  /** The value has several parts, such as 2 h 31 min: it is set smaller. */
  readonly compact: boolean;
  readonly mark: MarkDrawing | null;
  readonly markText: string;
  readonly spark: SparkDrawing | null;
  readonly sparkText: string;
  /** null where nothing says what the figure should be. */
  readonly status: Status | null;
  readonly interval: string;
}

export interface EquationTerm {
  readonly value: string;
  readonly note: Words;
}
/** value × value = result, with its hours as squares. */
export interface EquationLine {
  readonly terms: readonly [EquationTerm, EquationTerm, EquationTerm];
  readonly accent: boolean;
  readonly squares: SquaresDrawing | null;
  readonly squaresText: string;
}

/** One way of a switch; the first of them is shown at the start. */
export interface Choice {
  /** `[a-z]+`, which addresses name it by. */
  readonly key: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** One line of a list set like a ledger. */
export interface LedgerEntry {
  readonly who: Words;
  readonly what: Words;
  readonly aside: readonly string[];
}

export type Block =
  | { readonly kind: 'prose'; readonly words: Words }
  | { readonly kind: 'note'; readonly words: Words }
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly subtitle: string;
      /** Where it tells a change that chance does not explain. */
      readonly beyondChance?: true;
      /** Which way such a change goes; absent where that is not known. */
      readonly turn?: Turn;
    }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | {
      readonly kind: 'ledger';
      readonly entries: readonly LedgerEntry[];
      /** What the page folds away: its entries, and what the fold is called. Absent = nothing. */
      readonly rest?: { readonly called: string; readonly entries: readonly LedgerEntry[] };
    }
  | { readonly kind: 'notes'; readonly entries: readonly Note[] }
  | {
      readonly kind: 'equation';
      readonly id: string;
      readonly title: string;
      readonly subtitle: string;
      readonly lines: readonly EquationLine[];
      readonly net: Words;
      readonly foot: string;
      readonly table: Table;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly table: Table;
      readonly foot: string;
      /** How many rows the page sets; the CSV has all. Absent = all. */
      readonly shown?: number;
    }
  | {
      readonly kind: 'whatif';
      readonly id: string;
      /** Contacts and avoided complaints a week, seconds more for each contact, hours for each complaint, before rounding. */
      readonly contacts: number;
      readonly seconds: number;
      readonly avoided: number;
      readonly hoursEach: number;
      readonly table: Table;
      readonly foot: string;
    }
  | {
      /** The same matter in several ways: a page whose scripts run shows one of them, any other all, one below the other. */
      readonly kind: 'switch';
      readonly id: string;
      /** Switches of one name on a page move together: "clock", "grain", "formula". */
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'downloads'; readonly links: readonly { readonly text: string; readonly href: string; readonly note: string }[] }
  | { readonly kind: 'definition'; readonly measure: MeasureWords };

/** A band of the page: side head at the left, matter at the right. */
export interface Section {
  readonly id: string;
  readonly head: string;
  readonly note: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  /** Folder of the page under the site's root, '' for the first one, with a trailing slash otherwise. */
  readonly path: string;
  readonly nav: string;
  /** The title of the browser's tab. */
  readonly tab: string;
  readonly head: string;
  readonly note: string;
  /** The page's h1: a lead paragraph on This week, else a title. */
  readonly title: string;
  readonly lead: boolean;
  readonly intro: Words;
  readonly sections: readonly Section[];
}

/**
 * One measure of one client (null = the firm) over the periods of one grain.
 * All arrays have the length of `starts`; null = no value.
 */
export interface Series {
  readonly measure: string;
  readonly client: string | null;
  readonly grain: Grain;
  readonly starts: readonly string[];
  readonly value: readonly (number | null)[];
  readonly n: readonly (number | null)[];
  readonly hits: readonly (number | null)[];
  readonly exposure: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  /** Whether each value rests on an assumption; null where none does. */
  readonly assumed: readonly boolean[] | null;
}

/** What became of one file of the workspace, as the facts say it. */
export interface FileAccount extends Omit<FileRead, 'oldest' | 'newest' | 'toldByRows' | 'tellsPeople'> {
  /** Oldest and newest instant in the file as days, null without any. */
  readonly oldest: string | null;
  readonly newest: string | null;
}

export interface Refusal {
  readonly file: string;
  readonly line: number | null;
  readonly id: string;
  readonly column: string;
  readonly text: string;
  readonly code: string;
  readonly why: string;
  readonly consequence: string;
  readonly advice: string;
}

/** population + excluded = facts, with the reasons. */
export interface MeasureAccount {
  readonly measure: string;
  readonly table: string;
  readonly facts: number;
  readonly population: number;
  readonly excluded: readonly { readonly reason: string; readonly rows: number }[];
}

/** A week of the firm that reads otherwise than in the report before. */
export interface Restatement {
  readonly measure: string;
  /** Monday of the week. */
  readonly week: string;
  readonly was: number | null;
  readonly is: number | null;
  readonly nWas: number;
  readonly n: number;
  readonly reason: string;
}

export interface ClientEntry {
  /** Stable id: the client's key in the clients table, else its name. */
  readonly id: string;
  readonly name: string;
  /** Folder under `clients/`. */
  readonly slug: string;
  readonly mapped: boolean;
}

export interface Report {
  readonly schema: 1;
  readonly firm: {
    readonly name: string;
    readonly zone: string;
    readonly locale: string;
    /** The firm's picture as a `data:` URL, null without one. */
    readonly logo: string | null;
    /** The firm's colour as #rrggbb on light and on dark pages, null = the product's own. */
    readonly accent: { readonly light: string; readonly dark: string } | null;
  };
  readonly asOf: string;
  /** Last complete week. */
  readonly week: { readonly start: string; readonly end: string };
  readonly window: { readonly start: string; readonly end: string };
  /** Facts of each table. */
  readonly facts: Readonly<Record<string, number>>;
  readonly clients: readonly ClientEntry[];
  /** What stands beside the firm's name on every page: the week and the day that the data reach to. */
  readonly masthead: string;
  /** The pages of the main menu that this report has, in order; `path` as in `Page`. */
  readonly nav: readonly { readonly path: string; readonly text: string }[];
  readonly pages: readonly Page[];
  readonly definitions: readonly MeasureWords[];
  /** The figures of the firm; those of clients stand in measures.csv alone. */
  readonly series: readonly Series[];
  readonly files: readonly FileAccount[];
  readonly refusals: readonly Refusal[];
  /** What was assumed or ruled and lost nothing. */
  readonly notes: readonly Refusal[];
  readonly accounts: readonly MeasureAccount[];
  /** Weeks that read otherwise than in the report before; none in the first report. */
  readonly restated: readonly Restatement[];
  /** Hash of the settings that made it. */
  readonly settings: string;
  /** How the page of each client stands, in the order of the clients; absent where the settings ask for none. */
  readonly shares?: readonly ClientShare[];
}
