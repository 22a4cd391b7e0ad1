import { describe, expect, test } from 'vitest';
import { firstAnswers } from '../../src/measures/first-answer.ts';
import { unanswered } from '../../src/measures/unanswered.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row } from './facts-of.ts';
import { exportsOf, factsFrom, fileOf, settingsWith } from '../workspace.ts';

const HOUR = 3_600_000;
const asOf = '2026-03-15';

function contextOfTickets(rows: readonly Row[], settings: object = {}) {
  const tickets = rows.map((row, index) => ({
    ticket_id: `T${index}`,
    client: 'Alder',
    opened_at: '2026-03-09 09:00',
    ...row,
  }));
  return contextAt(asOf, factsOf({ tickets }), settings);
}
const figuresOfTickets = (rows: readonly Row[], settings: object = {}) => allFigures(contextOfTickets(rows, settings));

describe('the first answer', () => {
  test('median and 90th percentile on both clocks, nights and weekends off the working one', () => {
    const figures = figuresOfTickets([
      { first_response_at: '2026-03-09 10:00' },
      { first_response_at: '2026-03-09 12:00' },
      { opened_at: '2026-03-06 17:00', first_response_at: '2026-03-09 09:00' },
    ]);
    expect(cell(figures, 'F1-elapsed')).toMatchObject({ value: 3 * HOUR, n: 3, low: NaN, high: NaN });
    expect(cell(figures, 'F1-elapsed').p90).toBeCloseTo((3 + 0.8 * 61) * HOUR, 3);
    expect(cell(figures, 'F1-working')).toMatchObject({ value: 2 * HOUR, n: 3 });
  });

  test('six answers have the smallest and the largest as interval of the median', () => {
    const figures = figuresOfTickets([1, 2, 3, 4, 5, 6].map((hour) => ({ first_response_at: `2026-03-09 1${hour}:00` })));
    expect(cell(figures, 'F1-elapsed')).toMatchObject({ value: 4.5 * HOUR, low: 2 * HOUR, high: 7 * HOUR });
  });

  test('is a person’s where the export tells it from an automatic one, and only there', () => {
    const rows: readonly Row[] = [
      { file: 0, first_response_at: '2026-03-09 09:01', first_human_response_at: '2026-03-09 11:00' },
      { file: 0, first_response_at: '2026-03-09 09:01' },
      { file: 1, first_response_at: '2026-03-09 10:00' },
    ];
    const figures = figuresOfTickets(rows);
    expect(cell(figures, 'F1-elapsed')).toMatchObject({ n: 2, value: 1.5 * HOUR });
    expect(leftOut(figures, 'F1-elapsed')).toEqual({ 'not answered by the as-of day': 1 });
    expect(firstAnswers(contextOfTickets(rows))?.by).toBe('mixed');
    expect(firstAnswers(contextOfTickets(rows.slice(2)))?.by).toBe('anybody');
  });

  describe('in the export of a tool that has a column for a person’s', () => {
    const settings = settingsWith({ sources: [{ files: '*', columns: { first_response_at: 'Acknowledged' } }] });
    const head = 'TicketID,TicketTitle,TicketCreatedDate,CustomerName,Acknowledged,TechnicianFirstCommentDate';
    const row = (id: string, client: string, person: string) => `${id},x,2026-03-09T09:00:00Z,${client},2026-03-09T09:01:00Z,${person}\n`;
    const person = row('3', 'Cedar', '2026-03-09T11:00:00Z');
    async function answersOf(...rows: readonly string[]) {
      const read = await exportsOf({ files: [fileOf('t.csv', `${head}\n${rows.join('')}`)], settings });
      return firstAnswers(contextAt(asOf, factsFrom(read, settings)))!;
    }

    test('is only ever a person’s: a ticket with none but an automatic answer is not answered', async () => {
      expect(await answersOf(row('1', 'Alder', 'null'), row('2', 'Birch', 'null'))).toEqual({ at: Float64Array.of(NaN, NaN), by: 'people' });
    });

    test('is the same for every other client when the one whom a person answered is gone', async () => {
      const whole = await answersOf(row('1', 'Alder', 'null'), row('2', 'Birch', 'null'), person);
      expect(whole).toEqual({ at: Float64Array.of(NaN, NaN, Date.UTC(2026, 2, 9, 11)), by: 'people' });
      const rest = await answersOf(row('1', 'Alder', 'null'), row('2', 'Birch', 'null'));
      expect(rest.at).toEqual(whole.at.subarray(0, 2));
    });

    test('is anybody’s in a file without that column, and in a template of which nobody filled it in', async () => {
      const without = {
        files: [fileOf('t.csv', `${head.replace(',TechnicianFirstCommentDate', '')}\n1,x,2026-03-09T09:00:00Z,Alder,2026-03-09T09:01:00Z\n`)],
        settings,
      };
      expect(firstAnswers(contextAt(asOf, factsFrom(await exportsOf(without), settings)))!.by).toBe('anybody');
      const template = 'ticket_id,client,opened_at,first_response_at,first_human_response_at\n1,Alder,2026-03-09 09:00,2026-03-09 09:01,\n';
      const plain = { files: [fileOf('t.csv', template)], settings: settingsWith() };
      expect(firstAnswers(contextAt(asOf, factsFrom(await exportsOf(plain), settings)))!.by).toBe('anybody');
    });
  });

  test('every ticket that does not count has one reason', () => {
    const first_response_at = '2026-03-09 10:00';
    const figures = figuresOfTickets([
      { first_response_at },
      { first_response_at, merged_into: 'T0', machine_made: true },
      { first_response_at, status: 'merged' },
      { first_response_at, machine_made: true },
      { first_response_at, opened_at: null },
      { opened_at: '2026-03-16 09:00', first_response_at: '2026-03-16 10:00' },
      { first_response_at: '2026-03-16 00:00' },
      { first_response_at: '2026-03-08 10:00' },
      { first_response_at: '2015-03-09 10:00', opened_at: '2015-03-09 09:00' },
    ]);
    expect(cell(figures, 'F1-elapsed').n).toBe(1);
    expect(leftOut(figures, 'F1-elapsed')).toEqual({
      'merged into another ticket': 2,
      'raised by monitoring, not by a person': 1,
      'no opening time': 1,
      'after the as-of day': 1,
      'not answered by the as-of day': 1,
      'dated before it was opened': 1,
      'more than ten years before the as-of day': 1,
    });
  });

  test('24 hours and the target time itself still count', () => {
    const figures = figuresOfTickets(
      [
        { first_response_at: '2026-03-10 09:00', priority: 'high' },
        { first_response_at: '2026-03-10 09:01', priority: 'low' },
        { first_response_at: '2026-03-09 13:00', priority: 'HIGH' },
        { first_response_at: '2026-03-10 09:00', priority: 'high', first_response_due_at: '2026-03-11 09:00' },
      ],
      { targets: { first_response: { by_priority: { High: '4 h' } } } },
    );
    expect(cell(figures, 'F3')).toMatchObject({ n: 4, hits: 3 });
    expect(cell(figures, 'F4')).toMatchObject({ n: 3, hits: 2 });
    expect(leftOut(figures, 'F4')).toEqual({ 'no target time': 1 });
  });

  test('without any answer time there is no figure', () => {
    expect(figuresOfTickets([{ resolved_at: '2026-03-09 10:00' }]).grid('F1-elapsed', 'week')).toBeNull();
  });
});

