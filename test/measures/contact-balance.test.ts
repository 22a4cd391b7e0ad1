import { describe, expect, test } from 'vitest';
import { clientsByQuiet } from '../../src/measures/contact-balance.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, instant, type Row, type Rows } from './facts-of.ts';

type Listed = Parameters<typeof factsOf>[1];
const context = (rows: Rows, clients?: Listed) => contextAt('2026-03-15', factsOf(rows, clients));
const figuresOfRows = (rows: Rows, clients?: Listed) => allFigures(context(rows, clients));
const contact = (client: string, at: string, row: Row = {}): Row => ({ client, at, direction: 'out', ticket_id: null, ...row });
const ticket = (id: string, client: string): Row => ({ ticket_id: id, client, opened_at: '2026-03-02 09:00' });

test('cards are given in person, where contacts say how they were held', () => {
  const contacts = [
    contact('Alder', '2026-03-10 09:00', { channel: null, kind: 'card' }),
    contact('Alder', '2026-03-10 10:00', { channel: 'phone', kind: 'tip' }),
  ];
  expect(cell(figuresOfRows({ contacts }), 'A15').n).toBe(0);
});

describe('clients without a word from us', () => {
  const contacts = [
    contact('Alder', '2026-03-01 09:00'),
    contact('Alder', '2026-03-10 09:00', { ticket_id: 'T1' }),
    contact('Birch', '2026-02-28 09:00'),
    contact('Birch', '2026-03-10 09:00', { direction: 'in' }),
    contact('Cedar', '2026-02-12 09:00'),
  ];
  const clients = [{ name: 'Alder' }, { name: 'Birch' }, { name: 'Cedar' }, { name: 'Dogwood' }, { name: 'Elm', end: instant('2026-02-01') }];

  test('over 14 and over 30 days at the end of the period; 14 days are not over 14', () => {
    const figures = figuresOfRows({ contacts }, clients);
    expect(cell(figures, 'B1-contacts').value).toBe(3);
    expect(cell(figures, 'B1-14')).toMatchObject({ n: 4, hits: 3 });
    expect(cell(figures, 'B1-14', 0)).toMatchObject({ value: 0, n: 1 });
    expect(cell(figures, 'B1-30')).toMatchObject({ n: 4, hits: 2 });
    expect(cell(figures, 'B1-14', -1, 'week', '2026-02-23')).toMatchObject({ n: 4, hits: 2 });
    expect(cell(figures, 'B1-14', -1, 'week', '2026-02-16').value).toBeNaN();
    expect(cell(figures, 'B1-30', 4).value).toBeNaN();
  });

  test('without a word on record the silence begins with the contract', () => {
    const begun = (start: string) =>
      cell(figuresOfRows({ contacts }, [{ name: 'Alder' }, { name: 'Birch' }, { name: 'Cedar', start: instant(start) }]), 'B1-14', 2);
    const nobody = contacts.filter(({ client }) => client !== 'Cedar');
    const late = (start: string) =>
      cell(figuresOfRows({ contacts: [...nobody, contact('Alder', '2026-02-02 09:00')] }, [{ name: 'Cedar', start: instant(start) }]), 'B1-14', 0);
    expect(late('2026-03-01').value).toBe(0);
    expect(late('2026-02-28').value).toBe(1);
    expect(begun('2026-03-10').value).toBe(1);
  });

  test('are listed, the longest silence first', () => {
    const days = clientsByQuiet(context({ contacts }, clients))!;
    expect(days).toEqual([
      { client: 3, days: null },
      { client: 2, days: 31 },
      { client: 1, days: 15 },
      { client: 0, days: 14 },
    ]);
  });

  test('where no clients are listed, those with a ticket in the period count', () => {
    const figures = figuresOfRows({ contacts, tickets: [ticket('T1', 'Alder'), ticket('T2', 'Cedar')] });
    expect(cell(figures, 'B1-14')).toMatchObject({ n: 2, hits: 1 });
    expect(cell(figures, 'B1-14', -1, 'week', '2026-03-02')).toMatchObject({ n: 2, hits: 1 });
  });

  test('contacts that do not say who began them give no figure', () => {
    const silent = { contacts: [{ client: 'Alder', at: '2026-03-01 09:00' }] };
    for (const id of ['B1-contacts', 'E11', 'E14-problem']) expect(figuresOfRows(silent).grid(id, 'window')).toBeNull();
    expect(clientsByQuiet(context(silent))).toBeNull();
  });
});

