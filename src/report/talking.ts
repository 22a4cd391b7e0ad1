import { phrase, say, translated } from '../language/language.ts';
import type { Call } from '../measures/calls.ts';
import { toRaise, toThankFor, type Raise, type Thank } from '../measures/talking-points.ts';
import { reasonSentence } from './calls.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Block, Section } from './model.ts';
import { plainName } from './plain-name.ts';
import { kindCell } from './promises-board.ts';
import { questionsFor } from './questions.ts';
import type { OwedPromise } from './share-model.ts';
import { owedTo } from './share-promises.ts';
import { windowOf } from './window.ts';
import { count, date, hitsAmong, plural } from './words.ts';
import { dayText } from '../time/weeks.ts';

function raised(material: Material, client: number, point: Raise): string {
  if (point.kind === 'reason') return `${reasonSentence(material, client, point.reason)}.`;
  const since = plural(point.days, 'day');
  return point.promises === 1
    ? say`1 promise is ${since} past the day first given.`
    : say`${plural(point.promises, 'promise')} are past the day first given, the oldest by ${since}.`;
}

function thanked(material: Material, { kind, hits, n }: Thank): string {
  switch (kind) {
    case 'arrivals':
      return say`The last ${count(n)} visits came on time.`;
    case 'promises':
      return say`All ${count(n)} promises were kept when due.`;
    case 'answers':
      return known(windowCell(material, 'F4')) === null
        ? say`${hitsAmong(hits, plural(n, 'ticket'))} had an answer within a day.`
        : say`${hitsAmong(hits, plural(n, 'ticket'))} had an answer within target.`;
    case 'satisfied':
      return say`${hitsAmong(hits, plural(n, 'answer'))} satisfied.`;
  }
}

const list = (label: string, points: readonly string[], none: string) =>
  points.length === 0 ? [{ label, what: none }] : points.map((what, at) => ({ label: at === 0 ? label : '', what }));

/** What the points are listed under. */
export const TALK = { raise: phrase`Raise`, thank: phrase`Went well`, promised: phrase`Promised`, ask: phrase`Ask` };
/** Open promises that an agenda has room for, and the letters of one. */
const MOST_OWED = 6;
const LONGEST = 90;

function owedText({ wording, kind, due, revised }: OwedPromise, asOf: string): string {
  const line = plainName(wording ?? (kind === null ? say`a promise` : kindCell(kind).text));
  const cut = [...line].length > LONGEST ? `${[...line].slice(0, LONGEST - 1).join('')}…` : line;
  const moved = revised === null || revised === due ? say`due ${date(due)}` : say`due ${date(revised)}, first ${date(due)}`;
  return say`“${cut}”, ${moved}${(revised ?? due) <= asOf ? say`, overdue` : ''}.`;
}

/** What is promised and open, with its days; no entry where no promises are recorded. */
function promisedEntries(material: Material, client: number) {
  const owed = owedTo(material, client);
  if (owed === null) return [];
  const shown = owed.slice(0, MOST_OWED).map((one) => owedText(one, dayText(material.context.asOf)));
  const more = owed.length - shown.length;
  return list(translated(TALK.promised), [...shown, ...(more === 0 ? [] : [say`And ${count(more)} more.`])], say`No promise is open.`);
}

/** Where the mail and the agenda of a client's review lie, under the root of the site. */
export const preparedFiles = (slug: string) => ({ mail: `reviews/${slug}/mail.txt`, agenda: `reviews/${slug}/agenda.txt` });

function preparedBlocks(slug: string): readonly Block[] {
  const { mail, agenda } = preparedFiles(slug);
  return [
    {
      kind: 'downloads',
      links: [
        { text: 'agenda.txt', href: agenda, note: say`the points above, to print for yourself` },
        { text: 'mail.txt', href: mail, note: say`two paragraphs to send with the link to the client’s page` },
      ],
    },
  ];
}

/**
 * What an account manager says in a review: up to three things to raise and three that went well, the promises that are open,
 * and questions. `noCall` stands where no rule asks for a call; `prepared` says that a mail and an agenda lie beside the pages.
 */
export function talkingSection(
  material: Material,
  client: number,
  { call, noCall, prepared }: { readonly call: Call | null; readonly noCall: string; readonly prepared: boolean },
): Section {
  const { context, figures } = material;
  const raise = toRaise(context, client, call).map((point) => raised(material, client, point));
  const thank = toThankFor(figures, context, client).map((point) => thanked(material, point));
  const spoke = call?.lastOutbound == null ? [] : [{ kind: 'note' as const, words: say`We last spoke on ${date(call.lastOutbound)}.` }];
  return {
    id: 'talk',
    head: say`For the review`,
    note: say`Three things to raise at most and three that went well; what is promised, and what to ask.`,
    blocks: [
      {
        kind: 'notes',
        entries: [
          ...list(translated(TALK.raise), raise, figures.grid('B21', 'window') === null ? noCall : `${noCall} ${say`No promise is overdue.`}`),
          ...list(translated(TALK.thank), thank, say`Nothing reached its aim ${windowOf(material).within}, or too little is recorded to say.`),
          ...promisedEntries(material, client),
          ...list(translated(TALK.ask), questionsFor(material, client), ''),
        ],
      },
      ...spoke,
      ...(prepared ? preparedBlocks(material.clients[client]!.slug) : []),
    ],
  };
}
