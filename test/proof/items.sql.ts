import { mean, share, type Proof } from './kinds.sql.ts';

/** The answers about one thing, on the scale of their survey, with their class. */
const asked = (item: string) => `SELECT *, above >= CASE points WHEN 2 THEN 1 WHEN 3 THEN 2 WHEN 5 THEN 3 WHEN 11 THEN 9 END AS positive,
    above < CASE points WHEN 2 THEN 1 WHEN 3 THEN 1 WHEN 5 THEN 2 WHEN 11 THEN 7 END AS negative
  FROM (
    SELECT csat.client, day_of(coalesce(csat.answered_at, tickets.resolved_at)) AS day, item_${item} AS amount, scale_low || ' to ' || scale_high AS scale,
      item_${item} - scale_low AS above, scale_high - scale_low + 1 AS points
    FROM csat LEFT JOIN tickets USING (ticket_id)
    WHERE item_${item} BETWEEN scale_low AND scale_high AND coalesce(csat.answered_at, tickets.resolved_at) < end_ms()
  )`;

const classed = (item: string, which: string) => `SELECT client, day, ${which} AS hit FROM (${asked(item)}) WHERE ${which} IS NOT NULL`;

/** What a survey asks besides satisfaction. */
export const items: readonly Proof[] = [
  ...['serious', 'clear', 'honest', 'respect'].flatMap((item) => [mean(`C4-${item}`, asked(item)), share(`C4-${item}-negative`, classed(item, 'negative'))]),
  mean('B15', asked('helpful')),
  share('B15-positive', classed('helpful', 'positive')),
  share('B15-negative', classed('helpful', 'negative')),
  share('C9-need', classed('need', 'positive')),
];
