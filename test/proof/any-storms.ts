import fc from 'fast-check';
import type { Row, Rows } from '../measures/facts-of.ts';

/** A minute of so many days from a day of 2025 on. */
const within = (month: number, days: number) =>
  fc.nat(days * 1440).map((at) => new Date(Date.UTC(2025, month - 1, 1) + at * 60_000).toISOString().slice(0, 16).replace('T', ' '));
const client = fc.constantFrom('Alder', 'Alder', 'Birch', 'Cedar');
const rows = (id: string, length: number, cells: Record<string, fc.Arbitrary<string | number | null>>) =>
  fc.array(fc.record({ client, ...cells }), { minLength: length, maxLength: length }).map((some) => some.map((row, at): Row => ({ [id]: String(at), ...row })));

/** Grave tickets of the second half of 2025 with answers around them, and contacts that one client has often and others seldom. */
export const anyStorms: fc.Arbitrary<Rows> = fc.record({
  tickets: rows('ticket_id', 25, {
    opened_at: within(7, 170),
    priority: fc.constantFrom('Critical', 'P1', '1', 'Priority 1 - Emergency', 'High', 'P2', null),
  }),
  surveys: rows('response_id', 60, {
    answered_at: within(4, 330),
    answer: fc.constantFrom('1', '3', '4', '5', '5', '9'),
    scale_low: fc.constant(1),
    scale_high: fc.constant(5),
  }),
  contacts: rows('contact_id', 60, {
    at: within(1, 360),
    direction: fc.constantFrom('out', 'out', 'out', 'in', null),
    kind: fc.constantFrom('proactive', 'follow-up', 'tip', 'event', 'teaching', 'problem', 'update', null),
    sentiment: fc.constantFrom('positive', 'negative', null),
  }),
});
