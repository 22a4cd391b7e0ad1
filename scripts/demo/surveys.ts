import { clients, people } from './clients.ts';
import { dateOf, day, endOfWeeks, hour, minute, mondayOf, now, startOfWindow, utcText } from './clock.ts';
import type { Sheet } from './csv.ts';
import { grumbles, praise } from './phrases.ts';
import { between, chance, logNormal, pick, stream, weighted } from './random.ts';
import type { Ticket } from './ticket.ts';
import { special } from './truth.ts';

/** A survey that was sent; `answeredAt` is null as long as nobody answered. Times in UTC seconds. */
export interface Survey {
  readonly client: string;
  readonly ticket: number | null;
  readonly respondent: string;
  readonly kind: 'csat' | 'nps';
  readonly sentAt: number;
  readonly answeredAt: number | null;
  readonly answer: number | null;
  readonly comment: string;
  readonly approved: boolean;
}

const random = stream('surveys');
const answerRates: ReadonlyMap<string, number> = new Map(clients.map(({ id, answers }) => [id, answers]));
const positiveShares: ReadonlyMap<string, number> = new Map(clients.map(({ id, positive }) => [id, positive]));

function positiveShare(client: string, sentAt: number): number {
  const isWorse = client === special.unhappy && dateOf(sentAt) >= special.unhappyFrom;
  return isWorse ? 0.56 : (positiveShares.get(client) ?? 0.9);
}

function answerTo(client: string, sentAt: number): number {
  if (chance(random, positiveShare(client, sentAt))) return chance(random, 0.72) ? 5 : 4;
  return weighted(random, [
    [3, 5],
    [2, 3],
    [1, 3],
  ]);
}

function answerTime(sentAt: number): number {
  const late = chance(random, 0.07);
  return sentAt + (late ? between(random, 8 * day, 24 * day) : Math.round(logNormal(random, 5 * hour, 1.2)));
}

function answered(client: string, sentAt: number): Pick<Survey, 'answeredAt' | 'answer' | 'comment' | 'approved'> {
  const answeredAt = answerTime(sentAt);
  const answers = chance(random, answerRates.get(client) ?? 0) && answeredAt < now;
  if (!answers) return { answeredAt: null, answer: null, comment: '', approved: false };
  const answer = answerTo(client, sentAt);
  const comment = chance(random, 0.1) ? pick(random, answer > 3 ? praise : grumbles) : '';
  return { answeredAt, answer, comment, approved: comment !== '' && answer > 3 && chance(random, 0.5) };
}

function surveyOf(ticket: Ticket, client: string, closed: number): Survey {
  const sentAt = closed + Math.round(logNormal(random, 70, 0.8)) * minute;
  return {
    client,
    ticket: ticket.key,
    respondent: ticket.requester,
    kind: 'csat',
    sentAt,
    ...answered(client, sentAt),
  };
}

/** The closing asks for a survey, unless a machine made the ticket, it was merged, or it is a complaint. */
function asks(ticket: Ticket): ticket is Ticket & { client: string; closed: number } {
  const left = ticket.mergedInto !== null || ticket.source === 'Monitoring' || ticket.type === 'Complaint';
  return !left && ticket.client !== null && ticket.closed !== null;
}

/** Surveys after tickets, oldest first. */
export function ticketSurveys(tickets: readonly Ticket[]): readonly Survey[] {
  const sent = tickets.filter(asks).filter(() => chance(random, 0.95));
  return sent
    .map((ticket) => surveyOf(ticket, ticket.client, ticket.closed))
    .filter(({ sentAt }) => sentAt < now)
    .sort((a, b) => a.sentAt - b.sentAt);
}

/** A few answers to "would you recommend us", 0 to 10, asked of two people at four clients each quarter. */
export function recommendSurveys(): readonly Survey[] {
  const asked = ['ashdown', 'calderbrook', 'kestrel', 'marlowe'];
  return [12, 25, 38, 51, 64, 76].flatMap((week) =>
    asked.flatMap((client) =>
      [0, 1].map((index): Survey => {
        const sentAt = mondayOf(week) + day + 10 * hour;
        const answeredAt = chance(random, 0.6) ? sentAt + between(random, 1, 60) * hour : null;
        const answer =
          answeredAt === null
            ? null
            : weighted(random, [
                [10, 4],
                [9, 5],
                [8, 4],
                [7, 2],
                [5, 1],
              ]);
        const respondent = people.get(client)?.[index] ?? '';
        return {
          client,
          ticket: null,
          respondent,
          kind: 'nps',
          sentAt,
          answeredAt,
          answer,
          comment: '',
          approved: false,
        };
      }),
    ),
  );
}

/** Rows of the survey tool's export. `numbers` gives a ticket's number by its key; `firstId` numbers the responses. */
export function surveySheet(surveys: readonly Survey[], numbers: ReadonlyMap<number, number>, firstId: number): Sheet {
  const headers = 'response_id,ticket_id,client,respondent,kind,sent_at,answered_at,answer,scale_low,scale_high,comment,approved';
  const rows = surveys.map((survey, index) => [
    `S${firstId + index}`,
    survey.ticket === null ? '' : `${numbers.get(survey.ticket)}`,
    survey.client,
    survey.respondent,
    survey.kind,
    utcText(survey.sentAt),
    utcText(survey.answeredAt),
    survey.answer === null ? '' : `${survey.answer}`,
    survey.kind === 'csat' ? '1' : '0',
    survey.kind === 'csat' ? '5' : '10',
    survey.comment,
    survey.comment === '' ? '' : survey.approved ? 'yes' : 'no',
  ]);
  return { headers: headers.split(','), rows };
}

/** Counts of the satisfaction surveys by client ('' is the firm): sent by sending time, answers by answering time. */
export function surveyCounts(surveys: readonly Survey[], onlyWindow: boolean) {
  const isIn = (time: number) => time < endOfWeeks && (!onlyWindow || time >= startOfWindow);
  const csat = surveys.filter(({ kind }) => kind === 'csat');
  const count = (mine: readonly Survey[]) => {
    const answers = mine.filter(({ answeredAt }) => answeredAt !== null && isIn(answeredAt)).map(({ answer }) => answer ?? 0);
    return {
      sent: mine.filter(({ sentAt }) => isIn(sentAt)).length,
      answered: answers.length,
      positive: answers.filter((answer) => answer >= 4).length,
      neutral: answers.filter((answer) => answer === 3).length,
      negative: answers.filter((answer) => answer <= 2).length,
    };
  };
  const byClient = clients.map(({ id }) => [id, count(csat.filter(({ client }) => client === id))] as const);
  return { firm: count(csat), clients: Object.fromEntries(byClient) };
}
