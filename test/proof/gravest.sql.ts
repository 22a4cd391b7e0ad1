import { gravity } from './gravity.sql.ts';
import { mean, share, type Proof } from './kinds.sql.ts';

const DAY = 24 * 3_600_000;
const closed = (hit: string, where: string) =>
  `SELECT client, day_of(shut_at) AS day, ${hit} AS hit FROM ticket WHERE NOT coalesce(machine_made, false) AND shut_at IS NOT NULL AND ${where}`;

const logged = `(SELECT sum(minutes) FROM time_entries WHERE time_entries.ticket_id = ticket.ticket_id AND started_at < end_ms())`;
const extra = `lower(trim(onsite_extra))`;
const known = `(${extra} = 'done' OR starts_with(${extra}, 'declined'))`;

/** The client's share of positive answers from some instant until another. */
const positive = (from: string, to: string) => `(
    SELECT count(*) FILTER (class = 'positive') / nullif(count(class), 0) FROM answer
    WHERE answer.client = storm.client AND class IS NOT NULL AND answer.answered_at >= ${from} AND answer.answered_at < ${to}
  )`;

const storms = `SELECT *, (
    SELECT count(*) FROM contacts
    WHERE contacts.client = storm.client AND direction = 'out' AND kind IN ('proactive', 'follow-up', 'teaching', 'tip', 'event')
      AND "at" >= opened_at - ${182 * DAY} AND "at" < opened_at
  ) AS unasked, ${positive('opened_at', `opened_at + ${90 * DAY}`)} - ${positive(`opened_at - ${90 * DAY}`, 'opened_at')} AS amount
  FROM asked AS storm
  WHERE ${gravity('priority')} = 1 AND client >= 0 AND opened_at + ${90 * DAY} <= end_ms()
    AND opened_at - ${182 * DAY} >= instant_of((SELECT first_day FROM kept WHERE name = 'contacts'))`;

const weathered = (contacts: string) => `SELECT client, day_of(opened_at + ${90 * DAY}) AS day, amount, 0 AS scale
  FROM (${storms}) WHERE unasked ${contacts} AND amount IS NOT NULL`;

/** Large and grave work: a choice offered, a plan noted, what was asked for on site, and how clients come through. */
export const gravest: readonly Proof[] = [
  share('C5', closed('options_offered', `options_offered IS NOT NULL AND ${logged} > 240`)),
  share('C7', closed('plan_noted', `plan_noted IS NOT NULL AND ${gravity('priority')} <= 2`)),
  share('B13', closed(`${extra} = 'done' OR regexp_matches(${extra}, '^declined\\W*\\w')`, known)),
  share('B13-done', closed(`${extra} = 'done'`, known)),
  mean('E17-high', weathered('>= 6')),
  mean('E17-low', weathered('< 6')),
];
