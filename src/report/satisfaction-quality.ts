import { statusOfCell } from '../measures/status.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Section } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import type { ShareRow } from './shares.ts';
import { count, hitsOf } from './words.ts';

interface Part extends ShareRow {
  readonly said: string;
}

const PARTS = [
  ['C9-held', 'Not reopened in 14 days', 'tickets held for 14 days'],
  ['F5', 'Solved within target', 'came in time'],
  ['C9-need', 'Met the need', 'met the need'],
] as const;

function partsOf(material: Material): readonly Part[] {
  return PARTS.flatMap(([measure, label, said]) => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [{ label, cell, said: `${hitsOf(cell.hits, cell.n)} ${said}` }];
  });
}

/** Whether work holds, comes in time and meets the need: three shares on one scale, never one index. */
export function qualitySection(material: Material): readonly Section[] {
  const parts = partsOf(material);
  if (parts.length === 0) return [];
  const subtitle = `Work that holds, comes in time and meets the need, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${parts.map(({ cell }) => count(cell.n)).join(', ')}`;
  const asked = material.figures.grid('C9-need', 'window') !== null;
  const chart = sharesChart(parts, {
    id: 'work-quality',
    title: parts
      .slice(0, 2)
      .map(({ said }) => said)
      .join(', '),
    subtitle,
    foot: sourceOf(material, asked ? ['tickets', 'surveys'] : ['tickets']),
    table: sharesTable(subtitle, ['What', 'Did', 'Counted'], parts, ({ cell }) => statusOfCell('share', cell, aimOf(material))),
    noun: ['share', 'shares'],
    band: aimBand(material),
    singled: [],
  });
  const need = asked ? '' : ' Whether it met the need is not asked: put that question into the survey as item_need.';
  return [
    {
      id: 'quality',
      head: 'Good, in time, needed',
      note: `Three shares that no index adds up: each can be right while another is wrong.${need}`,
      blocks: [{ kind: 'chart', chart }],
    },
  ];
}
