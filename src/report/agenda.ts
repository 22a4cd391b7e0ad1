import { phrase, say, translated } from '../language/language.ts';
import type { ClientShare } from './share-model.ts';
import type { Page, Report } from './model.ts';
import { plainName } from './plain-name.ts';
import { plainWords } from './plain-words.ts';
import { TALK } from './talking.ts';
import { date, weekdayDate } from './words.ts';

/** What the points are listed under on the page, and in an agenda. */
const HEADS = [
  [TALK.raise, phrase`To raise`],
  [TALK.thank, phrase`To thank for`],
  [TALK.promised, phrase`Promises open`],
  [TALK.ask, phrase`Questions`],
] as const;

function pointsOf(page: Page): readonly string[] {
  const heads = new Map(HEADS.map(([label, head]) => [translated(label), translated(head)]));
  const blocks = page.sections.find(({ id }) => id === 'talk')?.blocks ?? [];
  return blocks.flatMap((block) => {
    if (block.kind === 'note') return [plainName(plainWords(block.words)), ''];
    if (block.kind !== 'notes') return [];
    return block.entries.flatMap(({ label, what }, at) => [
      ...(label === '' ? [] : [...(at === 0 ? [] : ['']), (heads.get(label) ?? label).toUpperCase(), '']),
      `- ${plainName(plainWords(what))}`,
      ...(at === block.entries.length - 1 ? [''] : []),
    ]);
  });
}

/**
 * The agenda of a client's review as plain text, for the firm alone: what its page in the report says to raise, to thank for and to ask,
 * the promises that are open, and room for what is agreed. Null where the report has no page of the client.
 */
export function agendaText({ pages, clients, asOf }: Pick<Report, 'pages' | 'clients' | 'asOf'>, { client, name, period, record }: ClientShare): string | null {
  const slug = clients.find(({ id }) => id === client)?.slug;
  const page = pages.find(({ path }) => path === `clients/${slug}/`);
  if (page === undefined) return null;
  const next = record?.next ?? null;
  const day = next === null || next.review === null ? null : plainName(weekdayDate(next.review));
  const lines = [
    `${say`Review with ${plainName(name)}`}${day === null ? '' : `, ${next!.planned ? day : say`due ${day}`}`}`,
    say`About ${plainName(say`${date(period.from)} to ${date(period.to)}`)}; points from 13 weeks up to ${plainName(date(asOf))}. Not for the client.`,
    '',
    ...pointsOf(page),
    say`AGREED TODAY (what, who, by when)`,
    '',
    '- ',
    '- ',
    '',
  ];
  return lines.join('\n');
}
