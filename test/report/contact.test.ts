import { describe, expect, test } from 'vitest';
import { contactPage } from '../../src/report/contact.ts';
import type { BalanceDrawing, BarsDrawing } from '../../src/report/model.ts';
import { instant, type Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, tableOf } from './page-rules.ts';

const contact = (id: string, client: string, day: string, more: Row = {}): Row => ({
  contact_id: id,
  client,
  at: `${day} 10:00`,
  direction: 'out',
  kind: 'proactive',
  sentiment: null,
  ticket_id: null,
  ...more,
});

/** Contacts of two clients: Ash spoken to 4 days ago, Birch 40 days ago, and both kept for a quarter. */
const contacts = [
  contact('1', 'Ash', '2025-12-01'),
  contact('2', 'Birch', '2025-12-01'),
  contact('3', 'Ash', '2026-03-11', { sentiment: 'positive' }),
  contact('4', 'Birch', '2026-02-03'),
  contact('5', 'Birch', '2026-03-02', { direction: 'in', kind: 'problem', sentiment: 'negative' }),
  contact('6', 'Birch', '2026-03-03', { direction: 'in', kind: 'problem' }),
];
const clients = [{ name: 'Ash' }, { name: 'Birch' }];

describe('contactPage', () => {
  test('keeps the rules of pages and gives every section on the demo firm', async () => {
    const page = contactPage(await demo());
    expectRules(page);
    expectOwnIds([page]);
    expect(page.sections.map(({ id }) => id)).toEqual(['quiet', 'balance', 'figures', 'unasked', 'reports']);
    expect(page.title).toBe('One of 13 clients has not heard from us for over 30 days');
    expect((chartOf(page, 'days-since-contact').drawing as BarsDrawing).rows[0]).toMatchObject({
      label: 'Hollin Precision Engineering',
      value: 55,
      singled: true,
    });
    expect(tableOf(page, 'monthly-reports').rows[0]!.at(-1)!.text).toMatch(/^\d+ of 13$/);
    const feet = page.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.foot] : block.kind === 'chart' ? [block.chart.foot] : [])),
    );
    expect(feet.filter((foot) => !/^\S+\.csv.* · data to \d/.test(foot))).toEqual([]);
  });

  test('lists who has waited longest for a word, and says how long', () => {
    const page = contactPage(small({ contacts }, {}, clients));
    const { title, drawing } = chartOf(page, 'days-since-contact');
    expect(title).toBe('One client has not heard from us for over 30 days');
    expect((drawing as BarsDrawing).rows.map(({ label, text, note }) => [label, text, note])).toEqual([
      ['Birch', '40 days', 'over 30 days'],
      ['Ash', '4 days', ''],
    ]);
  });

  test('sets contacts about problems against positive ones, the worst balance first', () => {
    const { drawing, title, table } = chartOf(contactPage(small({ contacts }, {}, clients)), 'contact-balance');
    expect((drawing as BalanceDrawing).rows.map(({ label, left, right }) => [label, left, right])).toEqual([
      ['Birch', 2, 0],
      ['Ash', 0, 1],
    ]);
    expect(title).toBe('1 client has more contacts about problems than positive ones');
    expect(table.rows[0]!.map(({ text }) => text)).toEqual(['Whole firm', '2', '1', '1', '4']);
  });

  test('says of each month whether the report went out in time', () => {
    const sent = (client: string, period: string, day: string): Row => ({ client, period, sent_at: `${day} 09:00` });
    const reports_sent = [sent('Ash', '2026-01', '2026-02-03'), sent('Ash', '2026-02', '2026-03-09'), sent('Birch', '2026-02', '2026-03-05')];
    const kept = [
      { name: 'Ash', start: instant('2025-01-01') },
      { name: 'Birch', start: instant('2026-02-10') },
    ];
    const page = contactPage(small({ reports_sent, contacts }, {}, kept));
    expect(tableOf(page, 'monthly-reports').columns.map(({ name }) => name)).toEqual(['Client', 'Jan 2026', 'Feb 2026']);
    expect(tableOf(page, 'monthly-reports').rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Whole firm', '1 of 1', '1 of 2'],
      ['Ash', 'in time', 'no'],
      ['Birch', '–', 'in time'],
    ]);
  });

  test('without contacts offers the tables to record', () => {
    const page = contactPage(small({ tickets: [{ ticket_id: '1', client: 'Ash', opened_at: '2026-03-02 09:00' }] }));
    expectRules(page);
    expect(page.title).toBe('No contact is on record');
    expect(page.sections.map(({ id }) => id)).toEqual(['template-contacts', 'template-reports-sent', 'template-training']);
    const columnsOf = (id: string) => tableOf(page, id).columns.map(({ name }) => name);
    expect(columnsOf('template-contacts')).toContain('Words known');
    expect(columnsOf('template-reports-sent')).toEqual(['Column', 'Needed', 'What it says', 'Empty means']);
    expect(chartsOf(page)).toEqual([]);
  });
});
