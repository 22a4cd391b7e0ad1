import { describe, expect, test } from 'vitest';
import { clientPage } from '../../src/report/client.ts';
import { clientsPage } from '../../src/report/clients.ts';
import type { DistributionDrawing, IntervalsDrawing, Page } from '../../src/report/model.ts';
import { responsePage } from '../../src/report/response.ts';
import { satisfactionPage } from '../../src/report/satisfaction.ts';
import { day, instant, type Row } from '../measures/facts-of.ts';
import { dayText } from '../../src/time/weeks.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

function surveys(client: string, good: number, bad: number, on = '2026-03-02'): readonly Row[] {
  return Array.from({ length: good + bad }, (_, at) => ({
    response_id: `${client}${on}${at}`,
    client,
    sent_at: `${on} 09:00`,
    answered_at: `${on} 10:00`,
    answer: at < good ? 'good' : 'bad',
  }));
}

const prose = (page: Page, id: string) => page.sections.find((section) => section.id === id)!.blocks[0];
const cellsOf = (page: Page, name: string) => tableOf(page, 'clients').rows.find(([first]) => first!.text === name)!;

describe('clientsPage', () => {
  test('keeps the rules of pages, with one row a client by name', async () => {
    const material = await demo();
    const page = clientsPage(material);
    expectRules(page);
    expect(page.title).toBe('One of 14 clients is below the band of satisfaction');
    const names = tableOf(page, 'clients').rows.map(([first]) => first!.text);
    expect(names).toHaveLength(14);
    expect(names).toEqual(names.toSorted());
    expect(cellsOf(page, 'Foxglove Care Homes')[0]).toEqual({
      text: 'Foxglove Care Homes',
      value: 'Foxglove Care Homes',
      href: 'clients/foxglove/',
    });
    expect(tableOf(page, 'clients-unmapped').rows).toEqual([
      [
        { text: 'Sandpiper Lettings', value: 'Sandpiper Lettings' },
        { text: '1', value: 1 },
      ],
    ]);
  });

  test('shows counts for few answers, a dash for none, and the word of each status', () => {
    const material = small({ surveys: [...surveys('Ash', 4, 1), ...surveys('Elm', 2, 38)] }, {}, [{ name: 'Ash' }, { name: 'Elm' }, { name: 'Oak' }]);
    const page = clientsPage(material);
    const shown = (name: string) => {
      const { text, status } = cellsOf(page, name)[1]!;
      return [text, status];
    };
    expect(shown('Ash')).toEqual(['not enough answers, 4\u00a0of\u00a05', 'not enough answers']);
    expect(shown('Elm')).toEqual(['below, 5\u00a0%\u00a0of\u00a040', 'below']);
    expect(shown('Oak')).toEqual(['–', undefined]);
    expect(page.intro).toBe('Of the others, one has too few answers and one gave none.');
    expectRules(page);
  });

  test('leaves out the columns that nothing measures', () => {
    const page = clientsPage(small({ surveys: surveys('Ash', 4, 1) }));
    expect(tableOf(page, 'clients').columns.map(({ name }) => name)).toEqual(['Client', 'Satisfied']);
  });

  test('says why there is no list where the exports name nobody', () => {
    const page = clientsPage(small({ tickets: [{ ticket_id: '1', opened_at: '2026-03-02 09:00' }] }));
    expect(page.title).toBe('The exports name no client');
    expect(tableOf(page, 'template-clients').rows.length).toBeGreaterThan(5);
    expectRules(page);
  });
});

