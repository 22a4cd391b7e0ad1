import { describe, expect, test } from 'vitest';
import { complaintCost } from '../../src/measures/cost.ts';
import { equation } from '../../src/measures/equation.ts';
import { rateDifference } from '../../src/measures/statistics.ts';
import { dayText } from '../../src/time/weeks.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';

test('the worked example: 200 × 30 s against 5 × 6 h', () => {
  const { courtesyHours, complaintHours, net, ratio, breakEven } = equation(200, 30, 5, 6);
  expect(courtesyHours).toBeCloseTo(1 + 40 / 60, 12);
  expect(complaintHours).toBe(30);
  expect(net).toBeCloseTo(28 + 20 / 60, 12);
  expect(ratio).toBeCloseTo(18, 12);
  expect(breakEven!.toFixed(2)).toBe('0.28');
  expect(equation(0, 30, 5, 6)).toMatchObject({ courtesyHours: 0, ratio: null, breakEven: 0 });
  expect(equation(200, 30, 5, 0).breakEven).toBeNull();
});

/** Weeks of complaints that end on the as-of day, the newest last, with so many contacts each. */
function weeksOf(complaints: readonly number[], contacts: number | ((week: number) => number)): { readonly complaints: Row[]; readonly contacts: Row[] } {
  const first = day(asOf) + 1 - 7 * complaints.length;
  const on = (week: number) => `${dayText(first + 7 * week + 1)} 12:00`;
  return {
    complaints: complaints.flatMap((count, week) =>
      Array.from({ length: count }, (_, i) => ({
        complaint_id: `${week}-${i}`,
        client: 'Alder',
        received_at: on(week),
      })),
    ),
    contacts: complaints.flatMap((_, week) =>
      Array.from({ length: typeof contacts === 'number' ? contacts : contacts(week) }, () => ({
        client: 'Alder',
        at: on(week),
        channel: 'in-person',
      })),
    ),
  };
}

const before = Array.from({ length: 16 }, (_, week) => 8 + (week % 3) - 1);
const after = Array.from({ length: 10 }, (_, week) => 3 + (week % 2));
const start = '2026-01-05';
const read = (rows: Rows, settings: object = { courtesy: { start } }) => {
  const context = contextAt(asOf, factsOf(rows), settings);
  const figures = allFigures(context);
  return { cost: complaintCost(figures, context)!, figures };
};

describe('a fall that is a signal', () => {
  const rows = weeksOf([...before, ...after], 200);
  const { cost, figures } = read(rows);

  test('is held against the weeks before the start, as a rate', () => {
    expect(cost.start).toBe(day(start));
    expect(cost.against).toEqual({ measure: 'A11-rate', per: 1000 });
    expect(cost.history.baseline).toMatchObject({ weeks: 16, complaints: 127, exposure: 3200, to: day(start) - 1 });
    expect(cost.history.now).toMatchObject({ weeks: 10, complaints: 35, exposure: 2000, from: day(start) });
    expect(cost.claimed).toBe(true);
    expect(cost.signal).toMatchObject({ side: 'below' });
    expect(cost.complaints).toBe(3.5);
  });

  test('gives complaints avoided a week with the interval of the difference of the rates', () => {
    const wald = rateDifference(127, 3200, 35, 2000)!;
    expect(cost.avoided!.value).toBeCloseTo((127 / 3200 - 35 / 2000) * 200, 12);
    expect(cost.avoided!.low).toBeCloseTo(wald.low * 200, 12);
    expect(cost.avoided!.high).toBeCloseTo(wald.high * 200, 12);
  });

  test('returns the assumed hours each, less the assumed courtesy', () => {
    const avoided = cost.avoided!.value;
    expect(cost.perComplaint).toMatchObject({ mean: 6, n: 0, untimed: 35, assumed: true, median: null });
    expect(cost.courtesy).toMatchObject({ contactsAWeek: 200, assumed: true, logged: 0 });
    expect(cost.courtesy!.hoursAWeek).toBeCloseTo(5 / 3, 12);
    expect(cost.returned!.value).toBeCloseTo(avoided * 6, 12);
    expect(cost.net!.value).toBeCloseTo(avoided * 6 - 5 / 3, 12);
    expect(cost.net!.low).toBeCloseTo(cost.avoided!.low * 6 - 5 / 3, 12);
    expect(cost.ratio).toBeCloseTo((avoided * 6) / (5 / 3), 12);
    expect(cost.breakEven).toBeCloseTo(5 / 18, 12);
  });

  test('stands in the window of the firm, and nowhere else', () => {
    expect(cell(figures, 'A13-net')).toMatchObject({ ...cost.net!, assumed: true });
    expect(cell(figures, 'A13-avoided')).toMatchObject({ value: cost.avoided!.value, assumed: false });
    expect(cell(figures, 'A13-ratio').value).toBe(cost.ratio);
    expect(cell(figures, 'A13-net', 0).value).toBeNaN();
    expect(figures.grid('A13-net', 'week')!.value.every(Number.isNaN)).toBe(true);
  });

  test('hours logged for complaints since the start go before the assumption', () => {
    const [first, second] = ['16-0', '20-1'];
    const time_entries = [
      { complaint_id: first, started_at: '2026-01-07 09:00', minutes: 120 },
      { complaint_id: second, started_at: '2026-02-07 09:00', minutes: 240 },
      { complaint_id: '0-0', started_at: '2026-02-07 09:00', minutes: 6000 },
    ];
    const { perComplaint } = read({ ...rows, time_entries }).cost;
    expect(perComplaint).toMatchObject({ mean: 3, median: 3, n: 2, untimed: 33, assumed: false });
    expect(perComplaint.p90).toBeCloseTo(3.8, 12);
  });

  test('an event of the firm says the start as well, one of a client does not', () => {
    const event = { date: start, kind: 'programme-start', label: 'Courtesy' };
    expect(read({ ...rows, events: [event] }, {}).cost.start).toBe(day(start));
    expect(read({ ...rows, events: [{ ...event, client: 'Alder' }] }, {}).cost.start).toBeNull();
  });
});

