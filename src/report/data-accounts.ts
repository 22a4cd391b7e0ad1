import { phrase, say, translated } from '../language/language.ts';
import type { Block, FileAccount, MeasureAccount, MeasureWords } from './model.ts';
import { countCell, textCell } from './plain-cells.ts';
import { tableName } from './table-names.ts';
import { count, date, NONE } from './words.ts';

/** Every file and what became of its rows. */
export function readTable(files: readonly FileAccount[]): Block {
  return {
    kind: 'table',
    id: 'files-read',
    foot: say`Rows read = used + repeated + replaced + refused + not data. Repeated: equal to another row in every cell. Replaced: an older state of the same id.`,
    table: {
      caption: say`Rows of every file and what became of them`,
      columns: [say`File`, say`Recognised as`, say`Read`, say`Used`, say`Repeated`, say`Replaced`, say`Refused`, say`Not data`].map((name, at) => ({
        name,
        numeric: at > 1,
      })),
      rows: files.map((file) => [
        textCell(file.file),
        textCell(file.format),
        countCell(file.read),
        countCell(file.used),
        countCell(file.duplicate),
        countCell(file.superseded),
        countCell(file.rejected),
        countCell(file.notData),
      ]),
    },
  };
}

const orders: Readonly<Record<string, string>> = { 'day-first': phrase`day first`, 'month-first': phrase`month first` };

/** What reading each file assumed. */
export function assumedTable(files: readonly FileAccount[], asOf: string): Block {
  return {
    kind: 'table',
    id: 'files-assumed',
    foot: say`Oldest and newest are the days of what happened first and last in the file; the report is up to ${date(asOf)}.`,
    table: {
      caption: say`What reading each file assumed`,
      columns: [say`File`, say`Tables`, say`Encoding`, say`Delimiter`, say`Dates`, say`Zone`, say`Oldest`, say`Newest`].map((name) => ({
        name,
        numeric: false,
      })),
      rows: files.map((file) => [
        textCell(file.file),
        textCell(file.tables.join(', ')),
        textCell(file.encoding),
        textCell(file.delimiter),
        textCell(translated(orders[file.dateOrder] ?? file.dateOrder)),
        textCell(file.zone),
        { text: file.oldest === null ? NONE : date(file.oldest), value: file.oldest },
        { text: file.newest === null ? NONE : date(file.newest), value: file.newest },
      ]),
    },
  };
}

/** The rows that each measure counts and leaves out. */
export function accountTable(accounts: readonly MeasureAccount[], definitions: readonly MeasureWords[]): Block {
  const titles = new Map(definitions.map(({ id, title }) => [id, title]));
  return {
    kind: 'table',
    id: 'accounts',
    foot: say`Counted + left out = facts of the table, for every measure; the build stops where this does not hold.`,
    table: {
      caption: say`Rows that each measure counts and leaves out`,
      columns: [say`Measure`, say`Table`, say`Facts`, say`Counted`, say`Left out`, say`Why`].map((name, at) => ({ name, numeric: at >= 2 && at <= 4 })),
      rows: accounts.map((one) => [
        { text: titles.get(one.measure) ?? one.measure, value: one.measure, href: `definitions/#${one.measure}` },
        textCell(tableName(one.table)),
        countCell(one.facts),
        countCell(one.population),
        countCell(one.facts - one.population),
        textCell(
          one.excluded
            .filter((reason) => reason.rows > 0)
            .map((reason) => `${count(reason.rows)} ${translated(reason.reason)}`)
            .join('; '),
        ),
      ]),
    },
  };
}
