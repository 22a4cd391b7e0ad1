/** Waits until calls stop for `quiet` ms, then acts; a call while it acts makes it act once more afterwards. */
export function whenQuiet(quiet: number, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let acting = false;
  let again = false;
  const go = async (): Promise<void> => {
    if (acting) {
      again = true;
      return;
    }
    acting = true;
    await act();
    acting = false;
    if (!again) return;
    again = false;
    await go();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void go(), quiet);
  };
}
