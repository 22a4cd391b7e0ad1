/** Sorts as texts or, where cells carry a machine value, as numbers; cells without a value stay last either way. */
function sortBy(table: HTMLTableElement, column: number, numeric: boolean, direction: 1 | -1): void {
  const keyed = [...table.tBodies].flatMap((body) =>
    [...body.rows].map((row) => {
      const cell = row.cells[column];
      return { row, text: cell?.textContent ?? '', value: Number(cell?.dataset['value'] ?? NaN) };
    }),
  );
  const missing = ({ text, value }: (typeof keyed)[number]): boolean => (numeric ? Number.isNaN(value) : text === '');
  keyed.sort((a, b) => {
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    return direction * (numeric ? a.value - b.value : a.text.localeCompare(b.text, document.documentElement.lang));
  });
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
      sortBy(table, column, head.classList.contains('figure'), direction);
    });
  });
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(enliven);
