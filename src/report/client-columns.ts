import { say } from '../language/language.ts';
import type { CellValue } from '../measures/measure.ts';
import { lastOutbound } from '../measures/outbound.ts';
import { satisfactionBand, statusOfCell, type Status } from '../measures/status.ts';
import { dayText } from '../time/weeks.ts';
import { aimOf } from './aim.ts';
import { firstResponse } from './figures.ts';
import { known, windowCell, type Material } from './material.ts';
import type { Cell } from './model.ts';
import { shareShort } from './shares.ts';
import { count, date, duration, NONE, statusWord } from './words.ts';

/** A column of the list of clients. One that begins with a status sorts by it: its words run from below to not enough. */
export interface ClientColumn {
  readonly name: string;
  readonly numeric: boolean;
  readonly cell: (client: number) => Cell;
}

const MINUTE = 60_000;
const none: Cell = { text: NONE, value: null };

/** The status of a client's satisfaction; null without an answer. */
export function satisfactionOf(material: Material, client: number): Status | null {
  const cell = known(windowCell(material, 'S1', client));
  return cell === null ? null : statusOfCell('share', cell, satisfactionBand(material.context, client));
}

/** A measure's column where it has a value for the firm. */
function column(material: Material, measure: string, name: string, cell: (cell: CellValue, client: number) => Cell, numeric = false): readonly ClientColumn[] {
  if (known(windowCell(material, measure)) === null) return [];
  const shown = (client: number) => {
    const found = known(windowCell(material, measure, client));
    return found === null ? none : cell(found, client);
  };
  return [{ name, numeric, cell: shown }];
}

/** The figure stays on one line, under its word where the column is narrow. */
const judged = (status: Status, text: string, value: number): Cell => ({
  text: `${statusWord(status)}, ${text.replaceAll(' ', '\u00a0')}`,
  value,
  status,
});

const share = (cell: CellValue, status: Status) => judged(status, shareShort(cell), cell.value);

function contactColumn({ context }: Material): readonly ClientColumn[] {
  const last = lastOutbound(context);
  if (last === null) return [];
  const cell = (client: number): Cell => {
    const day = last(client);
    return day === null ? { text: say`none on record`, value: null } : { text: date(day), value: dayText(day) };
  };
  return [{ name: say`Last contact from us`, numeric: false, cell }];
}

/** What the list says of each client, as far as anything measures it: a status and its figure in one cell. */
export function clientColumns(material: Material): readonly ClientColumn[] {
  const { target } = firstResponse(material);
  const within = (cell: CellValue) => share(cell, statusOfCell('share', cell, aimOf(material)));
  return [
    ...column(material, 'S1', say`Satisfied`, (cell, client) => share(cell, satisfactionOf(material, client)!)),
    ...column(material, 'F1-elapsed', say`First response`, (cell) => {
      const text = say`${duration(cell.value)} of ${count(cell.n)}`;
      const value = cell.value / MINUTE;
      return target === null ? { text, value } : judged(statusOfCell('duration', cell, target), text, value);
    }),
    ...column(material, 'F4', say`Answered within target`, within),
    ...column(material, 'F5', say`Solved within target`, within),
    ...column(material, 'A11-count', say`Complaints`, ({ value }) => ({ text: count(value), value }), true),
    ...contactColumn(material),
  ];
}
