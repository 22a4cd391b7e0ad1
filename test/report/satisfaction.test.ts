import { describe, expect, test } from 'vitest';
import type { IntervalsDrawing, ProcessDrawing } from '../../src/report/model.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import { instant, type Row } from '../measures/facts-of.ts';
import { demo, materialOf, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

/** Answers on five points, one a line of marks, all in the week of 2 March. */
function answers(client: string, marks: readonly number[], first: string): readonly Row[] {
  return marks.map((mark, at) => ({
    response_id: `${first}${at}`,
    client,
    sent_at: '2026-03-02 09:00',
    answered_at: '2026-03-02 10:00',
    answer: String(mark),
    scale_low: 1,
    scale_high: 5,
  }));
}

const times = (mark: number, count: number) => Array.from({ length: count }, () => mark);

describe('satisfactionPage', () => {
  test('keeps the rules of pages and gives every section on the demo firm', async () => {
    const material = await demo();
    const page = satisfactionPage(material);
    expectRules(page);
    expect(chartOf(page, 'satisfaction-by-week').foot).toMatch(/^surveys-2025\.csv\.gz, surveys-2026\.csv · /);
    expectOwnIds([page]);
    expect(page.sections.map(({ id }) => id)).toEqual([
      'trend',
      'answers',
      'formulas',
      'clients',
      'moved',
      'categories',
      'met',
      'quality',
      'tenure',
      'answer-rate',
      'asking',
    ]);
    expect(page.title).toBe('244 of 280 answers satisfied, too close to the band to tell');
    expect((chartOf(page, 'satisfaction-by-week').drawing as ProcessDrawing).band).toMatchObject({
      low: 0.85,
      high: 0.95,
    });
    expect(chartOf(page, 'satisfaction-by-client').title).toBe('Foxglove Care Homes is less satisfied than the other clients');
    expect(ofKind(page, 'ledger')[0]!.entries[0]).toMatchObject({
      who: [{ text: 'Hollin Precision Engineering', href: 'clients/hollin/' }],
      what: 'None of 42 surveys was answered.',
    });
  });

  test('gives the three formulas of the example with what they are made from', () => {
    const page = satisfactionPage(small({ surveys: answers('Pell', [...times(5, 10), ...times(4, 6), 3, 3, 3, 1], 'A') }));
    const rows = tableOf(page, 'satisfaction-formulas').rows.map((row) => row.map(({ text }) => text));
    expect(tableOf(page, 'satisfaction-formulas').columns.map(({ name }) => name)).toEqual(['Formula', 'Interval from', 'Interval to', 'Figure', 'Receipt']);
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['80\u00a0%', '16 ÷ 20'],
      ['75\u00a0%', '(16 − 1) ÷ 20'],
      ['94\u00a0%', '16 ÷ (16 + 1)'],
      ['4.2', '84 ÷ 20'],
    ]);
    expectRules(page);
  });

  test('shows counts under ten answers, and the interval first under thirty', () => {
    const surveys = [...answers('Few', [5, 5, 1], 'F'), ...answers('Some', [...times(5, 10), 1, 1], 'S'), ...answers('Many', [...times(5, 30), 1], 'M')];
    const chart = chartOf(satisfactionPage(small({ surveys })), 'satisfaction-by-client');
    const rows = (chart.drawing as IntervalsDrawing).rows;
    expect(rows.map(({ label, text }) => [label, text])).toEqual([
      ['Some', '55 to 95\u00a0%, 10 of 12'],
      ['Many', '97\u00a0%, 30 of 31'],
      ['Few', '2 of 3'],
    ]);
    expect(rows[2]).toMatchObject({ value: null, low: null, high: null });
    expect(chart.title).toBe('No client can be told apart from the others');
    expect(chart.table.rows[2]!.at(-1)).toEqual({
      text: 'not enough answers',
      value: 'not enough answers',
      status: 'not enough answers',
    });
  });

  test('draws the forty lowest of many clients and lists all of them', () => {
    const surveys = Array.from({ length: 60 }, (_, at) => answers(`Client ${at}`, [...times(5, 12), 1], `C${at}-`)).flat();
    const page = satisfactionPage(small({ surveys }));
    const chart = chartOf(page, 'satisfaction-by-client');
    expect((chart.drawing as IntervalsDrawing).rows).toHaveLength(40);
    expect(chart.table.rows).toHaveLength(60);
    expectRules(page);
  });

  test('leaves a long name out of the title', () => {
    const long = `${'Considerably '.repeat(15)}Long`;
    const surveys = [...answers(long, times(1, 30), 'L'), ...answers('Pell', times(5, 60), 'P')];
    const page = satisfactionPage(small({ surveys }));
    expect(chartOf(page, 'satisfaction-by-client').title).toBe('One client is less satisfied than the other clients');
    expectRules(page);
  });

  test('names nobody when all clients answer alike', () => {
    const surveys = [...answers('Ash', times(5, 30), 'A'), ...answers('Elm', times(5, 30), 'E')];
    const chart = chartOf(satisfactionPage(small({ surveys })), 'satisfaction-by-client');
    expect(chart.title).toBe('No client can be told apart from the others');
    expect((chart.drawing as IntervalsDrawing).rows.some(({ singled }) => singled)).toBe(false);
  });

  test('says what to record where there is no survey', () => {
    const page = satisfactionPage(small({ tickets: [{ ticket_id: '1', opened_at: '2026-03-02 09:00' }] }));
    expect(page.title).toBe('No survey is on record');
    const columns = tableOf(page, 'template-surveys').rows.map(([first]) => first!.text);
    expect(columns).toContain('answered_at');
    expect(chartsOf(page)).toEqual([]);
    expectRules(page);
  });

  test('counts answers without sending times, and says that asking cannot be told', () => {
    const surveys = [{ response_id: '1', answered_at: '2026-03-02 10:00', answer: 'good' }];
    const page = satisfactionPage(small({ surveys }));
    expect(page.title).toBe('1 of 1 answer satisfied, too few to tell');
    expect(page.sections.at(-1)!.blocks).toEqual([{ kind: 'prose', words: 'Not available: no export says when surveys were sent.' }]);
    expectRules(page);
  });

  test('keeps the weeks where the last 13 have no answer', () => {
    const surveys = answers('Pell', times(5, 12), 'A').map((row) => ({
      ...row,
      sent_at: '2025-06-02 09:00',
      answered_at: '2025-06-03 09:00',
    }));
    const page = satisfactionPage(small({ surveys }));
    expect(page.title).toBe('No client answered a survey in 13 weeks');
    expect(chartsOf(page).map(({ id }) => id)).toEqual(['satisfaction-by-week']);
    expectRules(page);
  });

  test('begins the line anew where the scale of the answers changed', () => {
    const old = answers('Pell', times(2, 12), 'A').map((row) => ({
      ...row,
      answer: '1',
      scale_high: 3,
      answered_at: '2026-02-03 09:00',
    }));
    const page = satisfactionPage(small({ surveys: [...old, ...answers('Pell', times(5, 12), 'B')] }));
    const { points } = chartOf(page, 'satisfaction-by-week').drawing as ProcessDrawing;
    expect(points.map(({ start }) => start)).toEqual(['2026-03-02', '2026-03-09']);
    expect(page.sections[0]!.note).toContain('2\u00a0Mar\u00a02026');
    expect(tableOf(page, 'satisfaction-formulas').rows[3]!.map(({ text }) => text)).toContain('answers on two scales');
    expectRules(page);
  });

  test('says by which rule answers on several scales count together', () => {
    const tens = answers('Pell', [...times(10, 8), ...times(7, 4)], 'T').map((row) => ({ ...row, scale_low: 0, scale_high: 10 }));
    const faces = { ...answers('Pell', [5], 'F')[0]!, answer: 'good', scale_low: null, scale_high: null };
    const page = satisfactionPage(small({ surveys: [...answers('Pell', times(4, 20), 'A'), ...tens, faces] }));
    expectRules(page);
    expect(page.sections.find(({ id }) => id === 'formulas')!.note).toContain(
      'Answers came on several scales: from 1 to 5 (20 answers), from 0 to 10 (12 answers), without a scale (1 answer). Each is positive, neutral or negative on its own scale',
    );
    expect(page.sections.find(({ id }) => id === 'trend')!.note).toContain('the share may also move because more come on one of them');
    const [first] = tableOf(page, 'satisfaction-formulas').rows;
    expect(first!.map(({ text }) => text)).toContain('29 ÷ 33');
    const alone = satisfactionPage(small({ surveys: answers('Pell', times(4, 20), 'A') }));
    expect(alone.sections.map(({ note }) => note).join(' ')).not.toContain('several scales');
  });

  test('says nothing of change without a signal, and names the week that is one', () => {
    const weeks = (bad: number) =>
      Array.from({ length: 20 }, (_, week) => {
        const monday = new Date(instant('2025-10-27') + week * 7 * 86_400_000).toISOString().slice(0, 10);
        const marks = week === 15 ? [...times(1, bad), ...times(5, 20 - bad)] : week % 2 === 0 ? [1, ...times(5, 19)] : [...times(1, 5), ...times(5, 15)];
        return answers('Pell', marks, `W${week}-`).map((row) => ({
          ...row,
          sent_at: `${monday} 08:00`,
          answered_at: `${monday} 09:00`,
        }));
      }).flat();
    const calm = satisfactionPage(small({ surveys: weeks(5) }));
    expect(chartOf(calm, 'satisfaction-by-week').title).toBe('No week differs from the others by more than chance');
    expect(JSON.stringify(calm)).not.toMatch(/\b(better|worse|fell|rose|slower|faster)\b/);
    const shock = satisfactionPage(small({ surveys: weeks(20) }));
    expect(chartOf(shock, 'satisfaction-by-week').title).toBe('Week of 9\u00a0Feb\u00a02026: under the limits');
  });

  test('lists active clients that were not asked', () => {
    const tickets = [
      { ticket_id: '1', client: 'Ash', opened_at: '2026-03-02 09:00' },
      { ticket_id: '2', client: 'Pell', opened_at: '2026-03-02 09:00' },
    ];
    const page = satisfactionPage(small({ tickets, surveys: answers('Pell', [5], 'P') }));
    expect(ofKind(page, 'heading').at(-1)!.text).toBe('1 active client was not asked');
    expect(ofKind(page, 'ledger').at(-1)!.entries).toEqual([
      { who: [{ text: 'Ash', href: 'clients/ash/' }], what: '1 ticket opened, no survey sent.', aside: [] },
    ]);
    expectRules(page);
  });

  test('writes the same page twice', async () => {
    const material = await demo();
    expect(JSON.stringify(satisfactionPage(material))).toBe(JSON.stringify(satisfactionPage(materialOf(material.context))));
  });
});
