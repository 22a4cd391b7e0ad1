import { count, duration, share, type Proof } from './kinds.sql.ts';
import { working } from './working.sql.ts';

const answered = `FROM asked WHERE answered_at >= opened_at`;
const solved = `FROM asked WHERE solved_at >= opened_at`;
const at = { answered: 'client, day_of(answered_at) AS day', solved: 'client, day_of(solved_at) AS day' };

/** The target of the ticket's priority, else the one for all; NULL without either. */
const targetOf = (what: string) =>
  `coalesce((SELECT ms FROM target WHERE what = '${what}' AND target.priority = asked.priority), (SELECT ms FROM target WHERE what = '${what}' AND target.priority = ''))`;

/** When the answer and the solution of a ticket are due; NULL = at no time. */
export const due = {
  answer: `coalesce(first_response_due_at, opened_at + ${targetOf('first_response')})`,
  solution: `coalesce(due_at, opened_at + ${targetOf('resolution')})`,
};

export const response: readonly Proof[] = [
  duration('F1-elapsed', `SELECT ${at.answered}, answered_at - opened_at AS ms ${answered}`),
  duration('F1-working', working(`SELECT client, opened_at AS since, answered_at AS until, 0 AS pending ${answered}`, 'until')),
  duration('F2-elapsed', `SELECT ${at.solved}, solved_at - opened_at AS ms ${solved}`),
  duration('F2-working', working(`SELECT client, opened_at AS since, solved_at AS until, coalesce(pending_minutes, 0) * 60000 AS pending ${solved}`, 'until')),
  share('F3', `SELECT ${at.answered}, answered_at - opened_at <= 24 * 3600000 AS hit ${answered}`),
  share('F4', `SELECT ${at.answered}, answered_at <= due AS hit FROM (SELECT *, ${due.answer} AS due ${answered}) WHERE due IS NOT NULL`),
  share('F5', `SELECT ${at.solved}, solved_at <= due AS hit FROM (SELECT *, ${due.solution} AS due ${solved}) WHERE due IS NOT NULL`),
  count('A1-tickets', 'tickets', 'SELECT client, day_of(opened_at) AS day FROM asked'),
];
