const AT_ONCE = 8;

/** What `work` gives for each item, in their order, with a few at work at a time. */
export async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return results;
}

/** Waits until all pieces of work have ended, so that none is left alone with what they share when another fails; then throws what one of them threw. */
export async function allEnded(work: readonly (Promise<void> | undefined)[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}
