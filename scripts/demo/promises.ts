import { clients, isActive } from './clients.ts';
import { addWorking, dateOf, day, hour, londonText, minute, now, onDayOf } from './clock.ts';
import type { Sheet } from './csv.ts';
import { promiseWords } from './phrases.ts';
import { between, chance, pick, poisson, stream, weighted } from './random.ts';
import { momentIn } from './tickets.ts';
import { span } from './truth.ts';

const random = stream('promises');

/** A promise made to a client. Times in UTC seconds. */
interface Promised {
  readonly client: string;
  readonly kind: string;
  readonly wording: string;
  readonly made: number;
  readonly due: number;
  readonly dueHasTime: boolean;
  readonly requested: number | null;
  readonly told: number | null;
  readonly revisedDue: number | null;
  readonly kept: number | null;
}

function dueOf(kind: string, made: number): number {
  if (kind === 'callback') return addWorking(made, pick(random, [60, 120, 240]));
  const days = kind === 'quote' ? between(random, 2, 5) : between(random, 3, 15);
  return onDayOf(addWorking(made, days * 600), 17 * hour);
}

function keptAt(made: number, due: number, isKept: boolean): number {
  const share = chance(random, 0.15) ? 0.2 + 0.25 * random() : 0.6 + 0.39 * random();
  return isKept ? addWorking(made + (due - made) * share, 0) : addWorking(due, between(random, 20, 3000));
}

function promise(client: string, made: number): Promised {
  const kind = weighted(random, [
    ['task', 42],
    ['callback', 30],
    ['quote', 20],
    ['arrival', 8],
  ]);
  const due = dueOf(kind, made);
  const isKept = chance(random, kind === 'quote' ? 0.8 : 0.89);
  const isForgotten = !isKept && chance(random, 0.12);
  const kept = isForgotten ? null : keptAt(made, due, isKept);
  const told = !isKept && chance(random, 0.55) ? addWorking(due - Math.min(day, (due - made) / 2), 0) : null;
  const isDateOnly = kind !== 'callback' && kind !== 'arrival' && chance(random, 0.45);
  return {
    client,
    kind,
    wording: pick(random, promiseWords[kind] ?? []),
    made,
    due,
    dueHasTime: !isDateOnly,
    requested: chance(random, 0.5) ? addWorking(made + (due - made) * (0.5 + 0.6 * random()), 0) : null,
    told: told !== null && told < now ? told : null,
    revisedDue: told !== null && told < now ? addWorking(due, between(random, 2, 6) * 600) : null,
    kept: kept !== null && kept < now ? kept : null,
  };
}

function byMinute(time: number | null): string {
  return londonText(time === null ? null : time - (time % minute));
}

/** Rows of the promise board, oldest first: about seven a week. */
export function promiseSheet(): Sheet {
  const made = Array.from({ length: span.weeks + 1 }, (_, index) => index)
    .flatMap((index) => Array.from({ length: poisson(random, 7) }, () => addWorking(momentIn(index, random), 1)))
    .filter((time) => time < now)
    .sort((a, b) => a - b);
  const promises = made.map((time) => {
    const active = clients.filter((client) => client.tickets > 0 && isActive(client, dateOf(time)));
    return promise(
      weighted(
        random,
        active.map(({ id, tickets }) => [id, tickets + 2] as const),
      ),
      time,
    );
  });
  const headers = 'promise_id,client,ticket_id,kind,wording,made_at,due_at,due_has_time,requested_at,revised_at,revised_due_at,told_at,kept_at';
  const rows = promises.map((one, index) => [
    `P${1001 + index}`,
    one.client,
    '',
    one.kind,
    one.wording,
    byMinute(one.made),
    one.dueHasTime ? byMinute(one.due) : dateOf(one.due),
    one.dueHasTime ? 'yes' : 'no',
    byMinute(one.requested),
    byMinute(one.told),
    byMinute(one.revisedDue),
    byMinute(one.told),
    byMinute(one.kept),
  ]);
  return { headers: headers.split(','), rows };
}
