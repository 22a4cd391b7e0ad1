import type { Scale } from './model.ts';
import type { Chart, DistributionDrawing } from './model.ts';
import { columnsOf, inMinutes } from './plain-cells.ts';
import { nounFor, say } from '../language/language.ts';
import { quantile } from '../measures/statistics.ts';
import { durationScale, unitsOn } from './scales.ts';
import { count, FEW, plural } from './words.ts';

/** Durations in ascending order, in ms, and the words of the page that shows them. */
export interface Spread extends Pick<Chart, 'id' | 'title' | 'foot'> {
  /** What is drawn, given the units of its axis in words. */
  readonly subtitle: (units: string) => string;
  readonly values: readonly number[];
  /** What is counted: singular and plural. */
  readonly noun: readonly [one: string, many: string];
  /** How a time is written: on the working clock never in days. */
  readonly say: (ms: number) => string;
}

const BINS = 24;
const MOST_DOTS = 150;
const MINUTE = 60_000;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Bin = DistributionDrawing['bins'][number];

function binsOf(values: readonly number[], { high, ticks }: Scale): readonly Bin[] {
  const steps = ticks.length - 1;
  const bins = steps * Math.max(1, Math.round(BINS / steps));
  const width = high / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor(value / width))]!++;
  return counts.map((of, at) => ({ from: at * width, to: (at + 1) * width, count: of }));
}

/** The scale up to the 95th percentile; its last tick says so where values lie above it. */
function scaleOf(values: readonly number[], told: Spread['say']): Scale {
  const scale = durationScale([quantile(values, 0.95)], told);
  if (!(values.at(-1)! > scale.high)) return scale;
  return {
    ...scale,
    ticks: scale.ticks.map((tick) => (tick.value === scale.high ? { value: tick.value, text: say`${tick.text} or more` } : tick)),
  };
}

function marksOf(values: readonly number[], told: Spread['say']): DistributionDrawing['marks'] {
  if (values.length < FEW) return [];
  const [half, nine] = [quantile(values, 0.5), quantile(values, 0.9)];
  return [
    { value: half, text: say`half within ${told(half)}`, short: say`half ${told(half)}` },
    { value: nine, text: say`9 in 10 within ${told(nine)}`, short: say`9 in 10 ${told(nine)}` },
  ];
}

/** How durations spread; null without any. */
export function spreadChart({ values, noun: [one, many], id, title, subtitle: describe, foot, say: told }: Spread): Chart | null {
  if (values.length === 0) return null;
  const scale = scaleOf(values, told);
  const subtitle = describe(unitsOn(scale, told));
  const bins = binsOf(values, scale);
  const marks = marksOf(values, told);
  const over = values.at(-1)! > scale.high;
  const end = (bin: Bin, at: number) => (over && at === bins.length - 1 ? { text: say`or more`, value: null } : { text: told(bin.to), value: bin.to / MINUTE });
  return {
    id,
    title,
    subtitle,
    foot,
    summary: `${[plural(values.length, one, many), ...marks.map(({ text }) => text), say`the longest ${told(values.at(-1)!)}`].join(', ')}.`,
    drawing: { shape: 'distribution', scale, bins, dots: values.length <= MOST_DOTS, marks },
    table: {
      caption: subtitle,
      columns: columnsOf([inMinutes(say`From`), inMinutes(say`To`), capital(nounFor(2, one, many))], 0),
      rows: bins.map((bin, at) => [{ text: told(bin.from), value: bin.from / MINUTE }, end(bin, at), { text: count(bin.count), value: bin.count }]),
    },
  };
}
