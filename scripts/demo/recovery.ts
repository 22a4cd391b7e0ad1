import { addWorking, hour, minute, now } from './clock.ts';
import { between, chance, logNormal, type Stream } from './random.ts';
import { stepShares } from './truth.ts';

/** When each step of recovering a complaint was done, in UTC seconds; null means not done, or not yet. */
export interface Steps {
  readonly responded: number | null;
  readonly thanked: number | null;
  readonly heard: number | null;
  readonly restated: number | null;
  readonly apologised: number | null;
  readonly committed: number | null;
  readonly commitDue: number | null;
  readonly acted: number | null;
  readonly confirmed: number | null;
  readonly closed: number | null;
  readonly escalated: number | null;
}

function past(time: number | null): number | null {
  return time !== null && time < now ? time - (time % minute) : null;
}

/** The steps in their order, some skipped, now and then one out of order; what lies after the newest export has not happened. */
export function stepsOf(random: Stream, received: number): Steps {
  const isDone = (step: keyof typeof stepShares) => chance(random, stepShares[step]);
  const answer = chance(random, 0.87) ? logNormal(random, 75, 1) : between(random, 900, 2400);
  const first = addWorking(received, answer);
  const talk = first + between(random, 2, 20) * minute;
  const committed = talk + between(random, 4, 15) * minute;
  const due = addWorking(committed, between(random, 6, 60) * 10);
  const acted = addWorking(committed, chance(random, 0.86) ? ((due - committed) / minute) * 0.12 : between(random, 900, 3000));
  const confirmed = addWorking(acted, logNormal(random, 300, 0.9));
  const isCommitted = isDone('committed');
  const late = chance(random, 0.02) ? 3 * hour : 0;
  const closed = addWorking(confirmed, between(random, 5, 500));
  return {
    responded: isDone('responded') ? past(first) : null,
    thanked: isDone('thanked') ? past(first + minute - late) : null,
    heard: isDone('heard') ? past(talk) : null,
    restated: isDone('restated') ? past(talk + minute) : null,
    apologised: isDone('apologised') ? past(talk + 3 * minute) : null,
    committed: isCommitted ? past(committed) : null,
    commitDue: isCommitted && committed < now && chance(random, 0.85) ? due - (due % minute) : null,
    acted: isDone('acted') ? past(acted) : null,
    confirmed: isDone('confirmed') ? past(confirmed) : null,
    closed: chance(random, 0.99) ? past(closed) : null,
    escalated: chance(random, 0.08) ? past(chance(random, 0.4) ? received + (first - received) / 2 : first + 5 * hour) : null,
  };
}
