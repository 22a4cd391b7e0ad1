import { describe, expect, test } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import type { Report } from '../../src/report/model.ts';
import { restatements } from '../../src/report/restated.ts';
import { thisWeek } from '../../src/report/this-week.ts';
import { demo, small } from './material-of.ts';
import { ofKind, wordsIn } from './page-rules.ts';

const first = { previous: null, refusals: [], files: [{ read: 1, rejected: 0 }], settings: 'a', restated: [] };
const answer = (id: number, mark: number) => ({
  response_id: `s${id}`,
  kind: 'csat',
  sent_at: '2026-03-02 08:00',
  answered_at: '2026-03-03 09:00',
  answer: String(mark),
  scale_low: 1,
  scale_high: 5,
});
const answers = (good: number, bad: number) => [
  ...Array.from({ length: good }, (_, at) => answer(at, 5)),
  ...Array.from({ length: bad }, (_, at) => answer(at + good, 1)),
];

describe('thisWeek', () => {
  test('opens with at most sixty words, in sentences of at most 25', async () => {
    const page = thisWeek(await demo(), first);
    expect(page.lead).toBe(true);
    expect(wordsIn(page.title)).toBeLessThanOrEqual(60);
    for (const sentence of page.title.split(/(?<=\.)\s/)) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(25);
    expect(page.title).toContain('244 of 280 answers in 13 weeks');
    expect(page.title).toContain('Complaints run at 23.0 per 1,000 in-person contacts since February, 39.9 before. Half of 979 tickets had an answer within');
    expect(ofKind(page, 'figures')[0]!.figures.length).toBeLessThanOrEqual(6);
  });

  test.each([
    [40, 0, 'Clients are satisfied: 40 of 40 answers in 2 weeks, which meets the band.'],
    [36, 4, 'Whether enough clients are satisfied cannot be told: 36 of 40 answers in 2 weeks.'],
    [10, 30, 'Too few clients are satisfied: 10 of 40 answers in 2 weeks, below the band.'],
    [4, 1, 'Only 5 answers came in 2 weeks: too few to tell whether clients are satisfied.'],
  ])('%i good and %i bad answers', (good, bad, sentence) => {
    expect(thisWeek(small({ surveys: answers(good, bad) }), first).title).toBe(sentence);
  });

  test('shows few answers as counts, some with the interval first, many as percent', () => {
    const value = (good: number, bad: number) => {
      const [figure] = ofKind(thisWeek(small({ surveys: answers(good, bad) }), first), 'figures')[0]!.figures;
      return [figure!.value, figure!.unit, figure!.interval, figure!.mark!.value];
    };
    expect(value(4, 1)).toEqual(['4', 'of 5', '', null]);
    expect(value(18, 2)).toEqual(['70–97', '%', 'point 90', 0.9]);
    expect(value(36, 4)).toEqual(['90', '%', '77 to 96', 0.9]);
  });

  test('tells what was added and restated since the report before', () => {
    const material = small({ surveys: answers(4, 1) });
    const week = {
      client: null,
      grain: 'week',
      starts: ['2026-03-02'],
      value: [1],
      n: [3],
      hits: [3],
      exposure: [null],
      low: [null],
      high: [null],
      p90: [null],
      assumed: null,
    };
    const previous = { asOf: '2026-03-08', facts: { surveys: 3 }, settings: 'a', series: [{ ...week, measure: 'S1' }] } as unknown as Report;
    const refusal = {
      file: 'a.csv',
      line: 2,
      id: '',
      column: 'x',
      text: '',
      code: 'cell-not-number',
      why: '',
      consequence: 'the cell was left empty',
      advice: '',
    };
    const restated = restatements(material, previous, 'b');
    const refusals = [refusal, { ...refusal, column: 'y' }, { ...refusal, file: 'b.csv', code: 'values-unmapped', consequence: 'its rows were kept' }];
    const page = thisWeek(material, { previous, refusals, files: [{ read: 9, rejected: 1 }], settings: 'b', restated });
    expect(ofKind(page, 'notes')[0]!.entries.map(({ label, what, where }) => [label, what, ...(where === undefined ? [] : [where])])).toEqual([
      ['Restated', 'The week of 2\u00a0Mar now reads 5 answers; it read 3, as answers came late or were changed.'],
      ['Restated', 'In all, 1 measure reads otherwise in 1 week.', ['It is listed under ', { text: 'Data', href: 'data/#restated' }, '.']],
      ['New', '2 surveys were added.'],
      [
        'Refused',
        '1 row of 9 was left out and 2 cells in 1 other row left empty, in a.csv.',
        ['They are listed under ', { text: 'Data', href: 'data/#refusals' }, '.'],
      ],
      ['Settings', 'The settings changed since the report of 8\u00a0Mar\u00a02026.'],
    ]);
  });

  test('says that open tickets wait only where most closed ones have an answer on record', () => {
    const row = (id: string, more: object) => ({ ticket_id: id, opened_at: '2026-03-10 09:00', ...more });
    const ids = Array.from({ length: 30 }, (_, at) => at);
    const [answered, ended] = [{ first_response_at: '2026-03-10 10:00' }, { closed_at: '2026-03-11 09:00' }];
    const title = (kept: object) =>
      thisWeek(
        small({
          tickets: [
            ...ids.map((at) => row(`a${at}`, { ...answered, ...ended })),
            ...ids.flatMap((at) => [row(`b${at}`, { ...kept, ...ended }), row(`c${at}`, { ...kept, ...ended }), row(`d${at}`, {})]),
          ],
        }),
        first,
      ).title;
    expect(title(answered)).toContain('Half of 90 tickets had an answer within 1\u00a0h; 30 open ones wait for one.');
    expect(title({})).toContain('Half of 30 tickets had an answer within 1\u00a0h; 60 of 90 closed tickets have none on record.');
  });

  test('says plainly that nothing can be told', () => {
    const page = thisWeek(small({ tickets: [{ ticket_id: '1', status: 'open' }] }), first);
    expect(page.title).toBe('No survey was read, so satisfaction is not known. How fast tickets are answered is not available from these exports.');
    expect(ofKind(page, 'figures')).toEqual([]);
    expect(ofKind(page, 'prose')[0]!.words).toContain('No headline figure');
  });
});

