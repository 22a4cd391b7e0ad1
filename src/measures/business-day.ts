import type { Context } from './measure.ts';

/** Length of one business day in ms of opening time: the mean of the days on which the firm opens; NaN where it never does. */
export function businessDay({ settings }: Context): number {
  const days = Object.values(settings.calendar.hours).map((openings) => openings.reduce((sum, one) => sum + minutesOf(one), 0));
  const open = days.filter((minutes) => minutes > 0);
  return (open.reduce((sum, minutes) => sum + minutes, 0) / open.length) * 60_000;
}

function minutesOf(opening: string): number {
  const [from, to] = opening.split('-').map((clock) => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return hour * 60 + minute;
  }) as [number, number];
  return to - from;
}
