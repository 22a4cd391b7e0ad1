import { beforeAll, describe, expect, test } from 'vitest';
import { ownWords } from '../../scripts/own-words.ts';
import { speaking } from '../../src/language/language.ts';
import type { ClientRecord } from '../../src/report/share-model.ts';
import { textsOf, type Slice } from '../../src/share/audience.ts';
import { cellText, contentCsv } from '../../src/share/csv.ts';
import { mailText } from '../../src/share/mail.ts';
import { contentOf } from '../../src/share/page.ts';
import { productWords } from '../../src/share/scan.ts';
import { complaint, promises, satisfied, sliceOf, visits } from './made.ts';

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
      complaints: [complaint({ day: '2026-06-02', answered: 6_240_000, acted: '2026-06-03', confirmed: '2026-06-08', closed: '2026-06-09' })],
      since: {
        sent: '2026-04-02',
        period: { from: '2026-01-01', to: '2026-03-31' },
        changes: [{ figure: 'promises', was: { value: 9, n: 11 }, is: { value: 10, n: 11 }, why: 'corrected' }],
      },
      next: { review: '2026-09-10', planned: true, agenda: true, visits: ['2026-07-20'], requests: { open: 2, oldest: '2026-06-01' } },
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
      '„Ein Rückruf“ war an diesem Tag fällig. Erledigt wurde das am 4.\u00a0Mai. Wir haben Ihnen vorher nicht Bescheid gegeben.',
      'Zu einem vereinbarten Termin sind wir nicht gekommen.',
      'Sie haben sich beschwert. Wir haben nach 1\u00a0h\u00a044\u00a0min geantwortet. Am 3.\u00a0Jun haben wir gehandelt. Am 8.\u00a0Jun haben Sie bestätigt, dass es erledigt ist. Die Beschwerde wurde am 9.\u00a0Jun geschlossen.',
    ]);
  });
  test('is told how much went wrong, by which clock answers are timed, and of which review the page is the agenda', () => {
    const of = (id: string) => content.sections.find((one) => one.id === id)!;
    expect(of('wrong').subtitle!.replaceAll('\u00a0', ' ')).toBe(
      'Erfasst: 1 Beschwerde, 2 Termine außerhalb des zugesagten Zeitfensters und 1 nicht bis zur genannten Zeit eingehaltene Zusage. Die Zeit bis zu unserer Antwort läuft durchgehend, auch außerhalb der Servicezeit.',
    );
    expect(of('next').entries.map(({ what }) => what)).toContain('Unser Review mit Ihnen. Diese Seite ist die Tagesordnung für den 10.\u00a0Sep.');
    expect(of('since').subtitle!.replaceAll('\u00a0', ' ')).toBe(
      'Die Seite, die Sie am 2. Apr 2026 von uns bekamen, betraf die Zeit vom 1. Jan bis zum 31. Mär 2026',
    );
    expect(content.colophon.replaceAll('\u00a0', ' ')).toMatch(/Der Zeitraum davor reicht vom 1\. Jan bis zum 31\. Mär 2026\.$/);
  });
  test('is told what is not on record', () => {
    const none = sliceOf({ unanswered: { asked: 1 }, complaints: [complaint()] });
    const sections = speaking('de', () => contentOf(none)).sections;
    const { title, subtitle } = sections.find(({ id }) => id === 'answers')!;
    expect([title, subtitle]).toEqual(['Niemand hat auf unsere Umfrage zur Zufriedenheit geantwortet', 'In dieser Zeit haben wir Ihnen 1 Umfrage geschickt.']);
    expect(sections.find(({ id }) => id === 'wrong')!.entries[0]!.what).toBe(
      'Sie haben sich beschwert. Eine erste Antwort von uns ist nicht erfasst. Das ist noch offen.',
    );
  });
  test('reads of one visit or promise in the singular, and of a row of visits which of it are drawn', () => {
    const list = [1, 2, 3].map((at) => ({ day: `2026-05-0${at}`, place: 0.5, outcome: 'inside' as const, off: null }));
    const [one, all] = [visits(1, 3, { list }), visits(3, 3, { run: 33, list })].map((of) =>
      speaking('de', () => contentOf(sliceOf({ visits: of, promises: promises(1, 3) }))),
    );
    expect(one!.sections[0]!.title).toBe('1 von 3 Terminen lag im zugesagten Zeitfenster');
    expect(one!.sections[1]!.title).toBe('1 von 3 Zusagen wurde bis zur genannten Zeit eingehalten');
    expect(all!.sections[0]!.drawing!.drawing).toMatchObject({ run: { text: 'in Folge pünktlich: die letzten 3 von 33' } });
    expect(all!.lead).toBe('Mit dem Termin vom 3.\u00a0Mai lagen 33 Termine in Folge im zugesagten Zeitfenster.');
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
    expect(speaking('de', () => mailText(bare, { link: null, locked: false }))).toContain('Den Grund nennen unsere Aufzeichnungen nicht; sagen');
  });
  test('gets a mail that reads as one', () => {
    const mail = speaking('de', () => mailText(slice, { link: 'https://reviews.example.com/f/', locked: false }));
    expect(mail.replaceAll('\u00a0', ' ').split('\n\n')).toEqual([
      'Betreff: Alder Works: Ihr Review, 1. Apr bis 30. Jun 2026',
      'Dies ist unser Review für die Zeit vom 1. Apr 2026 bis zum 30. Jun 2026. Die Hälfte Ihrer 12 Anfragen hatte binnen 1 h 05 min Servicezeit eine Antwort. Daran arbeiten wir: Ihre Beschwerde. 2 von 3 Terminen lagen nicht im zugesagten Zeitfenster. Auf der Seite steht, was geschah und was wir getan haben.',
      'Am Do 10. Sep 2026 gehen wir das Review gemeinsam durch. Die ganze Seite, abrufbar bis zum Do 31. Dez 2026: https://reviews.example.com/f/',
      'Miriam Stokes\n',
    ]);
  });
  test('reads of all, of both and of none in the case that its sentence asks for', () => {
    const said = (more: Partial<ClientRecord>) => {
      const mail = speaking('de', () => mailText(sliceOf(more), { link: null, locked: false }));
      return mail.replaceAll('\u00a0', ' ').split('\n')[2]!.replace('Dies ist unser Review für die Zeit vom 1. Apr 2026 bis zum 30. Jun 2026. ', '');
    };
    expect(said({ satisfied: satisfied(2, 2) })).toMatch(/^In Ihren beiden Antworten waren Sie zufrieden\. /);
    expect(said({ satisfied: satisfied(5, 5) })).toMatch(/^In allen 5 Antworten waren Sie zufrieden\. /);
    expect(said({ satisfied: satisfied(0, 1), complaints: [complaint(), complaint()] })).toBe(
      'Daran arbeiten wir: Ihre 2 Beschwerden. In Ihrer einzigen Antwort waren Sie nicht zufrieden. Auf der Seite steht, was wir zu Beschwerden, Zusagen und Terminen erfasst haben; was sonst schiefging, sagen Sie uns bitte.',
    );
    expect(said({ visits: visits(0, 1) })).toBe('Daran arbeiten wir: Der eine Termin lag nicht im zugesagten Zeitfenster. Auf der Seite steht, was geschah.');
    expect(said({ promises: promises(0, 1) })).toMatch(/^Daran arbeiten wir: Die eine Zusage wurde nicht bis zur genannten Zeit eingehalten\. /);
  });
});
