import { expect, test } from 'vitest';
import { spokenOf, unknownShares } from '../../src/report/share-names.ts';
import type { Settings } from '../../src/settings.ts';
import { settingsFrom } from '../../src/settings-yaml.ts';
import { factsOf } from '../measures/facts-of.ts';

const facts = factsOf({
  tickets: [
    { ticket_id: '1', client: 'Ash Farm' },
    { ticket_id: '2', client: 'Foxglove Legal' },
  ],
});
const SLUGS = ['ash-farm', 'foxglove-legal'];
const settingsOf = (share: string) => settingsFrom(`firm: { name: Rowan IT, zone: UTC }\nshare: ${share}\n`, 'settings.yaml') as Settings;

test('a client is called by its name or by the address of its page, in any letters', () => {
  const settings = settingsOf('{ clients: [Ash-Farm], by_client: { foxglove-legal: off, ash farm: { rotation: 1 } } }');
  expect(unknownShares(settings, facts, SLUGS)).toEqual([]);
  const { listed, own } = spokenOf(settings.share!, facts, SLUGS);
  expect([...listed]).toEqual([0]);
  expect([own.get(0), own.get(1)]).toEqual([{ rotation: 1 }, 'off']);
});

test('a name that nobody has leads to the one most like it', () => {
  const settings = settingsOf('{ clients: [Foxglove Leagl, nobody], by_client: { foxglove-leagal: off } }');
  expect(unknownShares(settings, facts, SLUGS).map(({ column, text, detail }) => [column, text, detail])).toEqual([
    ['share.clients', 'Foxglove Leagl', 'nearest: Foxglove Legal'],
    ['share.clients', 'nobody', ''],
    ['share.by_client.foxglove-leagal', 'foxglove-leagal', 'nearest: Foxglove Legal'],
  ]);
});
