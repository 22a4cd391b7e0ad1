import { say } from '../language/language.ts';
import { clientsByQuiet, type Quiet } from '../measures/contact-balance.ts';
import { sourceOf, type Material } from './material.ts';
import type { BarsDrawing, Section, Table } from './model.ts';
import { count, date, inWords, plural } from './words.ts';

const MOST_ROWS = 40;
const LONG = 30;
const SHORT = 14;

const daysText = ({ days }: Quiet): string => (days === null ? say`none on record` : plural(days, 'day'));

function note({ days }: Quiet): string {
  if (days === null || days > LONG) return say`over ${LONG} days`;
  return days > SHORT ? say`over ${SHORT} days` : '';
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
      { name: say`Client`, numeric: false },
      { name: say`Days`, numeric: true },
      { name: say`Account manager`, numeric: false },
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
  if (long === 1) return say`One client has not heard from us for over ${LONG} days`;
  if (long > 0) return say`${inWords(long, true)} clients have not heard from us for over ${LONG} days`;
  const short = rows.filter(({ days }) => days !== null && days > SHORT).length;
  return short === 0 ? say`Every client has heard from us within ${SHORT} days` : say`No client has waited over ${LONG} days for a word from us`;
}

/** Days since we last got in touch with each client without a ticket, the longest silence first. */
export function quietSection(material: Material): readonly Section[] {
  const rows = clientsByQuiet(material.context);
  if (rows === null || rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const subtitle = say`Days from the last contact that we began, tickets aside, to ${date(material.context.asOf)}, n\u00a0=\u00a0${count(rows.length)} clients`;
  const late = say`A month is too long: ${SHORT} days are late, ${LONG} are silence.`;
  const cut = rows.length > MOST_ROWS ? [say`The drawing shows the first ${count(MOST_ROWS)} of ${count(rows.length)}; the table has all.`] : [];
  const name = (row: Quiet) => material.clients[row.client]!.name;
  const [longest, shortest] = [rows[0]!, rows.at(-1)!];
  return [
    {
      id: 'quiet',
      head: say`Since we last spoke`,
      note: [late, ...cut].join(' '),
      blocks: [
        {
          kind: 'chart',
          chart: {
            id: 'days-since-contact',
            title: titleOf(rows),
            subtitle,
            summary: say`${plural(rows.length, 'client')}; longest ${name(longest)}, ${daysText(longest)}; shortest ${name(shortest)}, ${daysText(shortest)}.`,
            foot: sourceOf(material, ['contacts']),
            drawing: drawingOf(material, shown),
            table: tableOf(material, rows, subtitle),
          },
        },
      ],
    },
  ];
}
