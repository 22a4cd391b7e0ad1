import { say } from '../language/language.ts';
import { scalesUsed, type ScaleUse } from '../measures/answer-scales.ts';
import type { Material } from './material.ts';
import { number, plural } from './words.ts';

const nameOf = ({ low, high, answers }: ScaleUse): string => {
  const counted = plural(answers, 'answer');
  return Number.isNaN(low) || Number.isNaN(high) ? say`without a scale (${counted})` : say`from ${number(low)} to ${number(high)} (${counted})`;
};

/** By what rule satisfaction counts answers on several scales together, from a local day on; empty where all are on one. */
export function scalesSaid({ context }: Material, from: number): string {
  const used = scalesUsed(context, from);
  if (used.length < 2) return '';
  return say` Answers came on several scales: ${used.map(nameOf).join(', ')}. Each is positive, neutral or negative on its own scale, and so they count together.`;
}

/** What answers on several scales do to a line of weeks from a local day on; empty where all are on one. */
export function scalesInLine({ context }: Material, from: number): string {
  if (scalesUsed(context, from).length < 2) return '';
  return say` Answers on several scales count together here, so the share may also move because more come on one of them.`;
}
