import type { Regime, SignalMark, TimePoint } from '../report/model.ts';
import { oneLine } from './lettering.ts';
import type { Theme } from './theme.ts';

/** A signal with the side of the mean that its points lie on. */
export interface SidedSignal extends SignalMark {
  readonly below: boolean;
}

/** Signals with at most one period between them are one. */
const NEAR = 2;
/** Words that two sentences must share before one is said for both. */
const LEAST_SHARED = 3;

/** Whether the points of a signal lie under the mean they are held against: the one before where today's regime follows one. */
function liesBelow({ from, to }: SignalMark, points: readonly TimePoint[], regimes: readonly Regime[]): boolean {
  const own = regimes.findIndex((regime) => from >= regime.from && from <= regime.to);
  const mean = (regimes[own]?.now ? regimes[own - 1]?.mean : null) ?? regimes[own]?.mean ?? null;
  const values = points.slice(from, to + 1).flatMap(({ value }) => (value !== null && Number.isFinite(value) ? [value] : []));
  return mean !== null && values.length > 0 && values.reduce((sum, value) => sum + value - mean, 0) < 0;
}

function sharedWords(all: readonly (readonly string[])[], least: number): number {
  let shared = 0;
  while (shared < least && all.every((words) => words[shared] === all[0]?.[shared])) shared += 1;
  return shared;
}

/** One sentence for all: what they begin and end with is said once, what differs is listed; sentences without much in common stand one after the other. */
export function oneText(texts: readonly string[], and: string): string {
  const all = [...new Set(texts.map(oneLine))].map((text) => text.split(' '));
  const least = Math.min(...all.map((words) => words.length)) - 1;
  const head = sharedWords(all, least);
  const tail = sharedWords(
    all.map((words) => words.toReversed()),
    least - head,
  );
  const [first = []] = all;
  if (all.length < 2 || head + tail < LEAST_SHARED) return all.map((words) => words.join(' ')).join('; ');
  const middles = all.map((words) => words.slice(head, words.length - tail).join(' '));
  const [stop = ''] = /[:,;]$/.exec(middles[0] ?? '') ?? [];
  const bare = middles.every((middle) => middle.endsWith(stop)) ? middles.map((middle) => middle.slice(0, middle.length - stop.length)) : middles;
  const listed = `${bare.slice(0, -1).join(', ')} ${and} ${bare.at(-1) ?? ''}${bare === middles ? '' : stop}`;
  return [...first.slice(0, head), listed, ...first.slice(first.length - tail)].join(' ');
}

/** The signals in order of time, neighbours on one side of the mean as one. */
export function mergedSignals(signals: readonly SignalMark[], points: readonly TimePoint[], regimes: readonly Regime[], theme: Theme): readonly SidedSignal[] {
  const groups: { from: number; to: number; below: boolean; texts: string[] }[] = [];
  for (const signal of [...signals].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const below = liesBelow(signal, points, regimes);
    const last = groups.findLast((group) => group.below === below);
    if (last && signal.from - last.to <= NEAR) {
      last.to = Math.max(last.to, signal.to);
      last.texts.push(signal.text);
    } else groups.push({ from: signal.from, to: signal.to, below, texts: [signal.text] });
  }
  return groups.map(({ from, to, below, texts }) => ({ from, to, below, text: oneText(texts, theme.and) }));
}
