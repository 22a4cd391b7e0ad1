import type { SentPage } from '../facts/sent-page.ts';
import type { TableName } from '../facts/table.ts';
import { phrase, say, translated } from '../language/language.ts';
import { unrecordedReviews } from '../measures/review-lists.ts';
import { endingContracts } from '../measures/retention.ts';
import { comingReviews, type ComingReview } from '../measures/reviews-coming.ts';
import type { CellValue } from '../measures/measure.ts';
import { satisfactionBand, statusOfCell } from '../measures/status.ts';
import { dayText } from '../time/weeks.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Cell, Page, Section } from './model.ts';
import { figureBlocks, shareSpec, timeSpec } from './promises-figures.ts';
import { cadenceSection } from './reviews-cadence.ts';
import { reviewPagesSection } from './reviews-pages.ts';
import type { ClientShare } from './share-model.ts';
import { statusCell } from './shares-chart.ts';
import { templateBlocks } from './template.ts';
import { count, date, hitsOf, inWords, NONE, plural } from './words.ts';

const SOON_DAYS = 14;
const MOST_ROWS = 200;

const dated = (day: number | null): Cell => (day === null ? { text: NONE, value: null } : { text: date(day), value: dayText(day) });

function clientCell({ clients }: Material, client: number): Cell {
  const found = clients[client];
  return found === undefined ? { text: say`No client of the list`, value: null } : { text: found.name, value: found.name, href: `clients/${found.slug}/` };
}

function satisfied(material: Material, client: number): Cell {
  const cell = known(windowCell(material, 'S1', client));
  return statusCell(cell === null ? null : statusOfCell('share', cell, satisfactionBand(material.context, client)));
}

/** What a good review still lacks. */
function lacking(material: Material, { client, last, overdue }: ComingReview): string {
  const entry = material.facts.clients.list[client]!;
  const lacks = [
    ...(entry.accountManager === null ? [say`an account manager`] : []),
    ...(known(windowCell(material, 'S1', client)) === null ? [say`answers to surveys`] : []),
    ...(last === null ? [say`a review before it`] : []),
    ...(overdue === null ? [say`promises on record`] : []),
  ];
  return lacks.length === 0 ? say`nothing` : lacks.join(', ');
}

function whenText(day: string, days: number): string {
  if (days === 0) return say`${day}, that day`;
  if (days < 0) return days === -1 ? say`${day}, 1 day ago` : say`${day}, ${count(-days)} days ago`;
  return days === 1 ? say`${day}, in 1 day` : say`${day}, in ${count(days)} days`;
}

function whenCell({ day, days }: ComingReview): Cell {
  return { text: whenText(date(day), days), value: dayText(day) };
}

const soonOf = (coming: readonly ComingReview[]) => coming.filter(({ days }) => days <= SOON_DAYS);

function soonSection(material: Material, coming: readonly ComingReview[] | null): readonly Section[] {
  if (coming === null) return [];
  const soon = soonOf(coming);
  const { asOf } = material.context;
  const blocks: readonly Block[] =
    soon.length === 0
      ? [
          {
            kind: 'prose',
            words: [
              say`No review is due up to ${date(asOf + SOON_DAYS)}.`,
              ...coming.slice(0, 1).map(({ day, client }) => say`The next one is on ${date(day)}, with ${material.clients[client]!.name}.`),
            ].join(' '),
          },
        ]
      : [
          {
            kind: 'table',
            id: 'reviews-due',
            foot: sourceOf(material, ['meetings', 'clients']),
            table: {
              caption: say`Reviews due up to ${date(asOf + SOON_DAYS)}, the longest overdue first`,
              columns: [say`Client`, say`Due`, say`Last held`, say`Satisfaction`, say`Promises overdue`, say`Still lacks`].map((name, at) => ({
                name,
                numeric: at === 4,
              })),
              rows: soon
                .slice(0, MOST_ROWS)
                .map((one) => [
                  clientCell(material, one.client),
                  whenCell(one),
                  dated(one.last),
                  satisfied(material, one.client),
                  { text: one.overdue === null ? NONE : count(one.overdue), value: one.overdue },
                  { text: lacking(material, one), value: lacking(material, one) },
                ]),
            },
          },
        ];
  return [
    {
      id: 'due',
      head: say`Due`,
      note: say`Planned in the clients table, else the last review and the days agreed. Each client’s page says what to raise.`,
      blocks,
    },
  ];
}

function unrecordedSection(material: Material): readonly Section[] {
  const rows = unrecordedReviews(material.context);
  if (rows === null) return [];
  const blocks: readonly Block[] =
    rows.length === 0
      ? [{ kind: 'prose', words: say`Every review held has a record.` }]
      : [
          {
            kind: 'table',
            id: 'reviews-without-record',
            foot: sourceOf(material, ['meetings']),
            table: {
              caption: say`${plural(rows.length, 'review')} held without a record, the newest first`,
              columns: [say`Client`, say`Held`].map((name) => ({ name, numeric: false })),
              rows: rows.slice(0, MOST_ROWS).map(({ client, day }) => [clientCell(material, client), dated(day)]),
            },
            shown: 20,
          },
        ];
  return [{ id: 'unrecorded', head: say`Without a record`, note: say`What was agreed in a review and stands nowhere is soon forgotten.`, blocks }];
}

