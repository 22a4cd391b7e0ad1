import { readSettings, type Settings } from '../../src/settings.ts';

/** The settings of all that is measured, as people write them: a zone whose clock changes, a target for each priority, a programme of courtesy. */
export const BENCH = {
  firm: { name: 'Bench', zone: 'Europe/London' },
  targets: { first_response: { default: '4 h', by_priority: { P1: '1 h' } }, resolution: { default: '2 d', by_priority: { P1: '8 h' } } },
  courtesy: { start: '2025-01-06', channels: ['in-person'] },
};

/** The same, checked. */
export function benchSettings(): Settings {
  const read = readSettings(BENCH);
  if ('problems' in read) throw new Error(read.problems[0]!.message);
  return read.settings;
}
