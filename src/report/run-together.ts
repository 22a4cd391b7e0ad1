import type { Span } from './model.ts';

/** Running text with its neighbouring texts as one. */
export function runTogether(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<readonly Span[]>((all, span) => {
    const last = all.at(-1);
    return typeof last === 'string' && typeof span === 'string' ? [...all.slice(0, -1), last + span] : [...all, span];
  }, []);
}
