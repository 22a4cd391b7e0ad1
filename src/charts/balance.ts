import type { BalanceDrawing } from '../report/model.ts';
import { type Area, type Label, areas, labelAt, uprights, words } from './ink.ts';
import { type Setting, fit, oneLine, textWidth } from './lettering.ts';
import { ROW, nameEdge, nameLabels, rowBaseline } from './rows.ts';
import type { Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Row = BalanceDrawing['rows'][number];

const BAR = 19;
const BAR_TOP = 8;
const HEAD = 28;
const HEAD_LIFT = 10;
const GAP = 8;
const NARROW_NAMES = 96;
/** Room of a count, as a part of the drawing's width. */
const COUNT_ROOM = 0.12;

const size = (value: number): number => (Number.isFinite(value) ? Math.max(0, value) : 0);

const countWords = (text: string, { singled }: Row, theme: Theme): Setting => fit(oneLine(text), theme.width * COUNT_ROOM, theme.text, singled);

interface Middle {
  /** Where the two sides meet, and drawing units for one. */
  readonly at: number;
  readonly unit: number;
}

/** One unit for both sides, so that they compare, with room for the counts beyond the longest bar of each. */
function middleOf({ rows, heads }: BalanceDrawing, left: number, theme: Theme): Middle {
  const room = (of: (row: Row) => string): number =>
    GAP + Math.max(0, ...rows.map((row) => textWidth(countWords(of(row), row, theme).text, theme.text, row.singled)));
  const [most, mostRight] = [Math.max(0, ...rows.map((row) => size(row.left))), Math.max(0, ...rows.map((row) => size(row.right)))];
  const head = (text: string): number => Math.min(theme.width / 4, textWidth(oneLine(text), theme.text, true)) + GAP;
  const ends = {
    left: room((row) => row.leftText),
    right: Math.max(
      room((row) => row.rightText),
      head(heads[1]),
    ),
  };
  const whole = Math.max(0, theme.width - left - ends.left - ends.right);
  const unit = most + mostRight === 0 ? 0 : whole / (most + mostRight);
  return { at: left + ends.left + (most + mostRight === 0 ? whole / 2 : most * unit), unit };
}

function countLabels(row: Row, index: number, { at, unit }: Middle, theme: Theme): readonly Label[] {
  const y = rowBaseline(HEAD, index);
  const tone = row.singled ? 't-b' : 't-ink';
  return [
    labelAt(at - size(row.left) * unit - GAP, y, countWords(row.leftText, row, theme), `end ${tone}`),
    labelAt(at + size(row.right) * unit + GAP, y, countWords(row.rightText, row, theme), tone),
  ];
}

/** Two counts of each name as bars to both sides of one line, on one scale. */
export function balance(drawing: BalanceDrawing, theme: Theme): Sheet {
  const { rows, heads } = drawing;
  const left = nameEdge(rows, theme.narrow ? NARROW_NAMES * theme.wordy : theme.nameRoom, theme);
  const middle = middleOf(drawing, left, theme);
  const height = HEAD + ROW * Math.max(1, rows.length) + 6;
  const top = (index: number): number => HEAD + BAR_TOP + index * ROW;
  const side = (sign: -1 | 1): readonly Area[] =>
    rows.flatMap((row, index) => {
      const to = middle.at + sign * size(sign < 0 ? row.left : row.right) * middle.unit;
      return to === middle.at ? [] : [{ x1: Math.min(middle.at, to), x2: Math.max(middle.at, to), y1: top(index), y2: top(index) + BAR }];
    });
  const [before, after] = [fit(oneLine(heads[0]), middle.at - GAP, theme.text), fit(oneLine(heads[1]), theme.width - middle.at - GAP, theme.text, true)];
  return {
    width: theme.width,
    height,
    plot: { left, right: theme.width, top: HEAD, bottom: height },
    spots: rows.map((row, index) => ({ x: middle.at + size(row.right) * middle.unit, y: top(index) + BAR / 2 })),
    marks: [
      areas(side(-1), 'bar'),
      areas(side(1), 'bar now'),
      uprights([{ x: middle.at, y1: HEAD - 4, y2: height - 4 }], 'base'),
      ...words([labelAt(middle.at - GAP, HEAD - HEAD_LIFT, before, 'end'), labelAt(middle.at + GAP, HEAD - HEAD_LIFT, after, 't-acc')]),
      ...words(nameLabels(rows, left, HEAD, theme)),
      ...words(rows.flatMap((row, index) => countLabels(row, index, middle, theme))),
    ],
  };
}
