import { say } from '../language/language.ts';
import { openTickets } from '../measures/backlog.ts';
import { underContract } from '../measures/client-days.ts';
import { once } from '../measures/once.ts';
import { comingReviews } from '../measures/reviews-coming.ts';
import { dayOf } from '../time/weeks.ts';
import { endSaid } from './ended.ts';
import { known, windowCell, type Material } from './material.ts';
import { windowOf } from './window.ts';
import { count, date, plural } from './words.ts';

const MOST = 3;
const SOON_DAYS = 180;
/** From so many days on an open ticket is asked about. */
const OLD_DAYS = 30;

const oldestTickets = once((context) => {
  const found = new Map<number, number>();
  for (const { client, opened } of openTickets(context) ?? []) found.set(client, Math.min(opened, found.get(client) ?? Infinity));
  return found;
});
const reviewedNext = once((context) => new Set((comingReviews(context) ?? []).filter(({ days }) => days > 0).map(({ client }) => client)));

function aboutAnswers(material: Material, client: number): string | null {
  const cell = known(windowCell(material, 'S1', client));
  if (cell === null)
    return windowCell(material, 'S1') === null || endSaid(material, 'surveys') !== null
      ? null
      : say`No survey was answered ${windowOf(material, 'S1').within}: would a short question after each ticket be welcome?`;
  const others = cell.n - cell.hits;
  if (others === 0) return null;
  const answers = plural(cell.n, 'answer');
  return others === 1
    ? say`1 of ${answers} was not satisfied: what would have made the difference?`
    : say`${count(others)} of ${answers} were not satisfied: what would have made the difference?`;
}

function aboutTickets({ context }: Material, client: number): string | null {
  const day = oldestTickets(context).get(client);
  return day === undefined || context.asOf - day < OLD_DAYS ? null : say`One ticket has been open since ${date(day)}: is it still needed, and by when?`;
}

function aboutContract({ context, facts }: Material, client: number): string | null {
  const end = dayOf(facts.clients.list[client]!.end, context.zone);
  return end > context.asOf && end - context.asOf <= SOON_DAYS ? say`The contract ends on ${date(end)}: what should the next one change?` : null;
}

/** Up to three questions to ask a client in a review: what its own figures leave open, and last the one that suits everybody. */
export function questionsFor(material: Material, client: number): readonly string[] {
  const own = [aboutAnswers(material, client), aboutTickets(material, client), aboutContract(material, client)].filter((one) => one !== null);
  const isOver = !underContract(material.context, client, material.context.asOf);
  const next = isOver || reviewedNext(material.context).has(client) ? [] : [say`No next review is planned: when shall we meet?`];
  return [...[...own, ...next].slice(0, MOST - 1), say`What should we have asked, and did not?`];
}
