import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';
import { shareCells } from './shares-chart.ts';
import { timesCharts, type Times } from './promises-times.ts';
import { count, plural } from './words.ts';

const MOVERS = [
  ['B19-moved-us', 'By us'],
  ['B19-moved-client', 'By the client'],
] as const;

function movedChart(material: Material): Chart | null {
  const rows = MOVERS.map(([measure, label]) => ({ label, cell: known(windowCell(material, measure)) }));
  const [us, client] = rows.map(({ cell }) => cell);
  if (!us || !client) return null;
  const subtitle = `Visits moved, by who moved them, whole firm, ${windowSpan(material)}, n\u00a0=\u00a0${plural(us.n, 'visit')} agreed`;
  const moved = us.hits + client.hits;
  return {
    id: 'visits-moved',
    title:
      moved === 0 ? `None of ${plural(us.n, 'visit')} was moved` : `Of ${plural(us.n, 'visit')} we moved ${count(us.hits)} and clients ${count(client.hits)}`,
    subtitle,
    summary: `Moved by us ${count(us.hits)}, by the client ${count(client.hits)}, of ${count(us.n)}.`,
    foot: sourceOf(material, ['appointments']),
    drawing: {
      shape: 'bars',
      full: us.n,
      rows: rows.map(({ label, cell }, at) => ({
        label,
        value: cell!.hits,
        text: count(cell!.hits),
        note: at === 0 ? `of ${plural(us.n, 'visit')}` : '',
        singled: false,
      })),
    },
    table: {
      caption: subtitle,
      columns: ['Moved', 'Visits', 'Agreed', 'Interval from', 'Interval to', 'Share'].map((name, at) => ({ name, numeric: at > 0 })),
      rows: rows.map(({ label, cell }) => [{ text: label, value: label }, ...shareCells(cell!)]),
    },
  };
}

/** Whether visits suit the client: who moves them, how they are cancelled, whether the time was preferred. */
export function changedSection(material: Material): readonly Section[] {
  const chart = movedChart(material);
  const specs = [
    shareSpec(material, 'B19', 'At the client’s preferred time', ['visit', 'visits'], false),
    shareSpec(material, 'B18', 'Cancelled by a call', ['cancelled visit', 'cancelled visits'], false),
    timeSpec('B18-notice', 'Notice of a cancellation', ['cancelled visit', 'cancelled visits']),
  ];
  const blocks: readonly Block[] = [...(chart === null ? [] : [{ kind: 'chart' as const, chart }]), ...figureBlocks(material, specs)];
  if (blocks.length === 0) return [];
  return [{ id: 'changed', head: 'Moved and cancelled', note: 'When a visit falls through, the client should hear it by phone and early.', blocks }];
}

const ON_SITE: Times = {
  elapsed: 'E6',
  working: 'E6-working',
  id: 'on-site',
  tables: ['tickets', 'appointments'],
  noun: ['ticket', 'tickets'],
  what: 'Tickets by time from opening to the first arrival on site',
  half: ({ n }, median) => `Half of ${plural(n, 'ticket')} had somebody on site within ${median}`,
  few: ({ n }) => `Only ${plural(n, 'ticket')} had somebody on site`,
};

/** How long a client waits for a technician. */
export function onSiteSection(material: Material): readonly Section[] {
  const charts = timesCharts(material, ON_SITE);
  if (charts.length === 0) return [];
  const note = 'Tickets with a visit, from their opening to the first arrival: as the client felt it, then in our opening hours.';
  return [{ id: 'on-site', head: 'On site', note, blocks: charts.map((chart) => ({ kind: 'chart', chart })) }];
}
