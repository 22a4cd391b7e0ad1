import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { restatements } from '../../src/report/restated.ts';
import { firmSeries } from '../../src/report/series.ts';
import { contextAt, factsOf, type Row } from '../measures/facts-of.ts';
import { materialOf, small } from './material-of.ts';

const ticket = (id: string, opened: string, answered: string | null): Row => ({
  ticket_id: id,
  client: 'Alder',
  opened_at: `${opened} 09:00`,
  first_response_at: answered === null ? null : `${opened} ${answered}`,
});

const before = [
  ticket('0', '2026-02-09', '10:00'),
  ticket('1', '2026-02-16', '10:00'),
  ticket('2', '2026-02-23', '11:00'),
  ticket('3', '2026-03-02', '09:30'),
  ticket('4', '2026-03-02', null),
];

function reportOf(tickets: readonly Row[], settings = 'a'): Pick<Report, 'series' | 'settings' | 'definitions' | 'accounts'> {
  const material = materialOf(contextAt('2026-03-08', factsOf({ tickets })));
  return { series: firmSeries(material.figures, material.measures), settings, definitions: material.measures as never, accounts: material.figures.accounts };
}

const told = (tickets: readonly Row[], previous = reportOf(before), settings = 'a') =>
  restatements(small({ tickets }), previous, settings).filter(({ measure }) => measure === 'F1-elapsed');

test('the same rows restate nothing, in whatever order', () => {
  expect(restatements(small({ tickets: before.toReversed() }), reportOf(before), 'a')).toEqual([]);
});

test('rows that came late, changed or went, by week and with the reason', () => {
  const hour = 3_600_000;
  const late = { measure: 'F1-elapsed', week: '2026-03-02', was: hour / 2, is: hour, nWas: 1, n: 2, reason: 'tickets came late or were changed' };
  expect(told([...before.slice(0, 4), ticket('4', '2026-03-02', '10:30')])).toEqual([late]);
  const changed = told([...before.slice(0, 2), ticket('2', '2026-02-23', '12:00'), ...before.slice(3)]);
  expect(changed).toMatchObject([{ week: '2026-02-23', nWas: 1, n: 1, reason: 'tickets were changed' }]);
  expect(told([before[0]!, ...before.slice(2)])[0]).toMatchObject({
    week: '2026-02-16',
    is: null,
    n: 0,
    reason: 'tickets went, were merged or moved to another week',
  });
});

test('a new formula and new settings are reasons of their own', () => {
  const tickets = [...before.slice(0, 2), ticket('2', '2026-02-23', '12:00'), ...before.slice(3)];
  expect(told(tickets, reportOf(before), 'b')[0]!.reason).toBe('the settings changed');
  const old = reportOf(before);
  const definitions = old.definitions.map((one) => ({ ...one, version: 0 }));
  expect(told(tickets, { ...old, definitions })[0]!.reason).toMatch(/^a new formula, version \d+ after 0$/);
});

test('a week that only one of the reports has is no restatement', () => {
  expect(told([...before, ticket('5', '2026-03-09', '10:00')])).toEqual([]);
});

describe('a figure that is not measured any more', () => {
  const bare = (tickets: readonly Row[]) => tickets.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'first_response_at')));
  const GONE = 'what it is counted from stands in no export any more';

  test('reads otherwise in each week that had one', () => {
    const hour = 3_600_000;
    const gone = (week: string, was: number) => ({ measure: 'F1-elapsed', week, was, is: null, nWas: 1, n: 0, reason: GONE });
    expect(told(bare(before))).toEqual([gone('2026-02-09', hour), gone('2026-02-16', hour), gone('2026-02-23', 2 * hour), gone('2026-03-02', hour / 2)]);
    expect(told(bare(before), reportOf(before), 'b')[0]!.reason).toBe('the settings changed');
    expect(restatements(small({ tickets: bare(before) }), reportOf(before), 'a').filter(({ measure }) => measure === 'A1-tickets')).toEqual([]);
  });

  test('does so as far back as its table is kept', () => {
    expect(told(bare(before.slice(2))).map(({ week }) => week)).toEqual(['2026-02-23', '2026-03-02']);
    const contacts = [{ client: 'Alder', at: '2026-02-09 09:00', direction: 'out' }];
    expect(restatements(small({ contacts }), reportOf(before), 'a').filter(({ measure }) => measure === 'F1-elapsed')).toEqual([]);
  });
});
