import { phrase, say, translated } from '../language/language.ts';
import type { SharedBegin } from '../report/share-model.ts';
import { date } from '../report/words.ts';
import type { Slice } from './audience.ts';

const PARTS: Readonly<Record<SharedBegin['part'], string>> = {
  requests: phrase`requests`,
  visits: phrase`visits`,
  promises: phrase`promises`,
  answers: phrase`answers`,
};

/** First day on record, where no figure of the page goes back to the first day of its period; null where one does. */
export function recordsSince({ record: { begun, answers, visits, promises, satisfied, unanswered } }: Slice): string | null {
  const parts = [answers, visits, promises, satisfied ?? unanswered].filter((part) => part !== null);
  return begun.length < parts.length ? null : (begun[0]?.day ?? null);
}

/** "Our records begin inside this time: requests on 10 Aug 2026."; nothing where they all go back to its first day. */
export function begunWords({ record: { begun } }: Slice): readonly string[] {
  if (begun.length === 0) return [];
  return [say`Our records begin inside this time: ${begun.map(({ part, day }) => say`${translated(PARTS[part])} on ${date(day)}`).join(', ')}.`];
}
