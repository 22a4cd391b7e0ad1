import { clientsByQuiet, type Quiet } from '../measures/contact-balance.ts';
import { sourceOf, type Material } from './material.ts';
import type { BarsDrawing, Section, Table } from './model.ts';
import { count, date, inWords, plural } from './words.ts';

const MOST_ROWS = 40;
const LONG = 30;
const SHORT = 14;

const daysText = ({ days }: Quiet): string => (days === null ? 'none on record' : plural(days, 'day'));

function note({ days }: Quiet): string {
  if (days === null || days > LONG) return `over ${LONG} days`;
  return days > SHORT ? `over ${SHORT} days` : '';
}

function drawingOf(material: Material, rows: readonly Quiet[]): BarsDrawing {
  return {
    shape: 'bars',
    full: null,
    rows: rows.map((one, at) => ({
      label: material.clients[one.client]!.name,
      value: one.days ?? 0,
      text: daysText(one),
      note: note(one),
      singled: at === 0 && (one.days ?? Infinity) > LONG,
    })),
  };
}

function tableOf(material: Material, rows: readonly Quiet[], caption: string): Table {
  return {
    caption,
    columns: [
      { name: 'Client', numeric: false },
      { name: 'Days', numeric: true },
      { name: 'Account manager', numeric: false },
    ],
    rows: rows.map((one) => {
      const { name, slug } = material.clients[one.client]!;
      const manager = material.facts.clients.list[one.client]!.accountManager;
      return [
        { text: name, value: name, href: `clients/${slug}/` },
        { text: daysText(one), value: one.days },
        { text: manager ?? '', value: manager },
      ];
    }),
  };
}

function titleOf(rows: readonly Quiet[]): string {
  const long = rows.filter(({ days }) => days === null || days > LONG).length;
  if (long > 0) return `${inWords(long, true)} ${long === 1 ? 'client has' : 'clients have'} not heard from us for over ${LONG} days`;
  const short = rows.filter(({ days }) => days !== null && days > SHORT).length;
  return short === 0 ? `Every client has heard from us within ${SHORT} days` : `No client has waited over ${LONG} days for a word from us`;
}

/** Days since we last got in touch with each client without a ticket, the longest silence first. */
export function quietSection(material: Material): readonly Section[] {
  const rows = clientsByQuiet(material.context);
  if (rows === null || rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const subtitle = `Days from the last contact that we began, tickets aside, to ${date(material.context.asOf)}, n\u00a0=\u00a0${count(rows.length)} clients`;
  const cut = rows.length > MOST_ROWS ? ` The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.` : '';
  return [
    {
      id: 'quiet',
      head: 'Since we last spoke',
      note: `A month is too long: ${SHORT} days are late, ${LONG} are silence.${cut}`,
      blocks: [
        {
          kind: 'chart',
          chart: {
            id: 'days-since-contact',
            title: titleOf(rows),
            subtitle,
            summary: `${plural(rows.length, 'client')}; longest ${material.clients[rows[0]!.client]!.name}, ${daysText(rows[0]!)}; shortest ${material.clients[rows.at(-1)!.client]!.name}, ${daysText(rows.at(-1)!)}.`,
            foot: sourceOf(material, ['contacts']),
            drawing: drawingOf(material, shown),
            table: tableOf(material, rows, subtitle),
          },
        },
      ],
    },
  ];
}
