import { allNumbers, compareBy } from './order.ts';
import { choose, keep } from './state.ts';

type Direction = 1 | -1;

/** Sorts the rows by the machine values of one column; cells without a value stay last either way. */
function sortBy(table: HTMLTableElement, rows: readonly HTMLTableRowElement[], column: number, direction: Direction): void {
  const keyed = rows.map((row) => {
    const { value = '', rank = '0' } = row.cells[column]?.dataset ?? {};
    return { row, value, rank: Number(rank) };
  });
  keyed.sort(compareBy(allNumbers(keyed), direction, document.documentElement.lang));
  table.tBodies[0]?.append(...keyed.map(({ row }) => row));
}

/** "3" and "-3": by the third column, upwards and downwards. */
function readOrder(text: string | null, columns: number): { readonly column: number; readonly direction: Direction } | null {
  const [, minus, digits] = /^(-?)([1-9]\d?)$/.exec(text ?? '') ?? [];
  return digits === undefined || Number(digits) > columns ? null : { column: Number(digits) - 1, direction: minus === '' ? 1 : -1 };
}

function pressable(head: HTMLTableCellElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  return button;
}

/** Makes the column heads of a table press to sort, first upwards, then downwards. */
function enliven(table: HTMLTableElement): void {
  const name = `sort-${table.dataset['sortable']}`;
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const order = (column: number, direction: Direction): void => {
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column]?.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
    sortBy(table, rows, column, direction);
  };
  heads.forEach((head, column) => {
    pressable(head).addEventListener('click', () => {
      const direction = head.ariaSort === 'ascending' ? -1 : 1;
      order(column, direction);
      choose(name, String(direction * (column + 1)));
    });
  });
  keep(name, (text) => {
    const found = readOrder(text, heads.length);
    if (found !== null) return order(found.column, found.direction);
    for (const head of heads) head.removeAttribute('aria-sort');
    table.tBodies[0]?.append(...rows);
  });
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(enliven);
