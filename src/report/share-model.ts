/**
 * What the report holds of one client for its own page: numbers, days and the few texts that a client may read.
 * JSON-safe; days are ISO texts, durations milliseconds, null = no value. What is not here cannot be shared.
 */

/** First and last day, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Hits {
  readonly hits: number;
  readonly n: number;
}

export interface Median {
  readonly median: number;
  readonly n: number;
}

/** A share of the period, of the period before, and of all clients together where the settings allow it. */
export interface SharedHits extends Hits {
  readonly before: Hits | null;
  readonly firm: Hits | null;
}

export interface SharedVisit {
  readonly day: string;
  /** Where in the window we arrived: 0 its start, 1 its end; null where we came outside it or not at all. */
  readonly place: number | null;
  readonly outcome: 'inside' | 'early' | 'late' | 'missed';
  /** How far outside the window; null inside it and where missed. */
  readonly off: number | null;
}

export interface SharedPromise {
  readonly wording: string | null;
  readonly kind: string | null;
  /** The first day given. */
  readonly due: string;
  readonly done: string | null;
  readonly inTime: boolean;
  /** Day on which we told before the due time that it would slip. */
  readonly told: string | null;
}

/** A promise that is not kept at the as-of day. */
export interface OwedPromise {
  readonly wording: string | null;
  readonly kind: string | null;
  readonly due: string;
  /** The later day that we gave. */
  readonly revised: string | null;
}

export interface SharedComplaint {
  readonly day: string;
  /** Elapsed time to our first answer; null where none is recorded. */
  readonly answered: number | null;
  /** Days on which we acted on it, the client agreed that it is done, and it was closed; null where not recorded. */
  readonly acted: string | null;
  readonly confirmed: string | null;
  readonly closed: string | null;
  /** Not closed, in a record that closes others. */
  readonly isOpen: boolean;
}

export interface SharedQuote {
  readonly day: string;
  readonly text: string;
}

/** The figures of a client's page that are compared with what it was sent before. */
export type SharedFigure = 'promises' | 'visits' | 'answers' | 'satisfied' | 'complaints';

/** A figure as a page shows it: hits of n; of answers milliseconds over n requests; of complaints their number, twice. */
export interface Reading {
  readonly value: number;
  readonly n: number;
}

export interface SharedChange {
  readonly figure: SharedFigure;
  readonly was: Reading;
  /** null where nothing is on record any more. */
  readonly is: Reading | null;
  /** How it is counted, rows that came or went, the settings, or rows that were corrected. */
  readonly why: 'counting' | 'more' | 'fewer' | 'settings' | 'corrected';
}

/** Figures of the page sent last that read otherwise now. */
export interface SharedSince {
  readonly sent: string;
  readonly period: Span;
  readonly changes: readonly SharedChange[];
}

/** A part of a page whose records begin after the first day of its period. */
export interface SharedBegin {
  readonly part: 'requests' | 'visits' | 'promises' | 'answers';
  /** First day on record of any client. */
  readonly day: string;
}

/** What happened with one client in its review period; a part is null where nothing of its kind is recorded. */
export interface ClientRecord {
  readonly manager: string | null;
  /** The account manager's words, as Markdown. */
  readonly letter: string | null;
  /** Working time to the first answer of every request answered in the period, ascending. */
  readonly answers: {
    readonly times: readonly number[];
    readonly nine: number;
    readonly median: number;
    readonly before: Median | null;
    readonly firm: Median | null;
  } | null;
  readonly satisfied:
    | (SharedHits & {
        readonly low: number;
        readonly high: number;
        readonly aim: { readonly low: number; readonly high: number };
        readonly quotes: readonly SharedQuote[];
      })
    | null;
  /** Where nobody answered about satisfaction in the period: surveys sent in it, null where no export says; null where somebody did, or no surveys of that time are kept. */
  readonly unanswered: { readonly asked: number | null } | null;
  readonly visits: (SharedHits & { readonly list: readonly SharedVisit[]; readonly run: number }) | null;
  readonly promises: (SharedHits & { readonly list: readonly SharedPromise[]; readonly owed: readonly OwedPromise[] }) | null;
  readonly complaints: readonly SharedComplaint[];
  /** In the order of days; empty where all parts that have figures go back to the first day of the period. */
  readonly begun: readonly SharedBegin[];
  /** null where no page was sent, or all of it still holds. */
  readonly since: SharedSince | null;
  readonly next: {
    readonly review: string | null;
    /** Whether that day is planned; else it is only due by then, after the days agreed between reviews. */
    readonly planned: boolean;
    /** Whether the page is the agenda of that review: by its day no more time has passed since the period than the period is long. */
    readonly agenda: boolean;
    readonly visits: readonly string[];
    /** Requests that are open at the as-of day, and since when the oldest is; null where no export says. */
    readonly requests: { readonly open: number; readonly oldest: string | null } | null;
  };
}

export type ShareState = 'shared' | 'off' | 'expired' | 'ended' | 'early';

/** How the page of one client stands. */
export interface ClientShare {
  readonly client: string;
  readonly name: string;
  readonly state: ShareState;
  readonly until: string | null;
  /** Folder under `share/`; null where it has none. */
  readonly folder: string | null;
  /** Whether it is encrypted and opens with a passphrase. */
  readonly locked: boolean;
  readonly period: Span;
  readonly before: Span;
  /** null where the page is not shared. */
  readonly record: ClientRecord | null;
}
