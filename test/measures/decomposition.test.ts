import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisons } from '../../src/measures/comparison.ts';
import { decomposition } from '../../src/measures/decomposition.ts';
import { measures } from '../../src/measures/index.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { dayText } from '../../src/time/weeks.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, type Row } from './facts-of.ts';

const AS_OF = '2026-06-28';
const measure = (id: string): Measure => measures.find((one) => one.id === id)!;

/** Answers of a client in the window before (`ago` 100 days) or now (`ago` 10 days). */
const answers = (client: string | null, ago: number, good: number, bad: number): Row[] =>
  Array.from({ length: good + bad }, (_, at) => ({
    response_id: `${client} ${ago} ${at}`,
    client,
    answered_at: `${dayText(day(AS_OF) - ago)} 09:00`,
    answer: at < good ? 'good' : 'bad',
  }));

const early: Row = { response_id: 'early', client: null, answered_at: '2025-01-06 09:00', answer: 'good' };
const contextWith = (surveys: readonly Row[], clients: readonly string[]) =>
  contextAt(
    AS_OF,
    factsOf(
      { surveys: [early, ...surveys] },
      clients.map((name) => ({ name })),
    ),
  );

test('a change of the firm is the clients’ own changes and the change of their weights', () => {
  // Before: 80 of 100 = 60/70 Alder + 20/30 Birch. Now: 70 of 100 = 30/30 Alder + 40/70 Birch.
  const context = contextWith(
    [...answers('Alder', 100, 60, 10), ...answers('Birch', 100, 20, 10), ...answers('Alder', 10, 30, 0), ...answers('Birch', 10, 40, 30)],
    ['Alder', 'Birch'],
  );
  const found = decomposition(measure('S1'), context)!;
  expect(found).toMatchObject({ before: 0.8, now: 0.7 });
  const [alder, birch] = [found.parts.find(({ client }) => client === 0)!, found.parts.find(({ client }) => client === 1)!];
  expect(alder.rate).toBeCloseTo((1 - 6 / 7) * 0.5, 12);
  expect(alder.mix).toBeCloseTo(-0.4 * ((1 + 6 / 7) / 2 - 0.75), 12);
  expect(birch.rate).toBeCloseTo((4 / 7 - 2 / 3) * 0.5, 12);
  expect(birch.mix).toBeCloseTo(0.4 * ((4 / 7 + 2 / 3) / 2 - 0.75), 12);
  expect(found.parts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(-0.1, 12);
});

test('medians are not taken apart, nor what is not kept for both windows', () => {
  const late = contextAt(AS_OF, factsOf({ surveys: answers('Alder', 10, 5, 5) }));
  expect(decomposition(measure('S1'), late)).toBeNull();
  expect(comparisons(measure('S1'), late)).toBeNull();
  const tickets = [{ ticket_id: 'T', client: 'Alder', opened_at: '2025-01-06 09:00', first_response_at: '2025-01-06 10:00' }];
  expect(decomposition(measure('F1-elapsed'), contextAt(AS_OF, factsOf({ tickets })))).toBeNull();
});

test('the parts add up to the change, whatever the answers', () => {
  const some = fc.nat({ max: 12 });
  const client = fc.constantFrom('Alder', 'Birch', 'Cedar', 'nobody', null);
  const batch = fc.tuple(client, fc.constantFrom(3, 100), some, some);
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 8 }), (batches) => {
      const rows = batches.flatMap(([name, ago, good, bad], at) =>
        answers(name, ago, good, bad).map((row) => ({ ...row, response_id: `${at} ${row.response_id}` })),
      );
      const found = decomposition(measure('S1'), contextWith(rows, ['Alder', 'Birch', 'Cedar']));
      if (found === null) return;
      const total = found.parts.reduce((sum, part) => sum + part.total, 0);
      expect(total).toBeCloseTo(found.change, 10);
      for (const part of found.parts) expect(part.rate + part.mix).toBe(part.total);
    }),
  );
});

test('a client against the window before, told only beyond chance', () => {
  const context = contextWith(
    [
      ...answers('Alder', 100, 60, 10),
      ...answers('Alder', 10, 20, 30),
      ...answers('Birch', 100, 10, 4),
      ...answers('Birch', 10, 9, 5),
      ...answers('Cedar', 10, 9, 0),
    ],
    ['Alder', 'Birch', 'Cedar'],
  );
  const [firm, alder, birch, cedar] = comparisons(measure('S1'), context)!;
  expect(alder).toMatchObject({ now: 0.4, nNow: 50, nBefore: 70, signal: 'down' });
  expect(birch).toMatchObject({ signal: null });
  expect(cedar).toBeNull();
  expect(firm!.now).toBe(cell(allFigures(context), 'S1').value);
});
