import fc from 'fast-check';
import type { Row, Rows } from '../measures/facts-of.ts';

const mark = fc.integer({ min: 1, max: 5 });
const day = fc.integer({ min: 1, max: 28 }).map((on) => String(on).padStart(2, '0'));
const client = fc.record({ before: fc.array(mark, { minLength: 1, maxLength: 3 }), after: mark, second: fc.option(mark), day });

/** Complaints of so many clients, each with a rating of its handling and with ratings of service before, some of them too old. */
export function anyRecovery(clients: number): fc.Arbitrary<Rows> {
  return fc.array(client, { minLength: clients, maxLength: clients }).map((some) => ({
    tickets: some.map((_, at): Row => ({ ticket_id: String(at), client: `Client ${at}`, opened_at: '2026-02-02 09:00' })),
    complaints: some.flatMap(({ after, second, day: on }, at) => [
      complaint(at, `2026-02-${on} 12:00`, after, null),
      ...(second === null ? [] : [complaint(at, `2026-01-${on} 12:00`, second, String(at))]),
    ]),
    surveys: some.flatMap(({ before, day: on }, at) => [
      ...before.map((answer, month) => survey(at, `2025-1${month % 3}-${on} 10:00`, answer, null)),
      survey(at, '2025-05-05 10:00', 1, null),
      survey(at, '2026-01-31 10:00', 1, String(at)),
    ]),
  }));
}

const complaint = (at: number, received_at: string, recovery_answer: number, ticket_id: string | null): Row => ({
  complaint_id: `${at} ${received_at}`,
  client: `Client ${at}`,
  ticket_id,
  received_at,
  recovery_answer,
  recovery_scale_low: 1,
  recovery_scale_high: 5,
});

const survey = (at: number, answered_at: string, answer: number, ticket_id: string | null): Row => ({
  response_id: `${at} ${answered_at} ${answer}`,
  client: `Client ${at}`,
  ticket_id,
  answered_at,
  answer: String(answer),
  scale_low: 1,
  scale_high: 5,
});
