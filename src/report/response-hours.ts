import { answersByBand, type BandOfWeek } from '../measures/answer-bands.ts';
import { say } from '../language/language.ts';
import { longWeekday, shortWeekday } from './forms.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Chart, GridCell, Section } from './model.ts';
import { columnsOf, countCell, inMinutes, textCell } from './plain-cells.ts';
import { windowSpan } from './window.ts';
import { count, duration, FEW, label, NONE } from './words.ts';

const HOURS = 3;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LEVELS = 4;
/** 5 January 1970. */
const MONDAY = 4;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** A day with the weekday of this number, from Monday on. */
const dayWith = (weekday: number) => MONDAY + weekday - 1;

const dayName = ({ weekday }: BandOfWeek) => longWeekday(dayWith(weekday));
const hoursName = ({ from, to }: BandOfWeek) => say`${from} to ${to}`;
const shown = (band: BandOfWeek): band is BandOfWeek & { readonly median: number } => band.n >= FEW && band.median !== null;

/** A duration as value and unit, each short enough for a cell on a phone. */
function shortDuration(ms: number): readonly [string, string] {
  if (ms < HOUR - MINUTE / 2) return [count(ms / MINUTE), 'min'];
  const [value, unit] = ms < 2 * DAY ? [ms / HOUR, 'h'] : [ms / DAY, 'd'];
  return [value >= 10 ? count(value) : label(value), unit];
}

/** A level from 1 to 4 in equal steps of the logarithm between the shortest and the longest time. */
function leveller(medians: readonly number[]): (ms: number) => GridCell['level'] {
  const logs = medians.map((ms) => Math.log(Math.max(MINUTE, ms)));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  return (ms) => {
    if (!(high > low)) return 1;
    const part = (Math.log(Math.max(MINUTE, ms)) - low) / (high - low);
    return Math.min(LEVELS, Math.floor(part * LEVELS) + 1) as GridCell['level'];
  };
}

function cellOf(band: BandOfWeek, level: (ms: number) => GridCell['level'], worst: BandOfWeek | null): GridCell {
  if (band.n === 0) return { level: 0, lines: [], short: [], singled: false };
  const of = say`of ${count(band.n)}`;
  if (!shown(band)) return { level: 0, lines: [of], short: [of], singled: false };
  const [value, unit] = shortDuration(band.median);
  return { level: level(band.median), lines: [duration(band.median), of], short: [value, unit], singled: band === worst };
}

/** The longest of the cells whose interval lies wholly over the firm's; null where none does. */
function worstOf(material: Material, bands: readonly BandOfWeek[]): (BandOfWeek & { readonly median: number }) | null {
  const firm = known(windowCell(material, 'F1-elapsed'));
  const over = bands.filter(shown).filter(({ interval }) => interval !== null && firm !== null && interval.low > firm.high);
  return over.toSorted((a, b) => b.median - a.median)[0] ?? null;
}

function titleOf(material: Material, bands: readonly BandOfWeek[], worst: ReturnType<typeof worstOf>): string {
  const firm = known(windowCell(material, 'F1-elapsed'));
  if (!bands.some(shown)) return say`No three hours of the week have ${count(FEW)} tickets`;
  if (worst === null || firm === null) return say`No three hours of the week can be told apart from the whole`;
  return say`Opened ${dayName(worst)} ${hoursName(worst)}, half wait over ${duration(worst.median)}; overall ${duration(firm.value)}`;
}

function hoursChart(material: Material, bands: readonly BandOfWeek[]): Chart {
  const worst = worstOf(material, bands);
  const n = bands.reduce((sum, band) => sum + band.n, 0);
  const level = leveller(bands.filter(shown).map(({ median }) => median));
  const subtitle = say`Median time to the first answer by weekday and three hours of opening, elapsed clock, whole firm, ${windowSpan(material, 'F1-elapsed')}, n\u00a0=\u00a0${count(n)}`;
  const some = bands.filter(shown).toSorted((a, b) => a.median - b.median);
  const said = (band: BandOfWeek | undefined) =>
    band === undefined ? NONE : say`${dayName(band)} ${hoursName(band)}, ${duration(band.median!)} of ${count(band.n)}`;
  return {
    id: 'first-response-by-hour',
    title: titleOf(material, bands, worst),
    subtitle,
    summary:
      some.length === 0
        ? say`${count(n)} tickets, under ${count(FEW)} in every three hours.`
        : say`Shortest ${said(some[0])}; longest ${said(some.at(-1))}; ${count(some.length)} of ${count(bands.length)} cells have ${count(FEW)} tickets.`,
    foot: sourceOf(material, ['tickets']),
    drawing: {
      shape: 'grid',
      columns: bands.filter(({ weekday }) => weekday === 1).map((band) => ({ head: hoursName(band), short: String(band.from) })),
      rows: WEEKDAYS.map((of) => ({
        label: shortWeekday(dayWith(of)),
        cells: bands.filter(({ weekday }) => weekday === of).map((band) => cellOf(band, level, worst)),
      })),
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Weekday`, say`Opened`, say`Tickets`, inMinutes(say`Half within`), inMinutes(say`9 in 10 within`)], 2),
      rows: bands
        .filter((band) => band.n > 0)
        .map((band) => [
          textCell(dayName(band)),
          textCell(hoursName(band)),
          countCell(band.n),
          ...[band.median, band.p90].map((ms) => ({ text: shown(band) ? duration(ms!) : NONE, value: shown(band) ? ms! / MINUTE : null })),
        ]),
    },
  };
}

/** When tickets are opened that wait long: the time to the first answer by weekday and hour. */
export function hoursSection(material: Material): readonly Section[] {
  const bands = answersByBand(material.context, HOURS);
  if (bands === null || bands.every(({ n }) => n === 0)) return [];
  const note = say`On the clock of the firm. The deeper the shade, the longer the wait. Under ${count(FEW)} tickets a cell gives only their number.`;
  return [{ id: 'hours', head: say`First response by hour`, note, blocks: [{ kind: 'chart', chart: hoursChart(material, bands) }] }];
}