describe('nothing is claimed', () => {
  const unclaimed = { claimed: false, signal: null, avoided: null, returned: null, net: null, ratio: null };

  test('without a signal', () => {
    const { cost, figures } = read(weeksOf([...before, ...before.slice(0, 10)], 200));
    expect(cost).toMatchObject(unclaimed);
    expect(cost.breakEven).toBeCloseTo(5 / 18, 12);
    expect(cell(figures, 'A13-net').value).toBeNaN();
    expect(cell(figures, 'A13-break-even').value).toBeCloseTo(5 / 18, 12);
  });

  test('with fewer than 12 weeks of baseline', () => {
    const { cost } = read(weeksOf([...before.slice(5), ...after], 200));
    expect(cost.history.baseline).toBeNull();
    expect(cost).toMatchObject(unclaimed);
  });

  test('without a start: now is the newest 13 weeks', () => {
    const { cost } = read(weeksOf([...before, ...after], 200), {});
    expect(cost).toMatchObject({ ...unclaimed, start: null });
    expect(cost.history.now).toMatchObject({ weeks: 13 });
  });

  test('where fewer complaints come from fewer contacts alone', () => {
    const halved = [4, 3, 5, 4, 3, 5, 4, 4, 3, 5];
    const { cost } = read(weeksOf([...before, ...halved], (week) => (week < before.length ? 200 : 100)));
    expect(cost.history.baseline).toMatchObject({ exposure: 3200 });
    expect(cost.history.now).toMatchObject({ exposure: 1000 });
    expect(cost.history.signals.counts.some(({ side }) => side === 'below')).toBe(true);
    expect(cost).toMatchObject(unclaimed);
  });
});

test('a rise that is a signal is claimed as a rise', () => {
  const { cost } = read(weeksOf([...before, ...before.slice(0, 10).map((count) => count * 2)], 200));
  expect(cost.signal).toMatchObject({ side: 'above' });
  expect(cost.avoided!.value).toBeLessThan(0);
});

test('a week that the start divides is in neither time', () => {
  const { cost } = read(weeksOf([...before, ...after], 200), { courtesy: { start: '2026-01-07' } });
  expect(cost.history.baseline!.to).toBe(day('2026-01-04'));
  expect(cost.history.now!.from).toBe(day('2026-01-12'));
});

test('without contacts complaints go by closed tickets, and courtesy has no hours', () => {
  const { complaints } = weeksOf([...before, ...after], 0);
  const tickets = weeksOf([...before, ...after], 50).contacts.map((row, index) => ({
    ticket_id: `${index}`,
    client: 'Alder',
    opened_at: row['at']!,
    closed_at: row['at']!,
  }));
  const { cost } = read({ complaints, tickets });
  expect(cost.against).toEqual({ measure: 'D1-rate', per: 100 });
  expect(cost.avoided!.value).toBeCloseTo((127 / 800 - 35 / 500) * 50, 12);
  expect(cost).toMatchObject({ courtesy: null, net: null, ratio: null, breakEven: null });
});

test('without complaints there is no cost', () => {
  const context = contextAt(asOf, factsOf({ contacts: weeksOf(after, 5).contacts }));
  expect(complaintCost(allFigures(context), context)).toBeNull();
});
