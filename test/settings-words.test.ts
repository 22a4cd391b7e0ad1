import { expect, test } from 'vitest';
import { issueText } from '../src/issue.ts';
import { settingsFrom } from '../src/settings-yaml.ts';

/** What is said of a text of settings, from the line to the reason. */
function said(text: string): readonly string[] {
  const read = settingsFrom(text, 'settings.yaml');
  if ('firm' in read) throw new Error('nothing is wrong with it');
  return read.map((one) =>
    issueText(one)
      .replace(/^settings\.yaml: /, '')
      .replace(/the setting cannot be used \((.*)\); the build stopped.*$/, '$1'),
  );
}

const FIRM = 'firm: { name: Test }\n';

test.each([
  ['a name that nothing has', `${FIRM}share: { untill: 2026-12-31 }`, 'line 2: setting "share.untill": there is no such setting; did you mean until?'],
  ['a name far from all', `${FIRM}colour: red`, 'line 2: setting "colour": there is no such setting'],
  [
    'several such names',
    `${FIRM}calendar: { hours: { moon: 08:00-18:00, holiday: x } }`,
    'line 2: setting "calendar.hours": there are no such settings: moon (did you mean mon?), holiday',
  ],
  [
    'a form among several',
    `${FIRM}share: { by_client: { acme: { rotation: x } } }`,
    'line 2: setting "share.by_client.acme": "{ rotation: x }": rotation: a number is expected here',
  ],
  [
    'a word among words or a list',
    `${FIRM}share: { clients: some }`,
    'line 2: setting "share.clients": "some": all or off is expected here, or a list is expected here, such as [one, two]',
  ],
  ['a sign among signs', `${FIRM}sources: [{ files: x, decimal: ';' }]`, 'line 2: setting "sources.0.decimal": ";": "." or "," is expected here'],
  [
    'hours without minutes',
    `${FIRM}calendar: { hours: { mon: 8-18 } }`,
    'line 2: setting "calendar.hours.mon": "8-18": opening hours are written 08:00-18:00, or a list is expected here, such as [one, two]',
  ],
  ['nothing after the colon', 'firm:\n  name:\n', 'line 2: setting "firm.name": nothing is written after it; a text is expected here'],
  ['the number of a client', `${FIRM}aliases: { Acme: [312] }`, 'line 2: setting "aliases.Acme.0": "312": a text is expected here; put the number in quotes'],
  ['a number too low', `${FIRM}share: { rotation: -1 }`, 'line 2: setting "share.rotation": "-1": 0 at least is expected here'],
  ['an empty text', 'firm: { name: "" }', 'line 1: setting "firm.name": it cannot be empty'],
  [
    'a day in another form',
    `${FIRM}calendar: { hours: {}, holidays: [25/12/2026] }`,
    'line 2: setting "calendar.holidays.0": "25/12/2026": a day that exists is written YYYY-MM-DD, such as 2026-12-25',
  ],
  ['a year for a day', `${FIRM}as_of: 2026`, 'line 2: setting "as_of": "2026": a day that exists is written YYYY-MM-DD, such as 2026-12-25'],
  ['no day', `${FIRM}as_of:`, 'line 2: setting "as_of": nothing is written after it; a day that exists is written YYYY-MM-DD, such as 2026-12-25'],
  [
    'a duration without its unit',
    `${FIRM}targets: { resolution: { default: 4 } }`,
    'line 2: setting "targets.resolution.default": "4": a duration is written with its unit, such as 30 min, 2 h or 4 d',
  ],
  [
    'a target without the word before it',
    `${FIRM}targets: { resolution: 4 h }`,
    'line 2: setting "targets.resolution": "4 h": a target is written { default: 2 h } or { by_priority: { high: 30 min } }',
  ],
  ['a passphrase, which no message shows', `${FIRM}share: { passphrase: one two three }`, 'line 2: setting "share.passphrase": true or false is expected here'],
  [
    'a passphrase of a client',
    `${FIRM}share: { by_client: { acme: { passphrase: one two three } } }`,
    'line 2: setting "share.by_client.acme": passphrase: true or false is expected here',
  ],
  ['no firm', 'money: { currency: EUR, hour: 3 }', 'setting "firm": it is missing'],
  ['a tab', 'firm:\n\tname: Test\n', 'line 2: the line begins with a tab; put blanks in its place'],
  ['the same twice', `${FIRM}${FIRM}`, 'line 2: the same setting is written twice; keep one of them'],
  ['a quote left open', 'firm:\n  name: "Test\n', 'line 3: a colon, a quote, a bracket, a brace or a comma is missing, here or shortly before'],
  [
    'a colon in a text',
    'firm:\n  name: Test: best\n',
    'line 2: the line stands too far left or right, or there is a colon too many; put a text with a colon in quotes',
  ],
  ['a pattern without quotes', `${FIRM}ignore: [*.csv]`, "line 2: a text that begins with * stands in quotes: '*.csv'"],
  ['a lone star', `${FIRM}ignore: [*, x]`, 'line 2: a text that begins with * stands in quotes'],
])('%s is said in plain words', (_, text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test('a setting that is referred to counts wherever it is', () => {
  const read = settingsFrom(`${FIRM}calendar: { hours: { mon: &day 08:00-18:00, tue: *day } }`, 'settings.yaml');
  expect('firm' in read && read.calendar.hours).toEqual({ mon: ['08:00-18:00'], tue: ['08:00-18:00'] });
});
