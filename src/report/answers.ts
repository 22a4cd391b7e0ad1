import { say } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { windowSpan } from './window.ts';
import { count, FEW, hitsOf, percent, plural } from './words.ts';

/** Positive, neutral and negative answers of the window; null without an answer. */
function answersOf(material: Material): { readonly positive: number; readonly neutral: number; readonly negative: number; readonly all: number } | null {
  const all = known(windowCell(material, 'S1'));
  if (all === null) return null;
  const sided = windowCell(material, 'S3')?.n ?? all.hits;
  return { positive: all.hits, neutral: all.n - sided, negative: sided - all.hits, all: all.n };
}

/** What clients answered, by what it counts as. */
export function answersSection(material: Material): readonly Section[] {
  const answers = answersOf(material);
  if (answers === null) return [];
  const { positive, neutral, negative, all } = answers;
  const rows = (
    [
      [say`Positive`, positive],
      [say`Neutral`, neutral],
      [say`Negative`, negative],
    ] as const
  ).map(([label, value]) => ({ label, value }));
  const subtitle = say`Answers by what they count as, whole firm, ${windowSpan(material, 'S1')}, answers, n\u00a0=\u00a0${count(all)}`;
  const share = (value: number) => (all < FEW ? hitsOf(value, all) : `${percent(value / all, all)}\u00a0%`);
  const chart: Chart = {
    id: 'answers',
    title: say`${plural(negative, 'negative answer')} and ${count(neutral)} neutral among ${count(all)}`,
    subtitle,
    summary: say`${rows.map(({ label, value }) => `${label} ${count(value)}`).join(', ')}, of ${plural(all, 'answer')}.`,
    foot: sourceOf(material, ['surveys']),
    drawing: {
      shape: 'bars',
      full: all,
      rows: rows.map(({ label, value }, at) => ({
        label,
        value,
        text: count(value),
        note: at === 0 ? say`of ${plural(all, 'answer')}` : '',
        singled: false,
      })),
    },
    table: {
      caption: subtitle,
      columns: [say`Answer`, say`Answers`, say`Of all`].map((name, at) => ({ name, numeric: at > 0 })),
      rows: rows.map(({ label, value }) => [
        { text: label, value: label },
        { text: count(value), value },
        { text: share(value), value: value / all },
      ]),
    },
  };
  return [
    {
      id: 'answers',
      head: say`What they answered`,
      note: say`Of five points 4 and 5 are positive, 3 is neutral. Other scales stand under Definitions.`,
      blocks: [{ kind: 'chart', chart }],
    },
  ];
}
