import { describe, expect, test } from 'vitest';
import { sharesOf } from '../../src/report/sharing.ts';
import { instant, type Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const sharing = { folderOf: (client: string) => client, letters: [] };
const sendings = { last: new Map(), settings: '' };

/** How the pages stand of Ash, whose contract begins on a day, and of Birch, about the last quarter of 2025. */
function statesOf(start: string, tickets: readonly Row[]): readonly (readonly [string, string | null])[] {
  const material = small({ tickets }, { share: { clients: 'all' } }, [{ name: 'Ash', start: instant(start) }, { name: 'Birch' }]);
  return sharesOf(material, sharing, sendings)!.map(({ state, folder }) => [state, folder]);
}
const ticket = (client: string, day: string): Row => ({ ticket_id: `${client} ${day}`, client, opened_at: `${day} 09:00`, first_response_at: `${day} 10:00` });

describe('a page about a time before the contract', () => {
  const birch = ticket('Birch', '2025-11-03');
  test('is not made', () => {
    expect(statesOf('2026-02-01', [birch, ticket('Ash', '2026-02-03')])).toEqual([
      ['early', null],
      ['shared', 'Birch'],
    ]);
  });
  test('is made where something of that time is on record, and where the contract begins in it', () => {
    expect(statesOf('2026-02-01', [birch, ticket('Ash', '2025-11-04')])[0]).toEqual(['shared', 'Ash']);
    expect(statesOf('2025-12-31', [birch])[0]).toEqual(['shared', 'Ash']);
  });
});
