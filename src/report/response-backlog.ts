import { texts } from '../facts/table.ts';
import { backlog, openTickets, type Backlog, type OpenTicket } from '../measures/backlog.ts';
import { phrase, say, translated } from '../language/language.ts';
import { sourceOf, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { clientCell, columnsOf, countCell, dayCell, textCell } from './plain-cells.ts';
import { figureBlocks, shareSpec } from './promises-figures.ts';
import { count, date, duration, FEW, plural } from './words.ts';

const DAY = 86_400_000;
const SHOWN = 12;

/** Eight classes of age: their upper ends in days, not included; the last has none. */
const AGES = [
  [1, phrase`Under 1 day`],
  [2, phrase`1 to 2 days`],
  [4, phrase`2 to 4 days`],
  [7, phrase`4 to 7 days`],
  [14, phrase`1 to 2 weeks`],
  [28, phrase`2 to 4 weeks`],
  [91, phrase`4 to 13 weeks`],
  [Infinity, phrase`13 weeks and more`],
] as const;

function agesOf(ages: readonly number[]): readonly { readonly label: string; readonly tickets: number }[] {
  return AGES.map(([to, label], at) => {
    const from = AGES[at - 1]?.[0] ?? -Infinity;
    return { label: translated(label), tickets: ages.filter((age) => age >= from * DAY && age < to * DAY).length };
  });
}

function ageTitle({ open, median, oldest }: Backlog): string {
  if (open === 0) return say`No ticket is open`;
  if (open < FEW) return say`${plural(open, 'ticket is', 'tickets are')} open, the oldest for ${duration(oldest!)}`;
  return say`${count(open)} tickets are open, half of them for ${duration(median!)} or longer`;
}

function ageChart(material: Material, found: Backlog): Chart {
  const rows = agesOf(found.ages);
  const subtitle = say`Open tickets by age, elapsed clock, whole firm, at the end of ${date(material.context.asOf)}, tickets, n\u00a0=\u00a0${count(found.open)}`;
  return {
    id: 'backlog-age',
    title: ageTitle(found),
    subtitle,
    summary: `${rows.map(({ label, tickets }) => `${label} ${count(tickets)}`).join(', ')}${found.oldest === null ? '' : say`; the oldest ${duration(found.oldest)}`}.`,
    foot: sourceOf(material, ['tickets']),
    drawing: { shape: 'bars', full: null, rows: rows.map(({ label, tickets }) => ({ label, value: tickets, text: count(tickets), note: '', singled: false })) },
    table: { caption: subtitle, columns: columnsOf([say`Age`, say`Tickets`]), rows: rows.map(({ label, tickets }) => [textCell(label), countCell(tickets)]) },
  };
}

function abandonedTable(material: Material, abandoned: readonly OpenTicket[]): Block {
  const ids = texts(material.facts.tables.tickets!, 'ticket_id');
  const cut = abandoned.length > SHOWN ? `${say`The oldest ${count(SHOWN)} of ${count(abandoned.length)}; the CSV has all.`} ` : '';
  const age = (ms: number) => ({ text: duration(ms), value: ms / DAY });
  return {
    kind: 'table',
    id: 'tickets-abandoned',
    foot: `${cut}${sourceOf(material, ['tickets', 'contacts', 'time_entries'])}`,
    shown: SHOWN,
    table: {
      caption: say`Open for more than 14 days and untouched for more than 7 at the end of ${date(material.context.asOf)}, the oldest first`,
      columns: columnsOf([say`Ticket`, say`Client`, say`Opened`, say`Age, days`, say`Untouched, days`], 3),
      rows: abandoned.map((one) => [
        textCell(ids?.at(one.row) ?? null),
        clientCell(material, one.client),
        dayCell(one.opened),
        age(one.age),
        age(one.untouched),
      ]),
    },
  };
}

/** `known` are the open tickets of which it is known. */
function abandonedTitle(abandoned: number, known: number): string {
  if (known === 0) return say`Nothing tells whether an open ticket is abandoned`;
  if (abandoned === 0) return say`No open ticket is abandoned`;
  const tickets = plural(known, 'open ticket');
  return abandoned === 1 ? say`1 of ${tickets} is abandoned` : say`${count(abandoned)} of ${tickets} are abandoned`;
}

function abandonedSubtitle(unknown: number, last: number): string {
  const says = say`Open for more than 14 days, and nothing recorded for more than 7`;
  return unknown === 0 ? says : `${says}; ${say`not counted: ${count(unknown)} changed after ${date(last)}, so that the change before is not known`}`;
}

function abandonedBlocks(material: Material, { abandoned: known, unknown, open }: Backlog): readonly Block[] {
  if (known === null) return [{ kind: 'prose', words: say`Nothing records what is done in between, so no ticket can be called abandoned.` }];
  const abandoned = (openTickets(material.context) ?? []).filter((one) => one.abandoned === true);
  if (open === 0) return [];
  const heading: Block = {
    kind: 'heading',
    text: abandonedTitle(abandoned.length, open - unknown),
    subtitle: abandonedSubtitle(unknown, material.context.asOf),
  };
  return abandoned.length === 0 ? [heading] : [heading, abandonedTable(material, abandoned)];
}

/** The tickets that wait at the as-of day: how old they are, which were given up, and how many were closed unsolved. */
export function backlogSection(material: Material): readonly Section[] {
  const found = backlog(material.context)?.(-1) ?? null;
  if (found === null) return [];
  const blocks: readonly Block[] = [
    found.open === 0
      ? { kind: 'heading', text: ageTitle(found), subtitle: say`Whole firm, at the end of ${date(material.context.asOf)}` }
      : { kind: 'chart', chart: ageChart(material, found) },
    ...abandonedBlocks(material, found),
    ...figureBlocks(material, [shareSpec(material, 'B8-unresolved', say`Closed without a solution`, [say`ticket closed`, say`tickets closed`], false)]),
  ];
  return [{ id: 'backlog', head: say`What waits`, note: say`Do not give up, and do not give up in silence. The list is for the firm only.`, blocks }];
}
