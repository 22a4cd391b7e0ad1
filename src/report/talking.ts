import type { Call } from '../measures/calls.ts';
import { toRaise, toThankFor, type Raise, type Thank } from '../measures/talking-points.ts';
import { reasonSentence } from './calls.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Section } from './model.ts';
import { count, date, hitsOf, plural } from './words.ts';

function raised(material: Material, client: number, point: Raise): string {
  if (point.kind === 'reason') return `${reasonSentence(material, client, point.reason)}.`;
  const since = plural(point.days, 'day');
  return point.promises === 1 ? `1 promise is overdue, for ${since}.` : `${plural(point.promises, 'promise')} are overdue, the oldest for ${since}.`;
}

function thanked(material: Material, { kind, hits, n }: Thank): string {
  const target = known(windowCell(material, 'F4')) === null ? 'a day' : 'target';
  switch (kind) {
    case 'arrivals':
      return `The last ${count(n)} visits came on time.`;
    case 'promises':
      return `All ${count(n)} promises were kept when due.`;
    case 'answers':
      return `${hitsOf(hits, n)} tickets had an answer within ${target}.`;
    case 'satisfied':
      return `${hitsOf(hits, n)} answers were satisfied.`;
  }
}

const list = (label: string, points: readonly string[], none: string) =>
  points.length === 0 ? [{ label, what: none }] : points.map((what, at) => ({ label: at === 0 ? label : '', what }));

const NONE_OWED = 'No promise is overdue.';

/**
 * What an account manager says in a review: up to three things to raise and three that went well. `noCall` stands where
 * no rule asks for a call.
 */
export function talkingSection(material: Material, client: number, call: Call | null, noCall: string): Section {
  const { context, figures } = material;
  const raise = toRaise(context, client, call).map((point) => raised(material, client, point));
  const thank = toThankFor(figures, context, client).map((point) => thanked(material, point));
  const spoke = call?.lastOutbound == null ? [] : [{ kind: 'note' as const, words: `We last spoke on ${date(call.lastOutbound)}.` }];
  return {
    id: 'talk',
    head: 'For the review',
    note: 'Three things to raise at most, and three that went well, those with most behind them first.',
    blocks: [
      {
        kind: 'notes',
        entries: [
          ...list('Raise', raise, `${noCall}${figures.grid('B21', 'window') === null ? '' : ` ${NONE_OWED}`}`),
          ...list('Went well', thank, 'Nothing reached its aim in these 13 weeks, or too little is recorded to say.'),
        ],
      },
      ...spoke,
    ],
  };
}
