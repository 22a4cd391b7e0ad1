import { phrase, say, translated } from '../language/language.ts';
import { lateAnswers, type LateAnswer } from '../measures/complaint-misses.ts';
import { windowValues } from '../measures/window-values.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart } from './model.ts';
import { clientCell, columnsOf, dayCell, inHours, textCell } from './plain-cells.ts';
import { spreadChart } from './spread.ts';
import { windowSpan } from './window.ts';
import { count, duration, hitsAmong, plural } from './words.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SHOWN = 12;
const ANSWERS: Readonly<Record<LateAnswer['state'], string>> = { answered: phrase`late`, closed: phrase`closed without one`, open: phrase`not yet` };

function titleOf(over: number, n: number): string {
  if (over > 0) return say`${hitsAmong(over, plural(n, 'answer'))} took longer than 24\u00a0h`;
  return n === 1 ? say`The one answer came within 24\u00a0h` : say`All ${count(n)} answers came within 24\u00a0h`;
}

/** How long complaints waited for their first answer, with the 24 hours shaded; null without any. */
function answerStrip(material: Material): Chart | null {
  const measure = material.measures.find(({ id }) => id === 'D3-median');
  const values = measure === undefined ? null : (windowValues(measure, material.context)?.(-1) ?? null);
  if (values === null || values.length === 0) return null;
  const over = values.filter((value) => value > DAY).length;
  const answered = (units: string) =>
    say`Complaints by time to the first answer, elapsed clock, whole firm, ${windowSpan(material, 'D3')}, ${units}, n\u00a0=\u00a0${count(values.length)}`;
  const chart = spreadChart({
    id: 'complaint-answer-times',
    title: titleOf(over, values.length),
    subtitle: answered,
    foot: `${sourceOf(material, ['complaints'])} · ${say`complaints without an answer are listed below`}`,
    values,
    noun: ['complaint', 'complaints'],
    say: duration,
  });
  if (chart === null || chart.drawing.shape !== 'distribution') return null;
  const { marks, ...drawing } = chart.drawing;
  const limit = { value: DAY, text: '24\u00a0h', short: '24\u00a0h' };
  return { ...chart, drawing: { ...drawing, shape: 'strip', inside: { from: 0, to: DAY }, marks: DAY < drawing.scale.high ? [...marks, limit] : marks } };
}

function missesTable(material: Material, misses: readonly LateAnswer[]): Block {
  const cut = misses.length > SHOWN ? say`The first ${count(SHOWN)} of ${count(misses.length)}; the CSV has all. ` : '';
  return {
    kind: 'table',
    id: 'complaint-misses',
    foot: `${cut}${sourceOf(material, ['complaints'])}`,
    shown: SHOWN,
    table: {
      caption: say`Formal complaints not answered within 24 hours, received ${windowSpan(material, 'D3')}, those that wait still first`,
      columns: columnsOf([say`Complaint`, say`Client`, say`Received`, say`Answered`, inHours(say`Waited`)], 4),
      rows: misses.map(({ id, client, received, waited, state }) => [
        textCell(id),
        clientCell(material, client),
        dayCell(received),
        textCell(translated(ANSWERS[state])),
        { text: duration(waited), value: waited / HOUR },
      ]),
    },
  };
}

function missesTitle(missed: string, open: number, never: number): string {
  if (open > 0) return say`${missed} missed the 24 hours, ${count(open)} without an answer yet`;
  if (never > 0) return say`${missed} missed the 24 hours, ${count(never)} closed without an answer`;
  return say`${missed} missed the 24 hours, all answered since`;
}

/** The complaints that waited for more than a day, one by one. */
export function missesBlocks(material: Material): readonly Block[] {
  const misses = lateAnswers(material.context);
  const share = known(windowCell(material, 'D3'));
  if (misses === null || share === null) return [];
  const strip = answerStrip(material);
  const open = misses.filter(({ state }) => state === 'open').length;
  const never = misses.filter(({ state }) => state === 'closed').length;
  const heading: Block = {
    kind: 'heading',
    text: missesTitle(hitsAmong(misses.length, plural(share.n, 'complaint')), open, never),
    subtitle: open === 0 ? say`None of them waits for an answer` : say`Answer those first that have none`,
  };
  return [...(strip === null ? [] : [{ kind: 'chart' as const, chart: strip }]), ...(misses.length === 0 ? [] : [heading, missesTable(material, misses)])];
}
