import { clients } from './clients.ts';
import type { Sheet } from './csv.ts';
import { fixedCause, programme } from './truth.ts';

/** Rows of the client list; other spellings are parted by semicolons. */
export function clientSheet(): Sheet {
  const headers = 'client,name,aliases,account_manager,start,end,review_days,target_low,target_high,contact_preference,next_review,' + 'renewed_at,project_end';
  const rows = clients.map((one) => [
    one.id,
    one.name,
    one.aliases.join(';'),
    one.manager,
    one.start,
    one.end,
    one.reviewDays === null ? '' : `${one.reviewDays}`,
    ...(one.id === 'kestrel' ? ['80', '92'] : ['', '']),
    one.preference,
    one.nextReview,
    one.renewed,
    one.projectEnd,
  ]);
  return { headers: headers.split(','), rows };
}

/** Rows of dated events; an empty client is the whole firm. */
export function eventSheet(): Sheet {
  const rows = [
    ['2025-05-01', 'lodz', 'other', '', 'Contract starts'],
    ['2025-09-01', 'vektor', 'other', '', 'Contract starts'],
    ['2025-11-28', 'kestrel', 'other', '', 'Depot move finished'],
    [programme.start, '', 'programme-start', '', 'Thirty seconds more for everyone we meet'],
    [fixedCause.date, '', 'fixed', fixedCause.cause, 'Invoices name the ticket and the work'],
    ['2026-06-01', '', 'fixed', 'late arrival', 'Visits start from the nearer depot'],
  ];
  return { headers: ['date', 'client', 'kind', 'cause', 'label'], rows };
}

/** Rows of the contracts: hours included a month, and the hours of the day that they cover. */
export function contractSheet(): Sheet {
  const rows = clients.map(({ id, tickets }) => [id, `${Math.max(2, Math.round(tickets * 3))}`, '1-5', '08:00-18:00']);
  return { headers: ['client', 'hours_a_month', 'days', 'hours'], rows };
}
