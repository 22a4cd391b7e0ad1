import { clients, isActive } from './clients.ts';
import { addWorking, dateOf, day, londonText, mondayOf, now } from './clock.ts';
import type { Sheet } from './csv.ts';
import { between, chance, pick, stream } from './random.ts';
import { momentIn } from './tickets.ts';
import { span } from './truth.ts';

const random = stream('equipment');
const kinds = ['laptop', 'switch', 'printer', 'desk phone', 'power supply', 'screen'];

/** Follow-up about a month later, a spare within a day or two, and now and then a second failure. */
function replacementRow(index: number, at: number): readonly string[] {
  const active = clients.filter((client) => client.tickets > 0 && isActive(client, dateOf(at)));
  const followed = addWorking(at + between(random, 24, 44) * day, between(random, 30, 400));
  const failed = addWorking(at + between(random, 6, 55) * day, between(random, 30, 400));
  const isFollowed = chance(random, 0.72) && followed < now;
  const hasFailed = chance(random, 0.12) && failed < now;
  const spare = chance(random, 0.6) ? addWorking(at, between(random, 60, 1300)) : null;
  return [
    `R${101 + index}`,
    pick(random, active).id,
    `${pick(random, kinds)} ${between(random, 100, 999)}`,
    londonText(at),
    isFollowed ? londonText(followed) : '',
    hasFailed ? londonText(failed) : '',
    hasFailed ? (chance(random, 0.55) ? 'us' : 'client') : '',
    spare !== null && spare < now ? londonText(spare) : '',
  ];
}

/** Rows of the replacements, oldest first: about one a week. */
export function replacementSheet(): Sheet {
  const times = Array.from({ length: span.weeks }, (_, index) => index)
    .filter((index) => index > span.weeks - 6 || chance(random, 0.85))
    .map((index) => addWorking(momentIn(index, random), 5))
    .filter((at) => at > mondayOf(0) && at < now)
    .sort((a, b) => a - b);
  const headers = 'replacement_id,client,asset,replaced_at,followed_up_at,failed_again_at,failure_found_by,spare_at';
  return { headers: headers.split(','), rows: times.map((at, index) => replacementRow(index, at)) };
}
