/** Where drawn charts are kept from one build to the next, by key. It may lose what it is given: that costs time alone. */
export interface KeptCharts {
  /** The `<svg>` that was written under a key, null where there is none. */
  readonly read: (key: string) => string | null;
  readonly write: (key: string, svg: string) => void;
}

/** Pages are bundled before they are rendered and share no module with what has them rendered, but the process alone. */
const DOOR = Symbol.for('courtesy.kept-charts');
const door = globalThis as { [DOOR]?: KeptCharts | undefined };

/** Hands the pages rendered in this process from now on a place to keep charts in; undefined takes it away. */
export function keepCharts(kept: KeptCharts | undefined): void {
  door[DOOR] = kept;
}

/** The place to keep charts in that the pages were handed, if any. */
export const keptCharts = (): KeptCharts | undefined => door[DOOR];
