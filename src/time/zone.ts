import { lastAtOrBefore } from './search.ts';
import { transitionsOf, type Transitions } from './transitions.ts';

/** What the clock of a zone says about a wall time: shown once, never (skipped), or twice (set back). */
export type WallKind = 'plain' | 'gap' | 'overlap';

/** A time zone. Instants are epoch milliseconds, wall times the same digits read as if in UTC; NaN in gives NaN out. */
export interface Zone {
  readonly id: string;
  /** Milliseconds east of UTC at an instant. */
  offsetAt(epochMs: number): number;
  /** The instant of a wall time: one in a gap moves forward by the gap, of an overlap the earlier instant is taken. */
  toEpoch(wallMs: number): number;
  /** The first instant at which the clock shows this wall time or a later one. Unlike toEpoch it never runs backwards. */
  reaches(wallMs: number): number;
  /** What was ruled about a wall time; 'plain' for NaN. */
  kind(wallMs: number): WallKind;
}

const known = new Map<string, Zone | null>();

/**
 * The zone of an IANA id (in any case), 'UTC', or a fixed offset such as '+05:30' or '-03:00'; null when it is none of
 * these. Offsets follow the zone database for 1970 to 2100; before and after, the nearest of them holds.
 */
export function zoneOf(id: string): Zone | null {
  const found = known.get(id);
  if (found !== undefined) return found;
  const transitions = transitionsOf(id);
  const zone = transitions === null ? null : zoneFrom(transitions);
  known.set(id, zone);
  return zone;
}

function zoneFrom({ id, starts, offsets }: Transitions): Zone {
  const switches = wallSwitches(starts, offsets);
  const offset = (index: number): number => offsets[index] as number;
  let lastInstant = 0;
  let lastWall = 0;
  const wallIndex = (wallMs: number): number => (lastWall = lastAtOrBefore(switches, wallMs, lastWall));

  const kind = (wallMs: number): WallKind => {
    if (Number.isNaN(wallMs)) return 'plain';
    const index = wallIndex(wallMs);
    if (index + 1 === starts.length) return 'plain';
    const change = offset(index + 1) - offset(index);
    if (wallMs < (switches[index + 1] as number) - Math.abs(change)) return 'plain';
    return change > 0 ? 'gap' : 'overlap';
  };
  const offsetAt = (epochMs: number): number => {
    if (Number.isNaN(epochMs)) return NaN;
    lastInstant = lastAtOrBefore(starts, epochMs, lastInstant);
    return offset(lastInstant);
  };
  const toEpoch = (wallMs: number): number => (Number.isNaN(wallMs) ? NaN : wallMs - offset(wallIndex(wallMs)));
  const reaches = (wallMs: number): number => (kind(wallMs) === 'gap' ? (starts[wallIndex(wallMs) + 1] as number) : toEpoch(wallMs));
  return { id, offsetAt, toEpoch, reaches, kind };
}

/**
 * The wall time from which each offset is the one to take off. Up to the later of the two clocks at a transition the
 * old offset serves: in a gap it moves the time forward by the gap, in an overlap it gives the earlier instant.
 */
function wallSwitches(starts: Float64Array, offsets: Float64Array): Float64Array {
  return starts.map((start, index) => start + Math.max(offsets[index] as number, offsets[index - 1] ?? -Infinity));
}
