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
  return atLeast(aimOf(material).value, `${aimText(material)} at least`);
}

/** What a status says of the aim, after a comma. */
export function aimWords(material: Material, status: Status): string {
  const aim = aimText(material);
  const words: Readonly<Record<Status, string>> = {
    meets: `which meets the ${aim} aimed for`,
    below: `below the ${aim} aimed for`,
    'cannot tell': `too close to ${aim} to tell`,
    'not enough answers': 'too few to tell',
  };
  return words[status];
}
