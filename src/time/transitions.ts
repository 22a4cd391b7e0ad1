import { Temporal } from 'temporal-polyfill';

/** The offsets of a zone: `offsets[i]` (ms east of UTC) holds from epoch ms `starts[i]` on; `starts[0]` is -Infinity. */
export interface Transitions {
  readonly id: string;
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
}

const TABLE_END = Temporal.Instant.from('2101-01-01T00:00Z').epochMilliseconds;

const FIXED = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/;
const NAMED = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/**
 * The offset changes of 1970 to 2100 of an IANA zone, 'UTC', or a fixed offset such as '+05:30'; null for any other
 * text. Before 1970 the first offset holds, after 2100 the last. `id` is spelled as the zone database spells it.
 */
export function transitionsOf(id: string): Transitions | null {
  const fixed = FIXED.exec(id);
  if (fixed !== null) return fixedOffset(id, fixed);
  return NAMED.test(id) ? namedZone(id) : null;
}

function fixedOffset(id: string, [, sign, hours, minutes]: RegExpExecArray): Transitions {
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return {
    id,
    starts: Float64Array.of(-Infinity),
    offsets: Float64Array.of(sign === '-' && size > 0 ? -size : size),
  };
}

function namedZone(id: string): Transitions | null {
  const first = atEpoch(id);
  if (first === null) return null;
  const starts = [-Infinity];
  const offsets = [offsetOf(first)];
  for (let next = after(first); next !== null; next = after(next)) {
    const offset = offsetOf(next);
    if (offset === offsets.at(-1)) continue;
    starts.push(next.epochMilliseconds);
    offsets.push(offset);
  }
  return { id: first.timeZoneId, starts: Float64Array.from(starts), offsets: Float64Array.from(offsets) };
}

function atEpoch(id: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function after(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const next = time.getTimeZoneTransition('next');
  return next !== null && next.epochMilliseconds < TABLE_END ? next : null;
}

function offsetOf(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 1_000_000;
}
