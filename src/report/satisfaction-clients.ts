import { ledgerBlock } from './ledger-block.ts';
import { satisfactionBand, statusOfCell, type Status } from '../measures/status.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Band, Block, Section } from './model.ts';
import { shareBand } from './scales.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { count, FEW, plural } from './words.ts';

const MOST_ROWS = 40;

interface ClientRow extends ShareRow {
  readonly client: number;
}

/** The share of each client that has rows in the window, lowest first. */
export function clientRows(material: Material, measure: string): readonly ClientRow[] {
  const rows = material.clients.flatMap(({ name, slug }, client): readonly ClientRow[] => {
    const cell = known(windowCell(material, measure, client));
    return cell === null ? [] : [{ label: name, href: `clients/${slug}/`, cell, client }];
  });
  return ranked(rows);
}

/** The band of one client, as charts show it. */
export function clientBand({ context }: Material, client: number): Band {
  const target = satisfactionBand(context, client);
  if (target.side !== 'band') throw new Error('satisfaction has a band');
  return shareBand(target.low, target.high);
}

function ownBands(material: Material, rows: readonly ClientRow[]): string {
  const firm = clientBand(material, -1).text;
  const own = rows.filter(({ client }) => clientBand(material, client).text !== firm).length;
  return own === 0
    ? ''
    : ` ${own === 1 ? '1 client has a band of its own' : `${count(own)} clients have bands of their own`}; the table’s status goes by that.`;
}

const shownOf = (rows: readonly ClientRow[]) => rows.slice(0, MOST_ROWS);
const cut = (rows: readonly ClientRow[]) =>
  rows.length > MOST_ROWS ? ` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';

const SATISFIED: ApartWords = {
  noun: ['client', 'clients'],
  rows: 'answers',
  below: ['is less satisfied than the other clients', 'are less satisfied than the other clients'],
  above: ['is more satisfied than the other clients', 'are more satisfied than the other clients'],
  none: 'No client can be told apart from the others',
};

/** Satisfaction of every client over the band, and who can be told apart from the rest. */
export function satisfactionByClient(material: Material): readonly Section[] {
  const rows = clientRows(material, 'S1');
  const firm = known(windowCell(material, 'S1'));
  if (rows.length === 0 || firm === null) return [];
  const { title, rows: apart } = apartTitle(rows, firm, SATISFIED);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = `Positive answers of all answers, by client, ${windowSpan(material)}, %, n\u00a0=\u00a0${count(n)}`;
  const statusOf = ({ cell, client }: ClientRow): Status => statusOfCell('share', cell, satisfactionBand(material.context, client));
  const chart = sharesChart(shownOf(rows), {
    id: 'satisfaction-by-client',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys']),
    table: sharesTable(subtitle, ['Client', 'Satisfied', 'Answers'], rows, statusOf),
    noun: SATISFIED.noun,
    band: clientBand(material, -1),
    singled: apart,
  });
  const note = `Lowest first. Under ${count(FEW)} answers the counts stand alone.${ownBands(material, rows)}${cut(rows)}`;
  return [{ id: 'clients', head: 'By client', note, blocks: [{ kind: 'chart', chart }] }];
}

const ANSWERED: ApartWords = {
  noun: ['client', 'clients'],
  rows: 'surveys',
  below: ['answers fewer surveys than the other clients', 'answer fewer surveys than the other clients'],
  above: ['answers more surveys than the other clients', 'answer more surveys than the other clients'],
  none: 'No client can be told apart by how often it answers',
};

const SILENT_FROM = 5;

function silentBlock(silent: readonly ClientRow[]): readonly Block[] {
  if (silent.length === 0) return [];
  return [
    {
      kind: 'heading',
      text: `${plural(silent.length, 'client is', 'clients are')} silent`,
      subtitle: `No answer to ${count(SILENT_FROM)} surveys or more in 13 weeks`,
    },
    ledgerBlock(
      silent.map(({ label, href, cell }) => ({
        who: [{ text: label, href: href! }],
        what: `None of ${plural(cell.n, 'survey')} was answered.`,
        aside: [],
      })),
    ),
  ];
}

/** How many of the surveys sent each client answered, and who answers none. */
export function answerRateSection(material: Material): readonly Section[] {
  const rows = clientRows(material, 'A2');
  const firm = known(windowCell(material, 'A2'));
  if (rows.length === 0 || firm === null) return [];
  const { title, rows: apart } = apartTitle(rows, firm, ANSWERED);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = `Surveys answered of those sent, by client, ${windowSpan(material)}, %, n\u00a0=\u00a0${count(n)}`;
  const chart = sharesChart(shownOf(rows), {
    id: 'answer-rate-by-client',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys']),
    table: sharesTable(subtitle, ['Client', 'Answered', 'Sent'], rows),
    noun: ANSWERED.noun,
    band: null,
    singled: apart,
  });
  const silent = rows.filter(({ cell }) => cell.n >= SILENT_FROM && cell.hits === 0);
  const note = `Lowest first. A client that never answers says nothing of its satisfaction.${cut(rows)}`;
  return [{ id: 'answer-rate', head: 'By answer rate', note, blocks: [{ kind: 'chart', chart }, ...silentBlock(silent)] }];
}