describe('clientPage', () => {
  test('keeps the rules of pages for every client, with ids of its own', async () => {
    const material = await demo();
    const pages = material.clients.map((_, client) => clientPage(material, client));
    pages.forEach(expectRules);
    expectOwnIds([satisfactionPage(material), responsePage(material), clientsPage(material), ...pages]);
    expect(pages.map(({ path }) => path)).toEqual(material.clients.map(({ slug }) => `clients/${slug}/`));
    expect(new Set(pages.map(({ nav }) => nav))).toEqual(new Set(['']));
  });

  test('shows nothing of another client', async () => {
    const material = await demo();
    material.clients.forEach(({ name }, client) => {
      const page = JSON.stringify(clientPage(material, client));
      for (const other of material.clients) if (other.name !== name) expect(page).not.toContain(other.name);
    });
  });

  test('gives the reasons to call, else says that no rule asks for one', async () => {
    const material = await demo();
    const page = (slug: string) =>
      clientPage(
        material,
        material.clients.findIndex((client) => client.slug === slug),
      );
    const said = (slug: string, label: string) => {
      const { entries } = ofKind(page(slug), 'notes')[0]!;
      const from = entries.findIndex((entry) => entry.label === label);
      const next = entries.findIndex((entry, at) => at > from && entry.label !== '');
      return entries.slice(from, next === -1 ? undefined : next).map(({ what }) => what);
    };
    expect(said('foxglove', 'Raise')).toEqual([
      'Two complaints in 14 days.',
      expect.stringMatching(/^25 of 45 answers satisfied/),
      '1 promise is 125 days past the day first given.',
    ]);
    expect(said('foxglove', 'Went well')).toEqual(['The last 7 visits came on time.']);
    expect(said('ivybridge', 'Raise')).toEqual(['No rule asks for a call. No promise is overdue.']);
    expect(said('dunmore', 'Raise')).toEqual(['The contract ended on 31\u00a0Mar\u00a02026, so no rule applies. No promise is overdue.']);
    expect(said('kestrel', 'Went well')[0]).toMatch(/^\d+ of \d+ /);
    expect(page('hollin').title).toBe('Silent: none of 42 surveys answered');
    expect(page('kestrel').title).toBe('32 of 33 answers satisfied, which meets the band');
  });

  test('counts dots as the ledger counts tickets', async () => {
    const material = await demo();
    const client = material.clients.findIndex(({ slug }) => slug === 'hollin');
    const page = clientPage(material, client);
    const { bins, dots } = chartOf(page, 'client-hollin-first-response').drawing as DistributionDrawing;
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(46);
    expect(dots).toBe(true);
    expect(ofKind(page, 'figures')[0]!.figures.find(({ id }) => id === 'F1-elapsed')!.note).toContain('46 tickets');
  });

  test('compares quarters only where chance does not explain the difference', () => {
    const quarters = (before: readonly [number, number], last: readonly [number, number]) =>
      chartOf(
        clientPage(
          small({
            surveys: [...surveys('Ash', ...before, '2025-08-04'), ...surveys('Ash', ...last, '2025-11-03'), ...surveys('Ash', 1, 0)],
          }),
          0,
        ),
        'client-ash-quarters',
      );
    expect(quarters([30, 2], [28, 4]).title).toBe('The last complete quarter cannot be told apart from the one before');
    expect(quarters([30, 2], [10, 22]).title).toBe('Fewer satisfied answers in the last complete quarter than in the one before');
    expect(quarters([30, 2], [5, 1]).title).toBe('Too few answers to compare one quarter with the next');
    const { rows } = quarters([30, 2], [5, 1]).drawing as IntervalsDrawing;
    expect(rows.map(({ label, text }) => [label, text])).toEqual([
      ['Jul to Sep 2025', '94\u00a0%, 30 of 32'],
      ['Oct to Dec 2025', '5 of 6'],
      ['Jan to Mar 2026, incomplete', '1 of 1'],
    ]);
  });

  test('counts one of one in the singular', () => {
    const one = { ticket_id: '1', client: 'Ash', opened_at: '2026-03-02 09:00', first_response_at: '2026-03-02 10:00' };
    const page = clientPage(small({ tickets: [one], surveys: surveys('Ash', 1, 0) }, { targets: { first_response: { default: '2 h' } } }), 0);
    expect(page.title).toMatch(/^1 of 1 answer satisfied, /);
    expect(JSON.stringify(page)).toContain('1 of 1 ticket had an answer within target.');
    expect(JSON.stringify(page)).not.toMatch(/of 1 (tickets|answers|surveys|promises|visits|complaints)/);
  });

  test('says of an export that ended when it did, not that nothing came in 13 weeks', () => {
    const on = (at: number) => dayText(day('2025-12-21') + at);
    const answers = Array.from({ length: 40 }, (_, at) => surveys('Ash', 1, 0, on(at))).flat();
    const tickets = Array.from({ length: 40 }, (_, at) => ({
      ticket_id: `t${at}`,
      client: 'Ash',
      opened_at: `${on(at)} 09:00`,
      first_response_at: `${on(at)} 10:00`,
    }));
    const other = { ticket_id: 'b', client: 'Birch', opened_at: '2026-01-05 09:00' };
    const page = clientPage(small({ surveys: answers, tickets: [...tickets, other] }, {}, [{ name: 'Ash' }, { name: 'Birch' }]), 1);
    const said = JSON.stringify(page).replaceAll('\u00a0', ' ');
    expect(page.title.replaceAll('\u00a0', ' ')).toBe('The survey export ends on 29 Jan 2026');
    expect(String(page.intro).replaceAll('\u00a0', ' ')).toMatch(/ The ticket export ends on 29 Jan 2026\. The survey export ends on 29 Jan 2026\.$/);
    expect(said).toContain('These exports do not tell whether a call is due.');
    expect(said).not.toMatch(/(answer|answered|survey)[^.]* in 13 weeks/);
    expectRules(page);
  });

  test('goes by the band agreed with the client, and names its manager', () => {
    const clients = [{ name: 'Ash', targetLow: 60, targetHigh: 80, accountManager: 'Ruth Adeyemi' }];
    const page = clientPage(small({ surveys: surveys('Ash', 40, 8) }, {}, clients), 0);
    expect(page.title).toBe('40 of 48 answers satisfied, which meets the band');
    expect(page.intro).toContain('The band agreed with this client is 60 to 80\u00a0%.');
    expect((chartOf(page, 'client-ash-quarters').drawing as IntervalsDrawing).band).toMatchObject({
      low: 0.6,
      high: 0.8,
    });
    expect(page.note).toBe('Account manager: Ruth Adeyemi.');
  });

  test('keeps a name of 200 letters out of titles and ids', () => {
    const name = 'Considerably Long Name of a Client '.repeat(6).slice(0, 200).trim();
    const page = clientPage(small({ surveys: surveys(name, 1, 1) }), 0);
    expect(page.head).toBe(name);
    expectRules(page);
    expectOwnIds([page]);
  });

  test('lists complaints by month, and says when there is none', () => {
    const complaints = [
      { complaint_id: '1', client: 'Ash', received_at: '2026-01-05 09:00', responded_at: '2026-01-05 10:00' },
      { complaint_id: '2', client: 'Ash', received_at: '2026-03-02 09:00', responded_at: '2026-03-09 10:00' },
    ];
    const material = small({ complaints }, {}, [{ name: 'Ash' }, { name: 'Elm' }]);
    const rows = tableOf(clientPage(material, 0), 'client-ash-complaints').rows.map((row) => row.map(({ text }) => text));
    expect(rows).toEqual([
      ['January 2026', '1', '1 of 1'],
      ['February 2026', '0', '–'],
      ['March 2026, incomplete', '1', '0 of 1'],
    ]);
    expect(prose(clientPage(material, 1), 'complaints')).toEqual({
      kind: 'prose',
      words: 'No formal complaint in 3 months on record.',
    });
  });

  test('stands without any row of the client', () => {
    const page = clientPage(small({ surveys: surveys('Ash', 3, 0) }, {}, [{ name: 'Ash' }, { name: 'Elm', end: instant('2026-01-31') }]), 1);
    expect(page.title).toBe('No answer to a survey in 2 weeks');
    expect(chartsOf(page)).toEqual([]);
    expectRules(page);
  });
});
