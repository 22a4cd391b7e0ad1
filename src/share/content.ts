import type { Drawing } from '../report/model.ts';

/** What stands on one client's page, ready to be set: texts and drawings. */
export interface Content {
  readonly firm: string;
  readonly locale: string;
  readonly logo: string | null;
  readonly client: string;
  /** "1 Apr to 30 Jun 2026". */
  readonly span: string;
  /** "records since 10 Aug 2026"; null where they go back to the first day of the span. */
  readonly since: string | null;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly Headline[];
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  readonly colophon: string;
}

/** One of at most three figures at the head of the page. */
export interface Headline {
  readonly value: string;
  readonly unit: string;
  readonly text: string;
}

export interface PromiseLine {
  readonly what: string;
  readonly by: string;
  readonly done: string;
  readonly kept: boolean;
  readonly outcome: string;
}

/** A band of the page; parts that are null or empty do not stand there. */
export interface Section {
  readonly id: string;
  readonly head: string;
  /** The finding, and what is drawn or listed below it. */
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly drawing: { readonly drawing: Drawing; readonly summary: string } | null;
  readonly promises: readonly PromiseLine[];
  readonly quotes: readonly { readonly text: string; readonly cite: string }[];
  readonly entries: readonly { readonly when: string; readonly what: string }[];
  readonly note: string | null;
  /** What the subtitle, or else the note, goes on to say of what is not on paper. */
  readonly onScreen: string | null;
  /** Markdown. */
  readonly letter: string | null;
}

/** One line of the table behind the page and of its CSV; null = no value. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly day: string | null;
  readonly value: number | null;
  readonly of: number | null;
  readonly unit: string | null;
  readonly outcome: string | null;
}

/** A section of which only some parts stand there. */
export function section(of: Pick<Section, 'id' | 'head'> & Partial<Section>): Section {
  return { title: null, subtitle: null, onScreen: null, drawing: null, promises: [], quotes: [], entries: [], note: null, letter: null, ...of };
}

/** A row of which only some cells have a value. */
export function row(part: string, what: string, of: Partial<Omit<Row, 'part' | 'what'>>): Row {
  return { part, what, day: null, value: null, of: null, unit: null, outcome: null, ...of };
}
