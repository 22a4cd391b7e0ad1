import { z } from 'zod';
import { dayFromText } from './time/weeks.ts';
import { zoneOf } from './time/zone.ts';

/** A day as YYYY-MM-DD. */
export const day = z.string().refine((text) => dayFromText(text) !== null, 'a day that exists is written YYYY-MM-DD');
/** An IANA zone or an offset. */
export const zone = z.string().refine((id) => zoneOf(id) !== null, 'no such time zone; write one like Europe/London or +05:30');
const durationForm = /^(\d+(?:\.\d+)?)\s*(min|h|d)$/;
/** A duration such as `30 min`, `4 h` or `2 d` (24 hours), in milliseconds. */
export const duration = z
  .string()
  .regex(durationForm, 'a duration is written 30 min, 4 h or 2 d')
  .transform((text) => {
    const [, amount, unit] = durationForm.exec(text)!;
    return Number(amount) * { min: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 'min' | 'h' | 'd'];
  });
