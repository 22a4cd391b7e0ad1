import { z } from 'zod';
import { dayFromText } from './time/weeks.ts';
import { zoneOf } from './time/zone.ts';

/** A text of this form, which is said too where something else than a text is written. */
const written = (form: string) =>
  z.string({ error: ({ input }) => (input === undefined ? undefined : input === null ? `nothing is written after it; ${form}` : form) });

const DAY = 'a day that exists is written YYYY-MM-DD, such as 2026-12-25';
/** A day as YYYY-MM-DD. */
export const day = written(DAY).refine((text) => dayFromText(text) !== null, DAY);
/** An IANA zone or an offset. */
export const zone = z.string().refine((id) => zoneOf(id) !== null, 'no such time zone; write one like Europe/London or +05:30');
const durationForm = /^(\d+(?:\.\d+)?)\s*(min|h|d)$/;
const DURATION = 'a duration is written with its unit, such as 30 min, 2 h or 4 d';
/** A duration such as `30 min`, `4 h` or `2 d` (24 hours), in milliseconds. */
export const duration = written(DURATION)
  .regex(durationForm, DURATION)
  .transform((text) => {
    const [, amount, unit] = durationForm.exec(text)!;
    return Number(amount) * { min: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 'min' | 'h' | 'd'];
  });
