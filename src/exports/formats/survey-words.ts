import type { FieldSource } from './format.ts';

/** The question of a survey made by hand whose answer counts: the first column with this in its header. */
export const question = '*satisf*';

/** Where a row holds no answer to that question, or the file no such question, the row is no survey. */
export const answered = { column: question, matches: /\S/ } as const;

const classes = {
  positive: ['Extremely satisfied', 'Very satisfied', 'Satisfied', 'Somewhat satisfied'],
  neutral: ['Neutral', 'Neither satisfied nor dissatisfied'],
  negative: ['Somewhat dissatisfied', 'Dissatisfied', 'Very dissatisfied', 'Extremely dissatisfied'],
} as const;

/**
 * What every form gives of a survey. Answers in plain words are classed here; a number has no scale in these exports, so
 * the settings say what it counts as, under `values: {class: {5: positive, …}}`; until then it is named and left out.
 * Client and ticket are known where the form asks for them under one of these names.
 */
export const formFields: Readonly<Record<string, FieldSource>> = {
  ticket_id: { from: ['Ticket', 'Ticket number', 'Ticket ID', 'Ticket #'] },
  client: { from: ['Client', 'Company', 'Company name', 'Organisation', 'Organization'] },
  kind: { fixed: 'csat' },
  answer: { from: question },
  class: {
    from: question,
    values: { ...Object.fromEntries(Object.entries(classes).flatMap(([meaning, words]) => words.map((word) => [word, meaning]))), '*': '' },
  },
  comment: { from: '*comment*' },
};
