import { say } from '../language/language.ts';
import { ledgerBlock } from './ledger-block.ts';
import { satisfactionBand, statusOfCell, type Status } from '../measures/status.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Band, Block, Section } from './model.ts';
import { shareBand } from './scales.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import { apartTitle, ranked, type ApartWords, type ShareRow } from './shares.ts';
import { windowOf, windowSpan } from './window.ts';
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
  if (own === 0) return '';
  return own === 1
    ? say` 1 client has a band of its own; the table’s status goes by that.`
    : say` ${count(own)} clients have bands of their own; the table’s status goes by that.`;
}

const shownOf = (rows: readonly ClientRow[]) => rows.slice(0, MOST_ROWS);
const cut = (rows: readonly ClientRow[]) =>
  rows.length > MOST_ROWS ? say` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';

const satisfied = (): ApartWords => ({
  noun: ['client', 'clients'],
  rows: say`answers`,
  below: [say`is less satisfied than the other clients`, say`are less satisfied than the other clients`],
  above: [say`is more satisfied than the other clients`, say`are more satisfied than the other clients`],
  none: say`No client can be told apart from the others`,
});

/** Satisfaction of every client over the band, and who can be told apart from the rest. */
export function satisfactionByClient(material: Material): readonly Section[] {
  const rows = clientRows(material, 'S1');
  const firm = known(windowCell(material, 'S1'));
  if (rows.length === 0 || firm === null) return [];
  const words = satisfied();
  const { title, rows: apart } = apartTitle(rows, firm, words);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = say`Positive answers of all answers, by client, ${windowSpan(material, 'S1')}, %, n\u00a0=\u00a0${count(n)}`;
  const statusOf = ({ cell, client }: ClientRow): Status => statusOfCell('share', cell, satisfactionBand(material.context, client));
  const chart = sharesChart(shownOf(rows), {
    id: 'satisfaction-by-client',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys']),
    table: sharesTable(subtitle, [say`Client`, say`Satisfied`, say`Answers`], rows, statusOf),
    noun: words.noun,
    band: clientBand(material, -1),
    singled: apart,
  });
  const note = `${say`Lowest first. Under ${count(FEW)} answers the counts stand alone.`}${ownBands(material, rows)}${cut(rows)}`;
  return [{ id: 'clients', head: say`By client`, note, blocks: [{ kind: 'chart', chart }] }];
}

const answered = (): ApartWords => ({
  noun: ['client', 'clients'],
  rows: say`surveys`,
  below: [say`answers fewer surveys than the other clients`, say`answer fewer surveys than the other clients`],
  above: [say`answers more surveys than the other clients`, say`answer more surveys than the other clients`],
  none: say`No client can be told apart by how often it answers`,
});

const SILENT_FROM = 5;

function silentBlock(silent: readonly ClientRow[], within: string): readonly Block[] {
  if (silent.length === 0) return [];
  return [
    {
      kind: 'heading',
      text: say`${plural(silent.length, 'client is', 'clients are')} silent`,
      subtitle: say`No answer to ${count(SILENT_FROM)} surveys or more ${within}`,
    },
    ledgerBlock(
      silent.map(({ label, href, cell }) => ({
        who: [{ text: label, href: href! }],
        what: say`None of ${plural(cell.n, 'survey')} was answered.`,
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
  const words = answered();
  const { title, rows: apart } = apartTitle(rows, firm, words);
  const n = rows.reduce((sum, { cell }) => sum + cell.n, 0);
  const subtitle = say`Surveys answered of those sent, by client, ${windowSpan(material, 'A2')}, %, n\u00a0=\u00a0${count(n)}`;
  const chart = sharesChart(shownOf(rows), {
    id: 'answer-rate-by-client',
    title,
    subtitle,
    foot: sourceOf(material, ['surveys']),
    table: sharesTable(subtitle, [say`Client`, say`Answered`, say`Sent`], rows),
    noun: words.noun,
    band: null,
    singled: apart,
  });
  const silent = rows.filter(({ cell }) => cell.n >= SILENT_FROM && cell.hits === 0);
  const note = `${say`Lowest first. A client that never answers says nothing of its satisfaction.`}${cut(rows)}`;
  return [{ id: 'answer-rate', head: say`By answer rate`, note, blocks: [{ kind: 'chart', chart }, ...silentBlock(silent, windowOf(material, 'A2').within)] }];
}
