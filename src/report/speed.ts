import { windowValues } from '../measures/window-values.ts';
import { phrase, say, translated } from '../language/language.ts';
import { clocksChart } from './clocks.ts';
import { FIRM, fromFirstValue, history, known, sourceOf, span, windowCell, type History, type Material } from './material.ts';
import { withGrains, type Grained } from './grains.ts';
import type { Block, Chart, Choice, Section } from './model.ts';
import { processChart, processOf, processScale } from './process.ts';
import type { Speed } from './response-speeds.ts';
import { unitsOn } from './scales.ts';
import { spreadChart } from './spread.ts';
import { trendTitle } from './trend.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, duration, FEW, openHours, plural } from './words.ts';

const MOST_WEEKS = 105;

function weeklyChart(material: Material, { id, words, elapsed }: Speed, weeks: History): Chart {
  const process = processOf('duration', weeks, []);
  return processChart(process, {
    id: `${id}-by-week`,
    measure: elapsed,
    title: trendTitle(process, say`tickets`),
    subtitle: say`Median ${words.time()}, elapsed clock, whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, ${unitsOn(processScale(process))}, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, ['tickets'], weeks.starts[0]),
    rows: say`tickets`,
  });
}

/** How the times of the window spread, of the firm or of one client; null without any. */
export function speedSpread(
  material: Material,
  speed: Speed,
  clock: 'elapsed' | 'working',
  of: { readonly id: string; readonly who: string; readonly client: number },
): Chart | null {
  const measure = material.measures.find(({ id }) => id === speed[clock]);
  const values = measure === undefined ? null : windowValues(measure, material.context);
  const cell = known(windowCell(material, speed[clock], of.client));
  if (values === null || cell === null) return null;
  const { words } = speed;
  const tickets = plural(cell.n, 'ticket');
  const half = () => (clock === 'elapsed' ? words.half(tickets, duration(cell.value)) : words.halfOpen(tickets, openHours(cell.value)));
  const period = windowSpan(material, speed[clock]);
  return spreadChart({
    id: of.id,
    title: cell.n < FEW ? words.few(tickets, windowOf(material, speed[clock]).within) : half(),
    subtitle: (units) =>
      clock === 'elapsed'
        ? say`Tickets by ${words.time()}, elapsed clock, ${of.who}, ${period}, ${units}, n\u00a0=\u00a0${count(cell.n)}`
        : say`Tickets by ${words.time()}, opening hours, ${of.who}, ${period}, ${units}, n\u00a0=\u00a0${count(cell.n)}`,
    foot: sourceOf(material, ['tickets']),
    values: values(of.client),
    noun: [say`ticket`, say`tickets`],
    say: clock === 'elapsed' ? duration : openHours,
  });
}

const WAYS = { elapsed: { key: 'elapsed', text: phrase`elapsed` }, working: { key: 'open', text: phrase`opening hours` } } as const;

function wayOf(clock: keyof typeof WAYS, chart: Chart): Choice {
  const { key, text } = WAYS[clock];
  return { key, text: translated(text), blocks: [{ kind: 'chart', chart }] };
}

/** The same matter on the two clocks, to choose from. */
function byClock(id: string, ways: readonly Choice[]): readonly Block[] {
  return ways.length > 1 ? [{ kind: 'switch', id, name: 'clock', label: say`Clock`, choices: ways }] : ways.flatMap(({ blocks }) => blocks);
}

/** The medians on the two clocks, one line each. */
const grainedOf = ({ id, words, elapsed, working }: Speed): Grained => ({
  measure: elapsed,
  reading: 'duration',
  id,
  what: say`Median ${words.time()}, elapsed and in opening hours, whole firm`,
  unit: '',
  rows: say`tickets`,
  tables: ['tickets'],
  band: null,
  events: [],
  lines: [{ name: say`elapsed` }, { name: say`opening hours`, measure: working, say: openHours }],
});

/** A time by week on both clocks, and how it spreads in the window. */
export function speedSections(material: Material, speed: Speed, note: string): readonly Section[] {
  const weeks = fromFirstValue(history(material, speed.elapsed, 'week', MOST_WEEKS));
  if (weeks.starts.length === 0) return [];
  const both = clocksChart(material, speed);
  const trend: readonly Choice[] = [wayOf('elapsed', weeklyChart(material, speed, weeks)), ...(both === null ? [] : [wayOf('working', both)])];
  const spreads = (['elapsed', 'working'] as const)
    .map((clock) => ({ clock, chart: speedSpread(material, speed, clock, { id: `${speed.id}-${clock}`, who: say`whole firm`, client: FIRM }) }))
    .flatMap(({ clock, chart }): readonly Choice[] => (chart === null ? [] : [wayOf(clock, chart)]));
  return [
    { id: speed.id, head: speed.words.byWeek(), note, blocks: withGrains(material, byClock(`${speed.id}-clock`, trend), grainedOf(speed)) },
    ...(spreads.length === 0
      ? []
      : [
          {
            id: `${speed.id}-spread`,
            head: speed.words.byTicket(),
            note: say`As the client felt it, and in our opening hours. What took longer than the axis goes stands at its end.`,
            blocks: byClock(`${speed.id}-spread-clock`, spreads),
          },
        ]),
  ];
}
