import { codes } from '../facts/table.ts';
import { leadTimePairs, type LeadTime } from '../measures/promise-lists.ts';
import { quantile } from '../measures/statistics.ts';
import { say } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Cell, Chart, ScatterDrawing, Table } from './model.ts';
import { clientCell, columnsOf, dayCell, inHours, textCell } from './plain-cells.ts';
import { kindCell } from './promises-board.ts';
import { leadPlace, leadScale } from './promises-scale.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, duration, FEW, hitsAmong, plural } from './words.ts';

/** Promises drawn at most, the newest. */
const MOST = 300;
const HOUR = 3_600_000;

/** Promises kept late, and done in under half the time, as the figures count them. */
interface Ends {
  readonly n: number;
  readonly late: number;
  readonly half: number;
}

function endsOf(material: Material): Ends | null {
  const [late, half] = [known(windowCell(material, 'E10-late')), known(windowCell(material, 'E10-padding'))];
  return late === null || half === null ? null : { n: late.n, late: late.hits, half: half.hits };
}

function titleOf({ n, late, half }: Ends): string {
  const inHalf = half === 0 ? say`none` : count(half);
  return late === 0
    ? say`None of ${plural(n, 'promise')} kept late, ${inHalf} done in under half the time`
    : say`${hitsAmong(late, plural(n, 'promise'))} kept late, ${inHalf} done in under half the time`;
}

function drawingOf(drawn: readonly LeadTime[]): ScatterDrawing {
  return {
    shape: 'scatter',
    scale: leadScale(
      drawn.flatMap(({ promised, taken }) => [promised, taken]),
      (time) => `≤\u00a0${time}`,
    ),
    heads: [say`time promised`, say`time taken`],
    lines: [
      { text: say`as promised`, short: say`as promised`, above: 0 },
      { text: say`half of it`, short: say`half of it`, above: -Math.LN2 },
    ],
    sides: [
      { text: say`kept late`, short: say`late` },
      { text: say`in under half the time`, short: say`under half` },
    ],
    points: drawn.map(({ promised, taken }) => ({ x: leadPlace(promised), y: leadPlace(taken), singled: taken > promised })),
  };
}

const timeCell = (ms: number): Cell => ({ text: duration(ms), value: ms / HOUR });

function tableOf(material: Material, caption: string, pairs: readonly LeadTime[]): Table {
  const kinds = codes(material.facts.tables.promises!, 'kind');
  return {
    caption,
    columns: columnsOf([say`Promise`, say`Client`, say`Kind`, say`Kept on`, inHours(say`Promised`), inHours(say`Taken`)], 4),
    rows: pairs.map(({ row, id, client, kept, promised, taken }) => [
      textCell(id),
      clientCell(material, client),
      kindCell(kinds?.at(row) ?? null),
      dayCell(kept),
      timeCell(promised),
      timeCell(taken),
    ]),
  };
}

const median = (pairs: readonly LeadTime[], of: (pair: LeadTime) => number): string =>
  duration(
    quantile(
      pairs.map(of).toSorted((a, b) => a - b),
      0.5,
    ),
  );

function paddingChart(material: Material, pairs: readonly LeadTime[], ends: Ends): Chart {
  const { n, late, half } = ends;
  const drawn = pairs.slice(0, MOST);
  const cut = pairs.length > MOST ? say`, the newest ${count(MOST)} drawn` : '';
  const subtitle = say`Time taken against time promised, promises kept, whole firm, ${windowSpan(material, 'B21')}, each mark of the scales four to six times the one before, n\u00a0=\u00a0${count(n)}${cut}`;
  const [promised, taken] = [median(pairs, (pair) => pair.promised), median(pairs, (pair) => pair.taken)];
  return {
    id: 'promised-and-taken',
    title: titleOf(ends),
    subtitle,
    summary: say`Kept late ${count(late)}; in time, and in half of it or more ${count(n - late - half)}; in under half of it ${count(half)}. Median promised ${promised}, taken ${taken}.`,
    foot: sourceOf(material, ['promises']),
    drawing: drawingOf(drawn),
    table: tableOf(material, subtitle, pairs),
    ...(pairs.length > MOST ? { shown: MOST } : {}),
  };
}

/** Time promised against time taken, a dot a promise; a sentence where too few were kept, nothing where the times are not recorded. */
export function paddingBlocks(material: Material): readonly Block[] {
  const pairs = leadTimePairs(material.context);
  if (pairs === null) return [];
  const ends = endsOf(material);
  const { within } = windowOf(material, 'E10-late');
  if (ends === null) return [{ kind: 'note', words: say`No promise kept ${within} has both times.` }];
  if (ends.n >= FEW) return [{ kind: 'chart', chart: paddingChart(material, pairs, ends) }];
  const kept = plural(ends.n, 'promise kept has', 'promises kept have');
  return [{ kind: 'note', words: say`Promises are drawn from ${count(FEW)} on: ${kept} both times ${within}.` }];
}
