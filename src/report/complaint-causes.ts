import { complaintCauses, type Cause, type Recurrence } from '../measures/causes.ts';
import { named, phrase, say } from '../language/language.ts';
import { rateDifferenceOfFew } from '../measures/statistics.ts';
import { sourceOf, span, type Material } from './material.ts';
import type { Block, Chart, IntervalsDrawing, Section } from './model.ts';
import { columnsOf, countCell, dayCell, numberCell, textCell } from './plain-cells.ts';
import { countScale } from './scales.ts';
import { count, date, FEW, hitsAmong, hitsOf, inWords, NONE, percent, plural, rate } from './words.ts';

const YEAR = 364;
const MOST_ROWS = 12;
const NAME_LETTERS = 32;

const NAMES: Readonly<Record<string, string>> = {
  conduct: phrase`Our conduct`,
  misunderstood: phrase`We misunderstood`,
  'changed-request': phrase`The request changed`,
  'own-fault': phrase`Our own fault`,
  vendor: phrase`A supplier’s fault`,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function nameOf({ cause }: Cause): string {
  if (cause === null) return say`No cause recorded`;
  return named(NAMES, cause) ?? capital(cause);
}

const fixedText = ({ fixedOn }: Cause) => (fixedOn === null ? '' : say`fixed on ${date(fixedOn)}`);

interface Fixed extends Cause {
  readonly fixedOn: number;
  readonly before: Recurrence;
  readonly after: Recurrence;
}

const isFixed = (cause: Cause): cause is Fixed => cause.before !== null && cause.after !== null && cause.before.days > 0 && cause.after.days > 0;

function paretoTitle(causes: readonly Cause[], total: number): string {
  const [first, second] = causes.filter(({ cause }) => cause !== null);
  if (first === undefined) return say`None of ${plural(total, 'complaint')} names a cause`;
  if (second?.complaints === first.complaints) return say`No single cause gives the most of ${plural(total, 'complaint')}`;
  const name = nameOf(first);
  const gives = hitsAmong(first.complaints, plural(total, 'complaint'));
  return name.length <= NAME_LETTERS ? say`“${name}” gives ${gives}, the most of any cause` : say`One cause gives ${gives}, the most of any cause`;
}

function paretoChart(material: Material, causes: readonly Cause[], total: number): Chart {
  const { asOf } = material.context;
  const shown = causes.slice(0, MOST_ROWS);
  const first = causes.find(({ cause }) => cause !== null);
  const alone = first !== undefined && causes.filter(({ cause, complaints }) => cause !== null && complaints === first.complaints).length === 1;
  const subtitle = say`Formal complaints by cause, whole firm, ${span(asOf - YEAR + 1, asOf)}, complaints, n\u00a0=\u00a0${count(total)}`;
  const together = causes.map((_, at) => causes.slice(0, at + 1).reduce((sum, { complaints }) => sum + complaints, 0));
  return {
    id: 'complaint-causes',
    title: paretoTitle(causes, total),
    subtitle,
    summary: `${causes.map((one) => `${nameOf(one)} ${count(one.complaints)}${one.fixedOn === null ? '' : `, ${fixedText(one)}`}`).join('; ')}.`,
    foot: sourceOf(material, ['complaints', 'events'], asOf - YEAR + 1),
    drawing: {
      shape: 'bars',
      full: null,
      rows: shown.map((one) => ({
        label: nameOf(one),
        value: one.complaints,
        text: count(one.complaints),
        note: fixedText(one),
        singled: alone && one === first,
      })),
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Cause`, say`Complaints`, say`Together`, say`Fixed on`]),
      rows: causes.map((one, at) => [
        textCell(nameOf(one)),
        countCell(one.complaints),
        { text: total < FEW ? hitsOf(together[at]!, total) : `${percent(together[at]! / total, total)}\u00a0%`, value: together[at]! / total },
        one.fixedOn === null ? { text: NONE, value: null } : dayCell(one.fixedOn),
      ]),
    },
  };
}

/** On which side of chance a cause came back after its fix: -1 less often, 1 more often, 0 cannot be told. */
function sideOf({ before, after }: Fixed): -1 | 0 | 1 {
  const change = rateDifferenceOfFew(after.complaints, after.days, before.complaints, before.days);
  if (change === null) return 0;
  return change.high < 0 ? -1 : change.low > 0 ? 1 : 0;
}

function fixesTitle(fixed: readonly Fixed[]): string {
  const [less, more] = [-1, 1].map((side) => fixed.filter((one) => sideOf(one) === side).length) as [number, number];
  if (less === 0 && more === 0) return fixed.length === 1 ? say`What the fix changed cannot be told from chance` : say`No fix can be told from chance`;
  const found = more > 0 ? more : less;
  const all = fixed.length === 1 ? say`The fixed cause` : fixed.length === 2 ? say`Both fixed causes` : say`All ${inWords(fixed.length, false)} fixed causes`;
  const which = found === fixed.length ? all : say`${inWords(found, true)} of ${inWords(fixed.length, false)} fixed causes`;
  return more > 0 ? say`${which} came back more often after the fix` : say`${which} came back less often after the fix`;
}

function rowOf(label: string, { complaints, days, per90, interval }: Recurrence): IntervalsDrawing['rows'][number] {
  return {
    label,
    value: per90,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    text: say`${rate(per90 ?? NaN)}, ${count(complaints)} in ${count(days)}\u00a0d`,
    singled: false,
  };
}

function fixesChart(material: Material, fixed: readonly Fixed[]): Chart {
  const total = fixed.reduce((sum, { before, after }) => sum + before.complaints + after.complaints, 0);
  const subtitle = say`Formal complaints of a cause for every 90 days, before its fix and since, whole firm, with the interval, n\u00a0=\u00a0${count(total)}`;
  const rows = fixed.flatMap((one) => [rowOf(nameOf(one), one.before), rowOf(say`since ${date(one.fixedOn)}`, one.after)]);
  const cells = (label: string, of: Recurrence, fixedOn: number) => [
    textCell(label),
    dayCell(fixedOn),
    countCell(of.complaints),
    countCell(of.days),
    numberCell(of.interval?.low ?? null, rate),
    numberCell(of.interval?.high ?? null, rate),
    numberCell(of.per90, rate),
  ];
  return {
    id: 'complaint-fixes',
    title: fixesTitle(fixed),
    subtitle,
    summary: `${fixed.map((one) => say`${nameOf(one)}: ${rate(one.before.per90!)} before ${date(one.fixedOn)}, ${rate(one.after.per90!)} since`).join('; ')}.`,
    foot: sourceOf(material, ['complaints', 'events'], 0),
    drawing: { shape: 'intervals', scale: countScale(rows.flatMap(({ value, high }) => [value ?? NaN, high ?? NaN])), band: null, rows },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Cause`, say`Fixed on`, say`Complaints`, say`Days`, say`Interval from`, say`Interval to`, say`In 90 days`], 2),
      rows: fixed.flatMap((one) => [cells(say`${nameOf(one)}, before`, one.before, one.fixedOn), cells(say`${nameOf(one)}, since`, one.after, one.fixedOn)]),
    },
  };
}

/** What complaints are about, which causes were fixed, and whether they came back. */
export function causesSection(material: Material): readonly Section[] {
  const all = complaintCauses(material.context);
  const causes = all?.filter(({ complaints }) => complaints > 0) ?? [];
  if (all === null || causes.length === 0) return [];
  const total = causes.reduce((sum, { complaints }) => sum + complaints, 0);
  const fixed = all.filter(isFixed);
  const fixes: Block =
    fixed.length === 0
      ? { kind: 'prose', words: say`No cause has a dated fix. Put one into the events, with its cause and the kind “fixed”.` }
      : { kind: 'chart', chart: fixesChart(material, fixed) };
  const advice = say`Every complaint is free advice. Causes are those of the log, in 52 weeks.`;
  const told = `${say`A fix often follows a bad spell, so some of a fall would come by itself.`} ${say`A change is named only where the interval of the difference excludes zero.`}`;
  const note = fixed.length === 0 ? advice : `${advice} ${told}`;
  return [{ id: 'causes', head: say`What they are about`, note, blocks: [{ kind: 'chart', chart: paretoChart(material, causes, total) }, fixes] }];
}
