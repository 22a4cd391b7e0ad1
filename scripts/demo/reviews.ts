import { clients, isActive, type Client } from './clients.ts';
import { addWorking, dateOf, day, hour, londonText, mondayOf, now, onDayOf, seconds } from './clock.ts';
import type { Sheet } from './csv.ts';
import { between, chance, pick, stream } from './random.ts';

const random = stream('reviews');

interface Meeting {
  readonly client: string;
  readonly kind: string;
  readonly planned: number;
  readonly held: number | null;
  readonly record: string;
}

function meeting(client: string, planned: number, kind: string): Meeting {
  const isHeld = planned < now && chance(random, 0.93);
  const record = isHeld && chance(random, 0.86) ? `minutes/${client}-${dateOf(planned)}` : '';
  return { client, kind, planned, held: isHeld ? planned + between(random, 0, 2) * 300 : null, record };
}

/** Reviews as often as agreed, give or take: some slip past the two days of grace, some are never held. */
function reviewsOf(client: Client): readonly Meeting[] {
  if (client.reviewDays === null) return [];
  const made: Meeting[] = [];
  let at = addWorking(mondayOf(0) + between(random, 0, Math.min(client.reviewDays, 40)) * day, 0);
  while (at < now) {
    const planned = onDayOf(at, pick(random, [9, 10, 11, 14, 15]) * hour);
    if (isActive(client, dateOf(planned)) && planned < now) made.push(meeting(client.id, planned, 'review'));
    const slip = chance(random, 0.15) ? between(random, 3, 9) : 0;
    at = addWorking(at + (client.reviewDays + slip) * day, 0);
  }
  if (client.nextReview !== '') made.push(meeting(client.id, onDayOf(seconds(client.nextReview), 10 * hour), 'review'));
  return made;
}

/** Rows of the calendar of meetings, in order of planning; the next reviews stand in it without a held time. */
export function meetingSheet(): Sheet {
  const kickOffs = ['kestrel', 'vektor'].map((id, index) => meeting(id, seconds('2025-09-03') + (index + 9) * hour, 'other'));
  const all = [...clients.flatMap(reviewsOf), ...kickOffs].sort((a, b) => a.planned - b.planned);
  const rows = all.map((one, index) => [`M${1001 + index}`, one.client, one.kind, londonText(one.planned), londonText(one.held), one.record]);
  return { headers: 'meeting_id,client,kind,planned_at,held_at,record_ref'.split(','), rows };
}

/** Rows of the monthly reports that went out: mostly by day 5 of the next month, some late, some never. */
export function reportSheet(): Sheet {
  const months = Array.from({ length: 18 }, (_, index) => ({
    year: 2025 + Math.floor((index + 2) / 12),
    month: (index + 2) % 12,
  }));
  const rows = months.flatMap(({ year, month }) => {
    const period = `${year}-${String(month + 1).padStart(2, '0')}`;
    const nextMonth = Date.UTC(year, month + 1, 1) / 1000;
    const managed = clients.filter(({ start, end }) => start < `${period}-32` && (end === '' || end >= `${period}-01`));
    return managed
      .filter(() => chance(random, 0.94))
      .map(({ id }) => ({
        id,
        at: nextMonth + (chance(random, 0.84) ? between(random, 0, 4) : between(random, 5, 12)) * day,
      }))
      .filter(({ at }) => at + 10 * hour < now)
      .map(({ id, at }) => [id, period, londonText(onDayOf(at, 9 * hour + between(random, 0, 59) * 60))]);
  });
  return { headers: ['client', 'period', 'sent_at'], rows };
}

/** Rows of the training that clients were invited to. */
export function trainingSheet(): Sheet {
  const classes = [
    ['2025-04-09', 'phishing'],
    ['2025-06-18', 'shared files'],
    ['2025-09-24', 'phishing'],
    ['2025-11-12', 'mail rules'],
    ['2026-01-21', 'shared files'],
    ['2026-03-18', 'phishing'],
    ['2026-05-13', 'signing documents'],
    ['2026-07-08', 'phishing'],
  ] as const;
  const rows = classes.flatMap(([date, kind], index) =>
    clients
      .filter((client) => client.tickets > 3.5 && isActive(client, date))
      .filter(() => chance(random, 0.55))
      .map(({ id, people }) => {
        const invited = between(random, 3, people + 4);
        return [`T${101 + index}-${id}`, id, londonText(onDayOf(seconds(date), 10 * hour)), kind, `${invited}`, `${between(random, 0, invited)}`];
      }),
  );
  return { headers: 'event_id,client,at,kind,invited,attended'.split(','), rows };
}
