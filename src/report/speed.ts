import { windowValues } from '../measures/window-values.ts';
import { clocksChart, type Speed } from './clocks.ts';
import { FIRM, fromFirstValue, history, known, sourceOf, span, windowCell, windowSpan, type History, type Material } from './material.ts';
import { withGrains, type Grained } from './grains.ts';
import type { Block, Chart, Choice, Section } from './model.ts';
import { processChart, processOf } from './process.ts';
import { spreadChart } from './spread.ts';
import { trendTitle } from './trend.ts';
import { count, duration, FEW, openHours, plural } from './words.ts';

const MOST_WEEKS = 105;

function weeklyChart(material: Material, { id, time }: Speed, weeks: History): Chart {
  const process = processOf('duration', weeks, []);
  return processChart(process, {
    id: `${id}-by-week`,
    title: trendTitle(process, 'tickets'),
    subtitle: `Median ${time}, elapsed clock, whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, hours and minutes, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, ['tickets'], weeks.starts[0]),
    rows: 'tickets',
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
  const where = clock === 'elapsed' ? 'elapsed clock' : 'opening hours';
  const title =
    cell.n < FEW
      ? `Only ${plural(cell.n, 'ticket')} ${speed.done} in 13 weeks`
      : clock === 'elapsed'
        ? `Half of ${plural(cell.n, 'ticket')} ${speed.done} within ${duration(cell.value)}`
        : `In opening hours, half of ${plural(cell.n, 'ticket')} ${speed.done} within ${openHours(cell.value)}`;
  return spreadChart({
    id: of.id,
    title,
    subtitle: `Tickets by ${speed.time}, ${where}, ${of.who}, ${windowSpan(material)}, hours and minutes, n\u00a0=\u00a0${count(cell.n)}`,
    foot: sourceOf(material, ['tickets']),
    values: values(of.client),
    noun: ['ticket', 'tickets'],
    say: clock === 'elapsed' ? duration : openHours,
  });
}

const WAYS = { elapsed: { key: 'elapsed', text: 'elapsed' }, working: { key: 'open', text: 'opening hours' } } as const;

/** The same matter on the two clocks, to choose from. */
function byClock(id: string, ways: readonly Choice[]): readonly Block[] {
  return ways.length > 1 ? [{ kind: 'switch', id, name: 'clock', label: 'Clock', choices: ways }] : ways.flatMap(({ blocks }) => blocks);
}

/** The medians on the two clocks, one line each. */
const grainedOf = ({ id, time, elapsed, working }: Speed): Grained => ({
  measure: elapsed,
  reading: 'duration',
  id,
  what: `Median ${time}, elapsed and in opening hours, whole firm`,
  unit: 'hours and minutes',
  rows: 'tickets',
  tables: ['tickets'],
  band: null,
  events: [],
  lines: [{ name: 'elapsed' }, { name: 'opening hours', measure: working, say: openHours }],
});

/** A time by week on both clocks, and how it spreads in the window. */
export function speedSections(material: Material, speed: Speed, note: string): readonly Section[] {
  const weeks = fromFirstValue(history(material, speed.elapsed, 'week', MOST_WEEKS));
  if (weeks.starts.length === 0) return [];
  const both = clocksChart(material, speed);
  const trend: readonly Choice[] = [
    { ...WAYS.elapsed, blocks: [{ kind: 'chart', chart: weeklyChart(material, speed, weeks) }] },
    ...(both === null ? [] : [{ ...WAYS.working, blocks: [{ kind: 'chart' as const, chart: both }] }]),
  ];
  const spreads = (['elapsed', 'working'] as const)
    .map((clock) => ({ clock, chart: speedSpread(material, speed, clock, { id: `${speed.id}-${clock}`, who: 'whole firm', client: FIRM }) }))
    .flatMap(({ clock, chart }): readonly Choice[] => (chart === null ? [] : [{ ...WAYS[clock], blocks: [{ kind: 'chart', chart }] }]));
  return [
    { id: speed.id, head: `${speed.head} by week`, note, blocks: withGrains(material, byClock(`${speed.id}-clock`, trend), grainedOf(speed)) },
    ...(spreads.length === 0
      ? []
      : [
          {
            id: `${speed.id}-spread`,
            head: `${speed.head}, ticket by ticket`,
            note: 'As the client felt it, and in our opening hours. The last bar holds all that took longer.',
            blocks: byClock(`${speed.id}-spread-clock`, spreads),
          },
        ]),
  ];
}
