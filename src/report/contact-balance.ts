import { phrase, say, translated } from '../language/language.ts';
import { dayText } from '../time/weeks.ts';
import { civilOf } from '../time/civil.ts';
import { fromFirstValue, history, known, sourceOf, span, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section, Table } from './model.ts';
import { countScale } from './scales.ts';
import { windowSpan } from './window.ts';
import { count, monthName, NONE, plural } from './words.ts';

const MOODS = ['E14-problem', 'E14-neutral', 'E14-positive'] as const;
const NAMES = [phrase`about a problem`, phrase`neutral`, phrase`positive`] as const;
const MOST_ROWS = 40;
const MOST_MONTHS = 13;

interface Balance {
  readonly name: string;
  readonly href: string | null;
  readonly problem: number;
  readonly neutral: number;
  readonly positive: number;
}

function balanceOf(material: Material, client: number, name: string, href: string | null): readonly Balance[] {
  const [problem, neutral, positive] = MOODS.map((measure) => known(windowCell(material, measure, client))?.value ?? NaN) as [number, number, number];
  const total = problem + neutral + positive;
  return total > 0 ? [{ name, href, problem, neutral, positive }] : [];
}

const totalOf = ({ problem, neutral, positive }: Balance) => problem + neutral + positive;

function tableOf(rows: readonly Balance[], caption: string): Table {
  const number = (value: number) => ({ text: count(value), value });
  return {
    caption,
    columns: [say`Client`, say`About a problem`, say`Neutral`, say`Positive`, say`All`].map((name, at) => ({ name, numeric: at > 0 })),
    rows: rows.map((row) => [
      { text: row.name, value: row.name, ...(row.href === null ? { strong: true } : { href: row.href }) },
      number(row.problem),
      number(row.neutral),
      number(row.positive),
      number(totalOf(row)),
    ]),
  };
}

function clientsChart(material: Material): Chart | null {
  const firm = balanceOf(material, -1, say`Whole firm`, null)[0];
  if (firm === undefined) return null;
  const rows = material.clients
    .flatMap(({ name, slug }, client) => balanceOf(material, client, name, `clients/${slug}/`))
    .toSorted((a, b) => b.problem - b.positive - (a.problem - a.positive) || totalOf(b) - totalOf(a));
  const subtitle = say`Contacts by how they felt, by client, ${windowSpan(material, 'E14-problem')}, n\u00a0=\u00a0${count(totalOf(firm))}; neutral ones in the table`;
  const mostly = rows.filter(({ problem, positive }) => problem > positive).length;
  return {
    id: 'contact-balance',
    title:
      mostly === 0
        ? say`No client has more contacts about problems than positive ones`
        : say`${plural(mostly, 'client has', 'clients have')} more contacts about problems than positive ones`,
    subtitle,
    summary: say`${count(firm.problem)} contacts about a problem, ${count(firm.neutral)} neutral, ${count(firm.positive)} positive; ${plural(rows.length, 'client')}.`,
    foot: sourceOf(material, ['contacts']),
    drawing: {
      shape: 'balance',
      heads: [translated(NAMES[0]), translated(NAMES[2])],
      rows: rows.slice(0, MOST_ROWS).map((row) => ({
        label: row.name,
        left: row.problem,
        right: row.positive,
        leftText: count(row.problem),
        rightText: count(row.positive),
        singled: false,
      })),
    },
    table: tableOf([firm, ...rows], subtitle),
  };
}

function monthsChart(material: Material): Chart | null {
  const months = MOODS.map((measure) => fromFirstValue(history(material, measure, 'month', MOST_MONTHS)));
  const starts = months.map((one) => one.starts).toSorted((a, b) => b.length - a.length)[0]!;
  if (starts.length < 2) return null;
  const valueOf = (mood: number, start: number): number | null => {
    const at = months[mood]!.starts.indexOf(start);
    return at === -1 || Number.isNaN(months[mood]!.cells[at]!.value) ? null : months[mood]!.cells[at]!.value;
  };
  const { asOf } = material.context;
  const open = (start: number) => start === starts.at(-1) && civilOf(asOf + 1).day !== 1;
  const values = starts.flatMap((start) => MOODS.flatMap((_, mood) => valueOf(mood, start) ?? []));
  const n = values.reduce((sum, value) => sum + value, 0);
  const subtitle = say`Contacts a month by how they felt, whole firm, ${span(starts[0]!, asOf)}, n\u00a0=\u00a0${count(n)}`;
  const number = (value: number | null) => ({ text: value === null ? NONE : count(value), value });
  const last = MOODS.map((_, mood) => `${number(valueOf(mood, starts.at(-1)!)).text} ${translated(NAMES[mood]!)}`);
  const monthOf = (start: number) => `${monthName(start, start)} ${civilOf(start).year}`;
  return {
    id: 'contact-by-month',
    title: say`What contacts were about, month by month`,
    subtitle,
    summary: say`${plural(starts.length, 'month')}; last: ${last.join(', ')}.`,
    foot: sourceOf(material, ['contacts'], starts[0]),
    drawing: {
      shape: 'lines',
      scale: countScale(values),
      band: null,
      events: [],
      series: [2, 0, 1].map((mood) => ({
        name: translated(NAMES[mood]!),
        short: translated(NAMES[mood]!),
        points: starts.map((start) => ({ start: dayText(start), value: valueOf(mood, start), open: open(start) })),
      })),
    },
    table: {
      caption: subtitle,
      columns: [say`Month`, say`About a problem`, say`Neutral`, say`Positive`].map((name, at) => ({ name, numeric: at > 0 })),
      rows: starts.map((start) => [
        { text: open(start) ? say`${monthOf(start)}, incomplete` : monthOf(start), value: dayText(start).slice(0, 7) },
        ...MOODS.map((_, mood) => number(valueOf(mood, start))),
      ]),
    },
  };
}

/** Whether clients hear from us only when something is wrong: by client, and by month. */
export function balanceSection(material: Material): readonly Section[] {
  const blocks = [clientsChart(material), monthsChart(material)].flatMap((chart): readonly Block[] => (chart === null ? [] : [{ kind: 'chart', chart }]));
  if (blocks.length === 0) return [];
  return [{ id: 'balance', head: say`The balance`, note: say`Who calls only when it is wrong learns to expect trouble.`, blocks }];
}
