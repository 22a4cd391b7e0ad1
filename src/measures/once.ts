import type { Context } from './measure.ts';

/** The same function, computed once for each context: measures share what it gives. */
export function once<T>(make: (context: Context) => T): (context: Context) => T {
  const made = new WeakMap<Context, { readonly result: T }>();
  return (context) => {
    const found = made.get(context) ?? { result: make(context) };
    made.set(context, found);
    return found.result;
  };
}
