/** A line of things to do, of which more are still being looked for while the first are done. */
export interface Queue<Item> {
  readonly put: (item: Item) => void;
  /** Says that there are no more. */
  readonly end: () => void;
  /** The next one, undefined when there is none and will be none. */
  readonly next: () => Promise<Item | undefined>;
}

export function queue<Item>(): Queue<Item> {
  const items: Item[] = [];
  let more = Promise.withResolvers<void>();
  let ended = false;
  const wake = (): void => {
    more.resolve();
    more = Promise.withResolvers();
  };
  return {
    put(item) {
      items.push(item);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async next() {
      while (items.length === 0 && !ended) await more.promise;
      return items.shift();
    },
  };
}
