import type { SentPage } from '../../src/facts/sent-page.ts';

const QUARTER = { period: { from: '2026-04-01', to: '2026-06-30' }, before: { from: '2026-01-01', to: '2026-03-31' } };
/** A page about the second quarter of 2026 that was sent to a client on a day. */
export const page = (client: string, sent: string, more: Partial<SentPage> = {}): SentPage => ({
  entry: `${client}-${sent}`,
  client,
  sent,
  asOf: '2026-06-28',
  ...QUARTER,
  hash: 'a'.repeat(64),
  sequence: 1,
  settings: '',
  figures: [],
  ...more,
});
