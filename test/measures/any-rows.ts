import fc from 'fast-check';
import { dayText } from '../../src/time/weeks.ts';
import { day, type Row, type Rows } from './facts-of.ts';

const first = day('2025-11-10');
const instant = fc.tuple(fc.nat(140), fc.nat(1439)).map(([on, minute]) => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return `${dayText(first + on)} ${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
});
const client = fc.constantFrom('Alder', 'Birch');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
/** A fate of few rows: one in five has it. */
const seldom = <T>(value: fc.Arbitrary<T>) => fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: value, weight: 1 });
const ref = fc.nat(30).map(String);

/** Rows with their own numbers as ids. */
function numbered(id: string, row: Record<string, fc.Arbitrary<string | number | boolean | null>>): fc.Arbitrary<Row[]> {
  return fc.array(fc.record(row), { minLength: 1, maxLength: 30 }).map((rows) => rows.map((one, index) => ({ [id]: String(index), ...one })));
}

/** Rows of every table that measures read: gaps, answers before questions, days after the as-of day and all. */
export const anyRows: fc.Arbitrary<Rows> = fc.record({
  tickets: numbered('ticket_id', {
    client,
    opened_at: maybe(instant),
    first_response_at: maybe(instant),
    resolved_at: maybe(instant),
    closed_at: maybe(instant),
    reopened_at: seldom(instant),
    pending_minutes: maybe(fc.double({ min: 0, max: 90, noNaN: true })),
    due_at: maybe(instant),
    merged_into: seldom(ref),
    machine_made: maybe(fc.boolean()),
  }),
  surveys: numbered('response_id', {
    client,
    ticket_id: maybe(ref),
    sent_at: maybe(instant),
    answered_at: maybe(instant),
    answer: maybe(fc.constantFrom('1', '2.5', '3', '4', '5', 'good', 'what')),
    scale_low: fc.constantFrom(1, 0),
    scale_high: fc.constantFrom(5, 10),
  }),
  complaints: numbered('complaint_id', {
    client,
    ticket_id: maybe(ref),
    received_at: instant,
    formal: maybe(fc.boolean()),
    responded_at: maybe(instant),
    thanked_at: maybe(instant),
    acted_at: maybe(instant),
    confirmed_at: maybe(instant),
    closed_at: maybe(instant),
    escalated_at: maybe(instant),
    channel: maybe(fc.constantFrom('phone', 'mail', 'dove')),
    scope: maybe(fc.constantFrom('in', 'out', 'dove')),
  }),
  contacts: numbered('contact_id', {
    client,
    at: instant,
    channel: fc.constantFrom('in-person', 'phone'),
    courtesy_seconds: maybe(fc.double({ min: 0, max: 90, noNaN: true })),
  }),
  time_entries: numbered('entry_id', {
    client,
    complaint_id: maybe(ref),
    ticket_id: maybe(ref),
    started_at: instant,
    minutes: fc.double({ min: 0, max: 600, noNaN: true }),
  }),
});
