import { WINDOW_DAYS } from './axis.ts';
import { ranked } from './durations.ts';
import type { Context, Measure } from './measure.ts';
import { once } from './once.ts';

type ValuesOf = (client: number) => readonly number[];

const kept = once(() => new Map<string, ValuesOf | null>());

/**
 * The values of a duration in the 13-week window, ascending, in ms: of a client by its index, of the firm by -1. Null
 * where the measure has no population.
 */
export function windowValues(measure: Measure, context: Context): ValuesOf | null {
  const known = kept(context);
  if (!known.has(measure.id)) known.set(measure.id, valuesOf(measure, context));
  return known.get(measure.id)!;
}

function valuesOf(measure: Measure, context: Context): ValuesOf | null {
  const population = measure.population?.(context) ?? null;
  if (population === null) return null;
  const { client, value } = ranked(population, context.asOf - WINDOW_DAYS + 1);
  const found = new Map<number, number[]>([[-1, []]]);
  for (let i = 0; i < value.length; i++) {
    found.get(-1)!.push(value[i]!);
    if (client[i]! < 0) continue;
    const own = found.get(client[i]!);
    if (own === undefined) found.set(client[i]!, [value[i]!]);
    else own.push(value[i]!);
  }
  return (of) => found.get(of) ?? [];
}
