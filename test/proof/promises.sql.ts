import { duration, share, type Proof } from './kinds.sql.ts';
import { working } from './working.sql.ts';

const kept = 'by_then(kept_at)';
const due = (rows: string) => `SELECT client, day_of(due_at) AS day, ${rows}`;
const overdue = (where = '') => `FROM promise_of WHERE due_at < end_ms() ${where}`;
const late = `AND ${kept} > due_at`;
const quotes = `AND kind = 'quote'`;
const inTime = `coalesce(${kept} <= due_at, false) AS hit`;

/** Promises kept, by the day they were kept. */
const done = (rows: string, where = '') =>
  `SELECT client, day_of(kept_at) AS day, ${rows} FROM promise_of WHERE kept_at < end_ms() AND due_at > made_at ${where}`;
const asked = 'AND requested_at IS NOT NULL';

const called = `SELECT client, made_at AS since, called AS until, 0 AS pending FROM (
    SELECT promise_of.client, made_at, least(${kept}, (
      SELECT min("at") FROM contacts
      WHERE contacts.promise_id = promise_of.promise_id AND direction = 'out' AND channel = 'phone' AND "at" >= made_at AND "at" < end_ms()
    )) AS called
    FROM promise_of WHERE kind = 'callback' AND made_at < end_ms()
  ) WHERE called >= made_at`;

export const promises: readonly Proof[] = [
  share('B21', due(`${inTime} ${overdue()}`)),
  duration('B21-slip', due(`kept_at - due_at AS ms ${overdue(late)}`)),
  share('B21-overdue', due(`${kept} IS NULL AS hit ${overdue()}`)),
  share('B16', due(`coalesce(told_at < due_at, false) AS hit ${overdue(`AND NOT coalesce(${kept} <= due_at, false)`)}`)),
  share('C3', 'SELECT client, day_of(made_at) AS day, due_has_time AS hit FROM promise_of WHERE made_at < end_ms() AND due_has_time IS NOT NULL'),
  duration('C12-asked', done('greatest(0, requested_at - made_at) AS ms', asked)),
  duration('C12-agreed', done('due_at - made_at AS ms', asked)),
  duration('C12-actual', done('kept_at - made_at AS ms', asked)),
  share('E10-padding', done('kept_at - made_at < (due_at - made_at) / 2 AS hit')),
  share('E10-late', done('kept_at > due_at AS hit')),
  duration('E7', `SELECT client, day_of(since) AS day, until - since AS ms FROM (${called})`),
  duration('E7-working', working(called, 'since')),
  share('E9', due(`${inTime} ${overdue(quotes)}`)),
  duration('E9-slip', due(`kept_at - due_at AS ms ${overdue(`${late} ${quotes}`)}`)),
];
