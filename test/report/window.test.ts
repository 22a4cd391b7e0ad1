import { describe, expect, test } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import { responsePage } from '../../src/report/response.ts';
import { thisWeek } from '../../src/report/this-week.ts';
import { overBefore, windowOf, windowSpan } from '../../src/report/window.ts';
import { dayText } from '../../src/time/weeks.ts';
import { day } from '../measures/facts-of.ts';
import { small } from './material-of.ts';
import { chartOf, ofKind } from './page-rules.ts';

const tickets = (from: string, count = 40) =>
  Array.from({ length: count }, (_, at) => ({
    ticket_id: `t${at}`,
    client: 'Pell',
    opened_at: `${from} 09:00`,
    first_response_at: `${from} 10:00`,
    closed_at: `${from} 11:00`,
  }));
const contacts = (from: string) => [{ client: 'Pell', at: `${from} 09:00`, channel: 'in-person' }];
const complaints = (from: string) => [{ complaint_id: 'K', client: 'Pell', received_at: `${from} 09:00` }];

describe('windowOf', () => {
  test.each([
    ['2025-06-01', '13 weeks', '13 Wochen', 'in 13 Wochen'],
    ['2025-12-15', '13 weeks', '13 Wochen', 'in 13 Wochen'],
    ['2025-12-16', '90 days', '90 Tage', 'in 90 Tagen'],
    ['2026-02-02', '6 weeks', '6 Wochen', 'in 6 Wochen'],
    ['2026-03-09', '1 week', '1 Woche', 'in 1 Woche'],
    ['2026-03-15', '1 day', '1 Tag', 'in 1 Tag'],
  ])('of records that begin on %s', (from, over, german, within) => {
    const material = small({ tickets: tickets(from) });
    expect(windowOf(material, 'F1-elapsed')).toMatchObject({ over, within: `in ${over}` });
    expect(speaking('de-DE', () => windowOf(material, 'F1-elapsed'))).toMatchObject({ over: german, within });
  });

  test('is as long as the longest of the tables that a figure counts, and for a rate as what it is counted against', () => {
    const material = small({ tickets: tickets('2026-01-05'), contacts: contacts('2026-03-02'), complaints: complaints('2026-02-02') });
    expect(['F1-elapsed', 'A9', 'A11-count', 'A11-rate', 'D1-rate'].map((id) => windowOf(material, id).over)).toEqual([
      '10 weeks',
      '2 weeks',
      '6 weeks',
      '2 weeks',
      '10 weeks',
    ]);
    expect(windowOf(material).over).toBe('10 weeks');
    expect(windowSpan(material, 'A9')).toBe('2\u00a0Mar to 15\u00a0Mar\u00a02026');
  });

  test('takes the first complaint of a rate for no beginning of its contacts', () => {
    const spoken = Array.from({ length: 91 }, (_, at) => ({ client: 'Pell', at: `${dayText(day('2025-12-15') + at)} 09:00`, channel: 'in-person' }));
    expect(windowOf(small({ contacts: spoken, complaints: complaints('2026-03-03') }), 'A11-rate').over).toBe('13 weeks');
  });

  test('of answers that stand on the days of their tickets is that of the tickets', () => {
    const surveys = [{ response_id: 's', client: 'Pell', ticket_id: 't1', answer: '5', scale_low: 1, scale_high: 5 }];
    const material = small({ tickets: tickets('2026-02-02'), surveys });
    expect([windowOf(material, 'S1').over, overBefore(material, 'S1')]).toEqual(['6 weeks', null]);
  });

  test('is of no measure that there is not', () => {
    expect(() => windowOf(small({ tickets: tickets('2026-02-02') }), 'E14')).toThrow('the measure "E14" is missing');
  });

  test('tells how much of the weeks before is on record', () => {
    expect(['2025-06-01', '2025-12-08', '2026-01-05'].map((from) => overBefore(small({ tickets: tickets(from) }), 'F1-elapsed'))).toEqual([
      '13 weeks',
      '1 week',
      null,
    ]);
  });
});

test('no page says 13 weeks of records that are shorter', () => {
  const material = small({ tickets: tickets('2026-02-02') });
  const page = responsePage(material);
  const [figure] = ofKind(thisWeek(material, { previous: null, refusals: [], files: [], settings: '', restated: [] }), 'figures')[0]!.figures;
  expect(figure!.note).toMatch(/^median of 40 tickets, 6 weeks; /);
  expect(chartOf(page, 'first-response-elapsed').subtitle).toContain('2\u00a0Feb to 15\u00a0Mar\u00a02026');
  expect(JSON.stringify(page.sections.filter(({ id }) => id !== 'backlog'))).not.toContain('13 weeks');
});
