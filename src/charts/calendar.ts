import type { CalendarDrawing } from '../report/model.ts';
import { endsFirst, ruler, tickWords, within } from './axes.ts';
import { dots, levels, words } from './ink.ts';
import { textWidth, wrap } from './lettering.ts';
import { ROW, ROW_MIDDLE, nameEdge, nameLabels, rowLines } from './rows.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

const UNDER = 30;
const TOP = 4;
const INSET = 8;
const END_GAP = 12;
const NARROW_NAMES = 96;
const NARROW_TEXT = 84;
const TEXT_LINES = 2;

/** One row a name: a dot on each day on which something took place, a hollow one where the next is due. */
export function calendar({ scale, rows }: CalendarDrawing, theme: Theme): Sheet {
  const texts = rows.map(({ text, singled }) => wrap(text, theme.narrow ? NARROW_TEXT * theme.wordy : theme.endRoom, TEXT_LINES, theme.text, singled));
  const wide = Math.max(0, ...texts.flatMap((lines, index) => lines.map(({ text }) => textWidth(text, theme.text, rows[index]!.singled))));
  const plot: Box = {
    left: nameEdge(rows, theme.narrow ? NARROW_NAMES * theme.wordy : theme.nameRoom, theme),
    right: theme.width - (wide === 0 ? INSET : Math.ceil(wide) + END_GAP),
    top: TOP,
    bottom: TOP + ROW * Math.max(1, rows.length),
  };
  const x = ruler([scale.low, scale.high], [plot.left + INSET, plot.right - INSET]);
  const height = (index: number): number => plot.top + index * ROW + ROW_MIDDLE;
  const held = rows.flatMap(({ days }, index) => days.filter((day) => within(day, scale)).map((day) => ({ x: x(day), y: height(index) })));
  const due = rows.flatMap((row, index) => (within(row.due, scale) ? [{ x: x(row.due), y: height(index) }] : []));
  return {
    width: theme.width,
    height: plot.bottom + UNDER,
    plot,
    spots: rows.map(({ days, due: next }, index) => {
      const last = days.findLast((day) => within(day, scale)) ?? next;
      return { x: within(last, scale) ? x(last) : plot.left, y: height(index) };
    }),
    marks: [
      levels(
        rows.map((_, index) => ({ y: height(index), x1: plot.left, x2: plot.right })),
        'g',
      ),
      levels([{ y: plot.bottom, x1: plot.left, x2: plot.right }], 'base'),
      ...tickWords(endsFirst(scale.ticks.filter((tick) => within(tick.value, scale))), x, plot.bottom, theme),
      dots(due, theme.figureDot, 'pt open'),
      dots(held, theme.figureDot, 'pt'),
      ...words(nameLabels(rows, plot.left, plot.top, theme)),
      ...words(texts.flatMap((lines, index) => rowLines(lines, plot.right + END_GAP, plot.top, index, rows[index]!.singled ? 't-b' : 't-ink', theme))),
    ],
  };
}