function endingSection(material: Material): readonly Section[] {
  const rows = endingContracts(material.figures, material.context);
  const spec = shareSpec(material, 'A23', say`Contracts kept`, ['contract', 'contracts'], false);
  const note = ({ hits, n }: CellValue) => say`${hitsOf(hits, n)} renewed or ended in 52 weeks`;
  const kept =
    known(windowCell(material, 'A23')) === null
      ? []
      : figureBlocks(material, [{ ...spec, note, emptyNote: say`no contract was renewed or ended in 52 weeks`, noLine: say`contracts end too seldom` }]);
  const listed: readonly Block[] =
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'contracts-ending',
            foot: sourceOf(material, ['clients']),
            table: {
              caption: say`${plural(rows.length, 'contract')} ending within 180 days, the soonest first`,
              columns: [say`Client`, say`Ends`, say`Days`, say`Satisfaction`].map((name, at) => ({ name, numeric: at === 2 })),
              rows: rows.map(({ client, end, days, status }) => [
                clientCell(material, client),
                dated(end),
                { text: count(days), value: days },
                statusCell(status),
              ]),
            },
          },
        ];
  if (kept.length + listed.length === 0) return [];
  return [{ id: 'ending', head: say`Contracts`, note: say`Who may leave within half a year, and how satisfied they are.`, blocks: [...listed, ...kept] }];
}

function figuresSection(material: Material): readonly Section[] {
  const blocks = figureBlocks(material, [
    shareSpec(material, 'A4', say`Reviews held when due`, ['review', 'reviews'], true),
    timeSpec('A4-gap', say`Time between reviews`, ['review', 'reviews']),
    shareSpec(material, 'A5', say`Clients with reviews agreed`, ['client', 'clients'], false),
    shareSpec(material, 'A6', say`Reviews on record`, ['review', 'reviews'], true),
  ]);
  return blocks.length === 0
    ? []
    : [{ id: 'figures', head: say`How we review`, note: say`Bar and small figures: 95\u00a0% interval. Shaded: what is aimed for.`, blocks }];
}

function titleOf({ clients }: Material, coming: readonly ComingReview[] | null): string {
  if (coming === null) return say`When the next reviews are due cannot be told`;
  const soon = soonOf(coming);
  const late = soon.filter(({ days }) => days < 0);
  if (late.length === 1) return say`The review with ${clients[late[0]!.client]!.name} is overdue`;
  if (late.length > 1) return say`${inWords(late.length, true)} reviews are overdue`;
  if (soon.length === 0) return say`No review is due in ${SOON_DAYS} days`;
  return soon.length === 1 ? say`One review is due in ${SOON_DAYS} days` : say`${inWords(soon.length, true)} reviews are due in ${SOON_DAYS} days`;
}

function soonSentence(soon: number): string {
  if (soon === 0) return say`None is due in the next ${SOON_DAYS} days.`;
  return soon === 1 ? say`One is due in the next ${SOON_DAYS} days.` : say`${inWords(soon, true)} are due in the next ${SOON_DAYS} days.`;
}

const unrecordedSentence = (reviews: number): string =>
  reviews === 1 ? say`1 review held so far has no record.` : say`${count(reviews)} reviews held so far have no record.`;

const TEMPLATES: readonly (readonly [table: TableName, head: string, note: string])[] = [
  ['meetings', phrase`Reviews to record`, phrase`When a review was planned and held, and where its record stands.`],
];

/**
 * The page about reviews: which are due, what they lack, which have no record, and whose contract ends. `shares` says how the
 * page of each client stands, null where none are made; `sent` gives the page that each was sent last, by the client's index.
 */
export function reviewsPage(material: Material, shares: readonly ClientShare[] | null = null, sent: ReadonlyMap<number, SentPage> = new Map()): Page {
  const base = {
    path: 'reviews/',
    nav: say`Reviews`,
    tab: say`Reviews`,
    head: say`Reviews`,
    note: say`Who is due, and what is still to prepare.`,
    lead: false,
  };
  const coming = comingReviews(material.context);
  const templates = TEMPLATES.filter(([table]) => material.facts.tables[table] === undefined).map(([table, head, note]) => ({
    id: `template-${table}`,
    head: translated(head),
    note: translated(note),
    blocks: templateBlocks(table),
  }));
  if (coming === null && material.facts.tables.meetings === undefined)
    return {
      ...base,
      title: say`No review is on record`,
      intro: say`Start with a list of the reviews held, and say in the clients table how many days lie between two.`,
      sections: [...reviewPagesSection(material, shares, sent), ...endingSection(material), ...templates],
    };
  const late = coming === null ? 0 : soonOf(coming).filter(({ days }) => days < 0).length;
  const unrecorded = unrecordedReviews(material.context)?.length ?? 0;
  const soon = coming === null ? 0 : soonOf(coming).length - late;
  return {
    ...base,
    title: titleOf(material, coming),
    intro: [...(late === 0 ? [] : [soonSentence(soon)]), ...(unrecorded === 0 ? [] : [unrecordedSentence(unrecorded)])].join(' '),
    sections: [
      ...soonSection(material, coming),
      ...reviewPagesSection(material, shares, sent),
      ...cadenceSection(material, coming),
      ...figuresSection(material),
      ...unrecordedSection(material),
      ...endingSection(material),
      ...templates,
    ],
  };
}
