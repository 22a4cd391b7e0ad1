import type { Source } from '../settings.ts';
import type { Format } from './formats/format.ts';
import type { Recognised } from './recognise.ts';

/** Id of the zone that a line which is not data names for the times of the file, null where it names none. */
export function zoneSaidIn({ zoneSaid }: Format, record: readonly string[]): string | null {
  if (zoneSaid === undefined) return null;
  for (const cell of record) {
    const zone = zoneSaid.exec(cell.trim())?.[1];
    if (zone !== undefined) return zone;
  }
  return null;
}

/** The format and the settings of a file that names the zone of its times itself: what it says counts before both. */
export function withZone(found: Recognised, source: Source | null, zone: string | null): [Recognised, Source | null] {
  if (zone === null) return [found, source];
  return [{ ...found, format: { ...found.format, zone } }, source && { ...source, zone }];
}
