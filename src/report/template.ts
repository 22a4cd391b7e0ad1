import type { TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import { say, translated } from '../language/language.ts';
import type { Block } from './model.ts';
import { tableName } from './table-names.ts';

/** What to record where a table is missing: its columns, what each says and what an empty cell means. */
export function templateBlocks(name: TableName): readonly Block[] {
  const { fields, meaning } = tables[name];
  const wordy = Object.values(fields).some(({ values = [] }) => values.length > 0);
  return [
    { kind: 'prose', words: `${translated(meaning)} ${say`A CSV file with these column names, in any order, is read as such.`}` },
    {
      kind: 'table',
      id: `template-${name.replaceAll('_', '-')}`,
      foot: say`The CSV beside this table lists the columns; the first column holds the headers to copy.`,
      table: {
        caption: say`Columns of ${tableName(name)}`,
        columns: [say`Column`, say`Needed`, say`What it says`, say`Empty means`, ...(wordy ? [say`Words known`] : [])].map((text) => ({
          name: text,
          numeric: false,
        })),
        rows: Object.entries(fields).map(([field, spec]) =>
          [field, spec.required ? say`yes` : '', translated(spec.meaning), translated(spec.missing), ...(wordy ? [(spec.values ?? []).join(', ')] : [])].map(
            (text) => ({ text, value: text }),
          ),
        ),
      },
    },
  ];
}
