import type { RangesDrawing } from '../report/model.ts';
import { type Ruler, endsFirst, ruler, tickWords, within } from './axes.ts';
import { type Label, dots, labelAt, levels, words } from './ink.ts';
import { fit, textWidth, wrap } from './lettering.ts';
import { nudge } from './place.ts';
import { ROW, ROW_MIDDLE, nameEdge, nameLabels, rowLines } from './rows.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Row = RangesDrawing['rows'][number];

const UNDER = 30;
const NAMES = 28;
const NAMES_LIFT = 12;
/** Room of the dot before a name, and its height over the baseline. */
const KEY_DOT = 14;
const KEY_RISE = 4.5;
const INSET = 8;
const END_GAP = 12;
const NARROW_NAMES = 92;
const NARROW_VALUES = 76;
const VALUE_LINES = 2;
const AIR = 10;
/** The classes of the three dots, hollow to full, and of their names. */
const DOTS = ['pt open s3', 'pt', 'pt now'] as const;
const WORDS = ['t-s3', 't-ink', 't-acc'] as const;

interface Key {
  readonly label: Label;
  /** The dot before the word, as the rows have it. */
  readonly spot: { readonly x: number; readonly y: number };
}

const keyWidth = (text: string, theme: Theme): number => textWidth(text, theme.text, true) + KEY_DOT + AIR;

/** The names of the three over the dots of the first row, each with its dot, moved apart where they would touch. */
function keysOf(names: RangesDrawing['names'], values: readonly number[], x: Ruler, plot: Box, theme: Theme): readonly Key[] {
  const wide = names.reduce((sum, name) => sum + keyWidth(name, theme), 0);
  const edge = wide <= theme.width - plot.left ? plot.left : 0;
  const room = wide <= theme.width ? Infinity : theme.width / names.length - KEY_DOT - AIR;
  const settings = names.map((name) => fit(name, room, theme.text, true));
  const middles = nudge(
    values.map((value) => x(value)),
    settings.map(({ text }) => keyWidth(text, theme)),
    edge,
    theme.width,
  );
  return settings.map((setting, index) => {
    const left = (middles[index] ?? 0) - keyWidth(setting.text, theme) / 2 + AIR / 2;
    const baseline = plot.top - NAMES_LIFT;
    return { label: labelAt(left + KEY_DOT, baseline, setting, WORDS[index] ?? ''), spot: { x: left + theme.figureDot, y: baseline - KEY_RISE } };
  });
}

/** One row a name: three dots on the line that joins them. A row without values has only its words. */
export function ranges(drawing: RangesDrawing, theme: Theme): Sheet {
  const { scale, rows } = drawing;
  const named = rows.map(({ label }) => ({ label, singled: false }));
  const room = theme.narrow ? NARROW_VALUES * theme.wordy : theme.endRoom;
  const texts = rows.map(({ text }) => wrap(text, room, VALUE_LINES, theme.text));
  const wide = Math.max(0, ...texts.flat().map(({ text }) => textWidth(text, theme.text)));
  const plot: Box = {
    left: nameEdge(named, theme.narrow ? NARROW_NAMES * theme.wordy : theme.nameRoom, theme),
    right: theme.width - (wide === 0 ? INSET : Math.ceil(wide) + END_GAP),
    top: NAMES,
    bottom: NAMES + ROW * Math.max(1, rows.length),
  };
  const x = ruler([scale.low, scale.high], [plot.left + INSET, plot.right - INSET]);
  const height = (index: number): number => plot.top + index * ROW + ROW_MIDDLE;
  const isWhole = ({ values }: Row): boolean => values !== null && values.every((value) => within(value, scale));
  const drawn = rows.flatMap((row, index) => (isWhole(row) ? [{ values: row.values!, y: height(index), index }] : []));
  const first = drawn.find(({ index }) => index === 0);
  const keys = first === undefined ? [] : keysOf(drawing.names, first.values, x, plot, theme);
  return {
    width: theme.width,
    height: plot.bottom + UNDER,
    plot,
    spots: rows.map((row, index) => ({ x: isWhole(row) ? x(row.values![2]) : plot.left, y: height(index) })),
    marks: [
      levels([{ y: plot.bottom, x1: plot.left, x2: plot.right }], 'base'),
      ...tickWords(endsFirst(scale.ticks.filter((tick) => within(tick.value, scale))), x, plot.bottom, theme),
      levels(
        drawn.map(({ values, y }) => ({ y, x1: x(Math.min(...values)), x2: x(Math.max(...values)) })),
        'base',
      ),
      ...DOTS.map((className, at) =>
        dots([...drawn.map(({ values, y }) => ({ x: x(values[at]!), y })), ...keys.slice(at, at + 1).map(({ spot }) => spot)], theme.figureDot, className),
      ),
      ...words(keys.map(({ label }) => label)),
      ...words(nameLabels(named, plot.left, plot.top, theme)),
      ...words(texts.flatMap((lines, index) => rowLines(lines, plot.right + END_GAP, plot.top, index, 't-ink', theme))),
    ],
  };
}