describe('where a table ends long before the others', () => {
  const dayAt = (from: string, at: number) => new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10);
  const days = (from: string, count: number) => Array.from({ length: count }, (_, at) => dayAt(from, at));
  const tickets = (from: string, count: number) =>
    days(from, count).map((day, at) => ({
      ticket_id: `t${at}`,
      client: 'Ash',
      opened_at: `${day} 09:00`,
      first_response_at: `${day} 10:00`,
      resolved_at: `${day} 11:00`,
    }));
  const surveys = (from: string, count: number) =>
    days(from, count).map((day, at) => ({ ...answer(at, 5), client: 'Ash', sent_at: `${day} 08:00`, answered_at: `${day} 09:00` }));
  const contacts = (from: string, count: number) => days(from, count).map((day) => ({ client: 'Ash', at: `${day} 09:00`, direction: 'out' }));
  const page = (...given: Parameters<typeof small>) => thisWeek(small(...given), first);
  const calls = ({ sections }: ReturnType<typeof page>) => sections.some(({ id }) => id === 'calls');
  const ended = { tickets: tickets('2025-08-03', 40), surveys: surveys('2026-01-05', 70) };

  test('nobody’s silence is told from it: its last day is, and that the exports do not tell who needs a call', () => {
    const told = page(ended);
    expect(told.title).toBe(
      'Clients are satisfied: 70 of 70 answers in 10 weeks, which meets the band. The ticket export ends on 11\u00a0Sep\u00a02025, so how fast tickets have been answered since is not known. These exports do not tell who needs a call.',
    );
    expect(calls(told)).toBe(false);
    expect(ofKind(told, 'figures')[0]!.figures.map(({ value, note }) => [value, note])).toContainEqual([
      '–',
      'the ticket export ends on 11\u00a0Sep\u00a02025',
    ]);
  });

  test('a list of clients tells who is one still, without the tickets', () => {
    const told = page(ended, {}, [{ name: 'Ash' }]);
    expect(told.title).toMatch(/No client needs a call\.$/);
    expect(calls(told)).toBe(true);
  });

  test('its surveys are not taken for unanswered', () => {
    expect(page({ surveys: surveys('2025-08-03', 40) }, {}, [{ name: 'Ash' }]).title).toBe(
      'The survey export ends on 11\u00a0Sep\u00a02025, so whether clients have been satisfied since is not known. These exports do not tell who needs a call.',
    );
  });

  test('what it holds of the 13 weeks is told, with its last day', () => {
    expect(page({ tickets: tickets('2025-12-21', 40), surveys: surveys('2025-12-21', 40) }).title).toBe(
      'Clients are satisfied: 40 of 40 answers in 85 days, which meets the band. The survey export ends on 29\u00a0Jan\u00a02026. Half of 40 tickets had an answer within 1\u00a0h. The ticket export ends on 29\u00a0Jan\u00a02026. These exports do not tell who needs a call.',
    );
  });

  test('no client is silent by contacts that end, and none is said to need no call', () => {
    const rows = { contacts: contacts('2025-08-03', 40), surveys: surveys('2026-01-05', 70) };
    expect(page(rows, {}, [{ name: 'Ash' }]).title).toMatch(/which meets the band\. These exports do not tell who needs a call\.$/);
  });

  test('complaints are not said to be none', () => {
    const complaints = days('2025-08-03', 40).map((day, at) => ({ complaint_id: `c${at}`, client: 'Ash', received_at: `${day} 09:00` }));
    expect(page({ complaints, surveys: surveys('2026-01-05', 70) }, {}, [{ name: 'Ash' }]).title).toContain(
      'The complaint export ends on 11\u00a0Sep\u00a02025, so how many complaints came since is not known.',
    );
  });

  test('it is said in German', () => {
    expect(speaking('de-CH', () => page(ended).title)).toContain(
      'Der Ticket-Export endet am 11.\u00a0Sep\u00a02025, daher ist nicht bekannt, wie schnell Tickets seither beantwortet wurden.',
    );
  });
});
