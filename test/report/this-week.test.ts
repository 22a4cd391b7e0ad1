import { describe, expect, test } from 'vitest';
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
    expect(ofKind(page, 'figures')[0]!.figures.length).toBeLessThanOrEqual(6);
  });

  test.each([
    [40, 0, 'Clients are satisfied: 40 of 40 answers in 13 weeks, which meets the band.'],
    [36, 4, 'Whether enough clients are satisfied cannot be told: 36 of 40 answers in 13 weeks.'],
    [10, 30, 'Too few clients are satisfied: 10 of 40 answers in 13 weeks, below the band.'],
    [4, 1, 'Only 5 answers came in 13 weeks: too few to tell whether clients are satisfied.'],
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
    const page = thisWeek(material, { previous, refusals: [refusal, { ...refusal, column: 'y' }], files: [{ read: 9, rejected: 1 }], settings: 'b', restated });
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

  test('says plainly that nothing can be told', () => {
    const page = thisWeek(small({ tickets: [{ ticket_id: '1', status: 'open' }] }), first);
    expect(page.title).toBe('No survey was read, so satisfaction is not known. How fast tickets are answered is not available from these exports.');
    expect(ofKind(page, 'figures')).toEqual([]);
    expect(ofKind(page, 'prose')[0]!.words).toContain('No headline figure');
  });
});
