import { allNumbers, compareBy } from './order.ts';

/** Sorts the rows by the machine values of one column; cells without a value stay last either way. */
function sortBy(table: HTMLTableElement, column: number, direction: 1 | -1): void {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const keyed = rows.map((row) => {
    const { value = '', rank = '0' } = row.cells[column]?.dataset ?? {};
    return { row, value, rank: Number(rank) };
  });
  keyed.sort(compareBy(allNumbers(keyed), direction, document.documentElement.lang));
  table.tBodies[0]?.append(...keyed.map(({ row }) => row));
}

/** Makes the column heads of a table press to sort, first upwards, then downwards. */
function enliven(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const direction = head.ariaSort === 'ascending' ? -1 : 1;
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
      sortBy(table, column, direction);
    });
  });
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(enliven);
