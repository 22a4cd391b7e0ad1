import { say } from '../language/language.ts';
import type { Status, Target } from '../measures/status.ts';
import type { Material } from './material.ts';
import type { Band } from './model.ts';
import { atLeast } from './scales.ts';
import { count } from './words.ts';

/** The share that should come within a time: the low end of the band, as for every share. */
export function aimOf({ context }: Material): Target & { readonly side: 'at least' } {
  return { side: 'at least', value: context.settings.targets.satisfaction[0] / 100 };
}

const aimText = (material: Material) => `${count(aimOf(material).value * 100)}\u00a0%`;

/** The aim as charts show it. */
export function aimBand(material: Material): Band {
  return atLeast(aimOf(material).value, say`${aimText(material)} at least`);
}

/** What a status says of the aim, after a comma. */
export function aimWords(material: Material, status: Status): string {
  const aim = aimText(material);
  if (status === 'meets') return say`which meets the ${aim} aimed for`;
  if (status === 'below') return say`below the ${aim} aimed for`;
  return status === 'cannot tell' ? say`too close to ${aim} to tell` : say`too few to tell`;
}
