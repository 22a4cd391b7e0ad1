import { expect, test } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import { changesBlock, type Since } from '../../src/report/changes.ts';
import { complaintsPage } from '../../src/report/complaints.ts';
import { asShown } from '../../src/report/equation.ts';
import { thisWeek } from '../../src/report/this-week.ts';
import { demo, small } from './material-of.ts';
import { chartOf, ofKind } from './page-rules.ts';

const FIRST: Since = { previous: null, refusals: [], files: [], settings: '', restated: [] };
const german = <Result>(run: () => Result): Result => speaking('de-DE', run);

test('reads back the number that is shown, whatever the marks of the language', () => {
  const values = [0, 0.04, 0.15, 0.25, 3.24, 12.34, 99.95, 208.4, 1843.6, -2.36];
  const shown = [0, 0.04, 0.15, 0.25, 3.24, 12.3, 100, 208, 1844, -2.36];
  expect(values.map(asShown)).toEqual(shown);
  expect(german(() => values.map(asShown))).toEqual(shown);
  expect(german(() => asShown(NaN))).toBeNaN();
});

test('multiplies the same numbers and draws the same in German', async () => {
  const material = await demo();
  const [english, spoken] = [complaintsPage(material), german(() => complaintsPage(material))];
  const inputs = ofKind(english, 'whatif').map(({ contacts, seconds, avoided, hoursEach }) => ({ contacts, seconds, avoided, hoursEach }));
  expect(ofKind(spoken, 'whatif')).toMatchObject(inputs);
  expect(spoken.sections.map(({ id }) => id)).toEqual(english.sections.map(({ id }) => id));
  expect(chartOf(spoken, 'complaints-expected').foot).toMatch(/^complaints\.csv/);
  expect(spoken.title).toBe('Seit Beginn des Höflichkeitsprogramms liegen die Beschwerden 42\u00a0% niedriger');
});

test('counts per as many contacts as each country writes them', async () => {
  const material = await demo();
  const said = (locale: string): string =>
    speaking(locale, () => JSON.stringify([thisWeek(material, FIRST), complaintsPage(material)]).replaceAll('\u00a0', ' '));
  const per = (locale: string): readonly string[] => [...new Set(said(locale).match(/(?<=(per|je|pro) )1\D?000 [\p{L}-]+ \p{L}+/gu))];
  expect(per('en-GB')).toEqual(['1,000 in-person contacts']);
  expect(per('de-DE')).toEqual(['1.000 persönliche Kontakte']);
  expect(per('de-CH')).toEqual([`${new Intl.NumberFormat('de-CH').format(1000)} persönliche Kontakte`]);
});

test('tells what was added, restated and refused as German says it', () => {
  const material = small({ complaints: [{ complaint_id: 'K1', received_at: '2026-02-02 09:00' }] });
  const restated = [1, 2].map((at) => ({
    measure: 'A11-count',
    week: `2026-02-0${at}`,
    was: 1,
    is: 2,
    nWas: 1,
    n: 2,
    reason: 'Beschwerden kamen verspätet oder wurden geändert',
  }));
  const previous = { facts: { complaints: 0, tickets: 3 }, settings: 'a', asOf: '2026-02-08' } as unknown as Since['previous'];
  const told = german(() => changesBlock(material, { previous, refusals: [], files: [{ read: 7, rejected: 0 }], settings: 'a', restated }));
  expect(told.blocks).toMatchObject([
    {
      entries: [
        {
          what: 'Die Woche ab 2.\u00a0Feb zeigt jetzt 2 Beschwerden; zuvor waren es 1, denn Beschwerden kamen verspätet oder wurden geändert. Auch eine frühere Woche ist berichtigt.',
        },
        { what: 'Insgesamt lautet 1 Kennzahl in 2 Wochen anders.', where: ['Sie steht unter „', { text: 'Daten' }, '“.'] },
        { what: '1 Beschwerde kam hinzu. Die Exporte enthalten weniger Zeilen als beim letzten Mal: 3 Tickets weniger.' },
        { what: 'Keine von 7 Zeilen wurde ganz oder teilweise abgewiesen.' },
        { what: 'Nichts hat sich geändert: gleiche Ziele, gleicher Kalender, gleiche Regeln.' },
      ],
    },
  ]);
});
