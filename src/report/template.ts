import type { TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import type { Block } from './model.ts';

/** What to record where a table is missing: its columns, what each says and what an empty cell means. */
export function templateBlocks(name: TableName): readonly Block[] {
  const { fields, meaning } = tables[name];
  return [
    { kind: 'prose', words: `${meaning} A CSV file with these column names, in any order, is read as such.` },
    {
      kind: 'table',
      id: `template-${name.replaceAll('_', '-')}`,
      foot: 'The CSV beside this table lists the columns; the first column holds the headers to copy.',
      table: {
        caption: `Columns of ${name.replaceAll('_', ' ')}`,
        columns: ['Column', 'Needed', 'What it says', 'Empty means', 'Words known'].map((text) => ({ name: text, numeric: false })),
        rows: Object.entries(fields).map(([field, spec]) =>
          [field, spec.required ? 'yes' : '', spec.meaning, spec.missing, (spec.values ?? []).join(', ')].map((text) => ({ text, value: text })),
        ),
      },
    },
  ];
}
