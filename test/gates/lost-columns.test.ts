import { expect, test } from 'vitest';
import { found, madeOf, named, sheet, weekly, weekRows, type Exports } from './firm.ts';

const all = (...weeks: readonly (readonly string[])[]): Exports => ({ 'tickets.csv': sheet(...weeks) });
const weeks = Array.from({ length: 10 }, (_, week) => weekRows(week));
const ten = await madeOf(all(...weeks));
const renamed = (text: string, column = 'first_response_at', other = 'first_responded_at') => text.replace(column, other);
const columns = (findings: ReturnType<typeof found>) => findings.filter(({ gate }) => gate === 'lost_column');

test('a column that had values and has none holds, by its table and its name', async () => {
  const made = await madeOf({ 'tickets.csv': renamed(sheet(...weeks)) }, {}, ten);
  const [one, ...others] = columns(found(made, ten));
  expect(others).toEqual([]);
  expect(one).toMatchObject({ id: 'column-lost:tickets.first_response_at', grade: 'hold', about: 'tickets, column first_response_at', was: 300, is: 0 });
  expect(one!.says).toBe('no row has anything in it, of 300 rows; in the published report 300 rows of 300 rows had');
});

test('a column that is there and empty is lost as well, and one that some file still fills is not', async () => {
  const empty = weeks.map((rows) => rows.map((row) => row.replace(/,[^,]*$/, ',')));
  expect(named(columns(found(await madeOf(all(...empty), {}, ten), ten)))).toEqual(['column-lost:tickets.closed_at hold']);
  const parts = await madeOf(weekly(10));
  const newest = { ...weekly(10), 'tickets-w10.csv': renamed(sheet(weekRows(10))) };
  expect(columns(found(await madeOf(newest, {}, parts), parts))).toEqual([]);
});

test('a column of which so little was filled in that none may be by chance is none', async () => {
  const bare = (rows: readonly string[]) => rows.map((row) => row.replace(/,[^,]*$/, ','));
  const few = async (count: number) => {
    const before = await madeOf(
      all(
        ...weeks.slice(0, 9).map(bare),
        bare(weekRows(9)).map((row, at) => (at < count ? `${row}2026-03-20T12:00Z` : row)),
      ),
    );
    return columns(found(await madeOf(all(...weeks.map(bare)), {}, before), before)).length;
  };
  expect([await few(2), await few(3)]).toEqual([0, 1]);
});

test('a file that is gone takes its columns along in one finding, and a table that is gone in another', async () => {
  const own = {
    ...weekly(10),
    'york.csv':
      'ticket_id,client,opened_at,priority\nY-1,Ash,2026-02-02T09:00Z,high\nY-2,Ash,2026-02-03T09:00Z,low\nY-3,Ash,2026-02-04T09:00Z,low\nY-4,Ash,2026-02-04T09:00Z,low\n',
  };
  const before = await madeOf(own);
  expect(named(found(await madeOf(weekly(10), {}, before), before))).toEqual(['file-lost:york.csv hold']);
  const training = {
    ...weekly(10),
    'training.csv': `event_id,client,at,kind\n${Array.from({ length: 30 }, (_, at) => `G-${at},Ash,2026-02-11,class\n`).join('')}`,
  };
  const trained = await madeOf(training);
  expect(columns(found(await madeOf({ ...training, 'training.csv': 'event_id,client,at,kind\n' }, {}, trained), trained))).toEqual([]);
});

test('the settings grade it, and traces of an older version say nothing', async () => {
  const text = { 'tickets.csv': renamed(sheet(...weeks)) };
  expect(named(columns(found(await madeOf(text, { gates: { lost_column: 'warn' } }, ten), ten)))).toEqual(['column-lost:tickets.first_response_at warn']);
  expect(columns(found(await madeOf(text, { gates: { lost_column: 'off' } }, ten), ten))).toEqual([]);
  const files = ten.gated.traces.files.map(({ file, table, rows, newest, keys }) => ({ file, table, rows, newest, keys }));
  const older = { ...ten, gated: { ...ten.gated, traces: { ...ten.gated.traces, files } } };
  expect(columns(found(await madeOf(text, {}, older), older))).toEqual([]);
});
