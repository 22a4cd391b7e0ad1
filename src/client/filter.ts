import { holds } from './fold.ts';
import { filled } from './numerals.ts';
import { choose, keep } from './state.ts';

/** Shows only the rows of a table that hold the words in its field, and says how many they are. */
function enliven(field: HTMLInputElement): void {
  const table = document.querySelector<HTMLTableElement>(`table[data-sortable="${field.dataset['filter']}"]`);
  const told = field.closest('.tools')?.querySelector('output');
  if (table === null || told === null || told === undefined) return;
  const name = `find-${field.dataset['filter']}`;
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => ({ row, text: [...row.cells].map((cell) => cell.textContent ?? '').join(' ') }));
  const show = (): void => {
    for (const { row, text } of rows) row.hidden = !holds(text, field.value.trim());
    const shown = rows.filter(({ row }) => !row.hidden).length;
    told.value = field.value.trim() === '' ? '' : filled(told.dataset['text'] ?? '', shown, rows.length);
  };
  field.addEventListener('input', () => {
    show();
    choose(name, field.value.trim() || null);
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || field.value === '') return;
    field.value = '';
    field.dispatchEvent(new Event('input'));
  });
  keep(name, (text) => {
    field.value = text ?? '';
    show();
  });
}

document.querySelectorAll<HTMLInputElement>('input[data-filter]').forEach(enliven);
