import { codes } from '../facts/table.ts';
import { overduePromises, type OverduePromise } from '../measures/promise-lists.ts';
import { dayText } from '../time/weeks.ts';
import { named, phrase, say } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Cell, Chart, Section } from './model.ts';
import { shareCell } from './promises-share.ts';
import { sharesDrawing, sharesTable } from './shares-chart.ts';
import { shareText, type ShareRow } from './shares.ts';
import { windowSpan } from './window.ts';
import { count, date, hitsAmong, hitsOf, NONE, plural } from './words.ts';

const SHOWN = 20;

/** What became of the promises that fell due in the window. */
export interface Board {
  readonly due: number;
  readonly kept: number;
  /** Slips of which the client was told before the due time; null where nothing records that. */
  readonly told: number | null;
  readonly open: number;
}

/** The promises due in the window; null where nothing records which were kept, or none was due. */
export function boardOf(material: Material): Board | null {
  const kept = known(windowCell(material, 'B21'));
  if (kept === null) return null;
  const slips = windowCell(material, 'B16');
  return {
    due: kept.n,
    kept: kept.hits,
    told: slips === null ? null : (known(slips)?.hits ?? 0),
    open: windowCell(material, 'B21-overdue')!.hits,
  };
}

function boardRows({ due, kept, told, open }: Board): readonly ShareRow[] {
  const row = (label: string, hits: number): ShareRow => ({ label, cell: shareCell(hits, due) });
  const slips = due - kept;
  return [
    row(say`Kept in time`, kept),
    ...(told === null ? [row(say`Slipped`, slips)] : [row(say`Slipped, told before`, told), row(say`Slipped in silence`, slips - told)]),
    row(say`Slipped and still open`, open),
  ];
}

function boardTitle({ due, kept, told }: Board): string {
  const slips = due - kept;
  if (slips === 0) return due === 1 ? say`The one promise due was kept in time` : say`All ${count(due)} promises were kept in time`;
  if (told === null) return say`${hitsAmong(slips, plural(due, 'promise'))} slipped; nothing records who was told`;
  if (slips === 1) return told === 1 ? say`The one slip was told before it was due` : say`The one slip came in silence`;
  return told === slips ? say`All ${count(slips)} slips were told before they were due` : say`${hitsOf(slips - told, slips)} slips came in silence`;
}

function boardChart(material: Material, board: Board): Chart {
  const rows = boardRows(board);
  const subtitle = say`Promises by what became of them, whole firm, due ${windowSpan(material, 'B21')}, % of those due, n\u00a0=\u00a0${count(board.due)}`;
  return {
    id: 'promise-board',
    title: boardTitle(board),
    subtitle,
    summary: `${rows.map(({ label, cell }) => `${label} ${shareText(cell)}`).join('; ')}.`,
    foot: sourceOf(material, ['promises']),
    drawing: sharesDrawing(rows, null, []),
    table: sharesTable(subtitle, [say`What became of it`, say`Promises`, say`Due`], rows),
  };
}

/** The promise board: kept, slipped and told, slipped in silence, still open. */
export function boardSection(material: Material): readonly Section[] {
  const board = boardOf(material);
  if (board === null) return [];
  const note = say`The first time given counts, whatever was agreed later. Told means told before that time. Every share is of all promises due; those still open are among the slips above.`;
  return [{ id: 'board', head: say`The board`, note, blocks: [{ kind: 'chart', chart: boardChart(material, board) }] }];
}

const KINDS: Readonly<Record<string, string>> = {
  task: phrase`task`,
  callback: phrase`call back`,
  quote: phrase`quote`,
  arrival: phrase`visit`,
};

/** What a kind of promise is called. */
export const kindCell = (word: string | null): Cell => ({
  text: word === null ? NONE : (named(KINDS, word) ?? word),
  value: word,
});
const cell = (text: string | null): Cell => ({ text: text ?? NONE, value: text });

function overdueRow({ facts, clients }: Material, { row, id, client, due, days }: OverduePromise): readonly Cell[] {
  const table = facts.tables.promises!;
  const entry = clients[client];
  return [
    cell(id),
    cell(codes(table, 'ticket_id')?.at(row) ?? null),
    entry === undefined ? cell(null) : { text: entry.name, value: entry.name, href: `clients/${entry.slug}/` },
    kindCell(codes(table, 'kind')?.at(row) ?? null),
    { text: date(due), value: dayText(due) },
    { text: count(days), value: days },
  ];
}

function overdueTable(material: Material, overdue: readonly OverduePromise[]): Block {
  const cut = overdue.length > SHOWN ? `${say`The oldest ${count(SHOWN)} of ${count(overdue.length)}; the CSV has all.`} ` : '';
  return {
    kind: 'table',
    id: 'promises-overdue',
    foot: `${cut}${sourceOf(material, ['promises'])}`,
    shown: SHOWN,
    table: {
      caption: say`Promises due and not kept by ${date(material.context.asOf)}, the oldest first`,
      columns: [say`Promise`, say`Ticket`, say`Client`, say`Kind`, say`Due`, say`Days over`].map((name, at) => ({ name, numeric: at === 5 })),
      rows: overdue.map((one) => overdueRow(material, one)),
    },
  };
}

/** Every promise that is due and not kept, however old. */
export function overdueSection(material: Material): readonly Section[] {
  const overdue = overduePromises(material.context);
  if (overdue === null) return [];
  const [oldest] = overdue;
  const heading: Block = {
    kind: 'heading',
    text:
      oldest === undefined
        ? say`No promise is overdue`
        : say`${plural(overdue.length, 'promise is', 'promises are')} overdue, the oldest by ${plural(oldest.days, 'day')}`,
    subtitle: say`However long ago they fell due`,
  };
  const note = say`Keep it, or tell the client a new time. For the firm only.`;
  return [{ id: 'overdue', head: say`Overdue`, note, blocks: oldest === undefined ? [heading] : [heading, overdueTable(material, overdue)] }];
}
