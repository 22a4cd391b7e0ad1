import { phrase, say, translated } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';
import { shareCells } from './shares-chart.ts';
import { timesCharts, type Times } from './promises-times.ts';
import { windowSpan } from './window.ts';
import { count, plural } from './words.ts';

const MOVERS = [
  ['B19-moved-us', phrase`By us`],
  ['B19-moved-client', phrase`By the client`],
] as const;

function movedChart(material: Material): Chart | null {
  const rows = MOVERS.map(([measure, label]) => ({ label: translated(label), cell: known(windowCell(material, measure)) }));
  const [us, client] = rows.map(({ cell }) => cell);
  if (!us || !client) return null;
  const subtitle = say`Visits moved, by who moved them, whole firm, ${windowSpan(material, 'C13')}, n\u00a0=\u00a0${plural(us.n, 'visit')} agreed`;
  const moved = us.hits + client.hits;
  const agreed = us.n === 1 ? say`of 1 visit` : say`of ${count(us.n)} visits`;
  return {
    id: 'visits-moved',
    title:
      moved === 0
        ? say`None of ${plural(us.n, 'visit')} was moved`
        : say`Of ${plural(us.n, 'visit')} we moved ${count(us.hits)} and clients ${count(client.hits)}`,
    subtitle,
    summary: say`Moved by us ${count(us.hits)}, by the client ${count(client.hits)}, of ${count(us.n)}.`,
    foot: sourceOf(material, ['appointments']),
    drawing: {
      shape: 'bars',
      full: us.n,
      rows: rows.map(({ label, cell }, at) => ({
        label,
        value: cell!.hits,
        text: count(cell!.hits),
        note: at === 0 ? agreed : '',
        singled: false,
      })),
    },
    table: {
      caption: subtitle,
      columns: [say`Moved`, say`Visits`, say`Agreed`, say`Interval from`, say`Interval to`, say`Share`].map((name, at) => ({ name, numeric: at > 0 })),
      rows: rows.map(({ label, cell }) => [{ text: label, value: label }, ...shareCells(cell!)]),
    },
  };
}

/** Whether visits suit the client: who moves them, how they are cancelled, whether the time was preferred. */
export function changedSection(material: Material): readonly Section[] {
  const chart = movedChart(material);
  const specs = [
    shareSpec(material, 'B19', say`At the client’s preferred time`, ['visit', 'visits'], false),
    shareSpec(material, 'B18', say`Cancelled by a call`, ['cancelled visit', 'cancelled visits'], false),
    timeSpec('B18-notice', say`Notice of a cancellation`, ['cancelled visit', 'cancelled visits']),
  ];
  const blocks: readonly Block[] = [...(chart === null ? [] : [{ kind: 'chart' as const, chart }]), ...figureBlocks(material, specs)];
  if (blocks.length === 0) return [];
  return [{ id: 'changed', head: say`Moved and cancelled`, note: say`When a visit falls through, the client should hear it by phone and early.`, blocks }];
}

const onSite = (): Times => ({
  elapsed: 'E6',
  working: 'E6-working',
  id: 'on-site',
  tables: ['tickets', 'appointments'],
  noun: ['ticket', 'tickets'],
  what: say`Tickets by time from opening to the first arrival on site`,
  half: ({ n }, median) => say`Half of ${plural(n, 'ticket')} had somebody on site within ${median}`,
  few: ({ n }) => say`Only ${plural(n, 'ticket')} had somebody on site`,
});

/** How long a client waits for a technician. */
export function onSiteSection(material: Material): readonly Section[] {
  const charts = timesCharts(material, onSite());
  if (charts.length === 0) return [];
  const note = say`Tickets with a visit, from their opening to the first arrival: as the client felt it, then in our opening hours.`;
  return [{ id: 'on-site', head: say`On site`, note, blocks: charts.map((chart) => ({ kind: 'chart', chart })) }];
}
