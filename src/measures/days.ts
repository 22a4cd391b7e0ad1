import { dayOf } from '../time/weeks.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { once } from './once.ts';

const kept = once(() => new WeakMap<Float64Array, Int32Array>());

/**
 * The local day of each instant of a column, LEFT_OUT for NaN; computed once, as many measures share an anchor. The day
 * before 1970-01-01, whose number LEFT_OUT takes, is moved a day back: figures reach back ten years only.
 */
export function daysOf(context: Context, instants: Float64Array): Int32Array {
  const found = kept(context).get(instants);
  if (found !== undefined) return found;
  const days = new Int32Array(instants.length).fill(LEFT_OUT);
  for (let row = 0; row < days.length; row++) {
    const instant = instants[row]!;
    if (Number.isNaN(instant)) continue;
    const day = dayOf(instant, context.zone);
    days[row] = day === LEFT_OUT ? LEFT_OUT - 1 : day;
  }
  kept(context).set(instants, days);
  return days;
}