describe('what contacts are about', () => {
  const contacts = [
    contact('Alder', '2026-03-02 09:00', { kind: 'problem', sentiment: 'positive', channel: 'in-person' }),
    contact('Alder', '2026-03-02 10:00', { kind: 'update', sentiment: 'negative', channel: 'phone', ticket_id: 'T1' }),
    contact('Alder', '2026-03-02 11:00', { kind: 'follow-up', sentiment: 'positive', channel: 'in-person' }),
    contact('Birch', '2026-03-02 12:00', { kind: 'tip', sentiment: null, channel: null }),
    contact('Birch', '2026-03-02 13:00', { kind: null, sentiment: null, channel: 'mail' }),
    contact('Birch', '2026-03-02 14:00', { kind: 'card', sentiment: null, channel: 'in-person', direction: 'in' }),
  ];

  test('mood: a problem weighs more than a good feeling', () => {
    const figures = figuresOfRows({ contacts });
    expect(['problem', 'neutral', 'positive'].map((mood) => cell(figures, `E14-${mood}`).value)).toEqual([2, 2, 1]);
    expect(cell(figures, 'E14-problem', 1).value).toBe(0);
    expect(leftOut(figures, 'E14-problem')).toEqual({ 'nothing says how it felt or what it was about': 1, 'of another mood': 3 });
  });

  test('follow-ups among the contacts that we begin without a ticket', () => {
    expect(cell(figuresOfRows({ contacts }), 'E11')).toMatchObject({ n: 3, hits: 1 });
  });

  test('kinds that nobody had to ask for', () => {
    const figures = figuresOfRows({ contacts });
    expect(['proactive', 'follow-up', 'teaching', 'tip', 'event'].map((kind) => cell(figures, `E16-${kind}`).value)).toEqual([0, 1, 0, 1, 0]);
  });

  test('in person, and with a card', () => {
    const figures = figuresOfRows({ contacts });
    expect(cell(figures, 'B7')).toMatchObject({ n: 5, hits: 3 });
    expect(cell(figures, 'A15')).toMatchObject({ n: 3, hits: 1 });
  });
});

describe('good news before trouble', () => {
  const tickets = ['Alder', 'Birch', 'Cedar', 'Dogwood'].map((client, index) => ticket(`T${index}`, client));
  const contacts = [
    contact('Alder', '2026-03-09 09:00', { kind: 'tip', sentiment: null }),
    contact('Alder', '2026-03-12 09:00', { kind: 'problem', sentiment: 'negative', direction: 'in' }),
    contact('Birch', '2026-03-09 09:00', { kind: 'update', sentiment: 'positive' }),
    contact('Birch', '2026-03-10 09:00', { kind: 'update', sentiment: 'neutral' }),
    contact('Cedar', '2026-02-12 09:00', { kind: 'update', sentiment: 'positive' }),
  ];

  test('the last contact that we began, at most 30 days old', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'E15')).toMatchObject({ n: 4, hits: 1 });
    expect(cell(figures, 'E15', 0).value).toBe(1);
  });

  test('the contact before a complaint', () => {
    const complaint = (id: string, client: string, received_at: string): Row => ({ complaint_id: id, client, received_at });
    const complaints = [
      complaint('1', 'Birch', '2026-03-09 10:00'),
      complaint('2', 'Birch', '2026-03-09 09:00'),
      complaint('3', 'Birch', '2026-03-11 09:00'),
      complaint('4', 'Alder', '2026-03-13 09:00'),
    ];
    const figures = figuresOfRows({ contacts, complaints });
    expect(cell(figures, 'E15-complaints')).toMatchObject({ n: 3, hits: 1 });
    expect(leftOut(figures, 'E15-complaints')).toEqual({ 'no contact with the client before it': 1 });
  });
});

test('contacts in the way that a client likes', () => {
  const rows: Rows = {
    clients: [
      { client: 'Alder', contact_preference: 'Phone' },
      { client: 'Birch', contact_preference: null },
    ],
    contacts: [
      contact('Alder', '2026-03-02 09:00', { channel: 'phone' }),
      contact('Alder', '2026-03-02 09:00', { channel: 'mail' }),
      contact('Alder', '2026-03-02 09:00', { channel: 'phone', direction: 'in' }),
      contact('Birch', '2026-03-02 09:00', { channel: 'phone' }),
    ],
  };
  expect(cell(figuresOfRows(rows), 'B20')).toMatchObject({ n: 2, hits: 1 });
});
