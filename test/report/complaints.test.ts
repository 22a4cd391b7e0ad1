import { describe, expect, test } from 'vitest';
import { reckon } from '../../src/client/reckon.ts';
import { complaintsPage } from '../../src/report/complaints.ts';
import { asShown } from '../../src/report/equation.ts';
import type { BarsDrawing, ProcessDrawing } from '../../src/report/model.ts';
import { thisWeek } from '../../src/report/this-week.ts';
import { demo, small } from './material-of.ts';
import { chartOf, expectOwnIds, expectRules, ofKind } from './page-rules.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const hoursIn = (text: string) => {
  const [, hours = '0', minutes = '0'] = /^(?:(\d+) h)?(?: ?(\d+) min)?$/.exec(plain(text))!;
  return Number(hours) + Number(minutes) / 60;
};

describe('complaintsPage', () => {
  test('claims the fall of the demo firm with its signal, and no cause', async () => {
    const page = complaintsPage(await demo());
    expectRules(page);
    expectOwnIds([page]);
    expect(plain(page.title)).toBe('Since the courtesy programme began, complaints run 42 % lower');
    expect(page.intro).toContain(
      'Its 30 seconds more for each contact are assumed, not logged. Complaints have run at 23.0 per 1,000 in-person contacts since',
    );
    expect(page.intro).toContain('the timing, not the cause');
    const { regimes, signals, events } = chartOf(page, 'complaints-by-week').drawing as ProcessDrawing;
    expect(regimes.map((regime) => plain(regime.meanText))).toEqual(['mean before 7.7', 'mean now 4.4']);
    expect(events).toHaveLength(1);
    expect(plain(signals[0]!.text)).toBe('eight weeks in a row under the old mean: a signal by 23 Mar');
  });

  test('a reader can check the equation, and the table and the sentence agree with it', async () => {
    const page = complaintsPage(await demo());
    const [equation] = ofKind(page, 'equation');
    const [whatif] = ofKind(page, 'whatif');
    const [courtesy, complaints] = equation!.lines;
    const value = (text: string) => Number.parseFloat(plain(text));
    expect(hoursIn(courtesy!.terms[2].value)).toBeCloseTo((value(courtesy!.terms[0].value) * value(courtesy!.terms[1].value)) / 3600, 1);
    expect(hoursIn(complaints!.terms[2].value)).toBeCloseTo(value(complaints!.terms[0].value) * value(complaints!.terms[1].value), 1);
    const net = [...equation!.net].find((span) => typeof span !== 'string');
    const now = whatif!.table.rows.find((row) => row[0]!.strong)!;
    expect(net).toEqual({ strong: now[3]!.text });
    expect([whatif!.contacts, whatif!.seconds, whatif!.avoided, whatif!.hoursEach].map(asShown)).toEqual([
      value(courtesy!.terms[0].value),
      value(courtesy!.terms[1].value),
      value(complaints!.terms[0].value),
      value(complaints!.terms[1].value),
    ]);
  });

  test('names one net figure wherever it stands, and what is before it is taken off', async () => {
    const material = await demo();
    const page = complaintsPage(material);
    const [equation] = ofKind(page, 'equation');
    const [whatif] = ofKind(page, 'whatif');
    const first = thisWeek(material, { previous: null, refusals: [], files: [], settings: '', restated: [] });
    const figure = ofKind(first, 'figures')[0]!.figures.find(({ id }) => id === 'A13-net')!;
    const told = plain([...equation!.net].map((span) => (typeof span === 'string' ? span : (span as { strong: string }).strong)).join(''));
    expect([figure.name, plain(`${figure.value} ${figure.unit}`), plain(figure.interval)]).toEqual([
      'Net hours returned',
      '15 h 15 min',
      '9 h 35 min to 20 h 55 min',
    ]);
    expect(plain(String(figure.note))).toBe('a week, over 30 weeks from 2 Feb 2026; 30 s for each contact assumed');
    expect(told).toContain(
      'That returns a net 15 h 15 min a week; the interval is 9 h 35 min to 20 h 55 min. Each hour of courtesy stands against about 11 hours of complaints.',
    );
    const { net } = reckon(whatif!, 'en');
    expect([net, whatif!.table.rows.find((row) => row[0]!.strong)![3]!.text, equation!.table.rows[6]![1]!.text].map(plain)).toEqual(
      Array(3).fill('15 h 15 min'),
    );
    expect(plain(equation!.title)).toBe('1 h 35 min of courtesy a week stands against 16 h 50 min of complaints');
    expect(equation!.table.rows[5]![1]!.text).toBe('16\u00a0h\u00a050\u00a0min');
  });

  const since = (contact: object, settings: object) => {
    const week = (at: number) => new Date(Date.UTC(2025, 8, 1) + at * 7 * 86_400_000).toISOString().slice(0, 10);
    const weeks = Array.from({ length: 28 }, (_, at) => week(at));
    const complaints = weeks.map((day) => ({ complaint_id: day, received_at: `${day} 09:00` }));
    const contacts = weeks.flatMap((day) => [{}, contact].map((more) => ({ at: `${day} 10:00`, channel: 'phone', client: 'A', ...more })));
    return complaintsPage(small({ complaints, contacts }, { courtesy: { start: '2025-12-22', channels: ['phone', 'mail'], ...settings } }));
  };

  test('tells assumed seconds from logged ones, and which contacts are counted', () => {
    expect(since({}, { seconds: 45 }).intro).toContain('Its 45 seconds more for each contact are assumed, not logged.');
    expect(since({ courtesy_seconds: 15 }, { seconds: 45 }).intro).toContain('are a mean: 12 of 24 contacts log theirs, the others’ are assumed.');
    const page = since({ channel: 'mail' }, {});
    expect(page.intro).toContain('per 1,000 contacts (phone, mail) since then');
    expect(ofKind(page, 'equation')[0]!.lines[0]!.terms[0].note).toBe('contacts (phone, mail) a week');
  });

  test('tells hours in money where the settings say what one costs', async () => {
    const material = await demo();
    const settings = { ...material.context.settings, money: { currency: 'EUR', hour: 65 } };
    const page = complaintsPage({ ...material, context: { ...material.context, settings } });
    const { net } = ofKind(page, 'equation')[0]!;
    const hours = hoursIn((net[1] as { strong: string }).strong);
    const [, told] = /, €([\d,]+) at €65 an hour, a week/.exec(String(net[2])) ?? [];
    expect(Number(told!.replace(',', '')) / 65).toBeCloseTo(hours, 1);
  });

  test('names the step most often skipped, and counts the closed complaints', async () => {
    const chart = chartOf(complaintsPage(await demo()), 'recovery-steps');
    const { rows, full } = chart.drawing as BarsDrawing;
    const least = Math.min(...rows.map((row) => row.value));
    expect(rows.filter((row) => row.singled).map((row) => [row.label, row.value])).toEqual([['Repeated back', least]]);
    expect(chart.table.rows.every((row) => row[2]!.value === full)).toBe(true);
  });

  test('a commitment is a step whether it names a day or not, in the chart as in its table', () => {
    const complaints = [0, 1, 2].map((at) => ({
      complaint_id: `${at}`,
      received_at: '2026-03-02 09:00',
      closed_at: '2026-03-04 09:00',
      committed_at: at < 2 ? '2026-03-02 10:00' : null,
      commit_due_at: at < 1 ? '2026-03-03 10:00' : null,
    }));
    const chart = chartOf(complaintsPage(small({ complaints })), 'recovery-steps');
    const { rows } = chart.drawing as BarsDrawing;
    expect(rows.filter(({ text }) => text !== 'not recorded').map(({ label, value }) => [label, value])).toEqual([['Committed', 2]]);
    expect(chart.table.rows.map((row) => [row[0]!.value, row[1]!.value])).toContainEqual(['Committed', 2]);
    expect(chart.title).toBe('Making a commitment is the step we skip most');
  });

  test('claims nothing without a programme, without a baseline and without a signal', () => {
    const week = (at: number) => new Date(Date.UTC(2025, 8, 1) + at * 7 * 86_400_000).toISOString().slice(0, 10);
    const steady = Array.from({ length: 28 }, (_, at) => at);
    const rows = {
      complaints: steady.flatMap((at) => [0, 1].map((of) => ({ complaint_id: `${at}-${of}`, received_at: `${week(at)} 09:00` }))),
      contacts: steady.flatMap((at) => Array.from({ length: 20 }, () => ({ at: `${week(at)} 10:00`, channel: 'in-person', client: 'A' }))),
    };
    const without = complaintsPage(small(rows));
    expectRules(without);
    expect(without.title).toBe('26 formal complaints in 13 weeks');
    expect(without.intro).toContain('No courtesy programme is dated');
    const early = complaintsPage(small(rows, { courtesy: { start: '2025-10-06' } }));
    expect(early.intro).toContain('Fewer than 12 weeks');
    const calm = complaintsPage(small(rows, { courtesy: { start: '2025-12-22' } }));
    expectRules(calm);
    expect(calm.title).toBe('No change in complaints can be told from chance');
    expect(JSON.stringify(ofKind(calm, 'equation')[0])).toContain('no hours are claimed');
  });

  test('says that there is no before where no programme is dated, though the weeks show a signal', () => {
    const week = (at: number) => new Date(Date.UTC(2025, 8, 1) + at * 7 * 86_400_000).toISOString().slice(0, 10);
    const weeks = Array.from({ length: 28 }, (_, at) => at);
    const received = (at: number) => (at < 20 ? 6 + (at % 2) : 1);
    const material = small({
      complaints: weeks.flatMap((at) => Array.from({ length: received(at) }, (_, of) => ({ complaint_id: `${at}-${of}`, received_at: `${week(at)} 09:00` }))),
      contacts: weeks.flatMap((at) => Array.from({ length: 20 }, () => ({ at: `${week(at)} 10:00`, channel: 'in-person', client: 'A' }))),
    });
    const page = complaintsPage(material);
    expectRules(page);
    expect(chartOf(page, 'complaints-by-week').title).toContain('signal');
    expect(JSON.stringify(ofKind(page, 'equation')[0]!.net)).toContain('No courtesy programme is dated, so no hours are claimed.');
    const first = thisWeek(material, { previous: null, refusals: [], files: [], settings: '', restated: [] });
    expect(plain(first.title)).toContain('per 1,000 in-person contacts; no courtesy programme is dated, so there is no before.');
    expect(first.title).not.toContain('told from chance');
  });

  test('names the reason why nothing is claimed', () => {
    const week = (at: number) => new Date(Date.UTC(2025, 8, 1) + at * 7 * 86_400_000).toISOString().slice(0, 10);
    const weeks = Array.from({ length: 28 }, (_, at) => at);
    const introOf = (received: (at: number) => number, last = 28) => {
      const complaints = weeks.flatMap((at) =>
        Array.from({ length: received(at) }, (_, of) => ({ complaint_id: `${at}-${of}`, received_at: `${week(at)} 09:00` })),
      );
      const contacts = weeks.slice(0, last).flatMap((at) => Array.from({ length: 20 }, () => ({ at: `${week(at)} 10:00`, channel: 'in-person', client: 'A' })));
      return complaintsPage(small({ complaints, contacts }, { courtesy: { start: '2025-12-22' } })).intro!;
    };
    const calm = (at: number) => 1 + 2 * (at % 2);
    expect(introOf(calm)).toContain('The weekly rates show no signal, so nothing is claimed.');
    expect(introOf((at) => (at === 20 ? 12 : calm(at)))).toContain('The interval of the difference does not exclude zero, so nothing is claimed.');
    expect(introOf((at) => (at < 16 ? 4 + calm(at) : at === 20 ? 30 : 1))).toContain('no signal on the side of the change');
    expect(introOf((at) => (at < 16 ? 4 + calm(at) : 0), 28)).toContain('An export ends before the last day of this report, so nothing is claimed.');
  });

  test('says what to record where there is no complaint', () => {
    const page = complaintsPage(small({ tickets: [{ ticket_id: '1', opened_at: '2026-03-02 09:00' }] }));
    expect(page.title).toBe('No complaint is on record');
    expect(ofKind(page, 'table').map(({ id }) => id)).toEqual(['template-complaints']);
  });
});
