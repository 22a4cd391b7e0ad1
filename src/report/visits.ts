import type { Material } from './material.ts';
import type { Section } from './model.ts';
import { arrivalsSection, runsSection } from './visits-arrivals.ts';
import { changedSection, onSiteSection } from './visits-changed.ts';
import { latenessSection } from './visits-strip.ts';
import { widthsSection } from './visits-widths.ts';

/** The visits: whether we came in the window, how wide it was, how far off we were, what was moved, and the wait. */
export function visitSections(material: Material): readonly Section[] {
  return [arrivalsSection, runsSection, widthsSection, latenessSection, changedSection, onSiteSection].flatMap((section) => section(material));
}
