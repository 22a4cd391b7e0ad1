import { say } from '../language/language.ts';
import { civilOf } from '../time/civil.ts';
import { shortMonth } from './forms.ts';
import { history, known, sourceOf, windowCell, type Material } from './material.ts';
import type { Cell, Section } from './model.ts';
import { windowOf } from './window.ts';
import { hitsOf, NONE, plural } from './words.ts';

const MONTHS = 6;

function cellOf(value: number | undefined): Cell {
  if (value === undefined || Number.isNaN(value)) return { text: NONE, value: null };
  return value === 1 ? { text: say`in time`, value: 1 } : { text: say`no`, value: 0, strong: true };
}

/** Which client's report went out in time for which month: a grid of the newest six months. */
export function monthlyReportsSection(material: Material): readonly Section[] {
  const firm = history(material, 'B14', 'month', MONTHS + 1);
  const months = firm.starts.filter((_, at) => firm.cells[at]!.n > 0).slice(-MONTHS);
  if (months.length === 0) return [];
  const monthWords = months.map((start) => `${shortMonth(start)} ${civilOf(start).year}`);
  const rows = material.clients.flatMap(({ name, slug }, client): readonly (readonly Cell[])[] => {
    const own = history(material, 'B14', 'month', MONTHS + 1, client);
    const cells = months.map((start) => cellOf(own.cells[own.starts.indexOf(start)]?.value));
    return cells.every(({ value }) => value === null) ? [] : [[{ text: name, value: name, href: `clients/${slug}/` }, ...cells]];
  });
  const whole = known(windowCell(material, 'B14'));
  const totals: readonly Cell[] = months.map((start) => {
    const cell = firm.cells[firm.starts.indexOf(start)]!;
    return { text: hitsOf(cell.hits, cell.n), value: cell.hits, strong: true };
  });
  const n = plural(rows.length, 'client');
  const caption =
    whole === null
      ? say`Reports sent in time, by client and month, n\u00a0=\u00a0${n}`
      : say`Reports sent in time, by client and month, ${hitsOf(whole.hits, whole.n)} ${windowOf(material, 'B14').within}, n\u00a0=\u00a0${n}`;
  return [
    {
      id: 'reports',
      head: say`Monthly reports`,
      note: say`In time: sent by day 5 of the next month. “–”: not under contract then.`,
      blocks: [
        {
          kind: 'table',
          id: 'monthly-reports',
          foot: sourceOf(material, ['reports_sent'], months[0]),
          table: {
            caption,
            columns: [{ name: say`Client`, numeric: false }, ...monthWords.map((name) => ({ name, numeric: true }))],
            rows: [[{ text: say`Whole firm`, value: say`Whole firm`, strong: true }, ...totals], ...rows],
          },
        },
      ],
    },
  ];
}
