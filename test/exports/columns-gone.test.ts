import { describe, expect, test } from 'vitest';
import { isNear } from '../../src/exports/columns-near.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

type Files = Readonly<Record<string, string>>;

async function saidOf(files: Files, settings = settingsWith()): Promise<readonly string[]> {
  const { issues } = await exportsOf({ files: Object.entries(files).map(([name, text]) => fileOf(name, text)), settings });
  return issues.filter(({ code }) => code.startsWith('column-')).map(({ code, file, column, detail }) => `${code} ${file} ${column}: ${detail}`);
}

const HEAD = 'ticket_id,client,opened_at,first_response_at,priority';
/** Ten tickets of a week; `priorities` of them have a priority. */
const week = (at: number, head = HEAD, priorities = 0): string =>
  [
    head,
    ...Array.from(
      { length: 10 },
      (_, row) => `T-${at}-${row},Ash,2026-0${at}-1${row % 5} 09:00,2026-0${at}-1${row % 5} 10:00,${row < priorities ? 'high' : ''}`,
    ),
    '',
  ].join('\n');

const without = (text: string, column: number): string =>
  text
    .split('\n')
    .map((line) => line.split(',').toSpliced(column, 1).join(','))
    .join('\n');

describe('a column that the export before had', () => {
  const AGAIN = '10 of 10 rows of tickets-2026-02-20.csv have it filled in';
  const files = (last: string) => ({ 'tickets-2026-01-20.csv': week(1), 'tickets-2026-02-20.csv': week(2), 'tickets-2026-03-20.csv': last });

  test('is named where the next one lacks it, once', async () => {
    expect(await saidOf(files(without(week(3), 3)))).toEqual([`column-gone tickets-2026-03-20.csv first_response_at: ${AGAIN}`]);
    const twice = { ...files(without(week(3), 3)), 'tickets-2026-04-20.csv': without(week(4), 3) };
    expect(await saidOf(twice)).toEqual([`column-gone tickets-2026-03-20.csv first_response_at: ${AGAIN}`]);
    expect(await saidOf(files(week(3)))).toEqual([]);
  });

  test('is not missed where it held nothing, or so little that a week may be without', async () => {
    const few = (priorities: number) => saidOf({ 'tickets-2026-01-20.csv': week(1, HEAD, priorities), 'tickets-2026-02-20.csv': without(week(2), 4) });
    expect(await few(0)).toEqual([]);
    expect(await few(2)).toEqual([]);
    expect(await few(3)).toEqual(['column-gone tickets-2026-02-20.csv priority: 3 of 10 rows of tickets-2026-01-20.csv have it filled in']);
  });

  test('is not missed in exports of other kinds, nor where the settings name another column for it', async () => {
    expect(await saidOf({ 'leeds.csv': week(1), 'york.csv': without(week(2), 3) })).toEqual([]);
    const answered = files(week(3, HEAD.replace('first_response_at', 'answered')));
    expect(await saidOf(answered)).toHaveLength(1);
    const settings = settingsWith({ sources: [{ files: 'tickets-2026-03-20.csv', columns: { first_response_at: 'answered' } }] });
    expect(await saidOf(answered, settings)).toEqual([]);
  });
});

describe('a column whose name is nearly one that the export lacks', () => {
  const near = (head: string, sources: unknown[] = []) => saidOf({ 'tickets.csv': week(1, head) }, settingsWith({ sources }));

  test('is named with the other, and with what the settings would say', async () => {
    const line = (field: string, own: string) => `"${field}"; - { files: "tickets.csv", columns: { ${field}: "${own}" } }`;
    expect(await near(HEAD.replace('first_response_at', 'first_responded_at'))).toEqual([
      `column-near tickets.csv first_responded_at: ${line('first_response_at', 'first_responded_at')}`,
    ]);
    expect(await near(HEAD.replace('priority', 'Prioritiy'))).toEqual([`column-near tickets.csv Prioritiy: ${line('priority', 'Prioritiy')}`]);
    expect(await near(HEAD.replace('first_response_at', 'First Response At'))).toHaveLength(1);
  });

  test('is named where two neighbouring letters changed places', async () => {
    expect(await near(HEAD.replace('client', 'cleint'))).toEqual([
      'column-near tickets.csv cleint: "client"; - { files: "tickets.csv", columns: { client: "cleint" } }',
    ]);
    expect([isNear('opnede_at', 'opened_at'), isNear('from', 'form'), isNear('calm', 'clam')]).toEqual([false, false, false]);
  });

  test('as the line that it says is read, nothing is left to say', async () => {
    const head = HEAD.replace('first_response_at', 'first_responded_at');
    expect(await near(head, [{ files: 'tickets.csv', columns: { first_response_at: 'first_responded_at' } }])).toEqual([]);
    expect(await near(head, [{ files: 'tickets.csv', columns: { priority: 'priority' } }])).toEqual([]);
    expect(await near(head, [{ files: 'tickets.csv', zone: 'UTC' }])).toHaveLength(1);
  });

  test('is not one that only looks alike, nor one beside the right one', async () => {
    expect(await near(`${HEAD},priorities`)).toEqual([]);
    expect(await near(HEAD.replace('first_response_at', 'first_response_by'))).toEqual([]);
    expect([isNear('opend_at', 'opened_at'), isNear('opened_by', 'opened_at'), isNear('closed_at', 'opened_at')]).toEqual([true, false, false]);
    expect([isNear('firstresponseat', 'first_response_at'), isNear('item_4', 'item_5'), isNear('rate', 'date')]).toEqual([true, false, false]);
    expect([isNear('Resolution time', 'Resolution type'), isNear('Organisation', 'Organization')]).toEqual([false, true]);
  });
});

describe('a column whose name stands several times', () => {
  const HEAD_TWICE = 'ticket_id,client,client,opened_at';
  const twice = (head: string) => saidOf({ 'tickets.csv': `${head}\n1,Ash,Birch,2026-01-12 09:00\n2,,Birch,2026-01-13 09:00\n` });

  test('is named with its places where it is read', async () => {
    expect(await twice(HEAD_TWICE)).toEqual(['column-twice tickets.csv client: columns 2 and 3 of 4']);
    expect(await twice('ticket_id,Client,client_1,opened_at')).toEqual(['column-twice tickets.csv Client: columns 2 and 3 of 4']);
    expect(await twice('ticket_id,client,note,opened_at')).toEqual([]);
  });

  test('is not where no figure reads it, nor in the export of a tool that repeats names on purpose', async () => {
    expect(await saidOf({ 'tickets.csv': 'ticket_id,client,note,note,opened_at\n1,Ash,a,b,2026-01-12 09:00\n' })).toEqual([]);
    const jira = 'Issue key,Issue id,Custom field (Organizations),Custom field (Organizations)\nA-1,1,Ash,Birch\n';
    expect(await saidOf({ 'jira.csv': jira })).toEqual([]);
  });
});
