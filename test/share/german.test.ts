import { beforeAll, describe, expect, test } from 'vitest';
import { ownWords } from '../../scripts/own-words.ts';
import { speaking } from '../../src/language/language.ts';
import { textsOf, type Slice } from '../../src/share/audience.ts';
import { cellText, contentCsv } from '../../src/share/csv.ts';
import { mailText } from '../../src/share/mail.ts';
import { contentOf } from '../../src/share/page.ts';
import { productWords } from '../../src/share/scan.ts';
import { promises, satisfied, sliceOf, visits } from './made.ts';

const sliceIn = (locale: string): Slice =>
  sliceOf(
    {
      answers: {
        times: Array.from({ length: 12 }, (_, at) => (at + 1) * 600_000),
        median: 3_900_000,
        nine: 6_540_000,
        before: { median: 4_000_000, n: 14 },
        firm: { median: 3_000_000, n: 90 },
      },
      satisfied: satisfied(9, 12, {
        low: 0.47,
        high: 0.91,
        before: { hits: 1, n: 1 },
        firm: { hits: 50, n: 90 },
        quotes: [{ day: '2026-05-01', text: 'Quick' }],
      }),
      visits: visits(1, 3, {
        run: 1,
        list: [
          { day: '2026-05-01', place: null, outcome: 'late', off: 1_200_000 },
          { day: '2026-05-04', place: null, outcome: 'missed', off: null },
          { day: '2026-06-05', place: 0.5, outcome: 'inside', off: null },
        ],
      }),
      promises: promises(1, 2, {
        list: [
          { wording: null, kind: 'callback', due: '2026-05-01', done: '2026-05-04', inTime: false, told: null },
          { wording: null, kind: 'quote', due: '2026-06-01', done: '2026-06-01', inTime: true, told: null },
        ],
        owed: [{ wording: null, kind: 'task', due: '2026-07-01', revised: '2026-07-20' }],
      }),
      complaints: [{ day: '2026-06-02', answered: 6_240_000, closed: '2026-06-09' }],
      since: {
        sent: '2026-04-02',
        period: { from: '2026-01-01', to: '2026-03-31' },
        changes: [{ figure: 'promises', was: { value: 9, n: 11 }, is: { value: 10, n: 11 }, why: 'corrected' }],
      },
      next: { review: '2026-09-10', visits: ['2026-07-20'], requests: { open: 2, oldest: '2026-06-01' } },
    },
    { firm: { name: 'Rowan IT', locale, logo: null }, until: '2026-12-31' },
  );

const wordsIn = (content: unknown): readonly string[] =>
  content !== null && typeof content === 'object'
    ? Object.entries(content).flatMap(([key, one]) => (['id', 'locale', 'shape', 'side'].includes(key) ? [] : wordsIn(one)))
    : typeof content === 'string'
      ? [...productWords([content])]
      : [];

describe.each(['en-GB', 'de', 'de-CH'])('a page in %s', (locale) => {
  const slice = sliceIn(locale);
  const content = speaking(locale, () => contentOf(slice));
  let own: ReadonlySet<string>;
  beforeAll(async () => {
    own = await ownWords(locale);
  });
  test('says nothing but the words of the product and of those who wrote for it', () => {
    const theirs = productWords([...textsOf(slice), slice.firm.name]);
    const strange = wordsIn(content).filter((word) => !own.has(word) && !theirs.has(word) && !/^\p{N}+$/u.test(word));
    expect([...new Set(strange)]).toEqual([]);
  });
});

test('words of another language are the product’s own in that language alone', async () => {
  const [english, german] = [await ownWords('en-GB'), await ownWords('de-AT')];
  const known = (words: ReadonlySet<string>) => ['march', 'promises', 'marz', 'zusagen', 'meister'].filter((word) => words.has(word));
  expect(known(english)).toEqual(['march', 'promises']);
  expect(known(german)).toEqual(['promises', 'marz', 'zusagen']);
});

describe('a client who reads German', () => {
  const slice = sliceIn('de');
  const content = speaking('de', () => contentOf(slice));
  test('is told what went wrong in whole sentences', () => {
    expect(content.sections.find(({ id }) => id === 'wrong')!.entries.map(({ what }) => what)).toEqual([
      'Wir kamen 20\u00a0min nach dem zugesagten Zeitfenster.',
      '„Ein Rückruf“ war fällig. Erledigt wurde das am 4.\u00a0Mai. Wir haben Ihnen vorher nicht Bescheid gegeben.',
      'Zu einem vereinbarten Termin sind wir nicht gekommen.',
      'Sie haben sich beschwert. Wir haben nach 1\u00a0h\u00a044\u00a0min geantwortet. Die Beschwerde wurde am 9.\u00a0Jun geschlossen.',
    ]);
  });
  test('has a table with German heads, and numbers with a comma on the page alone', () => {
    expect(speaking('de', () => contentCsv(content)).split('\r\n')[0]).toBe('Teil,Angabe,Tag,Wert,von,Einheit,Ergebnis');
    expect(speaking('de', () => [89.3, 2826, null, 'x'].map(cellText))).toEqual(['89,3', '2826', '', 'x']);
    expect(content.rows.some(({ value }) => value === 47)).toBe(true);
  });
  test('is promised only what stands there', () => {
    const bare = sliceOf({ satisfied: satisfied(7, 20, { low: 0.18, high: 0.57 }) }, { firm: { name: 'Rowan IT', locale: 'de', logo: null } });
    const { lead, sections } = speaking('de', () => contentOf(bare));
    expect(lead).toBe('Das liegt unter unserem Ziel. Was schiefging, steht nicht in unseren Aufzeichnungen dieser Zeit; sagen Sie es uns bitte.');
    expect(sections.find(({ id }) => id === 'wrong')!.note).toMatch(/^In unseren Aufzeichnungen dieser Zeit steht nicht, was schiefging: /);
    expect(speaking('de', () => mailText(bare, { link: null, locked: false }))).toContain('Was schiefging, steht nicht in unseren Aufzeichnungen; sagen');
  });
  test('gets a mail that reads as one', () => {
    const mail = speaking('de', () => mailText(slice, { link: 'https://reviews.example.com/f/', locked: false }));
    expect(mail.replaceAll('\u00a0', ' ').split('\n\n')).toEqual([
      'Betreff: Alder Works: Ihr Review, 1. Apr bis 30. Jun 2026',
      'Dies ist unser Review für die Zeit vom 1. Apr 2026 bis 30. Jun 2026. In 9 Ihrer 12 Antworten waren Sie zufrieden. Daran arbeiten wir: Sie haben sich einmal beschwert. 2 von 3 Terminen lagen nicht im zugesagten Zeitfenster. Auf der Seite steht, was geschah und was wir getan haben.',
      'Am Do 10. Sep 2026 gehen wir das Review gemeinsam durch. Die ganze Seite, abrufbar bis Do 31. Dez 2026: https://reviews.example.com/f/',
      'Miriam Stokes\n',
    ]);
  });
});