describe('the resolution', () => {
  test('a ticket resolved after the as-of day, or reopened since, is not resolved', () => {
    const figures = figuresOfTickets([
      { resolved_at: '2026-03-10 09:00' },
      { resolved_at: '2026-03-16 09:00' },
      { resolved_at: '2026-03-10 09:00', reopened_at: '2026-03-12 09:00' },
      { resolved_at: '2026-03-12 10:00', reopened_at: '2026-03-12 09:00' },
      { resolved_at: '2026-03-10 09:00', reopened_at: '2026-03-16 09:00' },
      { closed_at: '2026-03-12 10:00' },
      {},
    ]);
    expect(cell(figures, 'F2-elapsed').n).toBe(3);
    expect(leftOut(figures, 'F2-elapsed')).toEqual({
      'not resolved by the as-of day': 2,
      'reopened and not resolved again': 1,
      'closed without a resolution time': 1,
    });
  });

  test('waiting on the client is off the working clock, not off the elapsed one, and never makes it negative', () => {
    const figures = figuresOfTickets([{ resolved_at: '2026-03-10 09:00', pending_minutes: 120 }]);
    expect(cell(figures, 'F2-elapsed').value).toBe(24 * HOUR);
    expect(cell(figures, 'F2-working').value).toBe(8 * HOUR);
    const waited = figuresOfTickets([{ resolved_at: '2026-03-10 09:00', pending_minutes: 1200 }]);
    expect(cell(waited, 'F2-working').value).toBe(0);
  });

  test('is held against the export’s due time, else the settings’', () => {
    const figures = figuresOfTickets(
      [{ resolved_at: '2026-03-11 09:00', due_at: '2026-03-11 23:59' }, { resolved_at: '2026-03-11 09:00' }, { resolved_at: '2026-03-10 09:00' }],
      { targets: { resolution: { default: '1 d' } } },
    );
    expect(cell(figures, 'F5')).toMatchObject({ n: 3, hits: 2 });
  });
});

test('tickets that wait for an answer stand beside the figures, with the oldest age', () => {
  const context = contextAt(
    asOf,
    factsOf({
      tickets: [
        { ticket_id: '1', client: 'Alder', opened_at: '2026-03-15 12:00', first_response_at: null },
        { ticket_id: '2', client: 'Alder', opened_at: '2026-03-14 12:00', first_response_at: '2026-03-16 12:00' },
        { ticket_id: '3', client: null, opened_at: '2026-03-13 12:00', first_response_at: null },
        { ticket_id: '4', client: 'Birch', opened_at: '2026-03-13 12:00', first_response_at: '2026-03-13 13:00' },
        { ticket_id: '5', client: 'Birch', opened_at: '2026-03-01 12:00', first_response_at: null, status: 'closed' },
        { ticket_id: '6', client: 'Birch', opened_at: '2026-03-01 12:00', first_response_at: null, machine_made: true },
        { ticket_id: '7', client: 'Birch', opened_at: '2026-03-16 12:00', first_response_at: null },
      ],
    }),
  );
  const waiting = unanswered(context)!;
  expect(waiting(-1)).toEqual({ count: 3, oldest: 60 * HOUR });
  expect(waiting(0)).toEqual({ count: 2, oldest: 36 * HOUR });
  expect(waiting(1)).toEqual({ count: 0, oldest: null });
});
