import { say } from '../language/language.ts';
import { statusOfCell } from '../measures/status.ts';
import { aimBand, aimOf } from './aim.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Section } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import type { ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, hitsAmong, hitsOf, plural } from './words.ts';

interface Part extends ShareRow {
  readonly said: string;
}

function partsOf(material: Material): readonly Part[] {
  const part = (measure: string, label: string, said: (hits: number, n: number) => string): readonly Part[] => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [{ label, cell, said: said(cell.hits, cell.n) }];
  };
  return [
    ...part('C9-held', say`Not reopened in 14 days`, (hits, n) => say`${hitsAmong(hits, plural(n, 'ticket'))} held for 14 days`),
    ...part('F5', say`Solved within target`, (hits, n) => say`${hitsOf(hits, n)} came in time`),
    ...part('C9-need', say`Met the need`, (hits, n) => say`${hitsOf(hits, n)} met the need`),
  ];
}

/** Whether work holds, comes in time and meets the need: three shares on one scale, never one index. */
export function qualitySection(material: Material): readonly Section[] {
  const parts = partsOf(material);
  if (parts.length === 0) return [];
  const subtitle = say`Work that holds, comes in time and meets the need, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${parts.map(({ cell }) => count(cell.n)).join(', ')}`;
  const asked = material.figures.grid('C9-need', 'window') !== null;
  const chart = sharesChart(parts, {
    id: 'work-quality',
    title: parts
      .slice(0, 2)
      .map(({ said }) => said)
      .join(', '),
    subtitle,
    foot: sourceOf(material, asked ? ['tickets', 'surveys'] : ['tickets']),
    table: sharesTable(subtitle, [say`What`, say`Did`, say`Counted`], parts, ({ cell }) => statusOfCell('share', cell, aimOf(material))),
    noun: ['share', 'shares'],
    band: aimBand(material),
    singled: [],
  });
  const need = asked ? '' : say` Whether it met the need is not asked: put that question into the survey as item_need.`;
  return [
    {
      id: 'quality',
      head: say`Good, in time, needed`,
      note: `${say`Three shares that no index adds up: each can be right while another is wrong.`}${need}`,
      blocks: [{ kind: 'chart', chart }],
    },
  ];
}
